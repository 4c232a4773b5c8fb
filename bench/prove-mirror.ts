import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../server/store/data-source';
import { openHome } from '../server/store/home';
import { migrate } from '../server/store/migrate';
import { startCluster } from '../server/store/postgres/cluster';
import { MIRRORED, type MirroredTable } from '../server/snapshot/mirrored-table';
import { Mirror } from '../server/snapshot/mirror';
import { SURVEY_VIEWS, type SurveyView } from '../server/snapshot/survey-views';
import type { Check, Proof } from './prove';
import { randomFrom } from '../seed-data/demo/random';

const REFRESHES = 100;
const WRITERS = 8;
/** So many refreshes go by between two moments at which nobody writes and both sides are compared. */
const QUIET = 10;

/** The mirror equals Postgres whoever writes what and however late it commits. */
export const mirror: Proof = {
  name: 'mirror',
  minutes: 2,
  about: `${WRITERS} writers insert, update, delete and roll back, one commits late, while the mirror refreshes ${REFRESHES} times: at every quiet point each table equals Postgres row by row`,
  run,
};

async function run(check: Check, say: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'busola-prove-'));
  const home = await openHome(folder);
  const cluster = await startCluster({ home: folder, log: () => undefined });
  const source = await new DataSource(dataSourceOptions(cluster.url)).initialize();
  try {
    await migrate(source);
    const subject = new Mirror(source, home, { duckdbMemory: '1GB' });
    await compareOften({ url: cluster.url, source, subject, check, say });
    await subject.onModuleDestroy();
  } finally {
    await source.destroy();
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Stage {
  url: string;
  source: DataSource;
  subject: Mirror;
  check: Check;
  say: (line: string) => void;
}

async function compareOften({ url, source, subject, check, say }: Stage): Promise<void> {
  const rebuilds: string[] = [];
  const done: Record<string, number> = {};
  let changed = 0;
  for (let round = 1; round <= REFRESHES / QUIET; round++) {
    const gate = { open: true };
    const writers = Array.from({ length: WRITERS }, (_none, i) =>
      i === 0 ? writeLate(url, gate, round) : write({ url, gate, seed: 100 * round + i, done }),
    );
    for (let i = 0; i < QUIET - 1; i++) {
      await sleep(20);
      const refreshed = await subject.refresh();
      changed += refreshed.changed;
      if (refreshed.rebuilt) rebuilds.push(refreshed.rebuilt);
    }
    gate.open = false;
    await Promise.all(writers);
    const { snapshot, rebuilt } = await subject.refresh();
    if (rebuilt) rebuilds.push(rebuilt);
    for (const table of MIRRORED)
      check(
        `round ${round}, snapshot ${snapshot.number}: ${table.name}`,
        await difference(source, subject, table),
      );
    for (const view of SURVEY_VIEWS)
      check(`round ${round}: ${view.name}`, await differenceOfView(source, subject, view));
  }
  check('it was loaded as a whole once only', rebuilds.join() === 'first' ? null : rebuilds.join());
  check(
    'nothing changes when nobody writes',
    (await subject.refresh()).changed === 0 ? null : 'something did',
  );
  say(`${changed} rows taken over; transactions: ${JSON.stringify(done)}`);
}

/** One row of each, so that a comparison of their texts is a comparison of all cells. */
async function difference(source: DataSource, subject: Mirror, table: MirroredTable): Promise<string | null> {
  const order = table.byRow ? 'id' : '1, 2, 3, 4';
  const cast: Record<string, string> = { DATE: '::text', BIGINT: '::float8' };
  const cells = table.columns.map(({ name, type, sql }) => `(${sql})${cast[type] ?? ''} AS "${name}"`);
  const theirs = (await source.query(
    `SELECT ${cells.join(', ')} FROM "${table.name}" ORDER BY ${order}`,
  )) as object[];
  return differing(await subject.query(`SELECT * FROM "${table.name}" ORDER BY ${order}`), theirs);
}

/** Both sides take the answers of surveys apart alike. */
async function differenceOfView(
  source: DataSource,
  subject: Mirror,
  { name, postgres }: SurveyView,
): Promise<string | null> {
  const theirs: object[] = await source.query(
    `SELECT v.*, v.response_id::float8 AS response_id FROM (${postgres}) AS v`,
  );
  const sorted = (rows: object[]) => rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return differing(sorted(await subject.query(`SELECT * FROM ${name}`)), sorted(theirs));
}

function differing(ours: object[], theirs: object[]): string | null {
  if (ours.length !== theirs.length) return `${ours.length} rows here, ${theirs.length} in Postgres`;
  const wrong = ours.findIndex((row, i) => JSON.stringify(row) !== JSON.stringify(theirs[i]));
  return wrong < 0
    ? null
    : `${JSON.stringify(ours[wrong])} here, ${JSON.stringify(theirs[wrong])} in Postgres`;
}

interface Writer {
  url: string;
  gate: { open: boolean };
  seed: number;
  done: Record<string, number>;
}

const STORED = 'authority_id, batch_id, line, content';
const STATEMENTS: Record<string, (n: number) => string> = {
  insert: (n) =>
    `INSERT INTO consultation (${STORED}, code, title_pl, opens_on, forms, direct_cost) SELECT 1, ${n % 50}, i, gen_random_uuid(), gen_random_uuid()::text, repeat('ż', i), '2026-01-01'::date + i, ARRAY['walk'], i / 4.0 FROM generate_series(1, ${1 + (n % 40)}) AS i`,
  unit: (n) =>
    `INSERT INTO unit (${STORED}, code, name_pl) SELECT 1, 1, 1, gen_random_uuid(), gen_random_uuid()::text, 'Wydział ${n}'`,
  update: (n) => `UPDATE consultation SET title_pl = 'zmiana ${n}', topics = NULL WHERE id % 37 = ${n % 37}`,
  delete: (n) => `DELETE FROM consultation WHERE id % 41 = ${n % 41}`,
  remove: (n) => `DELETE FROM unit WHERE id % 3 = ${n % 3}`,
  authority: (n) => `INSERT INTO authority (code, name_pl) VALUES (gen_random_uuid()::text, 'Gmina ${n}')`,
  respond: (n) =>
    `INSERT INTO survey_response (${STORED}, code, survey, weight, stratum, attributes, answers, others) SELECT 1, 1, i, gen_random_uuid(), gen_random_uuid()::text, 'S' || i % 3, nullif(i % 7, 0) / 4.0, nullif('w' || i % 2, 'w0'), '{"sex": "f"}', ARRAY[i % 5 + 1, NULL, -1, i % 11]::smallint[], CASE WHEN i % 2 = 0 THEN '{}' ELSE '{"Q2": ["bus", "tram"], "Q3": 2.5, "Q4": "own words"}'::jsonb END FROM generate_series(1, ${1 + (n % 40)}) AS i`,
  correct: (n) =>
    `UPDATE survey_response SET answers[1] = ${n % 6} - 1, others = '{"Q2": ["foot"]}' WHERE id % 29 = ${n % 29}`,
  withdraw: (n) => `DELETE FROM survey_response WHERE id % 31 = ${n % 31}`,
  rename: (n) => `UPDATE authority SET name_pl = 'Miasto ${n}' WHERE id % 5 = ${n % 5}`,
};
const NAMES = Object.keys(STATEMENTS);

/** Transactions of one to three statements, a quarter of them rolled back; writers wait for each other's rows as they do. */
async function write({ url, gate, seed, done }: Writer): Promise<void> {
  const random = randomFrom(seed);
  const client = new Client(url);
  await client.connect();
  while (gate.open) {
    const end = random(4) === 0 ? 'ROLLBACK' : 'COMMIT';
    try {
      await client.query('BEGIN');
      for (let left = 1 + random(3); left > 0; left--)
        await client.query(STATEMENTS[NAMES[random(NAMES.length)]!]!(random(100_000)));
      await client.query(end);
      done[end] = (done[end] ?? 0) + 1;
    } catch (error) {
      // two writers that wait for each other: Postgres breaks one of them off
      if ((error as { code?: string }).code !== '40P01') throw error;
      await client.query('ROLLBACK');
      done['deadlock'] = (done['deadlock'] ?? 0) + 1;
    }
    await sleep(random(10));
  }
  await client.end();
}

/** Begins before every refresh of the round and commits after the last one that others write beside. */
async function writeLate(url: string, gate: { open: boolean }, round: number): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query('BEGIN');
  await client.query(STATEMENTS['insert']!(round));
  await client.query(`INSERT INTO authority (code, name_pl) VALUES ('late ${round}', 'late')`);
  while (gate.open) await sleep(5);
  await client.query('COMMIT');
  await client.end();
}
