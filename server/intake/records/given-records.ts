import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { Caller } from '../../access/caller';
import { Conflict } from '../../access/refused';
import { recordType } from '../../contracts/record-type';
import type { Home } from '../../store/home';
import { Refusal } from '../../store/home';
import { identifier } from '../duckdb';
import { HOME } from '../intake.controller';
import { IntakeService } from '../intake.service';
import { reasonOf } from '../reason';
import type { Receipt } from '../receipt';
import { PLAIN_REQUEST } from '../understand';
import { unwatched, type Watch } from '../watch';
import { receiveBody } from './body';
import { callerName, digestOf, type Hold, IdempotencyKeys, keyOf } from './idempotency-key';
import type { Taking } from './records.body';

/** What a call is answered with; `replayed`: it was carried out before. */
export interface Answered {
  status: number;
  receipt: Receipt;
  replayed: boolean;
}

/** Takes records in that are sent and not brought as a file: the same reader, check, receipt and store. */
@Injectable()
export class GivenRecords {
  constructor(
    private readonly intake: IntakeService,
    private readonly keys: IdempotencyKeys,
    private readonly dataSource: DataSource,
    @Inject(HOME) private readonly home: Home,
  ) {}

  /** Throws what an import throws, and `NotReadable`, `TooLarge`, `Conflict`. */
  async take(type: string, given: Taking, request: FastifyRequest): Promise<Answered> {
    const asked = { ...given, reason: reasonOf(given.reason) };
    const key = keyOf(request.headers['idempotency-key']);
    return this.inFolder(async (path) => {
      const sha256 = await receiveBody(request, path);
      const work = (hold: Hold | null) => this.carryOut({ type, path, ...asked }, request.caller, hold);
      if (key === null) return await work(null);
      const { authority, reason, dry_run = false, revision = null } = asked;
      const digest = digestOf([type, authority, reason, dry_run, sha256, revision]);
      return await this.once({ caller: callerName(request.caller), key, asked: digest }, work);
    });
  }

  /** Takes records in that the service itself has put together. Throws what an import throws. */
  async store(
    given: { type: string; authority: string; reason: string },
    records: object[],
    by: Caller,
  ): Promise<Receipt> {
    return this.inFolder(async (path) => {
      await writeFile(path, JSON.stringify(records), { mode: 0o600 });
      return (await this.carryOut({ ...given, path }, by, null)).receipt;
    });
  }

  private async inFolder<T>(work: (path: string) => Promise<T>): Promise<T> {
    const folder = join(this.home.work, `records-${randomUUID()}`);
    await mkdir(folder, { mode: 0o700 });
    try {
      return await work(join(folder, 'body'));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Carries a call out unless it was already. */
  private async once(
    call: Parameters<IdempotencyKeys['claim']>[0],
    work: (hold: Hold) => Promise<Answered>,
  ): Promise<Answered> {
    const claimed = await this.keys.claim(call);
    if ('answer' in claimed)
      return {
        status: claimed.status,
        receipt: JSON.parse(claimed.answer) as Receipt,
        replayed: true,
      };
    try {
      return await work(claimed);
    } finally {
      await claimed.release();
    }
  }

  private async carryOut(
    { type, path, authority, reason, dry_run = false, revision }: AskedRecords,
    caller: Caller,
    hold: Hold | null,
  ): Promise<Answered> {
    const request = {
      ...PLAIN_REQUEST,
      path,
      name: `${type}.json`,
      as: type,
      authority,
      reader: 'json',
      read: { same_keys: true },
      dryRun: dry_run,
      reason,
    };
    const kept = (receipt: Receipt) => ({
      status: receipt.batch === null ? 200 : 201,
      answer: JSON.stringify(receipt),
    });
    const settle: Watch['settle'] = async (postgres, taken) => {
      if (caller.kind === 'person' && taken.changed > 0 && reason === null) throw noReason();
      if (revision !== undefined) await requireRevision(postgres, { type, revision }, taken);
      // in the very transaction of the batch: there is never the one without the other
      await hold?.keep(postgres, kept(taken));
    };
    const receipt = await this.intake.import(request, caller, { ...unwatched(), settle });
    if (receipt.batch === null) await hold?.keep(this.dataSource, kept(receipt));
    return { status: kept(receipt).status, receipt, replayed: false };
  }
}

interface AskedRecords extends Omit<Taking, 'reason'> {
  type: string;
  path: string;
  reason: string | null;
}

/** Refuses, in the open transaction of the batch, what corrects another revision than the one asked for. */
async function requireRevision(
  postgres: PoolClient,
  { type, revision }: { type: string; revision: number },
  { batch, new: fresh }: Receipt,
): Promise<void> {
  const { rows } = await postgres.query<{ revision: number }>(
    `SELECT revision FROM ${identifier(recordType(type)!.table)} WHERE batch_id = $1`,
    [batch],
  );
  if (fresh > 0) throw gone();
  const other = rows.find((row) => row.revision !== revision + 1);
  if (other) throw stale(revision, other.revision - 1);
}

const stale = (asked: number, present: number) =>
  new Conflict(
    `Ktoś poprawił ten rekord, odkąd go otwarto (wersja ${present}, a nie ${asked}); nic nie zapisano. Otwórz go na nowo i popraw jeszcze raz`,
    `Somebody has corrected this record since it was opened (version ${present}, not ${asked}); nothing was written. Open it anew and correct it again`,
  );

const gone = () =>
  new Conflict(
    'Tego rekordu już nie ma: cofnięto partię, z którą przyszedł; nic nie zapisano',
    'This record is no longer there: the batch that it came with was undone; nothing was written',
  );

const noReason = () =>
  new Refusal(
    'Poprawka rekordu wymaga powodu (reason); nic nie zapisano',
    'A correction of a record needs a reason; nothing was written',
  );
