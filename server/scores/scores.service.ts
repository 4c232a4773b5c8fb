import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { METHOD } from '../indicators/method';
import { Mirror, type Reading } from '../snapshot/mirror';
import type { Snapshot } from '../snapshot/state';
import { runStatements } from './run';

/** Which results these are: the same key has the same bytes (method.md 4.14). */
export interface Run {
  method: string;
  snapshot: number;
  as_of: string;
}

/** One who waits for results of a day. */
interface Waiting {
  asOf: string;
  serve: (reading: Reading) => Promise<void>;
  fail: (error: unknown) => void;
}

/** Scores what the mirror holds, once for each snapshot and day, and reads the results. */
@Injectable()
export class ScoresService {
  private running = false;
  private waiting: Waiting[] = [];
  private known: Known | null = null;

  constructor(private readonly mirror: Mirror) {}

  /**
   * Reads tables of `scored` and the records they were made of, all on one state: the present one or a later. What is
   * not scored yet is scored first, and who waits for that reads inside the same transaction: records that change
   * faster than they are scored keep nobody waiting for longer than the run under way and the next.
   * @param asOf the day that counts as today, `YYYY-MM-DD`
   */
  async read<T>(asOf: string, work: (reading: Reading, run: Run) => Promise<T>): Promise<T> {
    await this.mirror.current();
    const found = await this.mirror.read(async (reading) =>
      (await isScored(reading, asOf)) ? { value: await work(reading, runOf(reading, asOf)) } : null,
    );
    if (found) return found.value;
    return new Promise<T>((done, fail) => {
      const serve = async (reading: Reading) => done(await work(reading, runOf(reading, asOf)));
      this.waiting.push({ asOf, serve, fail });
      if (!this.running) void this.run();
    });
  }

  /** One run at a time, until nobody waits. */
  private async run(): Promise<void> {
    this.running = true;
    for (let first = this.waiting[0]; first; first = this.waiting[0]) {
      const { asOf } = first;
      const group = this.waiting.filter((one) => one.asOf === asOf);
      this.waiting = this.waiting.filter((one) => one.asOf !== asOf);
      await this.score(asOf, group).catch((error: unknown) => group.forEach(({ fail }) => fail(error)));
    }
    this.running = false;
  }

  /** Serves those who waited before it began: its state is at least as late as the one they asked on. */
  private score(asOf: string, group: Waiting[]): Promise<void> {
    return this.mirror.derive(async (deriving) => {
      if (!(await isScored(deriving, asOf))) {
        for (const statement of runStatements(asOf)) await deriving.run(statement);
        const digest = digestOf(deriving.snapshot, asOf);
        await deriving.run(`CREATE OR REPLACE TABLE scored.run AS SELECT '${digest}' AS digest`);
      }
      for (const { serve, fail } of group) await serve(deriving).catch(fail);
    });
  }

  /** Names the results that are read now: another name, other results. Scores what is not scored yet. */
  async state(asOf: string): Promise<string> {
    const { number, taken_at } = await this.mirror.current();
    const { known } = this;
    if (known?.snapshot === number && known.taken_at === taken_at && known.as_of === asOf)
      return nameOf(known);
    this.known = await this.read(asOf, ({ snapshot }, run) =>
      Promise.resolve({ ...run, taken_at: snapshot.taken_at }),
    );
    return nameOf(this.known);
  }

  /** The same name where nobody has to be asked for it; else null. */
  presentState(asOf: string): string | null {
    if (!this.mirror.isCurrent() || this.known?.as_of !== asOf) return null;
    const present = this.mirror.snapshot();
    const isSame = this.known.snapshot === present?.number && this.known.taken_at === present.taken_at;
    return isSame ? nameOf(this.known) : null;
  }
}

/** The results that were read last, with the moment of their records: numbers alone may repeat after a restore. */
interface Known extends Run {
  taken_at: string;
}

const runOf = ({ snapshot }: Reading, asOf: string): Run => ({
  method: METHOD.version,
  snapshot: snapshot.number,
  as_of: asOf,
});

const nameOf = ({ method, snapshot, taken_at, as_of }: Known) =>
  [method, snapshot, taken_at, as_of].join(' ');

/** Names the results by everything they come from, the statements themselves too. */
const digestOf = ({ number, taken_at }: Snapshot, asOf: string): string =>
  createHash('sha256')
    .update([METHOD.version, number, taken_at, ...runStatements(asOf)].join('\n'))
    .digest('hex');

/** Whether the tables of `scored` were made of the very records that are read. */
async function isScored({ query, snapshot }: Reading, asOf: string): Promise<boolean> {
  const there = await query(
    `SELECT 1 FROM duckdb_tables() WHERE schema_name = 'scored' AND table_name = 'run'`,
  );
  if (there.length === 0) return false;
  const [run] = await query<{ digest: string }>('SELECT digest FROM scored.run');
  return run?.digest === digestOf(snapshot, asOf);
}
