/** Options of `read` (docs/intake.md), each with what may stand in it; none: a text. */
const CHOICES = {
  encoding: ['utf-8', 'windows-1250', 'iso-8859-2', 'windows-1252', 'utf-16'],
  delimiter: [',', ';', '\t', '|'],
  quote: ['"', "'"],
  decimal: [',', '.'],
  header_rows: ['0', '1', '2', '3', '4', '5'],
  skip_rows: [],
  header: ['limesurvey', 'row_names', 'plain', 'numbered'],
  header_join: [],
  header_drop: [],
  data_rows: [],
  footer_rows: [],
  null_values: [],
  bare_quotes: ['true', 'false'],
  escape: [],
  sheet: [],
  range: [],
  merged: ['fill', 'first'],
  section: ['meta', 'projects', 'votes'],
  keep_rows: [],
  format: ['csv', 'xlsx', 'json', 'jsonl', 'pabulib'],
} satisfies Record<string, string[]>;

export type Option = keyof typeof CHOICES;
export const OPTIONS = Object.keys(CHOICES) as Option[];
export const choicesOf = (option: Option): string[] => CHOICES[option];

const OF_TEXT: Option[] = ['encoding', 'delimiter', 'quote', 'escape', 'bare_quotes'];
const OF_SHEET: Option[] = ['sheet', 'range', 'merged'];
const OF_TABLE: Option[] = [
  'header_rows',
  'skip_rows',
  'header',
  'header_join',
  'header_drop',
  'data_rows',
  'footer_rows',
];
const ALWAYS: Option[] = ['decimal', 'null_values', 'keep_rows', 'format'];

const OF_READER: Record<string, Option[]> = {
  delimited: [...OF_TEXT, ...OF_TABLE],
  xlsx: [...OF_SHEET, ...OF_TABLE],
  pabulib: ['section', 'encoding'],
};

/** Those that mean something to the reader of a file. */
export const optionsFor = (reader: string): Option[] => [...(OF_READER[reader] ?? []), ...ALWAYS];

/** The reader that a file is most likely for, by its name alone. */
export const readerFor = (file: string): string =>
  ({ xlsx: 'xlsx', xlsm: 'xlsx', pb: 'pabulib' })[file.split('.').at(-1)!.toLowerCase()] ?? 'delimited';

const NUMBERS: Option[] = ['header_rows', 'skip_rows', 'data_rows', 'footer_rows'];
const LISTS: Option[] = ['null_values', 'header_drop'];

/** What was typed as the option takes it; undefined where nothing was. What is no such thing the server refuses. */
export function valueOf(option: Option, text: string): unknown {
  if (text === '') return undefined;
  if (NUMBERS.includes(option)) return Number(text);
  if (LISTS.includes(option)) return text.split(',').map((one) => one.trim());
  if (option === 'bare_quotes') return text === 'true';
  return option === 'keep_rows' ? jsonOr(text) : text;
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** An option as it is typed. */
export const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};
