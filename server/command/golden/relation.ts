import { DuckDBInstance } from '@duckdb/node-api';
import { rowsOf } from '../../intake/duckdb';

/** SQL of a relation of doubles. */
export function relation(columns: Record<string, readonly (number | null)[]>): string {
  const lists = Object.values(columns);
  const rows = (lists[0] ?? []).map(
    (_value, row) => `(${lists.map((list) => double(list[row] ?? null)).join(', ')})`,
  );
  const names = Object.keys(columns);
  const none = `(${names.map(() => double(null)).join(', ')})`;
  const values =
    rows.length === 0 ? `SELECT * FROM (VALUES ${none}) WHERE false` : `VALUES ${rows.join(', ')}`;
  return `(${values}) AS given(${names.join(', ')})`;
}

const double = (value: number | null) =>
  `CAST(${value === null ? 'NULL' : `'${value}'`} AS double precision)`;

/** The rows of a query, in the engine that makes the figures of the pages. */
export async function computed<T>(sql: string): Promise<T[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  try {
    const connection = await instance.connect();
    return await rowsOf<T>(connection, sql);
  } finally {
    instance.closeSync();
  }
}
