import type { BrokenRecord } from './scan';

/** How a file was understood; shown to the person who brought it. */
export interface Dialect {
  encoding: string | null;
  delimiter: string | null;
  decimal: ',' | '.';
  header_rows: number;
  /** Where it is not the usual one: what else was found or declared. */
  quote?: string;
  escape?: string;
  skip_rows?: number;
  sheet?: string;
  range?: string;
  section?: string;
  /** Cells whose value the file computed; the values it kept are read. */
  formulas?: number;
}

/** What a mapping or a command says of the reading; what is not said is detected. */
export interface ReadOptions {
  format?: string;
  encoding?: string;
  delimiter?: string;
  quote?: string;
  escape?: string;
  bare_quotes?: boolean;
  decimal?: string;
  header_rows?: number;
  header_join?: string;
  header_drop?: string[];
  header?: string;
  skip_rows?: number;
  data_rows?: number;
  footer_rows?: number;
  sheet?: string;
  range?: string;
  merged?: string;
  section?: string;
  null_values?: string[];
  same_keys?: boolean;
  keep_rows?: { column: string; in: string[] };
}

/** What a reader is not sure of. A person settles it by declaring the option `about`. */
export interface Doubt {
  about: keyof ReadOptions;
  pl: string;
  en: string;
}

/**
 * A stretch of a file. `file` is UTF-8 text, delimited, without header; the first two cells of a row are the physical
 * line (from 1) and the number of the data row (from 1), after them come the cells of the header, all of them.
 */
export interface Part {
  file: string;
  /** Rows of `file`. */
  rows: number;
  /** Whether a byte order mark stands inside a cell. */
  marked: boolean;
  /** Records that are not in `file`, because their structure is broken. */
  broken: (BrokenRecord & { row: number; record: string[] })[];
}

/** A file as a table of text: the common ground between readers and the check. */
export interface Table {
  reader: string;
  dialect: Dialect;
  header: string[];
  /** The physical line of the header, from 1; of the first object where the keys are the header. */
  headerLine: number;
  /** Of a sheet: the column in which the table begins, from 1. */
  firstColumn?: number;
  shape: { delimiter: string; quote: string };
  /** What no option settles: such a table may be looked at, not taken in. */
  doubts: Doubt[];
  /** The rows, in order, part after part: while one part is stored the next is read. */
  parts: AsyncIterable<Part>;
}

export interface Reader {
  name: string;
  /** Whether this reader should try the file; `head` is its beginning. */
  accepts(file: string, head: Buffer, options: ReadOptions): boolean;
  /** Reads `source` into a table below `folder`. Throws `Refusal` with a sentence where it cannot. */
  read(source: string, folder: string, options: ReadOptions): Promise<Table>;
}

/** Parts the items of a list in one cell, where the file itself has lists. A control character: no text may hold it. */
export const ITEM_MARK = '\x1d';

/** A name of a column, in a file or in a mapping: without marks and outer blanks, its letters composed. */
export const columnName = (cell: string): string => cell.replaceAll('\uFEFF', '').trim().normalize('NFC');

/** Names of columns: `column_N` where blank; `NAME (2)` for the second of a name. */
export function columnNames(cells: string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, i) => {
    const name = columnName(cell) || `column_${i + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
