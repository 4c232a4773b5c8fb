import fc from 'fast-check';
import { hidden, isIp, isPersonalCode, isPesel, isPhone, kindOfCell, masked, TELEPHONE } from './personal';

// the usual example: born on 14 May 1944
const PESEL = '44051401458';

describe('a PESEL', () => {
  it.each([PESEL, '02270803624'])('%s has its control digit and a day that exists', (digits) =>
    expect(isPesel(digits)).toBe(true),
  );
  it.each([
    ['44051401459', 'another control digit'],
    ['44053201457', 'the 32nd of May'],
    ['44131401457', 'a thirteenth month'],
    ['44001401453', 'no month'],
    ['4405140145', 'ten digits'],
    ['00000000000', 'noughts'],
  ])('%s is none: %s', (digits) => expect(isPesel(digits)).toBe(false));

  it('is no code that begins with the day of a case', () => {
    const codes = Array.from(
      { length: 1000 },
      (_, i) => `2025${String(1 + (i % 12)).padStart(2, '0')}12${String(i).padStart(3, '0')}`,
    );
    expect(codes.filter(isPesel)).toEqual([]);
  });

  it('is rare among eleven digits', () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => String(20_330_000_000 + i * 7_919_777));
    // one in ten has the control digit, 24 in 100 the month, 31 in 100 the day
    expect(ids.filter(isPesel).length / ids.length).toBeLessThan(0.012);
  });
});

describe('whole cells', () => {
  it.each([
    ['jan.kowalski@example.org', 'email'],
    ['zażółć@urząd.example.pl', 'email'],
    [PESEL, 'pesel'],
    ['83.12.45.190', 'ip'],
    ['2a00:f41:1c2::7', 'ip'],
    ['+48 600 100 200', 'phone'],
    ['0048600100200', 'phone'],
    ['600-100-200', 'phone'],
    ['600100200', 'phone'],
    ['(81) 466 11 22', 'phone'],
    ['81 466-11-22', 'phone'],
  ])('%s is %s', (cell, kind) => expect(kindOfCell(cell)).toBe(kind));

  it.each([
    'Budowa parku',
    '@park',
    'a@b',
    '2.1.3.1', // a chapter
    '999.12.45.190',
    '12:30:45',
    '00:1A:2B:3C:4D:5E', // a network card
    'std::vec',
    '2025-03-12',
    '2014-2020',
    '123 456 789', // a sum of money: no network begins so
    '430001006', // REGON of an organisation
    '603000000', // the same, beginning like a mobile
    '0000123456',
    'KS-600100200',
    '',
  ])('%j is nothing personal', (cell) => expect(kindOfCell(cell)).toBeNull());

  it('takes nine digits with the control digit of a REGON for an organisation', () => {
    // 6*8 + 0*9 + 3*2 = 54; 54 % 11 = 10, which counts as 0
    expect([isPhone('603000000'), isPhone('603000001')]).toEqual([false, true]);
  });
});

describe('free texts', () => {
  it.each([
    ['Pisz na jan@example.org.', 'Pisz na [e-mail].'],
    [`Wniosek ${PESEL}, uwaga`, 'Wniosek [PESEL], uwaga'],
    [`PESEL${PESEL}`, 'PESEL[PESEL]'],
    ['Z adresu 83.12.45.190, wczoraj', 'Z adresu [IP], wczoraj'],
    ['Z adresu 2a00:f41:1c2::7', 'Z adresu [IP]'],
    ['tel. 81 466 11 22, pokój 5', 'tel. [telefon], pokój 5'],
    ['Telefon: 600-100-200', 'Telefon: [telefon]'],
    ['zadzwoń: +48 600 100 200', 'zadzwoń: [telefon]'],
    ['a@b.pl, c@d.pl', '[e-mail], [e-mail]'],
  ])('%s becomes %s', (text, wanted) => expect(masked(text)).toBe(wanted));

  it.each([
    'Budżet 600 000 000 zł na lata 2014-2020',
    'Uchwała nr 123/2025 z dnia 12.03.2025, poz. 1234',
    'Rozdział 2.1.3.1 Strategii',
    'Identyfikator 44051401459',
    'hotel 600100200 i komitet 600100200',
    'Godzina 12:30:45',
  ])('%s stays', (text) => expect(masked(text)).toBe(text));

  const piece = fc.constantFrom(
    'a@b.pl',
    'x',
    '@',
    '.',
    ' ',
    PESEL,
    '4',
    '83.12.45.190',
    '600 100 200',
    'tel. ',
    '+48 ',
    '-',
    ':',
    '[',
  );
  it('stay as they are when masked again, so that a file taken in twice is the same', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const once = masked(pieces.join(''));
        expect(masked(once)).toBe(once);
      }),
      { numRuns: propertyRuns(2000) },
    );
  });
});

it('hides more in what is only shown: half an address, and a number that may be a telephone', () => {
  expect(hidden('jan.kowalski@exam')).toBe('[e-mail]');
  expect(hidden('od 600 100 200 do')).toBe('od [telefon] do');
  expect(hidden('2024-13-01')).toBe('2024-13-01');
});

it('knows a code that is somebody', () => {
  expect(['jan@example.org', `K-${PESEL}`].map(isPersonalCode)).toEqual([true, true]);
  expect(['KS-0000001', '44051401459', 'RDPP/600100200'].map(isPersonalCode)).toEqual([false, false, false]);
});

it('looks back from a number over a few letters only: over all of a text it would be minutes', () => {
  expect(TELEPHONE).not.toMatch(/[*+]|,\}/);
  expect(hidden(`${'tel'.repeat(2000)} 600 100 200`)).toMatch(/\[telefon\]$/);
  expect(isIp('1'.repeat(100_000))).toBe(false);
});
