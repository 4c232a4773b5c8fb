import type { DuckDBConnection } from '@duckdb/node-api';
import { rm } from 'node:fs/promises';
import { rowsOfPart } from './check/raw';
import { type Proposal, proposals } from './proposal';
import { readOptionsOf } from './read-options';
import type { Dialect, Doubt, Table } from './readers/reader';
import { type ImportRequest, openTable } from './understand';

/** A mapping of a mere table that is tried out has nothing to take in: what it reads is shown. */
export const wantsPreview = ({ dryRun, mapping }: ImportRequest): boolean =>
  dryRun && mapping?.['type'] === 'table';

/** A file as it would be read, before any mapping. */
export interface Preview {
  reader: string;
  dialect: Dialect;
  header: string[];
  /** What has to be declared before the file can be taken in. */
  doubts: Doubt[];
  /** The first rows, as text. */
  rows: string[][];
  /** Physical line of each of them. */
  lines: number[];
  /** Rows seen whose structure is broken, by physical line. */
  broken: { line: number; rule: string }[];
  /** What the file could be, the likeliest first, three at most. */
  proposals: Proposal[];
}

const PROPOSED = 3;
/** Rows by which a column is judged. */
const JUDGED = 100;

/**
 * Reads the beginning of a file and shows it; nothing is written. Of the mapping only `read` is used. Throws `Refusal`
 * where the file cannot be read at all.
 * @param most how many rows are wanted
 */
export async function previewOf(
  connection: DuckDBConnection,
  request: ImportRequest,
  folder: string,
  most = 20,
): Promise<Preview> {
  const table = await openTable(request, readOptionsOf(request.mapping?.['read']), folder);
  const { reader, dialect, header, doubts } = table;
  const first = await firstRows(connection, table, most);
  const found = proposals(header, first.rows.slice(0, JUDGED), dialect.decimal);
  return { reader, dialect, header, doubts, ...first, proposals: found.slice(0, PROPOSED) };
}

async function firstRows(connection: DuckDBConnection, table: Table, most: number) {
  const found = { rows: [] as string[][], lines: [] as number[], broken: [] as Preview['broken'] };
  for await (const part of table.parts) {
    const result = await connection.runAndReadAll(
      `FROM ${rowsOfPart(table, part)} LIMIT ${most - found.rows.length}`,
    );
    for (const [line, , ...cells] of result.getRows()) {
      found.lines.push(Number(line));
      found.rows.push(cells.map((cell) => (cell === null ? '' : String(cell))));
    }
    found.broken.push(...part.broken.map(({ line, rule }) => ({ line, rule })));
    await rm(part.file);
    if (found.rows.length >= most) break;
  }
  return found;
}
