import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBInstance } from '@duckdb/node-api';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller';
import { changed } from '../store/changed';
import type { Home } from '../store/home';
import type { Secret } from '../store/instance-secret';
import { LOCKS } from '../store/locks';
import type { Settings } from '../store/settings';
import { beginCheck } from './check/bulk-check';
import { fencedDuckDB } from './duckdb';
import { type Preview, previewOf } from './preview';
import { screen } from './personal-columns';
import { pseudonymised } from './pseudonym';
import { type Receipt } from './receipt';
import { referencesOf } from './references';
import { revertBatch, type Reverted } from './revert';
import { type ImportRequest, understand } from './understand';
import { type Confirm, takeIn } from './taking';

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
   * where it is not theirs to bring in.
   * @param confirm what else belongs to the transaction where a batch is made
   */
  async import(request: ImportRequest, by: Caller, confirm?: Confirm): Promise<Receipt> {
    const folder = join(this.home.work, randomUUID());
    await mkdir(folder, { mode: 0o700 });
    const connection = await (await this.instance()).connect();
    try {
      const { table, mapping: read } = await screen(connection, await understand(request, folder));
      const mapping = pseudonymised(read, this.secret.key('participant'));
      return await this.transaction(async (postgres) => {
        await takeTurn(postgres);
        const check = await beginCheck(connection, table, mapping, await referencesOf(postgres, mapping));
        return takeIn({ request, by, check, folder, postgres, uploads: this.home.uploads, confirm });
      });
    } finally {
      connection.closeSync();
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Shows how a file would be read; nothing is written. Throws `Refusal` where it cannot be read at all. */
  async preview(request: ImportRequest, most?: number): Promise<Preview> {
    const folder = join(this.home.work, randomUUID());
    await mkdir(folder, { mode: 0o700 });
    const connection = await (await this.instance()).connect();
    try {
      return await previewOf(connection, request, folder, most);
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
   * Other servers are waited for in the transaction (`takeTurn`).
   */
  private async transaction<T>(work: Work<T>): Promise<T> {
    const before = this.last;
    const own = before.then(() => this.alone(work));
    this.last = own.catch(() => undefined);
    return own;
  }

  private async alone<T>(work: Work<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const postgres = (await runner.connect()) as PoolClient;
    try {
      await postgres.query('BEGIN');
      await postgres.query('SET LOCAL statement_timeout = 0');
      const { commit, value } = await work(postgres);
      await postgres.query(commit ? 'COMMIT' : 'ROLLBACK');
      if (commit) changed(this.dataSource);
      return value;
    } catch (error) {
      await postgres.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

type Work<T> = (postgres: PoolClient) => Promise<{ commit: boolean; value: T }>;

/** Imports and reverts take turns, whichever server they run on: batch numbers have no gaps, references stay true. */
const takeTurn = (postgres: PoolClient) =>
  postgres.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.batches]);
