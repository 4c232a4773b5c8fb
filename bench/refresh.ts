import { Mirror } from '../server/snapshot/mirror';
import type { Instance } from '../server/testing/instance';
import {
  type Bench,
  type BenchOptions,
  type Measured,
  median,
  peakMb,
  resetPeak,
  round,
  seconds,
} from './measure';
import { mirrorFolder, withRegister } from './registered';

const RUNS = 3;
const GOALS = { hundredth: 0.25, ten_thousandth: 0.02, nothing_ms: 5 };

/** What it costs to catch up, against loading everything anew. */
export const refresh: Bench = {
  name: 'refresh',
  about:
    'catching up with 1 % of changed rows in at most 0.25 of a full load, with 0.01 % in at most 0.02, with none in at most 5 ms; the ratio is the share of its goal that the worst of the three takes',
  run: ({ rows, log }: BenchOptions) => withRegister(rows, log, measure),
};

async function measure(instance: Instance, rows: number, log: (line: string) => void): Promise<Measured> {
  const times = {
    full: [] as number[],
    hundredth: [] as number[],
    tenThousandth: [] as number[],
    nothing: [] as number[],
  };
  resetPeak();
  for (let run = 1; run <= RUNS; run++) {
    const folder = await mirrorFolder();
    const { dataSource, settings } = instance.foundation;
    const mirror = new Mirror(dataSource, { mirror: folder.path }, settings);
    times.full.push(await caughtUp(mirror, rows));
    times.nothing.push(await caughtUp(mirror, 0));
    times.hundredth.push(await caughtUp(mirror, await change(instance, 100, run)));
    times.nothing.push(await caughtUp(mirror, 0));
    times.tenThousandth.push(await caughtUp(mirror, await change(instance, 10_000, run)));
    for (let again = 0; again < 10; again++) times.nothing.push(await caughtUp(mirror, 0));
    await mirror.onModuleDestroy();
    await folder.remove();
    log(
      `run ${run}: full ${times.full.at(-1)!.toFixed(2)} s, 1 % ${times.hundredth.at(-1)!.toFixed(3)} s, 0.01 % ${times.tenThousandth.at(-1)!.toFixed(3)} s, nothing ${(times.nothing.at(-1)! * 1000).toFixed(1)} ms`,
    );
  }
  const full = median(times.full);
  const shares = {
    hundredth: median(times.hundredth) / full,
    ten_thousandth: median(times.tenThousandth) / full,
    nothing_ms: median(times.nothing) * 1000,
  };
  const names = Object.keys(GOALS) as (keyof typeof GOALS)[];
  const ratio = round(Math.max(...names.map((name) => shares[name] / GOALS[name])));
  return {
    name: 'refresh',
    ratio,
    goal: 1,
    ok: ratio <= 1,
    limit: { full_load_s: round(full), hundredth: GOALS.hundredth, ten_thousandth: GOALS.ten_thousandth },
    peer: {
      full_load: 1,
      ...Object.fromEntries(names.map((name) => [name, round(shares[name], 4)])),
    },
    rss_mb: peakMb(),
    runs: times.hundredth.map((value) => round(value)),
  };
}

/** Seconds to catch up. Throws where other rows were found than have changed; small tables count with a full load. */
async function caughtUp(mirror: Mirror, wanted: number): Promise<number> {
  let found = 0;
  const taken = await seconds(async () => (found = (await mirror.refresh()).changed));
  const whole = mirror.snapshot()?.number !== undefined && found >= wanted && found <= wanted + 2;
  if (!whole) throw new Error(`${found} rows were taken over, ${wanted} have changed`);
  return taken;
}

/** Changes one row in so many, all over the table. Returns how many. */
async function change({ foundation: { dataSource } }: Instance, oneIn: number, run: number): Promise<number> {
  const [, rows] = (await dataSource.query(
    `UPDATE consultation SET reported_participants = coalesce(reported_participants, 0) + 1 WHERE id % ${oneIn} = ${run}`,
  )) as [unknown, number];
  return rows;
}
