import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { hidden } from '../contracts/personal';
import { literal, rowsOf } from './duckdb';
import { droppedColumns } from './dropped-columns';
import type { Mapping } from './mapping';
import type { Table } from './readers/reader';

/** A file on its way into the store. */
export interface Taken {
  mapping: Mapping;
  table: Table;
  file: string;
  authorityId: number;
}

/** The authority of a mapping; an unknown one is created, named as the mapping says, else after its code. */
export async function authorityFor(
  postgres: PoolClient,
  { authority, authorityName }: Mapping,
): Promise<{ id: number; created: boolean }> {
  const known = await postgres.query<{ id: number }>('SELECT id FROM authority WHERE code = $1', [authority]);
  if (known.rows[0]) return { id: known.rows[0].id, created: false };
  const { rows } = await postgres.query<{ id: number }>(
    'INSERT INTO authority (code, name_pl, name_en) VALUES ($1, $2, $3) RETURNING id',
    [authority, authorityName.pl ?? authorityName.en ?? authority, authorityName.en],
  );
  return { id: rows[0]!.id, created: true };
}

/** Opens the batch; its digest and counts follow when they are known, before anyone can see it. */
export async function insertBatch(
  postgres: PoolClient,
  { mapping, table, file, authorityId }: Taken,
  { person, reason }: { person: number | null; reason: string | null },
): Promise<number> {
  const { rows } = await postgres.query<{ id: number }>(
    `INSERT INTO batch (id, authority_id, type, file, sha256, reader, dialect, mapping, dropped_columns, rows, new, changed, unchanged, rejected, person_id, reason)
     VALUES ((SELECT coalesce(max(id), 0) + 1 FROM batch), $1, $2, $3, $4, $5, $6, $7, $8, 0, 0, 0, 0, 0, $9, $10) RETURNING id`,
    [
      authorityId,
      mapping.type.name,
      file,
      '',
      table.reader,
      JSON.stringify(table.dialect),
      JSON.stringify(hiddenIn(mapping.given)),
      droppedColumns(mapping, table.header),
      person,
      reason,
    ],
  );
  return rows[0]!.id;
}

/** What a mapping says, for everyone to read: without what may tell a person. */
function hiddenIn(given: unknown): unknown {
  if (typeof given === 'string') return hidden(given);
  if (Array.isArray(given)) return given.map(hiddenIn);
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [hidden(key), hiddenIn(value)]));
}

/** Writes into an open batch what was counted. */
export async function closeBatch(
  postgres: PoolClient,
  batchId: number,
  counted: {
    sha256: string;
    rows: number;
    new: number;
    changed: number;
    unchanged: number;
    rejected: number;
  },
): Promise<void> {
  await postgres.query(
    'UPDATE batch SET sha256 = $2, rows = $3, new = $4, changed = $5, unchanged = $6, rejected = $7 WHERE id = $1',
    [
      batchId,
      counted.sha256,
      counted.rows,
      counted.new,
      counted.changed,
      counted.unchanged,
      counted.rejected,
    ],
  );
}

/** Keeps every finding with the batch. */
export async function insertFindings(
  duck: DuckDBConnection,
  postgres: PoolClient,
  batchId: number,
  folder: string,
): Promise<void> {
  const file = join(folder, 'findings.csv');
  await duck.run(
    `COPY (SELECT ${batchId}, line, record, "column", field, value, rule, accepted FROM finding ORDER BY line) TO ${literal(file)} (FORMAT csv, HEADER false)`,
  );
  const into =
    'COPY finding (batch_id, line, record, "column", field, value, rule, accepted) FROM STDIN (FORMAT csv)';
  await pipeline(createReadStream(file), postgres.query(copyFrom(into)));
}

/** The years of the rows of `typed` by their last day (as store/derived has it); none where no register is declared complete. */
export async function yearsOf(
  duck: DuckDBConnection,
  { type, sources, registerComplete }: Mapping,
): Promise<number[]> {
  if (registerComplete.length === 0 || type.name !== 'consultation') return [];
  const day = (name: string) =>
    sources.some(({ field }) => field.name === name) ? `CAST(${name} AS DATE)` : 'CAST(NULL AS DATE)';
  const end = `greatest(${day('closes_on')}, ${day('remarks_until')})`;
  const last = `coalesce(${day('closed_on')}, ${end}, ${day('opens_on')}, ${day('announced_on')})`;
  const rows = await rowsOf<{ year: number }>(
    duck,
    `SELECT DISTINCT CAST(year(${last}) AS INTEGER) AS year FROM typed WHERE ${last} IS NOT NULL`,
  );
  return rows.map(({ year }) => year);
}

/**
 * A register declared complete is complete for every year of the records of the file, those already known too. Each
 * batch keeps its own declarations, so that the revert of one leaves those of the others.
 * Returns how many years nobody had declared before.
 */
export async function insertRegisters(
  postgres: PoolClient,
  { mapping, authorityId }: Taken,
  batchId: number,
  years: number[],
): Promise<number> {
  const { rows } = await postgres.query<{ fresh: boolean }>(
    `INSERT INTO register_complete (authority_id, register, year, batch_id)
     SELECT DISTINCT $1::int, d.register, y.year, $2::int FROM unnest($3::text[]) AS d(register), unnest($4::int[]) AS y(year)
     RETURNING NOT EXISTS (SELECT 1 FROM register_complete r
       WHERE r.authority_id = $1 AND r.register = register_complete.register AND r.year = register_complete.year) AS fresh`,
    [authorityId, batchId, mapping.registerComplete, years],
  );
  return rows.filter(({ fresh }) => fresh).length;
}
