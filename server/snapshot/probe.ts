import type { PoolClient } from 'pg';
import { literal } from '../intake/duckdb';
import { type Mark, since } from './mark';
import { MIRRORED } from './mirrored-table';

/** What Postgres is when it is asked, all of it seen by one transaction. */
export interface Present {
  mark: Mark;
  taken_at: string;
  /** Which database this is, and which files its tables lie in: TRUNCATE and a restored dump change them. */
  source: string;
}

const NAMES = MIRRORED.map(({ name }) => literal(name)).join(', ');

/** `pg_control_system` may be closed to ordinary users; the row of the last snapshot tells databases apart too. */
const MAY_ASK = `SELECT has_function_privilege('pg_control_system()', 'EXECUTE') AS may`;

/** Begins the one transaction of a refresh and says what it sees. */
export async function beginRefresh(postgres: PoolClient): Promise<Present> {
  // an index finds the few rows that changed; without statistics the planner would read the whole table for them
  await postgres.query(
    'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 0; SET LOCAL enable_seqscan = off; SET LOCAL jit = off',
  );
  const { rows } = await postgres.query<Present>(
    `SELECT pg_current_snapshot()::text AS mark, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS taken_at,
       (SELECT string_agg(c.relname || '=' || c.oid || '/' || c.relfilenode, ' ' ORDER BY c.relname) FROM pg_class c
        WHERE c.relname IN (${NAMES}) AND c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace) AS source`,
  );
  return rows[0]!;
}

/** Which cluster and database this is; asked once a connection is all there is to go by. */
export async function databaseOf(postgres: PoolClient): Promise<string> {
  const { rows } = await postgres.query<{ may: boolean }>(MAY_ASK);
  const cluster = rows[0]!.may ? '(SELECT system_identifier::text FROM pg_control_system())' : `'unknown'`;
  const { rows: found } = await postgres.query<{ name: string }>(
    `SELECT ${cluster} || '/' || (SELECT oid FROM pg_database WHERE datname = current_database()) AS name`,
  );
  return found[0]!.name;
}

/** Names of the tables in which something was written or deleted since `mark`. */
export async function changedTables(postgres: PoolClient, mark: Mark, now: Mark): Promise<Set<string>> {
  const fresh = since(mark, now);
  const written = MIRRORED.filter(({ byRow }) => byRow).map(
    ({ name }) => `SELECT ${literal(name)} AS name WHERE EXISTS (SELECT 1 FROM "${name}" WHERE ${fresh})`,
  );
  const { rows } = await postgres.query<{ name: string }>(
    [...written, `SELECT DISTINCT table_name AS name FROM tombstone WHERE ${fresh}`].join(' UNION '),
  );
  return new Set(rows.map(({ name }) => name));
}

/** How many rows each of the tables holds. */
export async function countsOf(postgres: PoolClient, tables: string[]): Promise<Map<string, number>> {
  if (tables.length === 0) return new Map();
  const { rows } = await postgres.query<{ name: string; rows: string }>(
    tables
      .map((name) => `SELECT ${literal(name)} AS name, count(*) AS rows FROM "${name}"`)
      .join(' UNION ALL '),
  );
  return new Map(rows.map(({ name, rows: counted }) => [name, Number(counted)]));
}

/** Whether Postgres remembers having given this number to this state. A copy of it from before does not. */
export async function remembers(
  postgres: PoolClient,
  { number, mark }: { number: number; mark: Mark },
): Promise<boolean> {
  const { rowCount } = await postgres.query('SELECT 1 FROM snapshot WHERE number = $1 AND mark = $2', [
    number,
    mark,
  ]);
  return rowCount === 1;
}
