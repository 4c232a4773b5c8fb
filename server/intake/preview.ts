import type { DuckDBConnection } from '@duckdb/node-api';
import { rm } from 'node:fs/promises';
import { rowsOfPart } from './check/raw';
import { judgedColumns, type ShownColumn, shownColumn } from './columns';
import { type Proposal, proposals } from './proposal';
import { type Profile, profileFor } from './profiles';
import { readOptionsOf } from './read-options';
import type { Dialect, Doubt, Table } from './readers/reader';
import { type SurveyProposal, surveyProposal } from './survey/proposal/proposal';
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
  /** What stands in every column of the header, by the judged rows. */
  columns: ShownColumn[];
  /** How the file could be taken in as the answers to a survey; null where nothing in it looks like answers. */
  survey: SurveyProposal | null;
  /** A ready mapping, where the header is that of a known source. */
  profile: Profile | null;
}

const PROPOSED = 3;
/** Rows by which a field is proposed for a column. */
const FITTED = 100;
/** Rows by which columns and questions are judged; fewer where the table is very wide, and no more of a cell. */
const JUDGED = { rows: 1000, cells: 1_000_000, signs: 2000 };

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
  const given = readOptionsOf(request.mapping?.['read']);
  const table = await openTable(request, given, folder);
  const { reader, dialect, header, doubts } = table;
  const { judged, isWhole, ...first } = await firstRows(connection, table, most);
  const found = proposals(header, judged.slice(0, FITTED), dialect.decimal);
  const nulls = request.read.null_values ?? given.null_values ?? [];
  const columns = judgedColumns(header, judged, nulls);
  return {
    reader,
    dialect,
    header,
    doubts,
    ...first,
    proposals: found.slice(0, PROPOSED),
    columns: columns.map(shownColumn),
    survey: surveyProposal(columns, dialect.decimal, isWhole),
    profile: profileFor(header),
  };
}

async function firstRows(connection: DuckDBConnection, table: Table, most: number) {
  const found = { rows: [] as string[][], lines: [] as number[], broken: [] as Preview['broken'] };
  const judged: string[][] = [];
  const wanted = Math.min(JUDGED.rows, Math.max(1, Math.floor(JUDGED.cells / table.header.length)));
  const cut = table.header.map((_name, at) => `left(c${at}, ${JUDGED.signs})`).join(', ');
  for await (const part of table.parts) {
    const rows = rowsOfPart(table, part);
    for (const [line, , ...cells] of await cellsOf(connection, `FROM ${rows}`, most - found.rows.length)) {
      found.lines.push(Number(line));
      found.rows.push(cells);
    }
    judged.push(...(await cellsOf(connection, `SELECT ${cut} FROM ${rows}`, wanted - judged.length)));
    found.broken.push(...part.broken.map(({ line, rule }) => ({ line, rule })));
    await rm(part.file);
    if (found.rows.length >= most && judged.length >= wanted) break;
  }
  return { ...found, judged, isWhole: judged.length < wanted };
}

/** The first rows of a question, as text. */
async function cellsOf(connection: DuckDBConnection, sql: string, most: number): Promise<string[][]> {
  if (most <= 0) return [];
  const result = await connection.runAndReadAll(`${sql} LIMIT ${most}`);
  return result.getRows().map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}
