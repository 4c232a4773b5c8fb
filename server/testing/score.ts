import { runStatements } from '../scores/run';
import { mirrorOf, type Records } from './records';

/** Scores records in a small mirror in memory; `query` asks the tables of the schema `scored`. */
export async function scored(records: Records, { asOf = '2026-01-01', threads = '2' } = {}) {
  const mirror = await mirrorOf(records, threads);
  for (const statement of runStatements(asOf)) await mirror.run(statement);
  return mirror;
}

/** The rows of one query on scored records. */
export async function asked<T>(
  records: Records,
  sql: string,
  options: Parameters<typeof scored>[1] = {},
): Promise<T[]> {
  const mirror = await scored(records, options);
  try {
    return await mirror.query<T>(sql);
  } finally {
    mirror.close();
  }
}
