import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Run, ScoresService } from '../scores/scores.service';
import type { Order } from './consultation.query';
import type { ConsultationItem } from './consultation.view';
import { gatesRaised } from './score.explained';

type Score = Pick<ConsultationItem, 'index' | 'grade' | 'low' | 'high' | 'gates'>;

/** What an item says of its score where there is none. */
export const NO_SCORE: Score = { index: null, grade: null, low: null, high: null, gates: null };

/** Milliseconds for which a list waits for a run of the scores; it comes without them rather than late. */
const PATIENCE = 400;
/** Keys of an order are whole numbers: an index is told apart to so many parts of a point. */
const PARTS = 1_000_000;

/** The scores of the consultations that a list shows. */
@Injectable()
export class ConsultationScores implements OnModuleDestroy {
  private readonly log = new Logger(ConsultationScores.name);

  /** Reads that a list did not wait for. */
  private readonly pending = new Set<Promise<unknown>>();

  constructor(private readonly scores: ScoresService) {}

  /** What was begun ends before the mirror under it is closed. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.pending);
  }

  /** Scores by the id of the consultation; null where the present records are still being scored. */
  async of(ids: number[], asOf: string): Promise<{ run: Run; byId: Map<number, Score> } | null> {
    const read = this.read(ids, asOf).catch((error: unknown) => {
      this.log.error(`The list is given without scores: ${String(error)}`);
      return null;
    });
    this.pending.add(read);
    void read.finally(() => this.pending.delete(read));
    const patience = new AbortController();
    const late = sleep(PATIENCE, null, { signal: patience.signal }).catch(() => null);
    return Promise.race([read, late]).finally(() => patience.abort());
  }

  /** The order of an authority's consultations by their index, the highest first; waits for a run. */
  order(authorityId: number, asOf: string): Promise<Order> {
    return this.scores.read(asOf, async ({ query }) => {
      const rows = await query<{ consultation_id: number; index: number }>(
        `SELECT consultation_id, index FROM scored.consultation_score WHERE authority_id = ${authorityId} AND index IS NOT NULL`,
      );
      return {
        ids: rows.map(({ consultation_id: id }) => id),
        keys: rows.map(({ index }) => -Math.round(index * PARTS)),
      };
    });
  }

  private read(ids: number[], asOf: string): Promise<{ run: Run; byId: Map<number, Score> }> {
    return this.scores.read(asOf, async ({ query }, run) => {
      const rows = await query<Score & { consultation_id: number } & Record<string, unknown>>(
        `SELECT * FROM scored.consultation_score WHERE consultation_id IN (${[...ids, -1].join(', ')})`,
      );
      const byId = new Map(
        rows.map((row) => {
          const { consultation_id: id, index, grade, low, high } = row;
          return [id, { index, grade, low, high, gates: gatesRaised(row).map(({ code }) => code) }];
        }),
      );
      return { run, byId };
    });
  }
}
