import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../intake/duckdb';
import type { Mark } from './mark';
import { rowsOf } from './rows';

/** A numbered state of the records. */
export interface Snapshot {
  number: number;
  /** The moment up to which everything that was committed is in it; ISO 8601, UTC. */
  taken_at: string;
}

/** What the mirror knows of itself; it lies in the same file and changes in the same transaction as the rows. */
export interface State extends Snapshot {
  mark: Mark;
  /** The database that it mirrors. */
  source: string;
  /** Digest of its columns. */
  shape: string;
}

const STATE = 'mirror_state';

/** The state that a connection sees; null where no load was ever completed. */
export async function readState(connection: DuckDBConnection): Promise<State | null> {
  const [state] = await rowsOf<State>(connection, `SELECT * FROM ${STATE}`);
  return state ?? null;
}

/** Makes the table of the state where there is none. */
export const openState = (connection: DuckDBConnection) =>
  connection.run(
    `CREATE TABLE IF NOT EXISTS ${STATE} (number INTEGER, taken_at VARCHAR, mark VARCHAR, source VARCHAR, shape VARCHAR)`,
  );

/** Replaces the state in the open transaction. */
export async function writeState(
  connection: DuckDBConnection,
  { number, taken_at, mark, source, shape }: State,
): Promise<void> {
  await connection.run(`DELETE FROM ${STATE}`);
  const texts = [taken_at, mark, source, shape].map(literal).join(', ');
  await connection.run(`INSERT INTO ${STATE} VALUES (${number}, ${texts})`);
}
