import {
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBStructValue,
  type DuckDBValue,
} from '@duckdb/node-api';

/**
 * The rows of a query as plain objects: whole numbers as numbers, days as `YYYY-MM-DD`, lists as arrays.
 * @param values for `$1`, `$2` … in the query: whatever comes from outside is bound, never spliced
 */
export async function rowsOf<T>(
  connection: DuckDBConnection,
  sql: string,
  values: string[] = [],
): Promise<T[]> {
  const reader = await connection.runAndReadAll(sql, values);
  return reader.getRowObjects().map((row) => plainRow(row)) as T[];
}

/** The rows of a query one stretch after the other, as arrays in the order of the columns; cells as in `rowsOf`. */
export async function* stretchesOf(connection: DuckDBConnection, sql: string): AsyncGenerator<unknown[][]> {
  const result = await connection.stream(sql);
  for await (const rows of result.yieldRows()) yield rows.map((row) => row.map(plain));
}

const plainRow = (row: Readonly<Record<string, DuckDBValue>>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));

function plain(value: DuckDBValue): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof DuckDBDateValue) return dayOf(value);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBListValue) return value.items.map(plain);
  if (value instanceof DuckDBStructValue) return plainRow(value.entries);
  return value;
}

function dayOf(day: DuckDBDateValue): string {
  if (day.days === DuckDBDateValue.PosInf.days) return 'infinity';
  return day.days === DuckDBDateValue.NegInf.days ? '-infinity' : day.toString();
}
