import { cleaned, faultOf } from '../contracts/cell';
import type { Field } from '../contracts/field';
import { sentence } from '../contracts/rules';
import { Refusal } from '../store/home';

/** Stands between the members of a constant list; no file holds it. */
export const LIST_MARK = '\uE000';

/** The greatest row number that the check can hold. */
const LAST_ROW = 2_147_483_647;

const TEXTS = ['text', 'url', 'reference'];

const clean = (value: unknown) => (typeof value === 'string' ? cleaned(value) : value);
const tidy = (value: unknown) => (Array.isArray(value) ? [...new Set(value.map(clean))] : clean(value));

/** The one value of every row, cleaned and checked like a cell; null where it says that nothing is recorded. */
export function constantOf(field: Field, options: Record<string, unknown>, fileName: string): string | null {
  const stem = options['file_stem'];
  const given =
    stem === undefined || stem === null ? options['const'] : String(stem) + fileName.replace(/\.[^.]*$/, '');
  if (given === undefined || given === null) return null;
  const value = tidy(given);
  if (value === '' || value === (field.unrecorded ?? '')) return null;
  refuseFaulty(field, value);
  return Array.isArray(value) ? value.map(String).join(LIST_MARK) : String(value);
}

function refuseFaulty(field: Field, value: unknown): void {
  const fault = faultOf(field, value);
  if (!fault) return;
  const why = sentence(fault, field, String(value));
  throw new Refusal(`Mapowanie, ${field.name}: ${why.pl}`, `Mapping, ${field.name}: ${why.en}`);
}

/** What is put before a cell: cleaned like one, but for the blank it may end with. */
export const pieceOf = (given: unknown): string =>
  given === undefined || given === null ? '' : cleaned(`${String(given)}|`).slice(0, -1);

/** What is put before the number of the row, as long as the numbers of the longest file leave the value right. */
export function rowNumberOf(field: Field, options: Record<string, unknown>): string | null {
  if (options['row_number'] === undefined || options['row_number'] === null) return null;
  const piece = pieceOf(options['row_number']);
  refuseFaulty(field, `${piece}${LAST_ROW}`);
  return piece;
}

/** What a list is cut by; cut by nothing, letters themselves would fall apart. */
export function splitOf(field: Field, given: string | null): string | null {
  if (given !== '') return given;
  throw new Refusal(
    `Mapowanie, ${field.name}.split: „”; dozwolone: co najmniej jeden znak`,
    `Mapping, ${field.name}.split: “”; allowed: at least one character`,
  );
}

/** What is put together from pieces is a text; a day or a number with a prefix is neither. */
export function onlyTexts(field: Field, options: Record<string, unknown>): void {
  if (field.kind === 'pseudonym' && options['column'] === undefined)
    throw new Refusal(
      `Mapowanie, ${field.name}: dozwolona tylko kolumna; stała stałaby w mapowaniu jawnie`,
      `Mapping, ${field.name}: allowed is only a column; a constant would stand in the mapping for all to see`,
    );
  const made = ['prefix', 'row_number', 'file_stem'].find((key) => options[key] !== undefined);
  if (made === undefined || TEXTS.includes(field.kind)) return;
  throw new Refusal(
    `Mapowanie, ${field.name}.${made}: dozwolone tylko dla pola tekstowego`,
    `Mapping, ${field.name}.${made}: allowed for a field of text only`,
  );
}
