import { recordType } from '../../contracts/record-type';
import { readMapping } from '../mapping';
import type { Source } from '../source';
import { dayPattern, readDay } from './day';
import { readingOf } from './judge';
import { readDecimal, readInteger } from './number';

const field = (name: string) => recordType('consultation')!.fields.find((known) => known.name === name)!;
const source = (name: string, given: unknown = name): Source =>
  readMapping({ type: 'consultation', fields: { [name]: given } }, 'plik.csv').sources[0]!;
const day = (text: string, formats?: string[], locale: 'pl' | 'en' | null = null) => {
  const { value, rule, warnings } = readDay(
    field('opens_on'),
    text,
    formats?.map(dayPattern) ?? null,
    locale,
  );
  return rule ?? [value, ...warnings].join(' ');
};

describe('days', () => {
  it.each([
    ['2025-03-12', '2025-03-12'],
    ['12.03.2025', '2025-03-12'],
    ['1.3.2025 r.', '2025-03-01'],
    ['12 marca 2025 r.', '2025-03-12'],
    ['12 marca 2025', '2025-03-12'],
    ['3 październik 2024', '2024-10-03'],
    ['24 July 2025', '2025-07-24'],
    ['July 4, 2024', '2024-07-04'],
    ['5 Sep 2024', '2024-09-05'],
    ['2025/03/12', '2025-03-12'],
    ['2025-06-30 24:00', '2025-06-30 time_24'],
    ['2025-06-30 15:45:00', '2025-06-30'],
  ])('reads %s', (text, wanted) => expect(day(text)).toBe(wanted));

  // summer time ends the day at 22:00 UTC, winter time at 23:00 UTC (method section 7, blunder 20)
  it.each([
    ['2014-03-31T22:00Z', '2014-04-01'],
    ['2014-03-31T21:59:59Z', '2014-03-31'],
    ['2013-12-31T23:00Z', '2014-01-01'],
    ['2014-06-01T00:30:00+02:00', '2014-06-01'],
  ])('puts the instant %s on the day of the office', (text, wanted) => expect(day(text)).toBe(wanted));

  it.each([
    ['30.02.2026', 'impossible_date'],
    ['12.03.25', 'two_digit_year'],
    ['03/04/2025', 'ambiguous_date'],
    ['3026-09-30', 'date_out_of_range'],
    ['wkrótce', 'not_a_date'],
    ['12 thermidora 2025', 'not_a_date'],
    ['20250312', 'not_a_date'],
    ['2025-03-12 99:99', 'not_a_date'],
    ['2049-12-31T23:30Z', 'date_out_of_range'],
  ])('refuses %s as %s', (text, rule) => expect(day(text)).toBe(rule));

  it('follows the format of the mapping and nothing else', () => {
    expect(day('03/04/2025', ['DD/MM/YYYY'])).toBe('2025-04-03');
    expect(day('2025-04-03', ['DD/MM/YYYY'])).toBe('not_a_date');
    expect(day('24 July 2025', ['D MMMM YYYY'], 'pl')).toBe('not_a_date');
    expect(() => dayPattern('DD.MM')).toThrow('allowed parts');
  });
});

describe('numbers', () => {
  const integer = (text: string) => {
    const { value, rule, warnings } = readInteger(field('reported_contributions'), text);
    return rule ?? [value, ...warnings].join(' ');
  };
  it.each([
    ['0', '0'],
    ['007', '7'],
    ['1\u00A0250', '1250 thousands_separator'],
    ['1 250 000', '1250000 thousands_separator'],
    ['12.0', '12 decimal_zero'],
    ['12,5', 'not_an_integer'],
    ['1.250', 'not_an_integer'],
    ['12 50', 'not_an_integer'],
    ['1 250 30', 'not_an_integer'],
    ['12 345 6', 'not_an_integer'],
    ['-7', 'negative_count'],
    ['99999999999', 'out_of_range'],
    ['ok. 40', 'not_an_integer'],
  ])('reads the count %s as %s', (text, wanted) => expect(integer(text)).toBe(wanted));

  it('takes the decimal mark of the file and refuses the other one', () => {
    const decimal = (text: string, mark: ',' | '.') => readDecimal(field('direct_cost'), text, mark);
    expect(decimal('12 345,60', ',')).toEqual({
      value: '12345.60',
      rule: null,
      warnings: ['thousands_separator'],
    });
    expect(decimal('18500.00', ',').rule).toBe('not_a_number'); // must never become 1850000
    expect(decimal('18500.00', '.').value).toBe('18500.00');
    expect(decimal('1 250,5 3', ',').rule).toBe('not_a_number');
  });
});

describe('lists and codes', () => {
  it('cuts, trims, keeps each once and leaves whole what the mapping names', () => {
    const topics = source('topics', {
      column: 'topic',
      split: ', ',
      keep_whole: ['Economy, finance and the euro'],
    });
    const cell = 'Trade, Economy, finance and the euro, Trade,  Sport';
    expect(readingOf(topics, cell, '.').value).toEqual(['Trade', 'Economy, finance and the euro', 'Sport']);
  });

  it('tells a known value without a place in our list from an unknown one', () => {
    const forms = source('forms', { column: 'f', split: ';', codes: { pismo: 'letter', RDPP: null } });
    expect(readingOf(forms, 'pismo;RDPP', '.')).toMatchObject({ value: ['letter'], rule: null });
    expect(readingOf(forms, 'RDPP', '.')).toMatchObject({ value: null, rule: null });
    expect(readingOf(forms, 'pismo;faks', '.')).toMatchObject({ value: null, rule: 'unknown_code' });
  });

  it('takes "not recorded" in words for null', () => {
    expect(readingOf(source('council_due'), 'not_recorded', '.')).toMatchObject({ value: null, rule: null });
    expect(readingOf(source('council_due'), 'no', '.').value).toBe('no');
  });

  it('puts the prefix before a value and leaves an empty cell empty', () => {
    const code = source('code', { column: 'id', prefix: 'P-', null_values: ['-1'] });
    expect(readingOf(code, '7', '.').value).toBe('P-7');
    expect(readingOf(code, '-1', '.').value).toBeNull();
  });
});

it('treats what the mapping itself says like a cell', () => {
  expect(source('council_due', { const: 'not_recorded' }).constant).toBeNull();
  expect(source('matter_type', { const: '' }).constant).toBeNull();
  expect(source('title_pl', { const: '  x ' }).constant).toBe('x');
  expect(() => source('opens_on', { row_number: 'x' })).toThrow('a field of text only');
  expect(readingOf(source('code', { column: 'c', prefix: 'x'.repeat(90) }), 'A', '.').rule).toBe('too_long');
});

describe('personal data in texts', () => {
  it('is masked in free texts and in members of lists, with a word', () => {
    expect(readingOf(source('title_pl'), 'Pisze a@b.pl', '.')).toMatchObject({
      value: 'Pisze [e-mail]',
      warnings: ['personal_masked'],
    });
    const topics = source('topics', { column: 't', split: ',' });
    expect(readingOf(topics, 'a@b.pl, c@d.pl, Parki', '.')).toMatchObject({
      value: ['[e-mail]', 'Parki'],
      warnings: ['personal_masked'],
    });
    expect(readingOf(topics, 'Parki, Parki', '.').warnings).toEqual([]);
  });

  it('refuses a code, and stays in an address', () => {
    expect(readingOf(source('code'), 'a@b.pl', '.').rule).toBe('personal_code');
    expect(readingOf(source('source_url'), 'https://x.pl/?q=a@b.pl', '.').value).toBe(
      'https://x.pl/?q=a@b.pl',
    );
  });
});
