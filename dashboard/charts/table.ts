/** What a cell of a chart's table is; only what people wrote is `text`, and only that can be taken for a formula. */
export type CellType = 'text' | 'code' | 'day' | 'integer' | 'number';
export type Cell = string | number | null;

export interface Column {
  /** Its name in a file. */
  name: string;
  /** Its head on the page. */
  label: string;
  type: CellType;
  /** Decimals on the page; a file has all of them. */
  decimals?: number;
  /** How the page says a code; a file has the code. */
  say?: (code: string) => string;
}

/** The numbers behind a chart: the page shows them as a table, and its files are made from the same rows. */
export interface Table {
  columns: Column[];
  rows: Cell[][];
}

/** A way of writing CSV; the same two as the server's (server/publish/csv.ts). */
export interface Dialect {
  delimiter: string;
  decimal: string;
  mark: string;
  suffix: string;
}

/** RFC 4180 for machines. */
export const MACHINE: Dialect = { delimiter: ',', decimal: '.', mark: '', suffix: '.csv' };
/** For a Polish Excel: byte order mark, semicolon, decimal comma. */
export const EXCEL: Dialect = { delimiter: ';', decimal: ',', mark: '\uFEFF', suffix: '.pl.csv' };

/** What a spreadsheet takes for a formula at the start of a text. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const guarded = (text: string) => (FORMULA.test(text) ? `'${text}` : text);
const unbroken = (text: string) => text.replace(/\r\n?/g, '\n');

function cellOf(cell: Cell, type: CellType, { decimal }: Dialect): string {
  if (cell === null) return '';
  if (type === 'text') return quoted(guarded(unbroken(String(cell))));
  if (type === 'code') return quoted(String(cell));
  return String(cell).replace('.', decimal);
}

/** The table as a file: texts quoted, numbers whole and never quoted, what is missing empty. */
export function csvOf({ columns, rows }: Table, dialect: Dialect): string {
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ type }, i) => cellOf(row[i] ?? null, type, dialect))),
  ];
  return dialect.mark + lines.map((line) => `${line.join(dialect.delimiter)}\r\n`).join('');
}

/** The table for the clipboard, to be pasted into a sheet of the page's language. */
export function tsvOf({ columns, rows }: Table, decimal: string): string {
  const cell = (value: Cell, { type }: Column) => {
    if (value === null) return '';
    if (typeof value === 'number') return String(value).replace('.', decimal);
    return type === 'text' ? guarded(value.replace(/\s+/g, ' ')) : value;
  };
  return [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map((column, i) => cell(row[i] ?? null, column))),
  ]
    .map((line) => line.join('\t'))
    .join('\n');
}
