import { Refusal } from '../store/home';
import type { ReadOptions } from './readers/reader';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string' && value !== '';
const anyText: Check = (value) => typeof value === 'string';
const texts: Check = (value) => Array.isArray(value) && value.every(anyText);
const count =
  (most: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;
const oneOf =
  (...allowed: string[]): Check =>
  (value) =>
    allowed.includes(String(value));
const rowFilter: Check = (value) => {
  const { column, in: wanted, ...more } = (value ?? {}) as Record<string, unknown>;
  return text(column) && texts(wanted) && Object.keys(more).length === 0;
};

/** More rows than any file has. */
const MANY = 100_000_000;

const FORMATS = ['csv', 'json', 'jsonl', 'xlsx', 'pabulib'];

/** Every option of `read`: what it takes, in words and as a check. */
const OPTIONS: Record<keyof ReadOptions, [Check, string]> = {
  format: [oneOf(...FORMATS), FORMATS.join(', ')],
  encoding: [text, 'utf-8, windows-1250, iso-8859-2, …'],
  delimiter: [text, '"," ";" "\\t" "||" …'],
  quote: [text, '" \''],
  escape: [oneOf('\\', ''), '"\\\\"'],
  bare_quotes: [(value) => typeof value === 'boolean', 'true, false'],
  decimal: [oneOf(',', '.'), ', .'],
  header_rows: [count(5), '0–5'],
  header_join: [anyText, '" / "'],
  header_drop: [texts, '["Response"]'],
  header: [oneOf('limesurvey', 'row_names', 'plain', 'numbered'), 'limesurvey, row_names, plain, numbered'],
  skip_rows: [count(MANY), '0, 1, 2, …'],
  data_rows: [count(MANY), '0, 1, 2, …'],
  footer_rows: [count(1000), '0–1000'],
  sheet: [text, 'nazwa arkusza / name of a sheet'],
  range: [(value) => /^[A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7}$/.test(String(value)), '"A5:F15"'],
  merged: [oneOf('first', 'fill'), 'first, fill'],
  section: [oneOf('meta', 'projects', 'votes'), 'meta, projects, votes'],
  null_values: [texts, '["NA"]'],
  same_keys: [(value) => typeof value === 'boolean', 'true, false'],
  keep_rows: [rowFilter, '{"column": "…", "in": ["…"]}'],
};

/** Checks `read` of a mapping. Throws `Refusal` naming the option, its value and what is allowed. */
export function readOptionsOf(given: unknown): ReadOptions {
  if (given === undefined || given === null) return {};
  if (typeof given !== 'object' || Array.isArray(given)) throw refusal('read', given, '{…}');
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(OPTIONS, name)) throw refusal('read', name, Object.keys(OPTIONS).join(', '));
    const [check, allowed] = OPTIONS[name as keyof ReadOptions];
    if (!check(value)) throw refusal(`read.${name}`, value, allowed);
  }
  return given;
}

/** The options of `read`, by name. */
export const READ_OPTIONS = Object.keys(OPTIONS);

function refusal(name: string, value: unknown, allowed: string): Refusal {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return new Refusal(
    `Odczyt, ${name}: „${shown}”; dozwolone: ${allowed}`,
    `Reading, ${name}: “${shown}”; allowed: ${allowed}`,
  );
}
