import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller';
import { changed } from '../store/changed';
import { isOutOfMemory } from '../store/fault';
import { type Home, Refusal } from '../store/home';
import type { Secret } from '../store/instance-secret';
import { LOCKS } from '../store/locks';
import type { Settings } from '../store/settings';
import { beginCheck } from './check/bulk-check';
import { otherRecordsOf } from './check/other-records';
import { fencedDuckDB } from './duckdb';
import { type Preview, previewOf } from './preview';
import { screen } from './personal-columns';
import { pseudonymised } from './pseudonym';
import { type Receipt } from './receipt';
import { referencesOf } from './references';
import { revertBatch, type Reverted } from './revert';
import { type ImportRequest, understand } from './understand';
import { takeIn } from './taking';
import { unwatched, type Watch, watched } from './watch';

/** Takes files in: reader -> check -> receipt -> store, each file one transaction, one batch. */
@Injectable()
export class IntakeService implements OnModuleDestroy {
  private duck: Promise<DuckDBInstance> | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly home: Home,
    private readonly settings: Settings,
    private readonly secret: Secret,
  ) {}

  async onModuleDestroy(): Promise<void> {
    (await this.duck)?.closeSync();
  }

  /**
   * Takes one file in, whole or not at all. Throws `Refusal` where the file or its mapping cannot be read, `NotAllowed`
   * where it is not theirs to bring in, and what `watch` breaks it off with.
   */
  async import(request: ImportRequest, by: Caller, watch: Watch = unwatched()): Promise<Receipt> {
    return this.aside(async (connection, folder) => {
      watch.tell('reading', 0);
      const { table, mapping: read } = await screen(connection, await understand(request, folder));
      const mapping = pseudonymised(read, this.secret.key('participant'));
      watch.tell('waiting', 0);
      return this.transaction(async (postgres) => {
        await takeTurn(postgres);
        const references = await referencesOf(postgres, mapping);
        const others = await otherRecordsOf(postgres, mapping);
        const check = await beginCheck(connection, watched(table, watch), mapping, references, others);
        return takeIn({ request, by, check, folder, postgres, uploads: this.home.uploads, watch });
      }, watch.signal);
    });
  }

  /** Shows how a file would be read; nothing is written. Throws `Refusal` where it cannot be read at all. */
  async preview(request: ImportRequest, most?: number): Promise<Preview> {
    return this.aside((connection, folder) => previewOf(connection, request, folder, most));
  }

  /**
   * Does something with a folder inside the fence and a connection of DuckDB, which go again afterwards. Throws `Refusal`
   * where DuckDB's ceiling is too low for it.
   */
  async aside<T>(work: (connection: DuckDBConnection, folder: string) => Promise<T>): Promise<T> {
    const folder = join(this.home.work, randomUUID());
    await mkdir(folder, { mode: 0o700 });
    const connection = await (await this.instance()).connect();
    try {
      return await work(connection, folder);
    } catch (error) {
      throw isOutOfMemory(error) ? tooLarge(this.settings.duckdbMemory) : error;
    } finally {
      connection.closeSync();
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Undoes a batch. Throws `Refusal` where it cannot be undone, `NotAllowed` where it is not theirs. */
  async revert(batch: number, by: Caller): Promise<Reverted> {
    return this.transaction(async (postgres) => {
      await takeTurn(postgres);
      return { commit: true, value: await revertBatch(postgres, batch, by) };
    });
  }

  private instance(): Promise<DuckDBInstance> {
    this.duck ??= fencedDuckDB(this.home.work, this.settings.duckdbMemory);
    return this.duck;
  }

  /**
   * Imports and reverts wait for each other before they take a connection: those that wait leave the others to readers.
   * Other servers are waited for in the transaction (`takeTurn`). Who waits can be broken off at once.
   */
  private async transaction<T>(work: Work<T>, signal = unwatched().signal): Promise<T> {
    let begun = false;
    const own = this.last.then(() => {
      signal.throwIfAborted();
      begun = true;
      return this.alone(work, signal);
    });
    this.last = own.catch(() => undefined);
    const broken = new Promise<never>((_done, failed) => {
      signal.addEventListener('abort', () => begun || failed(signal.reason as Error), { once: true });
    });
    return Promise.race([own, broken]);
  }

  private async alone<T>(work: Work<T>, signal: AbortSignal): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const postgres = (await runner.connect()) as PoolClient;
    const breaking = await this.breaker(postgres, signal);
    try {
      // broken off while the connection was taken: nobody listened yet
      signal.throwIfAborted();
      await postgres.query('BEGIN');
      await postgres.query('SET LOCAL statement_timeout = 0');
      const { commit, value } = await work(postgres);
      await postgres.query(commit ? 'COMMIT' : 'ROLLBACK');
      if (commit) changed(this.dataSource);
      return value;
    } catch (error) {
      // the end of the transaction is not to be broken off: whoever gets the connection next would be within it
      await breaking.end();
      await postgres.query('ROLLBACK').catch(() => undefined);
      signal.throwIfAborted();
      throw error;
    } finally {
      await breaking.end();
      await runner.release();
    }
  }

  /** Breaks off what the connection is at when the import is; whoever gets the connection next is not hit by it. */
  private async breaker(postgres: PoolClient, signal: AbortSignal) {
    let sent: Promise<unknown> = Promise.resolve();
    const { rows } = await postgres.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const send = () => {
      sent = this.dataSource.query('SELECT pg_cancel_backend($1)', [rows[0]!.pid]).catch(() => undefined);
    };
    signal.addEventListener('abort', send, { once: true });
    return {
      end: () => {
        signal.removeEventListener('abort', send);
        return sent;
      },
    };
  }
}

type Work<T> = (postgres: PoolClient) => Promise<{ commit: boolean; value: T }>;

/** Imports and reverts take turns, whichever server they run on: batch numbers have no gaps, references stay true. */
const takeTurn = (postgres: PoolClient) =>
  postgres.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.batches]);

const tooLarge = (memory: string) =>
  new Refusal(
    `Pamięć na czytanie plików (BUSOLA_DUCKDB_MEMORY: ${memory}) nie wystarcza na tę tabelę; nic nie zapisano. Usuń z niej kolumny, których nie potrzebujesz, albo podziel ją na kilka węższych`,
    `The memory for reading files (BUSOLA_DUCKDB_MEMORY: ${memory}) is not enough for this table; nothing was written. Remove columns that you do not need, or split it into several narrower ones`,
  );
