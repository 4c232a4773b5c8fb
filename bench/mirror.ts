import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { MIRRORED, selectSql } from '../server/snapshot/mirrored-table';
import { Mirror } from '../server/snapshot/mirror';
import { copySql } from '../server/snapshot/transfer';
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
import { mirrorFolder, withRegister } from './registered';

const RUNS = 3;
const GOAL = 0.8;
const MOST_MB = 250;
const RESPONSES = 100_000;
const ITEMS = 10;
const PEER_ROWS = 50_000;

/** The full load of the mirror against Postgres sending the same rows to nobody. */
export const mirror: Bench = {
  name: 'mirror',
  about: 'full load of consultation rows into DuckDB against COPY BINARY of the same query to /dev/null',
  run: ({ rows, log }: BenchOptions) =>
    withRegister(rows, log, async (instance, stored) => {
      const measured = await measure(instance, { name: 'mirror', table: 'consultation', rows: stored }, log);
      const peer = await rowByRow(instance);
      const limit = measured.limit['copy_rows_per_s']!;
      const named = { row_by_row_ratio: round(peer / limit), row_by_row_rows_per_s: Math.round(peer) };
      return { ...measured, peer: { ...named, ...measured.peer } };
    }),
};

/** The same for answers of surveys, ten to a response. */
export const mirrorAnswers: Bench = {
  name: 'mirror-answers',
  about: `full load of 1M answers (--rows), ${ITEMS} a response, against COPY BINARY of the same query to /dev/null; at most ${MOST_MB} MB`,
  run: async ({ rows, log }) => {
    const responses = rows === null ? RESPONSES : Math.round(rows / ITEMS);
    const instance = await startInstance(null);
    try {
      await instance.foundation.dataSource.query(RESPONDED, [responses, ITEMS]);
      await instance.foundation.dataSource.query('VACUUM ANALYZE survey_response');
      const of = { name: 'mirror-answers', table: 'survey_response', rows: responses };
      const measured = await measure(instance, of, log);
      return { ...measured, ok: measured.ok && measured.rss_mb <= MOST_MB };
    } finally {
      await instance.stop();
    }
  },
};

/** Responses as an import leaves them: 200 to a survey, with weight, stratum and three attributes. */
const RESPONDED = `INSERT INTO survey_response (authority_id, batch_id, line, content, code, survey, weight, stratum, attributes, answers, others)
  SELECT 1, 1, i, gen_random_uuid(), 'R' || lpad(i::text, 8, '0'), 'S-' || lpad((i / 200)::text, 5, '0'), 0.5 + i % 100 / 100.0, 'w' || i % 5,
    jsonb_build_object('sex', CASE WHEN i % 2 = 0 THEN 'f' ELSE 'm' END, 'age_band', '25_39', 'district', 'D' || i % 27),
    (SELECT array_agg(CASE WHEN (i * p) % 20 = 0 THEN -1 ELSE (i * (p + 6)) % 5 + 1 END ORDER BY p) FROM generate_series(1, $2::int) AS p), '{}'
  FROM generate_series(1, $1::bigint) AS i`;

interface Loaded {
  name: string;
  table: string;
  rows: number;
}

async function measure(
  instance: Instance,
  { name, table, rows }: Loaded,
  log: (line: string) => void,
): Promise<Measured> {
  const times = { copy: [] as number[], ours: [] as number[] };
  const pauses: number[] = [];
  let rss = 0;
  for (let run = 1; run <= RUNS; run++) {
    times.copy.push(await seconds(() => copyToNobody(instance)));
    resetPeak();
    const pause = watchLoop();
    times.ours.push(await seconds(() => fullLoad(instance, table, rows)));
    pauses.push(pause());
    rss = Math.max(rss, peakMb());
    log(
      `run ${run}: COPY ${times.copy.at(-1)!.toFixed(2)} s, load ${times.ours.at(-1)!.toFixed(2)} s, loop held at most ${pauses.at(-1)} ms`,
    );
  }
  const [limit, ours] = [median(times.copy), median(times.ours)];
  const ratio = round(limit / ours);
  return {
    name,
    ratio,
    goal: GOAL,
    ok: ratio >= GOAL,
    limit: { copy_rows_per_s: Math.round(rows / limit), copy_s: round(limit) },
    peer: { longest_pause_ms: Math.max(...pauses) },
    rss_mb: rss,
    runs: times.ours.map((value) => round(value)),
  };
}

const client = async (instance: Instance) => {
  const runner = instance.foundation.dataSource.createQueryRunner();
  return { runner, postgres: (await runner.connect()) as PoolClient };
};

/** Every mirrored table, as the load asks for it; the bytes are read and dropped. */
async function copyToNobody(instance: Instance): Promise<void> {
  const { runner, postgres } = await client(instance);
  await postgres.query('SET statement_timeout = 0');
  for (const table of MIRRORED) {
    const ready = new Promise<void>((done) => postgres.once('drain', done));
    const nobody = new Writable({ highWaterMark: 1 << 20, write: (_bytes, _encoding, done) => done() });
    await pipeline(postgres.query(copyTo(copySql(selectSql(table)))), nobody);
    await ready;
  }
  await runner.release();
}

async function fullLoad(instance: Instance, table: string, rows: number): Promise<void> {
  const folder = await mirrorFolder();
  const fresh = new Mirror(
    instance.foundation.dataSource,
    { mirror: folder.path },
    instance.foundation.settings,
  );
  const { rebuilt } = await fresh.refresh();
  const [found] = await fresh.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
  if (rebuilt !== 'first' || found?.n !== rows)
    throw new Error(`${found?.n} rows were loaded, ${rows} are there`);
  await fresh.onModuleDestroy();
  await folder.remove();
}

/** The longest time in milliseconds for which nothing else was answered. */
function watchLoop(): () => number {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  return () => {
    clearInterval(timer);
    return Math.round(longest);
  };
}

/** The naive peer: rows as objects of JavaScript, appended value by value; rows a second. */
async function rowByRow(instance: Instance): Promise<number> {
  const { DuckDBInstance, listValue } = await import('@duckdb/node-api');
  const { runner, postgres } = await client(instance);
  const table = MIRRORED.find(({ name }) => name === 'consultation')!;
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  const cells = table.columns.map(({ name, type }) => `"${name}" ${type === 'DATE' ? 'VARCHAR' : type}`);
  await duck.run(`CREATE TABLE consultation (${cells.join(', ')})`);
  const taken = await seconds(async () => {
    const columns = table.columns.map(({ sql, type }) => (type === 'DATE' ? `${sql}::text` : sql));
    const { rows } = await postgres.query<unknown[]>({
      text: `SELECT ${columns.join(', ')} FROM consultation LIMIT ${PEER_ROWS}`,
      rowMode: 'array',
    });
    const appender = await duck.createAppender('consultation');
    for (const row of rows) {
      row.forEach((value, i) => {
        const type = table.columns[i]!.type;
        if (value === null) appender.appendNull();
        else if (type === 'INTEGER') appender.appendInteger(value as number);
        else if (type === 'BIGINT') appender.appendBigInt(BigInt(value as string));
        else if (type === 'DOUBLE') appender.appendDouble(value as number);
        else if (type === 'VARCHAR[]') appender.appendList(listValue(value as string[]));
        else appender.appendVarchar(value as string);
      });
      appender.endRow();
    }
    appender.closeSync();
  });
  const loaded = await duck.runAndReadAll('SELECT count(*) FROM consultation');
  await runner.release();
  duck.closeSync();
  return Number(loaded.getRows()[0]![0]) / taken;
}
