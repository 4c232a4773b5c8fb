import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Home } from '../store/home';
import { LOCKS } from '../store/locks';
import { note } from './audit';
import type { Caller } from './caller';

/** How long what may speak of a person is kept, in months. The database lets nobody shorten the life of the log. */
export const KEPT_MONTHS = { audit: 24, uploads: 12, cells: 12, tokens: 12 } as const;

/** What a run of the retention removed. */
export interface RetentionView {
  sessions: number;
  links: number;
  tokens: number;
  /** Answers to repeated calls. */
  keys: number;
  audit: number;
  /** Refused cells: the finding stays, without what stood in the file. */
  cells: number;
  /** Files as they came; the batch, its digest and its records stay. */
  uploads: number;
}

/** Removes what has been kept long enough. Records and scores are not touched. */
@Injectable()
export class Retention {
  constructor(
    private readonly dataSource: DataSource,
    private readonly home: Home,
  ) {}

  /** Removes all of it that is old enough, and says how much there was. */
  async run(by: Caller): Promise<RetentionView> {
    const { audit, cells, tokens } = KEPT_MONTHS;
    const old = (column: string, months: number) => `${column} < now() - interval '${months} months'`;
    const database = await this.dataSource.transaction(async (manager) => {
      await manager.query('SET LOCAL statement_timeout = 0');
      const gone = async (sql: string) => ((await manager.query(sql)) as [unknown, number])[1];
      return {
        sessions: await gone(
          `DELETE FROM session WHERE ends_at < now() OR seen_at < now() - interval '1 day'`,
        ),
        links: await gone('DELETE FROM one_time_link WHERE ends_at < now() OR used_at IS NOT NULL'),
        tokens: await gone(
          `DELETE FROM access_token WHERE ${old('ends_at', tokens)} OR ${old('revoked_at', tokens)}`,
        ),
        keys: await gone(
          `DELETE FROM idempotency_key WHERE created_at < now() - interval '24 hours' AND held_until < now()`,
        ),
        audit: await gone(`DELETE FROM audit WHERE ${old('at', audit)}`),
        cells: await gone(
          `UPDATE finding f SET value = NULL FROM batch b WHERE b.id = f.batch_id AND f.value IS NOT NULL AND ${old('b.taken_in_at', cells)}`,
        ),
      };
    });
    const removed = { ...database, uploads: await this.removeUploads() };
    await note(this.dataSource, by, { action: 'retention_done', detail: removed });
    return removed;
  }

  /** A file stays while any batch that it made is young; one whose batch is only now being written has none yet. */
  private async removeUploads(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      // a file that is just brought in again keeps what it puts there; a long import may be waited for
      await manager.query('SET LOCAL statement_timeout = 0');
      await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.batches]);
      const known = (await manager.query(
        `SELECT sha256 FROM batch GROUP BY sha256 HAVING max(taken_in_at) < now() - interval '${KEPT_MONTHS.uploads} months'`,
      )) as { sha256: string }[];
      const there = new Set(await readdir(this.home.uploads));
      const old = known.filter(({ sha256 }) => there.has(sha256));
      for (const { sha256 } of old) await rm(join(this.home.uploads, sha256), { force: true });
      return old.length;
    });
  }
}
