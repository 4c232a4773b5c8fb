import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { randomFrom } from '../seed-data/demo/random';
import { type Instance, startInstance } from '../server/testing/instance';
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

const RUNS = 3;
const GOAL = 0.35;
const MOST_MB = 700;
/** Answers of one response, and those that cannot be: one in a hundred responses has one. */
export const ITEMS = 10;
const BAD = 100;

/** A wide file of answers against a bare COPY of the same clean responses into the same table. */
export const answers: Bench = {
  name: 'answers',
  about:
    'import of 1M answers (--rows) as one row a response, 1 % with a bad cell, full receipt, against a bare COPY of the same clean rows into the same table; at most 700 MB',
  run: (options) => measure('answers', options),
};

/** The same file once more: nothing is written. */
export const reimport: Bench = {
  name: 'reimport',
  about: 'the same file of answers again, nothing written, against the same bare COPY',
  run: (options) => measure('reimport', options),
};

const NAMES = Array.from({ length: ITEMS }, (_, i) => `P${i + 1}`);
/** How the file is taken in. */
export const MAPPING = {
  type: 'survey',
  authority: 'BENCH',
  survey: {
    code: 'S',
    design: 'open_link',
    response_id: 'id',
    weight: 'waga',
    attributes: {
      sex: { column: 'plec', codes: { K: 'f', M: 'm' } },
      age_band: { column: 'wiek', bands: true },
      district: { column: 'dzielnica' },
    },
    items: { default: 'likert5' },
  },
};

/** Writes so many responses; returns how many of them are good. */
export async function writeAnswers(responses: number, path: string): Promise<number> {
  const random = randomFrom(2026);
  const out = createWriteStream(path, { highWaterMark: 1 << 20 });
  out.write(`id,waga,plec,wiek,dzielnica,${NAMES.join(',')}\n`);
  for (let i = 0; i < responses; i++) {
    const given = NAMES.map(() => (random(20) === 0 ? '' : String(1 + random(5))));
    if (i % BAD === BAD - 1) given[random(ITEMS)] = '9';
    const who = `${random(2) ? 'K' : 'M'},${15 + random(70)},D${1 + random(27)}`;
    const line = `R${String(i).padStart(8, '0')},${(0.5 + random(100) / 100).toFixed(2)},${who},${given.join(',')}\n`;
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return responses - Math.floor(responses / BAD);
}

async function measure(name: string, { rows, log }: BenchOptions): Promise<Measured> {
  const responses = Math.round((rows ?? 1_000_000) / ITEMS);
  const folder = await mkdtemp(join(tmpdir(), 'busola-bench-'));
  const instance = await startInstance(null);
  try {
    const [dirty, clean] = [join(folder, 'answers.csv'), join(folder, 'clean.csv')];
    const good = await writeAnswers(responses, dirty);
    log(
      `${responses * ITEMS} answers of ${responses} responses, ${Math.round((await stat(dirty)).size / 1e6)} MB`,
    );
    await ourImport(instance, dirty, responses, { new: good });
    await writeClean(instance, clean);
    const times = { copy: [] as number[], ours: [] as number[] };
    resetPeak();
    for (let run = 1; run <= RUNS; run++) {
      await empty(instance);
      times.copy.push(await seconds(() => bareCopy(instance, clean)));
      await empty(instance);
      const first = await seconds(() => ourImport(instance, dirty, responses, { new: good }));
      const again = () => ourImport(instance, dirty, responses, { unchanged: good, batch: null });
      times.ours.push(name === 'reimport' ? await seconds(again) : first);
      log(
        `run ${run}: bare COPY ${times.copy.at(-1)!.toFixed(2)} s, ${name} ${times.ours.at(-1)!.toFixed(2)} s`,
      );
    }
    const [limit, ours] = [good / median(times.copy), responses / median(times.ours)];
    const [ratio, rss] = [round(ours / limit), peakMb()];
    return {
      name,
      ratio,
      goal: GOAL,
      ok: ratio >= GOAL && rss <= MOST_MB,
      limit: { bare_copy_answers_per_s: Math.round(limit * ITEMS), bare_copy_s: round(median(times.copy)) },
      peer: {},
      rss_mb: rss,
      runs: times.ours.map((value) => round(value)),
    };
  } finally {
    await instance.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const query = ({ foundation }: Instance, sql: string) => foundation.dataSource.query(sql);

async function empty(instance: Instance): Promise<void> {
  await query(instance, 'TRUNCATE survey_response, survey_item, survey, batch, finding, history, authority');
  await query(instance, 'CHECKPOINT');
}

async function ourImport(
  instance: Instance,
  path: string,
  rows: number,
  wanted: Record<string, unknown>,
): Promise<void> {
  const receipt = await instance.import(path, { mapping: MAPPING });
  const whole = Object.entries({ rows, rejected: Math.floor(rows / BAD), ...wanted }).every(
    ([key, value]) => (receipt as unknown as Record<string, unknown>)[key] === value,
  );
  if (whole && receipt.issues_total === receipt.rejected) return;
  throw new Error(
    `the receipt does not add up: ${JSON.stringify({ ...receipt, issues: receipt.issues.length, warnings: receipt.warnings.length })}`,
  );
}

const COLUMNS = 'authority_id, batch_id, line, content, code, survey, weight, attributes, answers, others';

const withClient = async (instance: Instance, work: (client: PoolClient) => Promise<void>) => {
  const runner = instance.foundation.dataSource.createQueryRunner();
  await work((await runner.connect()) as PoolClient);
  await runner.release();
};

/** The good responses as the table holds them. */
const writeClean = (instance: Instance, path: string) =>
  withClient(instance, (client) =>
    pipeline(
      client.query(
        copyTo(`COPY (SELECT ${COLUMNS} FROM survey_response ORDER BY code) TO STDOUT (FORMAT csv)`),
      ),
      createWriteStream(path),
    ),
  );

const bareCopy = (instance: Instance, path: string) =>
  withClient(instance, (client) =>
    pipeline(
      createReadStream(path, { highWaterMark: 1 << 18 }),
      client.query(copyFrom(`COPY survey_response (${COLUMNS}) FROM STDIN (FORMAT csv)`)),
    ),
  );
