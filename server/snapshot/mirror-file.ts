import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { literal } from '../intake/duckdb';
import { Inlet } from './inlet';
import { openState } from './state';

/** What DuckDB says of a file that no statement can mend. */
const DAMAGE = /^(FATAL|INTERNAL) Error|corrupt|checksum|not a valid DuckDB database|Serialization Error/i;

/** Whether an error says that the file is damaged, so that another one has to be made. */
export const isDamage = (error: unknown) => error instanceof Error && DAMAGE.test(error.message);

/** The database file of the mirror, fenced: it may touch its own folder and nothing else (decision 10). */
export class MirrorFile {
  /** Connections at work, each with what it is at. */
  private readonly busy = new Map<DuckDBConnection, Promise<unknown>>();
  private open = true;
  /** The way of rows into the connection that writes. */
  readonly inlet: Inlet;

  private constructor(
    private readonly instance: DuckDBInstance,
    /** The one connection that writes. */
    readonly writer: DuckDBConnection,
  ) {
    this.inlet = new Inlet(writer);
  }

  /** Opens the file, or an empty one in its place where it is missing or cannot be opened. */
  static async in(folder: string, memory: string): Promise<MirrorFile> {
    try {
      return await MirrorFile.at(folder, memory);
    } catch {
      await MirrorFile.remove(folder);
      return MirrorFile.at(folder, memory);
    }
  }

  /** Deletes the file and what DuckDB keeps beside it. */
  static async remove(folder: string): Promise<void> {
    for (const name of ['mirror.duckdb', 'mirror.duckdb.wal'])
      await rm(join(folder, name), { recursive: true, force: true });
  }

  private static async at(folder: string, memory: string): Promise<MirrorFile> {
    const instance = await DuckDBInstance.create(join(folder, 'mirror.duckdb'), {
      threads: '2',
      memory_limit: memory,
      temp_directory: folder,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    try {
      const writer = await instance.connect();
      await writer.run(`SET allowed_directories = [${literal(folder)}]`);
      await writer.run('SET enable_external_access = false');
      await writer.run('SET lock_configuration = true');
      await openState(writer);
      return new MirrorFile(instance, writer);
    } catch (error) {
      instance.closeSync();
      throw error;
    }
  }

  /** Works on a connection of its own, in one transaction: all of it sees one state. */
  async working<T>(
    mode: 'READ ONLY' | 'READ WRITE',
    work: (connection: DuckDBConnection) => Promise<T>,
  ): Promise<T> {
    if (!this.open) throw new Error('The mirror is closed');
    const connection = await this.instance.connect();
    const done = inTransaction(connection, mode, work).finally(() => {
      // a transaction left open ends with its connection
      this.busy.delete(connection);
      connection.closeSync();
    });
    this.busy.set(connection, done);
    return done;
  }

  /** Breaks off whoever still works, waits until they let go, and closes it. */
  async close(): Promise<void> {
    if (!this.open) return;
    this.open = false;
    for (const connection of this.busy.keys()) connection.interrupt();
    await Promise.allSettled(this.busy.values());
    this.writer.closeSync();
    this.instance.closeSync();
  }
}

async function inTransaction<T>(
  connection: DuckDBConnection,
  mode: string,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  await connection.run(`BEGIN TRANSACTION ${mode}`);
  const value = await work(connection);
  await connection.run('COMMIT');
  return value;
}
