import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Caller, COMMAND_LINE } from '../../access/caller';
import { SessionService } from '../../access/session.service';
import { isOutOfReach, traceOf } from '../../store/fault';
import type { Home } from '../../store/home';
import { Refusal } from '../../store/home';
import { ImportRow } from '../../store/import.entities';
import { readRequest } from '../import-request';
import { IntakeService } from '../intake.service';
import type { Receipt } from '../receipt';
import type { Stage, Watch } from '../watch';
import { keepFindings } from './findings';
import { fileOf, findingsOf } from './import.file';
import { refusalOf } from './refusal';

const logger = new Logger('Busola');

/** Broken off by whoever began it. */
class Cancelled extends Refusal {
  constructor() {
    super('Przerwano na życzenie; nic nie zapisano', 'Broken off as asked; nothing was written');
  }
}

/** The service ends; the next one goes on. */
class Ending extends Error {}

/** Imports that read at the same time; they write in turn. */
const AT_ONCE = 2;
/** Milliseconds between attempts to say what became of a run while the database does not answer. */
const PATIENCE = 1000;

interface Run {
  abort: AbortController;
  stage: Stage;
  rows: number;
  ended: Promise<void>;
}

type End = Pick<ImportRow, 'state'> & Partial<Pick<ImportRow, 'receipt' | 'refusal' | 'batch_id'>>;

/** Takes files in behind the pages: says how far it is, can be broken off, and goes on after the service was stopped. */
@Injectable()
export class ImportRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly runs = new Map<string, Run>();
  private readonly waiting = new Set<() => void>();
  private busy = 0;
  private isEnding = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly home: Home,
    private readonly intake: IntakeService,
    private readonly sessions: SessionService,
  ) {}

  /** What was under way when the service ended begins again: nothing of it was written. */
  async onApplicationBootstrap(): Promise<void> {
    const rows = await this.dataSource.manager.findBy(ImportRow, { state: 'running' });
    for (const row of rows) {
      // another instance on the same database may be at work on its own files
      if (!existsSync(fileOf(this.home, row.id))) continue;
      await this.dataSource.manager.increment(ImportRow, { id: row.id }, 'interruptions', 1);
      const by = await this.callerOf(row);
      if (by) this.begin(row.id, by);
      else await this.end(row.id, { state: 'refused', refusal: GONE });
    }
  }

  async onModuleDestroy(): Promise<void> {
    this.isEnding = true;
    for (const { abort } of this.runs.values()) abort.abort(new Ending());
    await Promise.all([...this.runs.values()].map(({ ended }) => ended));
  }

  /** Begins a run that is in the store as running. */
  begin(id: string, by: Caller): void {
    const run: Run = { abort: new AbortController(), stage: 'waiting', rows: 0, ended: Promise.resolve() };
    this.runs.set(id, run);
    run.ended = this.carryOut(id, by, run).finally(() => {
      // it may have been begun again as soon as the store said that it ended
      if (this.runs.get(id) === run) this.runs.delete(id);
    });
  }

  /** How far a run is; null where it is none of this process. */
  progress(id: string): Pick<Run, 'stage' | 'rows'> | null {
    return this.runs.get(id) ?? null;
  }

  /** Breaks a run off and waits until it has ended. */
  async cancel(id: string): Promise<void> {
    const run = this.runs.get(id);
    run?.abort.abort(new Cancelled());
    await run?.ended;
  }

  private async carryOut(id: string, by: Caller, run: Run): Promise<void> {
    try {
      await this.turn(run.abort);
      run.abort.signal.throwIfAborted();
      const receipt = await this.take(id, by, run);
      // what was written has its end with its batch
      if (receipt.batch === null) await this.end(id, { state: 'done', receipt: plain(receipt) });
    } catch (error) {
      // whatever breaks while the service ends, the next one tries again
      if (run.abort.signal.reason instanceof Ending) return;
      const state =
        error instanceof Cancelled ? 'cancelled' : error instanceof Refusal ? 'refused' : 'failed';
      if (state === 'failed') logger.error(`import ${id}: ${traceOf(error)}`);
      await this.end(id, { state, refusal: refusalOf(error, id) });
    } finally {
      this.leave();
    }
  }

  private async take(id: string, begunBy: Caller, run: Run): Promise<Receipt> {
    const row = await this.dataSource.manager.findOneByOrFail(ImportRow, { id });
    // it may have waited for long, and what was taken away meanwhile is gone
    const today = row.person_id === null ? begunBy : await this.callerOf(row);
    if (!today) throw new Refusal(LOST_RIGHTS.pl, LOST_RIGHTS.en);
    const by = new Caller(today.kind, today.identity, begunBy.origin);
    const request = readRequest(fileOf(this.home, id), row.file, JSON.stringify(row.request));
    const watch: Watch = {
      signal: run.abort.signal,
      tell: (stage, rows) => Object.assign(run, { stage, rows }),
      found: (connection) => keepFindings(connection, findingsOf(this.home, id)),
      // with the batch or not at all: a service that ends in between would take the file in a second time
      settle: async (postgres: PoolClient, receipt) => {
        await postgres.query(
          `UPDATE import SET state = 'done', receipt = $2, batch_id = $3, ended_at = now() WHERE id = $1`,
          [id, JSON.stringify(receipt), receipt.batch],
        );
      },
    };
    return this.intake.import(request, by, watch);
  }

  /** Says what became of a run, as soon as the database answers; what was settled with its batch stays. */
  private async end(id: string, end: End): Promise<void> {
    for (;;) {
      try {
        await this.dataSource.manager
          .createQueryBuilder()
          .update(ImportRow)
          .set({ ...end, receipt: end.receipt as object, ended_at: () => 'now()' })
          .where(`id = :id AND state = 'running'`, { id })
          .execute();
        return;
      } catch (error) {
        if (isOutOfReach(error) && !this.isEnding) {
          await pause(PATIENCE);
          continue;
        }
        logger.error(`import ${id}: ${traceOf(error)}`);
        if (this.isEnding || end.state === 'failed') return;
        // a run without an end could neither be begun again nor forgotten
        return this.end(id, { state: 'failed', refusal: refusalOf(error, id) });
      }
    }
  }

  /** Waits until fewer than `AT_ONCE` others are at work, or until it is broken off. */
  private async turn({ signal }: AbortController): Promise<void> {
    while (this.busy >= AT_ONCE && !signal.aborted)
      await new Promise<void>((go) => {
        this.waiting.add(go);
        signal.addEventListener('abort', () => go(), { once: true });
      });
    this.busy++;
  }

  private leave(): void {
    this.busy--;
    for (const go of this.waiting) go();
    this.waiting.clear();
  }

  /** Whoever began it, with the roles that they have today; null where they have none any more. */
  private async callerOf({ person_id, token_id }: ImportRow): Promise<Caller | null> {
    return person_id === null ? COMMAND_LINE : this.sessions.again(person_id, token_id);
  }
}

const GONE = {
  pl: 'Usługę zatrzymano, zanim plik wczytano, a konto albo token, który o to prosił, już nie działa; nic nie zapisano',
  en: 'The service was stopped before the file was taken in, and the account or token that asked for it is no longer valid; nothing was written',
};

const LOST_RIGHTS = {
  pl: 'Konto albo token, który o to prosił, już nie działa; nic nie zapisano',
  en: 'The account or token that asked for it is no longer valid; nothing was written',
};

const plain = (receipt: Receipt) => receipt as unknown as Record<string, unknown>;
