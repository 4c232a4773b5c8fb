import type { DuckDBConnection } from '@duckdb/node-api';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { literal } from '../intake/duckdb';
import { onChange } from '../store/changed';
import type { Home } from '../store/home';
import type { Settings } from '../store/settings';
import type { Mark } from './mark';
import { isDamage, MirrorFile } from './mirror-file';
import { refresh, type Refreshed } from './refresh';
import { rowsOf, stretchesOf } from './rows';
import { readState, type Snapshot } from './state';

/** Milliseconds for which a state is taken for the present one without asking: other servers write too. */
const TRUSTED = 1000;

/** What one reader sees: a state that does not change under it. */
export interface Reading {
  snapshot: Snapshot;
  /** @param values for `$1`, `$2` … in the query */
  query<T>(sql: string, values?: string[]): Promise<T[]>;
  /** The same, stretch after stretch, each row as an array of its cells. */
  stretches(sql: string): AsyncIterable<unknown[][]>;
  /** Writes what a query gives into a file of the mirror's folder, as `COPY … TO` takes options. */
  copy(sql: string, path: string, options: string): Promise<void>;
}

/** What one writer of derived tables sees and does. */
export interface Deriving extends Reading {
  run(sql: string): Promise<void>;
}

/**
 * The records in columns: what Postgres held at a numbered moment, in one file of DuckDB that may be deleted at any
 * time. Opened when it is first asked for.
 */
@Injectable()
export class Mirror implements OnModuleDestroy {
  private file: Promise<MirrorFile> | null = null;
  private latest: Snapshot | null = null;
  /** Up to where the mirror is known to equal Postgres; null until this process has verified it. */
  private known: Mark | null = null;
  private running: Promise<Refreshed> | null = null;
  private checkedAt = -Infinity;
  /** Counts what must be seen, and how much of it a refresh that has ended was begun after. */
  private wanted = 0;
  private seen = -1;
  private readonly forget: () => void;
  private ended = false;

  constructor(
    private readonly source: DataSource,
    private readonly home: Pick<Home, 'mirror'>,
    private readonly settings: Pick<Settings, 'duckdbMemory'>,
  ) {
    this.forget = onChange(source, () => this.stale());
  }

  async onModuleDestroy(): Promise<void> {
    this.forget();
    this.ended = true;
    await this.running?.catch(() => undefined);
    await this.closeFile();
  }

  /** Says that something was committed: whoever asks from now on sees it. */
  stale(): void {
    this.wanted++;
  }

  /** The state that is read now; null before the first refresh. */
  snapshot(): Snapshot | null {
    return this.latest;
  }

  /**
   * The present state, at most a second old. Throws where Postgres cannot be asked; the state before stays readable,
   * and the next call tries again.
   */
  async current(): Promise<Snapshot> {
    if (this.isCurrent()) return this.latest!;
    return (await this.caughtUp()).snapshot;
  }

  /** Whether `current` would answer without asking Postgres. */
  isCurrent(): boolean {
    return this.seen === this.wanted && performance.now() - this.checkedAt < TRUSTED;
  }

  /** Asks Postgres whatever was asked before, and says what that changed. Throws as `current` does. */
  async refresh(): Promise<Refreshed> {
    this.stale();
    return this.caughtUp();
  }

  /** The rows of one query on the state that is read now. */
  query<T>(sql: string): Promise<T[]> {
    return this.read((reading) => reading.query<T>(sql));
  }

  /** Several queries on one and the same state. */
  read<T>(work: (reading: Reading) => Promise<T>): Promise<T> {
    return this.on('READ ONLY', work);
  }

  /**
   * Makes tables that follow from the records of one and the same state, in one transaction; those of the records
   * themselves belong to the refresh. They outlive a refresh, so they must say of which state they were made.
   */
  derive<T>(work: (deriving: Deriving) => Promise<T>): Promise<T> {
    return this.on('READ WRITE', work);
  }

  private async on<T>(
    mode: 'READ ONLY' | 'READ WRITE',
    work: (deriving: Deriving) => Promise<T>,
  ): Promise<T> {
    if (!this.latest) await this.current();
    try {
      return await this.attempt(mode, work);
    } catch (error) {
      if (!isDamage(error)) throw error;
      await this.running?.catch(() => undefined);
      await this.discard();
      await this.current();
      return this.attempt(mode, work);
    }
  }

  private async attempt<T>(
    mode: 'READ ONLY' | 'READ WRITE',
    work: (deriving: Deriving) => Promise<T>,
  ): Promise<T> {
    return (await this.opened()).working(mode, async (connection: DuckDBConnection) => {
      const state = await readState(connection);
      if (!state) throw new Error('The mirror holds nothing yet');
      const snapshot = { number: state.number, taken_at: state.taken_at };
      return work({
        snapshot,
        query: <R>(sql: string, values?: string[]) => rowsOf<R>(connection, sql, values),
        stretches: (sql) => stretchesOf(connection, sql),
        copy: async (sql, path, options) =>
          void (await connection.run(`COPY (${sql}) TO ${literal(path)} (${options})`)),
        run: async (sql) => void (await connection.run(sql)),
      });
    });
  }

  /** A refresh that was under way when something was committed may not have seen it: then another one follows. */
  private async caughtUp(): Promise<Refreshed> {
    const wanted = this.wanted;
    for (;;) {
      const refreshed = await (this.running ??= this.begin());
      if (this.seen >= wanted) return refreshed;
    }
  }

  private begin(): Promise<Refreshed> {
    const wanted = this.wanted;
    return this.once()
      .then((refreshed) => {
        this.latest = refreshed.snapshot;
        this.known = refreshed.mark;
        this.seen = wanted;
        this.checkedAt = performance.now();
        return refreshed;
      })
      .finally(() => (this.running = null));
  }

  private async once(): Promise<Refreshed> {
    const runner = this.source.createQueryRunner();
    try {
      const postgres = (await runner.connect()) as PoolClient;
      return await this.onFile(postgres);
    } finally {
      await runner.release();
    }
  }

  private async onFile(postgres: PoolClient): Promise<Refreshed> {
    try {
      return await refresh(postgres, await this.opened(), this.known);
    } catch (error) {
      if (!isDamage(error)) throw error;
      await this.discard();
      return refresh(postgres, await this.opened(), null);
    }
  }

  private opened(): Promise<MirrorFile> {
    if (this.ended) return Promise.reject(new Error('The mirror is closed'));
    this.file ??= MirrorFile.in(this.home.mirror, this.settings.duckdbMemory).catch((error: unknown) => {
      this.file = null;
      throw error;
    });
    return this.file;
  }

  /** A damaged file is worth nothing: the next refresh makes another. */
  private async discard(): Promise<void> {
    await this.closeFile();
    await MirrorFile.remove(this.home.mirror);
    this.latest = null;
    this.stale();
  }

  private async closeFile(): Promise<void> {
    const file = await this.file?.catch(() => null);
    this.file = null;
    this.known = null;
    await file?.close();
  }
}
