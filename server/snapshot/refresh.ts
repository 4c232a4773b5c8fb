import type { DuckDBConnection } from '@duckdb/node-api';
import type { PoolClient } from 'pg';
import { identifier, numberOf } from '../intake/duckdb';
import type { Inlet } from './inlet';
import type { MirrorFile } from './mirror-file';
import { endOf, type Mark, since } from './mark';
import { createDeltaSql, createSql, MIRRORED, type MirroredTable, selectSql, SHAPE } from './mirrored-table';
import { beginRefresh, changedTables, countsOf, databaseOf, type Present, remembers } from './probe';
import { rowsOf } from './rows';
import { readState, type Snapshot, type State, writeState } from './state';
import { createViewsSql, SURVEY_VIEWS } from './survey-views';
import { transfer } from './transfer';

/** Why a mirror is loaded anew instead of being brought up to date. */
export type Reason = 'first' | 'shape' | 'source' | 'mark' | 'tables' | 'counts';

/** What a refresh did. */
export interface Refreshed {
  snapshot: Snapshot;
  /** Rows written plus rows taken out; 0 where the number stayed. */
  changed: number;
  /** Why everything was loaded anew; null where it was not. */
  rebuilt: Reason | null;
  /** What the mirror equals now: later than the snapshot's own where nothing changed since. */
  mark: Mark;
}

/** Counting a larger table costs more than the refresh. */
const COUNTED = 100_000;

/** One refresh: both ends of it and how it began. */
interface Run {
  postgres: PoolClient;
  duck: DuckDBConnection;
  inlet: Inlet;
  present: Present;
}

/**
 * Brings the mirror up to the present state of Postgres, in one transaction of each. Readers see the state before until
 * it is committed; where it fails nothing has changed.
 * @param known up to where this process knows the mirror to be equal; null right after it was opened
 */
