import type { Field } from './field';
import type { CellRule, RowRule } from './rules';

/** Control characters, C1 included; tab and line breaks may stand in a text. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
export const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;
const TOTAL_ROW = /^(razem|suma|ogółem|łącznie|total|sum)\.?:?$/i;
const ADDRESS = /^https?:\/\/[^\s"<>]+$/i;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The first rule that a value of a JSON record breaks, or null. The bulk check of files (intake/check) answers the
 * same for the same cell: a property test holds the two together.
 * @param value what JSON can carry; null and undefined mean "not recorded"
 */
export function faultOf(field: Field, value: unknown): CellRule | RowRule | null {
  if (value === null || value === undefined || value === '')
    return field.key ? 'missing_code' : field.required ? 'missing_value' : null;
  switch (field.kind) {
    case 'integer':
    case 'decimal':
      return numberFault(field, value);
    case 'day':
      return dayFault(field, value);
    case 'code':
      return codeFault(field, value);
    case 'codes':
      return listFault(value, (item) => codeFault(field, item));
    case 'texts':
      return listFault(value, (item) => textFault(field, item));
    default:
      return textFault(field, value);
  }
}

function numberFault(field: Field, value: unknown): CellRule | null {
  const wanted: CellRule = field.kind === 'integer' ? 'not_an_integer' : 'not_a_number';
  if (typeof value !== 'number' || !Number.isFinite(value)) return wanted;
  if (field.kind === 'integer' && !Number.isInteger(value)) return wanted;
  if (value < 0 && field.min === 0) return 'negative_count';
  return value < Number(field.min) || value > Number(field.max) ? 'out_of_range' : null;
}

function dayFault(field: Field, value: unknown): CellRule | null {
  const parts = typeof value === 'string' ? ISO_DAY.exec(value) : null;
  if (!parts) return 'not_a_date';
  const day = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value) return 'impossible_date';
  return String(value) < String(field.min) || String(value) > String(field.max) ? 'date_out_of_range' : null;
}

const codeFault = (field: Field, value: unknown): CellRule | null =>
  typeof value === 'string' && Object.hasOwn(field.codes ?? {}, value) ? null : 'unknown_code';

function listFault(
  value: unknown,
  faultOfItem: (item: unknown) => CellRule | RowRule | null,
): CellRule | RowRule | null {
  if (!Array.isArray(value)) return 'not_a_list';
  return value.map(faultOfItem).find((fault) => fault !== null) ?? null;
}

/** A text as it is stored: marks inside and blanks at the ends gone, line breaks LF, letters composed. */
export const cleaned = (text: string): string =>
  text.replaceAll('\r\n', '\n').replaceAll('\uFEFF', '').trim().normalize('NFC');

function textFault(field: Field, given: unknown): CellRule | RowRule | null {
  if (typeof given !== 'string') return 'not_a_text';
  const value = cleaned(given);
  if (value === '') return field.key ? 'missing_code' : field.required ? 'missing_value' : null;
  if (CONTROL.test(value)) return 'control_character';
  if (field.key && TOTAL_ROW.test(value)) return 'total_row';
  if (field.key && mixesScripts(value)) return 'mixed_script';
  if (field.kind === 'url' && !ADDRESS.test(value)) return 'not_an_address';
  // class-validator's own length counts graphemes; the database and DuckDB count code points
  return [...value].length > Number(field.max) ? 'too_long' : null;
}

/** Letters of Latin and of Cyrillic or Greek in one code look alike and make two records of one. */
const mixesScripts = (value: string) =>
  /\p{Script=Latin}/u.test(value) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(value);
