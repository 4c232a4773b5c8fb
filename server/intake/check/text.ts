import { cleaned, faultOf } from '../../contracts/cell';
import type { Field } from '../../contracts/field';
import type { Warning } from '../../contracts/rules';
import { literal } from '../duckdb';
import { broken, read, type Reading } from './reading';

/** A text, an address, a reference or a key. */
export function readText(field: Field, text: string): Reading {
  const fault = faultOf(field, text);
  return fault ? broken(fault) : read(text, [...textWarnings(text)]);
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

/** Letters, figures and marks that need no second look; the first and the last are no blanks, the first is no formula. */
const LETTERS = "A-Za-z0-9À-ÖØ-öø-žȘșȚț„”“–—…’(),.:;/_#%&?!'+*§°\\[\\]-";
const PLAIN = {
  url: 'https?://[!#-;=?-~]+',
  key: '[A-Za-z0-9](?:[A-Za-z0-9 ./_-]*[A-Za-z0-9])?',
  text: `[A-Za-z0-9À-ÖØ-öø-ž„(](?:[ ${LETTERS}]*[${LETTERS}])?`,
};
const TOTAL = '^(razem|suma|ogółem|łącznie|total|sum)$';

/** SQL that is true where a text cell can be taken as it stands: only the others get a closer look. */
export function plainSql(field: Field, cell: string): string {
  const pattern = field.key ? PLAIN.key : field.kind === 'url' ? PLAIN.url : PLAIN.text;
  const total = field.key ? ` AND NOT regexp_matches(${cell}, ${literal(TOTAL)}, 'i')` : '';
  return `strlen(${cell}) <= ${Number(field.max)} AND regexp_full_match(${cell}, ${literal(pattern)})${total}`;
}
