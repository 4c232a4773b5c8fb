import type { Label } from './field';

/** Kinds of personal data that an import recognises and leaves out; docs/data-protection.md lists the same. */
export const PERSONAL = {
  name: { pl: 'imię lub nazwisko', en: 'name of a person' },
  email: { pl: 'adres e-mail', en: 'e-mail address' },
  phone: { pl: 'numer telefonu', en: 'phone number' },
  pesel: { pl: 'numer PESEL', en: 'PESEL number' },
  ip: { pl: 'adres IP', en: 'IP address' },
  address: { pl: 'adres zamieszkania', en: 'home address' },
  birth_date: { pl: 'data urodzenia', en: 'date of birth' },
  identity_document: { pl: 'numer dokumentu tożsamości', en: 'identity document number' },
  signature: { pl: 'podpis', en: 'signature' },
} as const satisfies Record<string, Label>;

export type PersonalKind = keyof typeof PERSONAL;

/** What stands in a text in place of what was in it. */
export const MASKS = { email: '[e-mail]', pesel: '[PESEL]', ip: '[IP]', phone: '[telefon]' } as const;

/** Digits that a PESEL is checked with, https://www.gov.pl/web/gov/czym-jest-numer-pesel */
const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];

/**
 * Whether eleven digits are the PESEL of somebody born from 1900 to 2099: the control digit agrees and the day exists.
 * Born in 2020 is nobody: codes of registers begin with the day of a case (20250312001) and would be read so.
 */
export function isPesel(digits: string): boolean {
  if (!/^(?!202\d|203[0-2])\d{11}$/.test(digits)) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  const [year, month, day] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2))) as [
    number,
    number,
    number,
  ];
  // the century is added to the month
  const born = new Date(Date.UTC((month > 20 ? 2000 : 1900) + year, (month % 20) - 1, day));
  return (
    sum % 10 === 0 && month <= 32 && born.getUTCDate() === day && born.getUTCMonth() === (month % 20) - 1
  );
}

/** An address of version 4 has seven digits at least here: shorter ones are chapters and versions (2.1.3.1). */
export function isIp(text: string): boolean {
  if (/^\d+(?:\.\d+){3}$/.test(text))
    return text.length >= 10 && text.split('.').every((part) => part.length <= 3 && Number(part) <= 255);
  const groups = text.split(':');
  const whole = groups.length === 8 || (groups.length > 2 && text.includes('::'));
  return (
    whole && /\d/.test(text) && groups.length <= 8 && groups.every((group) => /^[\da-f]{0,4}$/i.test(group))
  );
}

const MOBILE = /^(?:45|50|51|53|57|60|66|69|72|73|78|79|88)/;
const LANDLINE = /^\(?0?[1-9]\d\)?[\s/\p{Pd}]+\d{3}(?:[\s\p{Pd}]?\d\d){2}$/u;
const COUNTRY = /^(?:\+|00)48/;

/** A Polish number: with the country's code, of a mobile network, or written as an area and seven digits. */
export function isPhone(text: string): boolean {
  if (!/^\+?[\d\s.()/\p{Pd}]+$/u.test(text)) return false;
  const digits = text.replace(/\D/g, '').replace(COUNTRY.test(text) ? /^(?:00)?48/ : '', '');
  if (digits.length !== 9) return LANDLINE.test(text);
  return COUNTRY.test(text) || LANDLINE.test(text) || (MOBILE.test(digits) && !isRegon(digits));
}

/** Nine digits may be the REGON of an organisation, which is public: its last one is a control digit. */
const isRegon = (digits: string) =>
  ([8, 9, 2, 3, 4, 5, 6, 7].reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11) % 10 ===
  Number(digits[8]);

// what stands before the @ has an end, so that a long text is read once
const EMAIL = /[\p{L}\p{N}._%+'-]{1,100}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const NINE_DIGITS = '\\(?\\d(?:[\\s.()/\\p{Pd}]{0,2}\\d){8}(?!\\d)';
/** What says that a number is a telephone. Looked for backwards at every number, so that nothing in it is without an end. */
export const TELEPHONE =
  '(?<!\\p{L})(?:tel|telefon\\p{L}{0,8}|kom|faks|fax|phone|mobile)[\\s.:]{0,3}(?:nr[\\s.:]{0,2})?';

type Mask = [kind: keyof typeof MASKS, pattern: RegExp, is: (found: string) => boolean];
const sure = () => true;

/** What is surely personal wherever it stands. */
const CODES: Mask[] = [
  ['email', EMAIL, sure],
  ['pesel', /(?<!\d)\d{11}(?!\d)/g, isPesel],
];
/** In a text a number is a telephone only where the text says so: nine digits may be a sum of money. */
const TEXTS: Mask[] = [
  ...CODES,
  ['ip', /(?<![\w:.])(?:\d+(?:\.\d+){3}|[\da-f]{1,4}:[\da-f:]{4,})(?![\w:]|\.\d)/gi, isIp],
  [
    'phone',
    new RegExp(
      `(?<=${TELEPHONE})${NINE_DIGITS}|(?:\\+|(?<!\\d)00)48[\\s.()\\p{Pd}]{0,2}${NINE_DIGITS}`,
      'giu',
    ),
    sure,
  ],
];
/** What was refused is shown to find it again, not to be read: here doubt is enough, and half an address. */
const FINDINGS: Mask[] = [
  ...TEXTS,
  ['email', /[^\s@]{1,200}@[^\s@]*/g, sure],
  ['phone', new RegExp(`(?<!\\d)${NINE_DIGITS}`, 'gu'), isPhone],
];

/**
 * A pattern of DuckDB and of JavaScript that finds whatever is masked, and more: a text that it does not find is taken
 * as it stands by both.
 */
export const SUSPECT =
  '@|[0-9](?:[^0-9A-Za-z]{0,2}[0-9]){8}|[0-9]\\.[0-9]+\\.[0-9]+\\.[0-9]|[0-9A-Fa-f]:[0-9A-Fa-f]{0,4}:';
const suspect = new RegExp(SUSPECT);

const replaced = (text: string, masks: Mask[]): string =>
  suspect.test(text)
    ? masks.reduce(
        (all, [kind, pattern, is]) => all.replace(pattern, (found) => (is(found) ? MASKS[kind] : found)),
        text,
      )
    : text;

/** A free text as it is stored: e-mail addresses, PESEL, IP addresses and telephones replaced by marks. */
export const masked = (text: string): string => replaced(text, TEXTS);
/** The same for what a receipt shows of a cell, a name of a column or a code. */
export const hidden = (text: string): string => replaced(text, FINDINGS);
/** Whether a code holds an e-mail address or a PESEL: no record can be called so, and a mark would make one of two. */
export const isPersonalCode = (text: string): boolean => replaced(text, CODES) !== text;

const CELLS: [PersonalKind, (cell: string) => boolean][] = [
  ['email', (cell) => cell.includes('@') && cell.replace(EMAIL, '') === ''],
  ['pesel', isPesel],
  ['ip', isIp],
  ['phone', isPhone],
];

/** What a whole cell is by its look alone; null where it is none of it. */
export const kindOfCell = (cell: string): PersonalKind | null =>
  cell.length <= 100 && suspect.test(cell) ? (CELLS.find(([, is]) => is(cell))?.[0] ?? null) : null;
