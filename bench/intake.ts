import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Consultation } from '../server/contracts/consultation';
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
import { COLUMNS, REGISTER_MAPPING, writeRegister } from './register';

const RUNS = 3;
const GOAL = 0.65;
const PEER_ROWS = 5000;

/** Import of a register against a bare COPY of its good rows into the same table. */
export const intake: Bench = {
  name: 'intake',
  about:
    'import of consultation rows in key order, 1 % bad, full receipt, against a bare COPY of the same clean rows into the same table',
  run: measureIntake,
};

async function measureIntake({ rows: asked, log }: BenchOptions): Promise<Measured> {
  const rows = asked ?? 1_000_000;
  const folder = await mkdtemp(join(tmpdir(), 'busola-bench-'));
  const instance = await startInstance(null);
  try {
    const [dirty, clean] = [join(folder, 'register.csv'), join(folder, 'clean.csv')];
    const good = await writeRegister(rows, dirty, clean);
    log(`${rows} rows, ${good} good, ${Math.round((await stat(dirty)).size / 1e6)} MB`);
    const times = { copy: [] as number[], ours: [] as number[] };
    resetPeak();
    for (let run = 1; run <= RUNS; run++) {
      await empty(instance);
      times.copy.push(await seconds(() => bareCopy(instance, clean)));
      await expectRows(instance, good);
      await empty(instance);
      times.ours.push(await seconds(() => ourImport(instance, dirty, rows, good)));
      await expectRows(instance, good);
      log(
        `run ${run}: bare COPY ${times.copy.at(-1)!.toFixed(2)} s, import ${times.ours.at(-1)!.toFixed(2)} s`,
      );
    }
    const rss = peakMb();
    const peer = await rowAtATime(instance, clean);
    // rates are of rows of the file: the import reads the bad ones too
    const [limit, ours] = [good / median(times.copy), rows / median(times.ours)];
    const ratio = round(ours / limit);
    return {
      name: 'intake',
      ratio,
      goal: GOAL,
      ok: ratio >= GOAL,
      limit: { bare_copy_rows_per_s: Math.round(limit), bare_copy_s: round(median(times.copy)) },
      peer: { class_validator_and_insert_rows_per_s: Math.round(peer), ratio: round(peer / limit) },
      rss_mb: rss,
      runs: times.ours.map((value) => round(value)),
    };
  } finally {
    await instance.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const query = ({ foundation }: Instance, sql: string) => foundation.dataSource.query(sql);

/** Both start from the same state: an empty table, nothing left to flush. */
async function empty(instance: Instance): Promise<void> {
  await query(instance, 'TRUNCATE consultation, batch, finding, history, authority');
  await query(instance, 'CHECKPOINT');
}

async function expectRows(instance: Instance, wanted: number): Promise<void> {
  const [{ n }] = (await query(instance, 'SELECT count(*)::int AS n FROM consultation')) as [{ n: number }];
  if (n !== wanted) throw new Error(`${n} rows are stored, ${wanted} are good`);
}

async function bareCopy(instance: Instance, clean: string): Promise<void> {
  const runner = instance.foundation.dataSource.createQueryRunner();
  const client = (await runner.connect()) as PoolClient;
  // what the import fills in for every row stands as a default here, so that only the cells travel
  const defaults = {
    authority_id: '1',
    batch_id: '1',
    line: '1',
    content: `'00000000-0000-0000-0000-000000000000'`,
  };
  for (const [column, value] of Object.entries(defaults))
    await client.query(`ALTER TABLE consultation ALTER ${column} SET DEFAULT ${value}`);
  await pipeline(
    createReadStream(clean, { highWaterMark: 1 << 18 }),
    client.query(copyFrom(`COPY consultation (${COLUMNS.join(', ')}) FROM STDIN (FORMAT csv)`)),
  );
  for (const column of Object.keys(defaults))
    await client.query(`ALTER TABLE consultation ALTER ${column} DROP DEFAULT`);
  await runner.release();
}

async function ourImport(instance: Instance, dirty: string, rows: number, good: number): Promise<void> {
  const receipt = await instance.import(dirty, { mapping: REGISTER_MAPPING });
  const whole =
    receipt.rows === rows &&
    receipt.new === good &&
    receipt.rejected === rows - good &&
    receipt.issues_total >= receipt.rejected;
  if (!whole)
    throw new Error(
      `the receipt does not add up: ${JSON.stringify({ ...receipt, issues: receipt.issues.length, warnings: receipt.warnings.length })}`,
    );
}

/** The naive peer: each row checked by class-validator and saved by the repository, a thousand at a time; rows a second. */
async function rowAtATime(instance: Instance, clean: string): Promise<number> {
  await empty(instance);
  const lines: string[] = [];
  for await (const chunk of createReadStream(clean, { encoding: 'utf8', end: PEER_ROWS * 300 }))
    lines.push(chunk as string);
  const rows = lines.join('').split('\n').slice(0, PEER_ROWS).map(recordOf);
  const taken = await seconds(async () => {
    const records = rows.map((row) => plainToInstance(Consultation, row));
    const wrong = records.find((record) => validateSync(record).length > 0);
    if (wrong) throw new Error(`the peer refuses a good row: ${JSON.stringify(wrong)}`);
    const repository = instance.foundation.dataSource.getRepository('consultation');
    const stored = { authority_id: 1, batch_id: 1, line: 1, content: '00000000-0000-0000-0000-000000000000' };
    await repository.save(
      records.map((record) => ({ ...record, ...stored })),
      { chunk: 1000 },
    );
  });
  return rows.length / taken;
}

const NUMBERS = ['reported_participants', 'reported_contributions', 'reported_accepted', 'reported_partly'];

function recordOf(line: string): Record<string, unknown> {
  const cells = line.replace(/"\{(.*?)\}"/, (_all, inside: string) => inside.replace(',', ';')).split(',');
  return Object.fromEntries(
    COLUMNS.map((name, i) => [
      name,
      NUMBERS.includes(name) ? Number(cells[i]) : name === 'forms' ? cells[i]!.split(';') : cells[i],
    ]),
  );
}
