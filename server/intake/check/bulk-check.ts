import type { DuckDBConnection } from '@duckdb/node-api';
import { hidden } from '../../contracts/personal';
import { Refusal } from '../../store/home';
import { identifier, literal } from '../duckdb';
import type { Mapping } from '../mapping';
import type { Source } from '../source';
import type { Part, Table } from '../readers/reader';
import { beginAlike, noteAlike } from './alike';
import { noteBroken, noteCells, noteDuplicates, noteReferences, noteRows, settle } from './finding';
import { notePersonal } from './hide';
import { beginOtherRecords, noteOtherRecords, type OtherRecords } from './other-records';
import { type Checked, judge, MARK, readingsTable } from './judge';
import { rowsOfPart } from './raw';

/** Codes of records of other types that exist already, by type. */
export type References = Map<string, string[]>;

/** A file being checked, part after part, on one connection of DuckDB. */
export interface FileCheck {
  connection: DuckDBConnection;
  table: Table;
  mapping: Mapping;
  references: References;
  fields: Checked[];
  /** Rows seen so far, broken ones too. */
  rows: number;
  /** The greatest key seen so far. */
  top: string | null;
  beside?: Beside;
}

/** Fields that are made of many columns together, in a table of their own beside the others. */
interface Beside {
  /** Columns of the file that they are made of. */
  raw: string[];
  /** Temp table of "row" and those fields. */
  table: string;
  fields: string[];
  /** Fills the table from `raw`, and `finding` with what was found. */
  note(): Promise<void>;
}

/** The rows of a part that may be taken in. */
export interface Passed {
  rows: number;
  /** Whether the keys rise from row to row. */
  rising: boolean;
}

/**
 * Prepares the check of a file. Makes the temp tables that outlive a part: readings of cells, keys seen,
 * `finding` (row, line, record, column, field, value, rule, accepted).
 * Throws `Refusal` where the file lacks a column that the mapping names.
 */
export async function beginCheck(
  connection: DuckDBConnection,
  table: Table,
  mapping: Mapping,
  references: References,
  others: OtherRecords = new Map(),
): Promise<FileCheck> {
  const fields = placed(mapping.sources, table.header);
  for (const field of fields) if (field.raw) await connection.run(readingsTable(field));
  await connection.run(
    'CREATE TEMP TABLE finding("row" INTEGER, line INTEGER, record VARCHAR, "column" VARCHAR, field VARCHAR, value VARCHAR, rule VARCHAR, accepted BOOLEAN)',
  );
  await notePersonal(connection, table, mapping);
  await beginAlike(connection);
  await beginOtherRecords(connection, mapping, others);
  const required = mapping.type.fields.filter((field) => field.required);
  if (required.some(({ name }) => !fields.some(({ source }) => source.field.name === name))) {
    const names = required.map(({ name }) => name).join(', ');
    throw new Refusal(`Mapowanie musi wskazać pola: ${names}`, `The mapping must name the fields: ${names}`);
  }
  const key = mapping.type.identity.map((name) => `${identifier(name)} VARCHAR`).join(', ');
  await connection.run(`CREATE TEMP TABLE seen(${key})`);
  return { connection, table, mapping, references, fields, rows: 0, top: null };
}

/**
 * Checks one part, column by column. Afterwards the view `typed` shows its rows that may be taken in (row, line, one
 * column a mapped field), and `finding` holds what was found, broken rows of the reader included.
 */
export async function checkPart(check: FileCheck, part: Part): Promise<Passed> {
  const { connection, fields, table } = check;
  check.rows += part.rows + part.broken.length;
  await readRaw(check, part);
  for (const field of fields) if (field.raw) await judge(connection, field, table.dialect.decimal);
  await noteBroken(check, part);
  for (const field of fields) await noteCells(check, field);
  await noteReferences(check);
  const rising = await noteDuplicates(check);
  await noteRows(check);
  await noteOtherRecords(connection, check.mapping, fields);
  await check.beside?.note();
  const rows = await settle(check);
  await noteAlike(connection, check.mapping);
  return { rows, rising };
}

/** Gives every source its raw column. */
function placed(sources: Source[], header: string[]): Checked[] {
  const missing = sources.filter(
    ({ column, optional }) => column !== null && !optional && !header.includes(column),
  );
  if (missing.length > 0) {
    const names = missing.map(({ column }) => `„${column}”`).join(', ');
    const has = header
      .slice(0, 40)
      .map((name) => hidden(name.slice(0, 200)))
      .join(', ');
    throw new Refusal(
      `Plik nie ma kolumny ${names}; ma: ${has}`,
      `The file has no column ${names}; it has: ${has}`,
    );
  }
  return sources.map((source, i) => {
    const at = source.column === null ? -1 : header.indexOf(source.column);
    const tally = { broken: 0, warned: 0, differing: 0 };
    return { source, raw: at < 0 ? null : `c${at}`, table: `v${i}`, tally };
  });
}

async function readRaw({ connection, table, fields, beside }: FileCheck, part: Part): Promise<void> {
  const own = fields.flatMap(({ raw }) => raw ?? []);
  const wanted = [...new Set([...own, ...(beside?.raw ?? [])])];
  const shown = part.marked
    ? wanted.map((column) => `replace(${column}, chr(65279), ${literal(MARK)}) AS ${column}`)
    : wanted;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE raw AS SELECT ${['line', '"row"', ...shown].join(', ')} FROM ${rowsOfPart(table, part)}`,
  );
}
