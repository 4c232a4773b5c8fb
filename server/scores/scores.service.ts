import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { METHOD_VERSION } from '../indicators/catalogue';
import { Mirror, type Reading } from '../snapshot/mirror';
import { runStatements } from './run';

/** Which results these are: the same key has the same bytes (method.md 4.14). */
export interface Run {
  method: string;
  snapshot: number;
  as_of: string;
}

/** Scores what the mirror holds, once for each snapshot and day, and reads the results. */
@Injectable()
export class ScoresService {
  private running: Promise<void> | null = null;
  private known: Run | null = null;

  constructor(private readonly mirror: Mirror) {}

  /**
   * Reads tables of `scored` that belong to the present records and to `asOf`, all on one state.
   * @param asOf the day that counts as today, `YYYY-MM-DD`
   */
  async read<T>(asOf: string, work: (reading: Reading, run: Run) => Promise<T>): Promise<T> {
    for (;;) {
      await this.mirror.current();
      const found = await this.mirror.read(async (reading) => {
        const digest = digestOf(reading.snapshot.number, asOf);
        if ((await scoredAs(reading)) !== digest) return null;
        return {
          value: await work(reading, {
            method: METHOD_VERSION,
            snapshot: reading.snapshot.number,
            as_of: asOf,
          }),
        };
      });
      if (found) return found.value;
      // one run at a time: whoever comes meanwhile waits for it and looks again
      await (this.running ??= this.score(asOf).finally(() => (this.running = null)));
    }
  }

  /** Names the results that are read now: another name, other results. Scores what is not scored yet. */
  async state(asOf: string): Promise<string> {
    const { number } = await this.mirror.current();
    if (this.known?.snapshot !== number || this.known.as_of !== asOf)
      this.known = await this.read(asOf, (_reading, run) => Promise.resolve(run));
    return nameOf(this.known);
  }

  /** The same name where nobody has to be asked for it; else null. */
  presentState(asOf: string): string | null {
    if (!this.mirror.isCurrent() || this.known?.as_of !== asOf) return null;
    return this.known.snapshot === this.mirror.snapshot()?.number ? nameOf(this.known) : null;
  }

  private score(asOf: string): Promise<void> {
    return this.mirror.derive(async ({ snapshot, run }) => {
      for (const statement of runStatements(asOf)) await run(statement);
      await run(
        `CREATE OR REPLACE TABLE scored.run AS SELECT '${digestOf(snapshot.number, asOf)}' AS digest`,
      );
    });
  }
}

const nameOf = ({ method, snapshot, as_of }: Run) => `${method} ${snapshot} ${as_of}`;

/** Names the results by everything they come from, the statements themselves too. */
const digestOf = (snapshot: number, asOf: string): string =>
  createHash('sha256')
    .update([METHOD_VERSION, snapshot, ...runStatements(asOf)].join('\n'))
    .digest('hex');

async function scoredAs({ query }: Reading): Promise<string | null> {
  const there = await query(
    `SELECT 1 FROM duckdb_tables() WHERE schema_name = 'scored' AND table_name = 'run'`,
  );
  if (there.length === 0) return null;
  const [run] = await query<{ digest: string }>('SELECT digest FROM scored.run');
  return run?.digest ?? null;
}
