import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Home } from '../store/home';
import { LOCKS } from '../store/locks';
import { note } from './audit';
import type { Caller } from './caller';

/** How long what may speak of a person is kept, in months. The database lets nobody shorten the life of the log. */
export const KEPT_MONTHS = { audit: 24, uploads: 12, cells: 12, tokens: 12 } as const;

/** SQL of the moment before which something has been kept long enough. */
const border = (what: keyof typeof KEPT_MONTHS) => `now() - interval '${KEPT_MONTHS[what]} months'`;

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
    const database = await this.dataSource.transaction(async (manager) => {
      await manager.query('SET LOCAL statement_timeout = 0');
      const gone = async (sql: string) => ((await manager.query(sql)) as [unknown, number])[1];
      return {
        sessions: await gone(
          `DELETE FROM session WHERE ends_at < now() OR seen_at < now() - interval '1 day'`,
        ),
        links: await gone('DELETE FROM one_time_link WHERE ends_at < now() OR used_at IS NOT NULL'),
        tokens: await gone(
          `DELETE FROM access_token WHERE ends_at < ${border('tokens')} OR revoked_at < ${border('tokens')}`,
        ),
        keys: await gone(
          `DELETE FROM idempotency_key WHERE created_at < now() - interval '24 hours' AND held_until < now()`,
        ),
        audit: await gone(`DELETE FROM audit WHERE at < ${border('audit')}`),
        cells: await gone(
          `UPDATE finding f SET value = NULL FROM batch b WHERE b.id = f.batch_id AND f.value IS NOT NULL AND b.taken_in_at < ${border('cells')}`,
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
      const files = (await manager.query(
        `SELECT sha256, max(taken_in_at) < ${border('uploads')} AS old FROM batch GROUP BY sha256`,
      )) as { sha256: string; old: boolean }[];
      const named = new Map(files.map(({ sha256, old }) => [sha256, old]));
      const gone: string[] = [];
      for (const name of await readdir(this.home.uploads))
        if (named.get(name) ?? (await this.isLeft(manager, name))) gone.push(name);
      for (const name of gone) await rm(join(this.home.uploads, name), { force: true });
      return gone.length;
    });
  }
  /** A file that no batch names was put there by an import that was cut off at its very end; it goes when it is as old. */
  private async isLeft(manager: EntityManager, name: string): Promise<boolean> {
    const { mtime } = await stat(join(this.home.uploads, name));
    const [{ old }] = (await manager.query(`SELECT $1::timestamptz < ${border('uploads')} AS old`, [
      mtime,
    ])) as [{ old: boolean }];
    return old;
  }
}
