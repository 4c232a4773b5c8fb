import { cleaned, faultOf } from './cell';
import { recordType } from './record-type';

const field = (name: string) => recordType('consultation')!.fields.find((known) => known.name === name)!;
const fault = (name: string, value: unknown) => faultOf(field(name), value);

describe('faultOf', () => {
  it('takes null as "not recorded" everywhere but in the key', () => {
    expect(fault('opens_on', null)).toBeNull();
    expect(fault('reported_contributions', undefined)).toBeNull();
    expect(fault('code', null)).toBe('missing_code');
    expect(fault('code', ' \uFEFF ')).toBe('missing_code');
  });

  it('knows the calendar', () => {
    expect(fault('opens_on', '2024-02-29')).toBeNull();
    expect(fault('opens_on', '2023-02-29')).toBe('impossible_date');
    expect(fault('opens_on', '2025-3-1')).toBe('not_a_date');
    expect(fault('opens_on', '1989-12-31')).toBe('date_out_of_range');
    expect(fault('opens_on', '2049-12-31')).toBeNull();
  });

  it('tells counts from other numbers', () => {
    expect(fault('reported_contributions', 0)).toBeNull();
    expect(fault('reported_contributions', -1)).toBe('negative_count');
    expect(fault('reported_contributions', 12.5)).toBe('not_an_integer');
    expect(fault('reported_contributions', '12')).toBe('not_an_integer');
    expect(fault('reported_contributions', 2147483648)).toBe('out_of_range');
    expect(fault('direct_cost', Number.NaN)).toBe('not_a_number');
  });

  it('knows closed lists', () => {
    expect(fault('matter_type', 'strategy')).toBeNull();
    expect(fault('matter_type', 'Strategy')).toBe('unknown_code');
    expect(fault('matter_type', 'toString')).toBe('unknown_code');
    expect(fault('forms', ['letter', 'fax'])).toBe('unknown_code');
    expect(fault('forms', 'letter')).toBe('not_a_list');
  });

  it('counts code points, not graphemes or units', () => {
    expect(fault('title_pl', '☺️'.repeat(500))).toBeNull(); // 2 code points each: 1000
    expect(fault('title_pl', '☺️'.repeat(501))).toBe('too_long');
    expect(fault('title_pl', '\u{1F600}'.repeat(1000))).toBeNull(); // 2 UTF-16 units, 1 code point each
  });

  it('refuses what a text or a key must not hold', () => {
    expect(fault('title_pl', 'a\u0000b')).toBe('control_character');
    expect(fault('title_pl', 'a\tb\nc')).toBeNull();
    expect(fault('code', 'DЕMO')).toBe('mixed_script'); // the second letter is Cyrillic
    expect(fault('code', 'RAZEM')).toBe('total_row');
    expect(fault('source_url', 'javascript:alert(1)')).toBe('not_an_address');
    expect(fault('source_url', 'ftp://example.org')).toBe('not_an_address');
  });
});

it('cleans a text without losing a letter', () => {
  expect(cleaned(' \u00A0z\u0307o\u0301ł\r\nx\uFEFF ')).toBe('żół\nx');
});
