import type { CellType } from './datasets';

/** A way of writing CSV. Both are fixed: a settings form would only make files that nobody else can read. */
export interface Dialect {
  delimiter: string;
  decimal: string;
  /** At the start of the file. */
  mark: string;
}

/** RFC 4180 for machines: UTF-8, comma, decimal point, CRLF. */
export const MACHINE: Dialect = { delimiter: ',', decimal: '.', mark: '' };
/** For a Polish Excel: byte order mark, semicolon, decimal comma, CRLF; no `sep=` line, which would undo the mark. */
export const EXCEL: Dialect = { delimiter: ';', decimal: ',', mark: '\uFEFF' };

/** What a spreadsheet takes for a formula at the start of a text, full-width signs too (OWASP ASVS 5.0, 1.2.10). */
const FORMULA = '^[=+\\-@\\t\\r\\n＝＋－＠]';

const quoted = (sql: string) => `'"' || replace(${sql}, '"', '""') || '"'`;
const guarded = (sql: string) =>
  `CASE WHEN regexp_matches(${sql}, '${FORMULA}') THEN '''' || ${sql} ELSE ${sql} END`;
const unbroken = (sql: string) => `replace(replace(${sql}, chr(13) || chr(10), chr(10)), chr(13), chr(10))`;

const CELLS: Record<CellType, (sql: string, dialect: Dialect) => string> = {
  text: (sql) => quoted(guarded(unbroken(`CAST(${sql} AS VARCHAR)`))),
  list: (sql) => quoted(guarded(unbroken(`array_to_string(${sql}, '|')`))),
  code: (sql) => quoted(`CAST(${sql} AS VARCHAR)`),
  day: (sql) => `CAST(${sql} AS VARCHAR)`,
  integer: (sql) => `CAST(${sql} AS VARCHAR)`,
  // the shortest text that reads back as the same double; a whole number needs no point
  number: (sql, { decimal }) =>
    `replace(regexp_replace(CAST(${sql} AS VARCHAR), '\\.0$', ''), '.', '${decimal}')`,
};

/**
 * SQL of one line of CSV a row, CR at its end (the writer adds LF). Texts are quoted, numbers and days never; null is
 * an empty cell without quotes.
 */
export const lineSql = (columns: { sql: string; type: CellType }[], dialect: Dialect): string =>
  `${columns.map(({ sql, type }) => `coalesce(${CELLS[type](sql, dialect)}, '')`).join(` || '${dialect.delimiter}' || `)} || chr(13)`;

/** The line of the names of the columns. */
export const headLine = (names: string[], { delimiter, mark }: Dialect): string =>
  `${mark}${names.join(delimiter)}\r\n`;

/** A small table of texts as machine CSV. */
export const csvOf = (rows: string[][]): string =>
  rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`).join('');
