import type { DuckDBConnection } from '@duckdb/node-api';
import type { PoolClient } from 'pg';
import type { Part, Table } from './readers/reader';
import type { Receipt } from './receipt';

/** How far an import is. */
export type Stage = 'reading' | 'waiting' | 'rows' | 'comparing' | 'writing';

/** Whoever looks on while a file is taken in: told where it is, and able to break it off until it is written. */
export interface Watch {
  /** Broken off with the error that the import is to fail with. */
  signal: AbortSignal;
  /** @param rows rows of the file seen so far */
  tell(stage: Stage, rows: number): void;
  /** Shown every finding of the file, before the receipt is made. */
  found(connection: DuckDBConnection): Promise<void>;
  /** Keeps what became of it, in the transaction that writes it. */
  settle(postgres: PoolClient, receipt: Receipt): Promise<void>;
}

/** Nobody looks on. A signal of its own: listeners go with the import. */
export const unwatched = (): Watch => ({
  signal: new AbortController().signal,
  tell: () => undefined,
  found: () => Promise.resolve(),
  settle: () => Promise.resolve(),
});

/** The same table, its parts counted as they go by, and none given out once the import is broken off. */
export const watched = (table: Table, watch: Watch): Table => ({
  ...table,
  parts: counted(table.parts, watch),
});

async function* counted(parts: AsyncIterable<Part>, { signal, tell }: Watch): AsyncGenerator<Part> {
  let rows = 0;
  for await (const part of parts) {
    signal.throwIfAborted();
    yield part;
    rows += part.rows + part.broken.length;
    tell('rows', rows);
  }
  tell('comparing', rows);
}
