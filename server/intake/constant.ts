import { cleaned, faultOf } from '../contracts/cell';
import type { Field } from '../contracts/field';
import { sentence } from '../contracts/rules';
import { Refusal } from '../store/home';

/** Stands between the members of a constant list; no file holds it. */
export const LIST_MARK = '\uE000';

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
  const fault = faultOf(field, value);
  if (fault) {
    const why = sentence(fault, field, String(value));
    throw new Refusal(`Mapowanie, ${field.name}: ${why.pl}`, `Mapping, ${field.name}: ${why.en}`);
  }
  return Array.isArray(value) ? value.map(String).join(LIST_MARK) : String(value);
}

/** What is put together from pieces is a text; a day or a number with a prefix is neither. */
export function onlyTexts(field: Field, options: Record<string, unknown>): void {
  const made = ['prefix', 'row_number', 'file_stem'].find((key) => options[key] !== undefined);
  if (made === undefined || TEXTS.includes(field.kind)) return;
  throw new Refusal(
    `Mapowanie, ${field.name}.${made}: dozwolone tylko dla pola tekstowego`,
    `Mapping, ${field.name}.${made}: allowed for a field of text only`,
  );
}
