import type { Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BinaryDecoder } from './binary';
import type { MirroredTable } from './mirrored-table';

/** Chunks between two hand-overs to the table: a longer one keeps the event loop waiting. */
const CHUNKS = 8;

/** The statement with which Postgres sends rows to the mirror. */
export const copySql = (select: string) => `COPY (${select}) TO STDOUT (FORMAT binary)`;

/**
 * Appends what a query of Postgres finds to a table of DuckDB, in the open transactions of both. Returns how many rows.
 * @param select gives the columns of `table` in their order
 * @param into where: catalog and table of DuckDB
 */
export async function transfer(
  postgres: PoolClient,
  duck: DuckDBConnection,
  { select, table, into }: { select: string; table: MirroredTable; into: [catalog: string, table: string] },
): Promise<number> {
  const [catalog, name] = into;
  const appender = await duck.createAppender(name, 'main', catalog);
  let chunks = 0;
  const decoder = new BinaryDecoder(
    table.columns.map(({ type }) => type),
    (chunk) => {
      appender.appendDataChunk(chunk);
      if (++chunks % CHUNKS === 0) appender.flushSync();
    },
  );
  // the last row arrives before the server is ready for the next statement
  const ready = new Promise<void>((done) => postgres.once('drain', done));
  try {
    await pipeline(postgres.query(copyTo(copySql(select))), decoder);
    await ready;
  } catch (error) {
    hangUp(postgres);
    appender.clear();
    throw error;
  } finally {
    appender.closeSync();
  }
  return decoder.rows;
}

/** Rows that nobody reads any more would keep the connection waiting for ever. */
function hangUp(postgres: PoolClient): void {
  (postgres as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
}