export async function refresh(
  postgres: PoolClient,
  { writer: duck, inlet }: Pick<MirrorFile, 'writer' | 'inlet'>,
  known: Mark | null,
): Promise<Refreshed> {
  await duck.run('BEGIN');
  try {
    const present = await beginRefresh(postgres);
    present.source = `${await databaseOf(postgres)} ${present.source}`;
    const run: Run = { postgres, duck, inlet, present };
    const state = await readState(duck);
    const done = await bring(run, state, known);
    await postgres.query('COMMIT');
    const number = done.keeps ? state!.number : await nextNumber(run);
    const snapshot = done.keeps
      ? { number, taken_at: state!.taken_at }
      : { number, taken_at: present.taken_at };
    if (!done.keeps) await writeState(duck, { ...present, ...snapshot, shape: SHAPE });
    await duck.run('COMMIT');
    return { snapshot, changed: done.changed, rebuilt: done.rebuilt, mark: present.mark };
  } catch (error) {
    await duck.run('ROLLBACK').catch(() => undefined);
    await postgres.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

interface Done {
  changed: number;
  rebuilt: Reason | null;
  keeps: boolean;
}

async function bring(run: Run, state: State | null, known: Mark | null): Promise<Done> {
  const reason = await strange(run, state, known === null);
  if (reason) return rebuild(run, reason);
  const mark = known ?? state!.mark;
  // no transaction has begun or ended in between
  if (known === run.present.mark) return { changed: 0, rebuilt: null, keeps: true };
  const names = await changedTables(run.postgres, mark, run.present.mark);
  const tables = MIRRORED.filter(({ name }) => names.has(name));
  let changed = 0;
  for (const table of tables)
    changed += table.byRow ? await update(run, table, mark) : await reread(run, table);
  const counted = known === null ? MIRRORED : await small(run.duck, tables);
  if (await disagree(run, counted)) return rebuild(run, 'counts');
  return { changed, rebuilt: null, keeps: changed === 0 };
}

/** What tells that the file does not belong to this database as it stands. */
async function strange(
  { postgres, duck, present }: Run,
  state: State | null,
  opened: boolean,
): Promise<Reason | null> {
  if (!state) return 'first';
  if (state.shape !== SHAPE) return 'shape';
  if (state.source !== present.source) return 'source';
  if (endOf(state.mark) > endOf(present.mark)) return 'mark';
  if (!opened) return null;
  if (!(await remembers(postgres, state))) return 'mark';
  return (await whole(duck)) ? null : 'tables';
}

/** Whether the file has every table with the columns that it should have. */
async function whole(duck: DuckDBConnection): Promise<boolean> {
  const found = await rowsOf<{ cell: string }>(
    duck,
    `SELECT table_name || '.' || column_name || ' ' || data_type AS cell FROM duckdb_columns()
     WHERE NOT internal AND database_name = current_database() ORDER BY table_name, column_index`,
  );
  const cells = new Set(found.map(({ cell }) => cell));
  const views = await rowsOf<{ name: string }>(
    duck,
    'SELECT view_name AS name FROM duckdb_views() WHERE NOT internal',
  );
  if (!SURVEY_VIEWS.every(({ name }) => views.some((view) => view.name === name))) return false;
  return MIRRORED.every(({ name, columns }) =>
    columns.every(({ name: column, type }) => cells.has(`${name}.${column} ${type}`)),
  );
}

async function rebuild({ postgres, duck, inlet }: Run, rebuilt: Reason): Promise<Done> {
  let changed = 0;
  for (const table of MIRRORED) {
    await duck.run(createSql(table));
    changed += await transfer(postgres, inlet, {
      select: selectSql(table),
      table,
      into: table.name,
    });
  }
  for (const sql of createViewsSql()) await duck.run(sql);
  return { changed, rebuilt, keeps: false };
}

/** A small table read again; counts as changed only where a row of it differs. */
async function reread({ postgres, duck, inlet }: Run, table: MirroredTable): Promise<number> {
  const name = identifier(table.name);
  await duck.run(createDeltaSql(table));
  await transfer(postgres, inlet, { select: selectSql(table), table, into: 'temp.delta' });
  const differing = await numberOf(
    duck,
    `SELECT (SELECT count(*) FROM (FROM ${name} EXCEPT FROM temp.delta)) + (SELECT count(*) FROM (FROM temp.delta EXCEPT FROM ${name}))`,
  );
  if (differing > 0) {
    await duck.run(`DELETE FROM ${name}`);
    await duck.run(`INSERT INTO ${name} FROM temp.delta`);
  }
  await duck.run('DROP TABLE temp.delta');
  return differing;
}

/** The rows written since take the place of their earlier versions; those deleted since go. */
async function update(
  { postgres, duck, inlet, present }: Run,
  table: MirroredTable,
  mark: Mark,
): Promise<number> {
  const name = identifier(table.name);
  const fresh = since(mark, present.mark);
  await duck.run(createDeltaSql(table));
  const written = await transfer(postgres, inlet, {
    select: selectSql(table, fresh),
    table,
    into: 'temp.delta',
  });
  await duck.run('CREATE OR REPLACE TEMP TABLE gone (id BIGINT)');
  await transfer(postgres, inlet, {
    select: `SELECT id FROM tombstone WHERE table_name = '${table.name}' AND ${fresh}`,
    table: GONE,
    into: 'temp.gone',
  });
  const dead = 'SELECT id FROM temp.gone EXCEPT SELECT id FROM temp.delta';
  const removed = await numberOf(duck, `SELECT count(*) FROM ${name} WHERE id IN (${dead})`);
  await duck.run(
    `DELETE FROM ${name} WHERE id IN (SELECT id FROM temp.gone UNION SELECT id FROM temp.delta)`,
  );
  await duck.run(`INSERT INTO ${name} FROM temp.delta`);
  await duck.run('DROP TABLE temp.delta; DROP TABLE temp.gone');
  return written + removed;
}

const GONE: MirroredTable = {
  name: 'gone',
  columns: [{ name: 'id', type: 'BIGINT', sql: 'id' }],
  byRow: true,
};

async function small(duck: DuckDBConnection, tables: MirroredTable[]): Promise<MirroredTable[]> {
  const counted: MirroredTable[] = [];
  for (const table of tables)
    if ((await numberOf(duck, `SELECT count(*) FROM ${identifier(table.name)}`)) < COUNTED)
      counted.push(table);
  return counted;
}

async function disagree({ postgres, duck }: Run, tables: MirroredTable[]): Promise<boolean> {
  const counts = await countsOf(
    postgres,
    tables.map(({ name }) => name),
  );
  for (const [name, wanted] of counts)
    if ((await numberOf(duck, `SELECT count(*) FROM ${identifier(name)}`)) !== wanted) return true;
  return false;
}

/** Numbers are given by Postgres, so that they go on where a mirror is made anew and differ between several mirrors. */
async function nextNumber({ postgres, present }: Run): Promise<number> {
  const { rows } = await postgres.query<{ number: number }>(
    'INSERT INTO snapshot (taken_at, mark) VALUES ($1, $2) RETURNING number',
    [present.taken_at, present.mark],
  );
  return rows[0]!.number;
}
