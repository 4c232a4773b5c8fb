import type { Field, Kind } from './field';
import { isPersonalCode, masked } from './personal';
import type { CellRule, RowRule } from './rules';

/** Control characters, C1 included; tab and line breaks may stand in a text. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u;

const TOTAL_ROW = /^(razem|suma|ogółem|łącznie|total|sum)\.?:?$/i;
const ADDRESS = /^https?:\/\/[^\s"<>]+$/i;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

type Fault = CellRule | RowRule | null;

const FAULTS: Record<Kind, (field: Field, value: unknown) => Fault> = {
  integer: numberFault,
  decimal: numberFault,
  day: dayFault,
  code: codeFault,
  codes: (field, value) => listFault(value, (item) => codeFault(field, item)),
  texts: (field, value) => listFault(value, (item) => textFault(field, item)),
  text: textFault,
  url: textFault,
  reference: textFault,
  pseudonym: textFault,
  // made of cells that are checked one by one
  answers: () => null,
  facts: () => null,
};

/**
 * The first rule that a value of a JSON record breaks, or null. The bulk check of files (intake/check) answers the
 * same for the same cell: a property test holds the two together.
 * @param value what JSON can carry; null and undefined mean "not recorded"
 */
export function faultOf(field: Field, value: unknown): Fault {
  return value === null || value === undefined || value === ''
    ? missing(field)
    : FAULTS[field.kind](field, value);
}

function missing(field: Field): Fault {
  if (field.key) return 'missing_code';
  return field.required ? 'missing_value' : null;
}

function numberFault(field: Field, value: unknown): Fault {
  const wanted: CellRule = field.kind === 'integer' ? 'not_an_integer' : 'not_a_number';
  if (typeof value !== 'number' || !Number.isFinite(value)) return wanted;
  if (field.kind === 'integer' && !Number.isInteger(value)) return wanted;
  if (value < 0 && field.min === 0) return 'negative_count';
  return value < Number(field.min) || value > Number(field.max) ? 'out_of_range' : null;
}

function dayFault(field: Field, value: unknown): Fault {
  const parts = typeof value === 'string' ? ISO_DAY.exec(value) : null;
  if (!parts) return 'not_a_date';
  const day = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value) return 'impossible_date';
  return String(value) < String(field.min) || String(value) > String(field.max) ? 'date_out_of_range' : null;
}

function codeFault(field: Field, value: unknown): Fault {
  return typeof value === 'string' && Object.hasOwn(field.codes ?? {}, value) ? null : 'unknown_code';
}

function listFault(value: unknown, faultOfItem: (item: unknown) => Fault): Fault {
  if (!Array.isArray(value)) return 'not_a_list';
  return value.map(faultOfItem).find((fault) => fault !== null) ?? null;
}

/** A text as it is stored: marks inside and blanks at the ends gone, line breaks LF, letters composed. */
export const cleaned = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replaceAll('\uFEFF', '').trim().normalize('NFC');

/** What is stored of a text that breaks no rule: no personal data in a free text. */
export const stored = ({ kind, key }: Field, text: string): string =>
  (kind === 'text' && !key) || kind === 'texts' ? masked(text) : text;

function textFault(field: Field, given: unknown): Fault {
  if (typeof given !== 'string') return 'not_a_text';
  // before blanks are taken off: a form feed is a blank to `trim`, and a file's row breaks on it
  if (CONTROL.test(given)) return 'control_character';
  const value = cleaned(given);
  if (value === '') return missing(field);
  const doubt = field.key ? keyFault(value) : null;
  if (doubt) return doubt;
  if (field.kind === 'url' && !ADDRESS.test(value)) return 'not_an_address';
  // class-validator's own length counts graphemes; the database and DuckDB count code points
  return [...value].length > Number(field.max) ? 'too_long' : null;
}

/** Whether a text says that its row is a sum of others. */
export const isTotal = (value: string): boolean => TOTAL_ROW.test(value);

function keyFault(value: string): Fault {
  if (isTotal(value)) return 'total_row';
  if (isPersonalCode(value)) return 'personal_code';
  return mixesScripts(value) ? 'mixed_script' : null;
}

/** Letters of Latin and of Cyrillic or Greek in one code look alike and make two records of one. */
const mixesScripts = (value: string) =>
  /\p{Script=Latin}/u.test(value) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(value);
