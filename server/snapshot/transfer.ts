import type { Socket } from 'node:net';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BinaryDecoder } from './binary';
import type { Inlet } from './inlet';
import type { MirroredTable } from './mirrored-table';

/** Bytes worth a statement of their own, and bytes after which Postgres has to wait. */
const [WORTH, ENOUGH] = [4 << 20, 32 << 20];

/** The statement with which Postgres sends rows to the mirror. */
export const copySql = (select: string) => `COPY (${select}) TO STDOUT (FORMAT binary)`;

/**
 * Inserts what a query of Postgres finds into a table of DuckDB, in the open transactions of both. Returns how many rows.
 * @param select gives the columns of `table` in their order
 * @param into the table of DuckDB
 */
export async function transfer(
  postgres: PoolClient,
  inlet: Inlet,
  { select, table, into }: { select: string; table: MirroredTable; into: string },
): Promise<number> {
  const decoder = new BinaryDecoder(table.columns.map(({ type }) => type));
  // the last row arrives before the server is ready for the next statement
  const ready = new Promise<void>((done) => postgres.once('drain', done));
  let draining: Promise<void> | null = null;
  let failure: Error | null = null;
  const drain = () =>
    (draining ??= inlet
      .drain(decoder, table, into)
      .catch((error: Error) => void (failure ??= error))
      .finally(() => (draining = null)));
  try {
    for await (const bytes of postgres.query(copyTo(copySql(select))) as AsyncIterable<Buffer>) {
      decoder.push(bytes);
      if (decoder.waiting >= ENOUGH) await drain();
      else if (decoder.waiting >= WORTH) void drain();
      if (failure) throw failure as Error;
    }
    await drain();
    if (!decoder.ended) await drain();
    if (failure) throw failure as Error;
    if (!decoder.ended) throw new Error('the rows from Postgres end before their end');
    await ready;
  } catch (error) {
    hangUp(postgres);
    await draining;
    throw error;
  }
  return decoder.rows;
}

/** Rows that nobody reads any more would keep the connection waiting for ever. */
function hangUp(postgres: PoolClient): void {
  (postgres as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
}
