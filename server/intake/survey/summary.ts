import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOfPart } from '../check/raw';
import { rowsOf } from '../duckdb';
import type { Part, Table } from '../readers/reader';
import { MOST_DIFFERENT, type Summary } from './item';

/** Columns that one statement looks at. */
const AT_ONCE = 100;

/** What stands in some columns of a whole file, by the index of the column. */
export async function summaries(
  connection: DuckDBConnection,
  table: Table,
  parts: Part[],
  columns: number[],
): Promise<Map<number, Summary>> {
  const found = new Map(columns.map((column) => [column, { texts: new Set<string>(), filled: 0 }]));
  for (const part of parts) {
    await connection.run(`CREATE OR REPLACE TEMP TABLE looked AS FROM ${rowsOfPart(table, part)}`);
    for (let at = 0; at < columns.length; at += AT_ONCE)
      await look(connection, columns.slice(at, at + AT_ONCE), found);
  }
  await connection.run('DROP TABLE IF EXISTS looked');
  return new Map(
    [...found].map(([column, { texts, filled }]) => [
      column,
      { different: texts.size > MOST_DIFFERENT ? null : [...texts], filled },
    ]),
  );
}

async function look(
  connection: DuckDBConnection,
  columns: number[],
  found: Map<number, { texts: Set<string>; filled: number }>,
): Promise<void> {
  const counts = columns.map(
    (column) =>
      `count(nullif(trim(c${column}), '')) AS n${column}, approx_count_distinct(c${column}) AS d${column}`,
  );
  const [row] = await rowsOf<Record<string, bigint>>(connection, `SELECT ${counts.join(', ')} FROM looked`);
  const few = columns.filter((column) => Number(row![`d${column}`]) <= MOST_DIFFERENT * 2);
  for (const column of columns) {
    const seen = found.get(column)!;
    seen.filled += Number(row![`n${column}`]);
    // too many already: one more tells whoever counts them
    if (!few.includes(column)) for (let i = 0; i <= MOST_DIFFERENT; i++) seen.texts.add(`\0${i}`);
  }
  if (few.length === 0) return;
  const lists = few.map(
    (column) => `list(DISTINCT c${column}) FILTER (c${column} IS NOT NULL) AS l${column}`,
  );
  const [texts] = await rowsOf<Record<string, string[] | null>>(
    connection,
    `SELECT ${lists.join(', ')} FROM looked`,
  );
  for (const column of few) for (const text of texts![`l${column}`] ?? []) found.get(column)!.texts.add(text);
}
