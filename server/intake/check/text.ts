import { cleaned, faultOf, stored } from '../../contracts/cell';
import type { Field } from '../../contracts/field';
import type { Warning } from '../../contracts/rules';
import { literal } from '../duckdb';
import { broken, read, type Reading } from './reading';

/** A text, an address, a reference or a key. */
export function readText(field: Field, text: string): Reading {
  const fault = faultOf(field, text);
  if (fault) return broken(fault);
  const value = stored(field, text);
  return read(value, [...(value === text ? [] : (['personal_masked'] as const)), ...textWarnings(value)]);
}

function* textWarnings(text: string): Generator<Warning> {
  if (/^[=+@-].*[A-Za-z(]/s.test(text)) yield 'formula';
  if (/<[A-Za-z/!]/.test(text)) yield 'markup';
}

/** What cleaning took away from a cell. */
export function* cleaningWarnings(cell: string): Generator<Warning> {
  const unmarked = cell.replaceAll('\uFEFF', '');
  if (unmarked !== cell) yield 'bom_inside';
  if (unmarked.trim() !== unmarked) yield 'trimmed';
  if (cell.normalize('NFC') !== cell && cleaned(cell) !== '') yield 'not_normalised';
}

/** Letters, marks and figures that need no second look; the first and the last are no blanks, the first is no formula. */
const SIGNS = "À-ÖØ-öø-žȘșȚț„”“–—…’(),.;/_#%&?!'+*§°\\[\\] -";
const SIGN = `(?:[${SIGNS}]|: )`;
const MARK_OR_LETTER = `(?:[A-Za-z${SIGNS}]|: )`;
/** A number, a day, two years: what is longer up to the next letter may be a telephone, a PESEL or an IP address. */
const FIGURES = `(?:[0-9]{1,8}|[0-9]{1,4}${SIGN}+[0-9]{1,4}|(?:[0-9]{1,2}${SIGN}+){2}[0-9]{1,4}|[0-9]{4}(?:${SIGN}+[0-9]{1,2}){2})`;
const PLAIN = {
  url: 'https?://[!#-;=?-~]+',
  key: '[A-Za-z0-9](?:[A-Za-z0-9 ./_-]*[A-Za-z0-9])?',
  text: `(?:[A-Za-zÀ-ÖØ-öø-ž„(]${MARK_OR_LETTER}*)?(?:${FIGURES}${SIGN}*[A-Za-z]${MARK_OR_LETTER}*)*(?:${FIGURES}${SIGN}*)?`,
};
/** What no code is: a total, or the digits of a PESEL. */
const NO_CODE = '^(razem|suma|ogółem|łącznie|total|sum)$|[0-9]{11}';

/** SQL that is true where a text cell can be taken as it stands: only the others get a closer look. */
export function plainSql(field: Field, cell: string): string {
  const pattern = field.key ? PLAIN.key : field.kind === 'url' ? PLAIN.url : PLAIN.text;
  const code = field.key ? ` AND NOT regexp_matches(${cell}, ${literal(NO_CODE)}, 'i')` : '';
  return `strlen(${cell}) BETWEEN 1 AND ${Number(field.max)} AND ${cell} NOT LIKE '% ' AND regexp_full_match(${cell}, ${literal(pattern)})${code}`;
}
