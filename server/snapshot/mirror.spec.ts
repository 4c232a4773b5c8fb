import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { changed } from '../store/changed';
import { dataSourceOptions } from '../store/data-source';
import { migrate } from '../store/migrate';
import { freshDatabase } from '../testing/database';
import { Mirror } from './mirror';
import { MIRRORED, selectSql } from './mirrored-table';
import { SURVEY_VIEWS } from './survey-views';

let url: string;
let source: DataSource;
let folder: string;
let mirror: Mirror;

const open = (on = source) => new Mirror(on, { mirror: folder }, { duckdbMemory: '512MB' });
const reopen = async () => {
  await mirror.onModuleDestroy();
  mirror = open();
};

beforeEach(async () => {
  url = await freshDatabase();
  source = await new DataSource(dataSourceOptions(url)).initialize();
  await migrate(source);
  folder = await mkdtemp(join(tmpdir(), 'busola-mirror-'));
  mirror = open();
});
afterEach(async () => {
  await mirror.onModuleDestroy();
  await source.destroy();
  await rm(folder, { recursive: true, force: true });
});

const insertSql = (codes: string[]) =>
  `INSERT INTO consultation (authority_id, batch_id, line, content, code, title_pl, opens_on, direct_cost, forms, reported_participants)
   SELECT 1, 1, n, gen_random_uuid(), code, 'Konsultacje projektu uchwały ' || code, '2026-02-28', 12.5, ARRAY['letter', 'walk'], 7
   FROM unnest(ARRAY[${codes.map((code) => `'${code}'`).join(', ')}]) WITH ORDINALITY AS c(code, n)`;
const insert = (...codes: string[]) => source.query(insertSql(codes));
const codes = async () =>
  (await mirror.query<{ code: string }>('SELECT code FROM consultation ORDER BY code')).map(
    ({ code }) => code,
  );
const refreshed = async () => {
  const { snapshot, changed: rows, rebuilt } = await mirror.refresh();
  return [snapshot.number, rows, rebuilt];
};

/** What both hold of every table, compared as text. */
async function expectEqual(): Promise<void> {
  for (const table of MIRRORED) {
    const key = table.byRow ? 'id' : '1, 2, 3, 4';
    const types: Record<string, string> = { DATE: '::text', BIGINT: '::float8' };
    const cells = table.columns.map(({ name, type, sql }) => `(${sql})${types[type] ?? ''} AS "${name}"`);
    const theirs = await source.query(`SELECT ${cells.join(', ')} FROM "${table.name}" ORDER BY ${key}`);
    expect(await mirror.query(`SELECT * FROM "${table.name}" ORDER BY ${key}`)).toEqual(theirs);
  }
}

it('loads everything once, numbers it, and gives plain values back', async () => {
  await source.query(
    `INSERT INTO authority (code, name_pl, population) VALUES ('0663011', 'Lublin', 330000)`,
  );
  await insert('A', 'B');
  expect(mirror.snapshot()).toBeNull();
  const snapshot = await mirror.current();
  expect(snapshot).toEqual({ number: 1, taken_at: expect.stringMatching(/^2\d{3}-\d\d-\d\dT.*Z$/) });
  expect(mirror.snapshot()).toEqual(snapshot);
  const [row] = await mirror.query<object>(
    'SELECT id, opens_on, direct_cost, forms, report_url, count(*) OVER () AS n FROM consultation ORDER BY id',
  );
  expect(row).toEqual({
    id: 1,
    opens_on: '2026-02-28',
    direct_cost: 12.5,
    forms: ['letter', 'walk'],
    report_url: null,
    n: 2,
  });
  await expectEqual();
});

it('takes over what was inserted, updated and deleted, and nothing that was rolled back', async () => {
  await insert('A', 'B', 'C');
  expect(await refreshed()).toEqual([1, 3, 'first']);
  await insert('D');
  await source.query(`UPDATE consultation SET title_pl = NULL, topics = '{}' WHERE code = 'A'`);
  await source.query(`DELETE FROM consultation WHERE code = 'B'`);
  await source.query(`BEGIN; ${insertSql(['E'])}; DELETE FROM consultation WHERE code = 'C'; ROLLBACK`);
  expect(await refreshed()).toEqual([2, 3, null]);
  expect(await codes()).toEqual(['A', 'C', 'D']);
  await expectEqual();
  await source.query(`BEGIN; ${insertSql(['F'])}; DELETE FROM consultation WHERE code = 'F'; COMMIT`);
  expect(await refreshed()).toEqual([2, 0, null]);
  await source.query(
    `WITH gone AS (DELETE FROM consultation WHERE code = 'C' RETURNING id) INSERT INTO consultation (id, authority_id, batch_id, line, content, code)
     SELECT id, 1, 1, 1, gen_random_uuid(), 'G' FROM gone`,
  );
  expect(await refreshed()).toEqual([3, 1, null]);
  expect(await codes()).toEqual(['A', 'D', 'G']);
});

it('reads small tables again where one of their rows differs', async () => {
  await refreshed();
  await source.query(`INSERT INTO authority (code, name_pl) VALUES ('X', 'X'), ('Y', 'Y')`);
  await source.query(`INSERT INTO register_complete VALUES (1, 'report', 2024, 1)`);
  expect(await refreshed()).toEqual([2, 3, null]);
  await source.query(`UPDATE authority SET name_pl = 'X' WHERE code = 'X'`);
  expect(await refreshed()).toEqual([2, 0, null]);
  await source.query('DELETE FROM register_complete');
  expect(await refreshed()).toEqual([3, 1, null]);
  await expectEqual();
});

describe('answers of surveys', () => {
  const respond = (code: string, answers: string, rest: Record<string, string> = {}) => {
    const cells = { survey: `'S'`, answers: `'${answers}'`, others: `'{}'`, attributes: `'{}'`, ...rest };
    return source.query(
      `INSERT INTO survey_response (authority_id, batch_id, line, content, code, ${Object.keys(cells).join(', ')})
       VALUES (1, 1, 1, gen_random_uuid(), '${code}', ${Object.values(cells).join(', ')})`,
    );
  };
  const long = () =>
    mirror.query(
      'SELECT r.code, a.position, a.value, a.weight FROM survey_answer a JOIN survey_response r ON r.id = a.response_id ORDER BY 1, 2',
    );

  /** Both views, row by row, with no regard to order. */
  async function expectEqualViews(): Promise<void> {
    for (const { name, postgres } of SURVEY_VIEWS) {
      const theirs = await source.query<object[]>(
        `SELECT response_id::float8 AS response_id, to_jsonb(v) - 'response_id' AS cells FROM (${postgres}) AS v`,
      );
      const ours = await mirror.query<{ response_id: number }>(`SELECT * FROM ${name}`);
      const rows = ours.map(({ response_id, ...cells }) => ({ response_id, cells }));
      expect(rows).toHaveLength(theirs.length);
      expect(rows).toEqual(expect.arrayContaining(theirs));
    }
  }

  it('stand one below the other, with their weight, without people’s own words', async () => {
    await respond('A', '{4,NULL,-1}', { weight: '1.5', stratum: `'w1'`, psu: `'p1'`, stratum_size: '90' });
    await respond('B', '{5}', {
      attributes: `'{"sex": "f"}'`,
      others: `'{"Q2": ["bus", "tram, too"], "Q3": 2.50, "Q4": "Mieszkam przy Lipowej"}'`,
    });
    await respond('C', '{}');
    await source.query(
      `UPDATE survey_response SET answers = NULL, others = NULL, attributes = NULL WHERE code = 'C'`,
    );
    await mirror.current();
    expect(await long()).toEqual([
      { code: 'A', position: 1, value: 4, weight: 1.5 },
      { code: 'A', position: 3, value: -1, weight: 1.5 },
      { code: 'B', position: 1, value: 5, weight: 1 },
    ]);
    expect(await mirror.query('SELECT item, answer, weight FROM survey_choice ORDER BY 1, 2')).toEqual([
      { item: 'Q2', answer: 'bus', weight: 1 },
      { item: 'Q2', answer: 'tram, too', weight: 1 },
      { item: 'Q3', answer: '2.50', weight: 1 },
    ]);
    expect(await mirror.query(`SELECT code FROM survey_response WHERE attributes->>'sex' = 'f'`)).toEqual([
      { code: 'B' },
    ]);
    expect(JSON.stringify(await mirror.query('SELECT * FROM survey_response'))).not.toContain('Lipow');
    await expectEqual();
    await expectEqualViews();
  });

  it('change, go and come back with their response', async () => {
    await respond('A', '{1,2}');
    await respond('B', '{3}', { others: `'{"Q2": ["bus"]}'` });
    expect(await refreshed()).toEqual([1, 2, 'first']);
    await source.query(`UPDATE survey_response SET answers = '{5}', others = '{"Q2": []}' WHERE code = 'B'`);
    await source.query(`DELETE FROM survey_response WHERE code = 'A'`);
    expect(await refreshed()).toEqual([2, 2, null]);
    expect(await long()).toEqual([{ code: 'B', position: 1, value: 5, weight: 1 }]);
    expect(await mirror.query('SELECT * FROM survey_choice')).toEqual([]);
    await respond('A', '{1,2}');
    expect(await refreshed()).toEqual([3, 1, null]);
    expect(await long()).toHaveLength(3);
    await expectEqual();
    await expectEqualViews();
  });

  it('equal those of Postgres after whatever was written', async () => {
    const answer = fc.option(fc.integer({ min: -4, max: 10 }), { nil: null });
    const other = fc.oneof(
      fc.constantFrom('own words', 2.25, 3),
      fc.uniqueArray(fc.constantFrom('bus', 'rower, hulajnoga', 'żaden')),
    );
    const response = fc.record({
      code: fc.constantFrom(...'ABCDEFGH'),
      survey: fc.constantFrom('S', 'T'),
      weight: fc.option(fc.integer({ min: 0, max: 9 }).map((n) => n / 4)),
      answers: fc.array(answer, { maxLength: 6 }),
      others: fc.dictionary(fc.constantFrom('Q1', 'Q2', 'Q10'), other),
      goes: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(response, { maxLength: 8 }), async (writes) => {
        for (const { code, survey, weight, answers, others, goes } of writes)
          await source.query(
            goes
              ? 'DELETE FROM survey_response WHERE authority_id = 1 AND survey = $1 AND code = $2'
              : `INSERT INTO survey_response (authority_id, batch_id, line, content, survey, code, weight, answers, others)
                 VALUES (1, 1, 1, gen_random_uuid(), $1, $2, $3, $4, $5)
                 ON CONFLICT (authority_id, survey, code) DO UPDATE SET weight = $3, answers = $4, others = $5`,
            goes ? [survey, code] : [survey, code, weight, answers, JSON.stringify(others)],
          );
        await mirror.refresh();
        await expectEqual();
        await expectEqualViews();
      }),
      { numRuns: propertyRuns(25) },
    );
  });
});

it('keeps its number while nothing changes, over a restart too', async () => {
  await insert('A');
  expect(await refreshed()).toEqual([1, 1, 'first']);
  await source.query('CREATE TABLE elsewhere AS SELECT 1');
  expect(await refreshed()).toEqual([1, 0, null]);
  await reopen();
  expect(await refreshed()).toEqual([1, 0, null]);
  expect(await codes()).toEqual(['A']);
});

it('does not lose a transaction that began before a snapshot and committed after it', async () => {
  const late = new Client(url);
  await late.connect();
  await late.query(`BEGIN; ${insertSql(['LATE'])}`);
  await insert('EARLY');
  expect(await refreshed()).toEqual([1, 1, 'first']);
  await insert('NEXT');
  expect(await refreshed()).toEqual([2, 1, null]);
  // its number holds xmin back, yet what was seen already is no change
  expect(await refreshed()).toEqual([2, 0, null]);
  await late.query('COMMIT');
  await late.end();
  expect(await refreshed()).toEqual([3, 1, null]);
  expect(await codes()).toEqual(['EARLY', 'LATE', 'NEXT']);
});

it('lets a reader see one state from its first query to its last', async () => {
  await insert('A');
  await mirror.current();
  const count = 'SELECT count(*) AS n FROM consultation';
  const seen = await mirror.read(async ({ snapshot, query }) => {
    const before = await query(count);
    await insert('B');
    const { snapshot: next } = await mirror.refresh();
    return [snapshot.number, before, await query(count), next.number, await mirror.query(count)];
  });
  expect(seen).toEqual([1, [{ n: 1 }], [{ n: 1 }], 2, [{ n: 2 }]]);
});

it('shows a reader the state before while a refresh is under way', async () => {
  await insert('A');
  await mirror.current();
  await source.query(
    `INSERT INTO consultation (authority_id, batch_id, line, content, code) SELECT 1, 1, n, gen_random_uuid(), 'N' || n FROM generate_series(1, 20000) AS n`,
  );
  const under = mirror.refresh().then(() => 'over');
  const counts = new Set<number>();
  while ((await Promise.race([under, sleep(1)])) !== 'over') counts.add((await codes()).length);
  counts.add((await codes()).length);
  expect([...counts]).toEqual([1, 20_001]);
});

it('refuses to write for a reader', async () => {
  await expect(mirror.query('DELETE FROM consultation')).rejects.toThrow('read-only');
  await expect(mirror.query(`COPY consultation TO '/tmp/stolen.csv'`)).rejects.toThrow();
});

describe('asking', () => {
  it('is shared by all who ask at the same time, and saved for a second', async () => {
    await mirror.current();
    await insert('A');
    expect((await mirror.current()).number).toBe(1);
    mirror.stale();
    const all = await Promise.all([mirror.current(), mirror.current(), mirror.current()]);
    expect(new Set(all.map(({ number }) => number))).toEqual(new Set([2]));
  });

  it('follows a commit of this process at once, also one during a refresh', async () => {
    await mirror.current();
    const under = mirror.refresh();
    await insert('A');
    changed(source);
    await mirror.current();
    await under;
    expect(await codes()).toEqual(['A']);
  });
});

describe('is loaded anew', () => {
  beforeEach(async () => {
    await insert('A', 'B');
    await mirror.current();
  });

  it('where the file is missing; numbers go on', async () => {
    await mirror.onModuleDestroy();
    await rm(folder, { recursive: true });
    folder = await mkdtemp(join(tmpdir(), 'busola-mirror-'));
    mirror = open();
    expect(await refreshed()).toEqual([2, 2, 'first']);
  });

  it.each([
    ['is no database', (file: string) => writeFile(file, 'no database at all '.repeat(1000))],
    ['is cut off', (file: string) => truncate(file, 9000)],
    ['is empty', (file: string) => truncate(file, 0)],
  ])('where the file %s', async (_how, damage) => {
    await mirror.onModuleDestroy();
    for (const name of await readdir(folder)) await damage(join(folder, name));
    mirror = open();
    expect(await refreshed()).toEqual([2, 2, 'first']);
    await expectEqual();
  });

  it('where its tables are not what they should be', async () => {
    await altered('ALTER TABLE unit DROP COLUMN kind');
    expect(await refreshed()).toEqual([2, 2, 'tables']);
  });

  it('where it does not take answers apart', async () => {
    await altered('DROP VIEW survey_answer');
    expect(await refreshed()).toEqual([2, 2, 'tables']);
  });

  it('where it was made by another version', async () => {
    await altered(`UPDATE mirror_state SET shape = 'another'`);
    expect(await refreshed()).toEqual([2, 2, 'shape']);
  });

  it('where its transactions have not happened yet', async () => {
    await altered(`UPDATE mirror_state SET mark = '999999999:999999999:'`);
    expect(await refreshed()).toEqual([2, 2, 'mark']);
  });

  it('where Postgres does not know its number', async () => {
    await source.query('DELETE FROM snapshot');
    await reopen();
    expect(await refreshed()).toEqual([2, 2, 'mark']);
  });

  it('where rows are missing at the start', async () => {
    await altered(`DELETE FROM consultation WHERE code = 'A'`);
    expect(await refreshed()).toEqual([2, 2, 'counts']);
  });

  it('where the counts disagree after a change', async () => {
    await source.query(`ALTER TABLE consultation DISABLE TRIGGER consultation_bury`);
    await source.query(`DELETE FROM consultation WHERE code = 'A'`);
    await insert('C', 'D');
    expect(await refreshed()).toEqual([2, 3, 'counts']);
    expect(await codes()).toEqual(['B', 'C', 'D']);
  });

  it('where a table was emptied or restored behind its back', async () => {
    await source.query('TRUNCATE consultation');
    expect(await refreshed()).toEqual([2, 0, 'source']);
    expect(await codes()).toEqual([]);
  });

  it('where it mirrors another database', async () => {
    const other = await new DataSource(dataSourceOptions(await freshDatabase())).initialize();
    await migrate(other);
    await mirror.onModuleDestroy();
    mirror = open(other);
    expect(await refreshed()).toEqual([1, 0, 'source']);
    expect(await codes()).toEqual([]);
    await mirror.onModuleDestroy();
    await other.destroy();
  });

  async function altered(sql: string): Promise<void> {
    await mirror.onModuleDestroy();
    const instance = await DuckDBInstance.create(join(folder, 'mirror.duckdb'));
    const connection = await instance.connect();
    await connection.run(sql);
    connection.closeSync();
    instance.closeSync();
    mirror = open();
  }
});

it('is not confused by rows that a dump brought along with numbers of another server', async () => {
  await refreshed();
  await source.query(
    insertSql(['DUMPED'])
      .replace('(authority_id', '(row_xid, authority_id')
      .replace('SELECT 1', 'SELECT 99999999, 1'),
  );
  await reopen();
  expect(await refreshed()).toEqual([2, 1, 'counts']);
  expect(await refreshed()).toEqual([2, 0, null]);
});

it('stays readable while Postgres is gone, says so, and catches up afterwards', async () => {
  await insert('A');
  await mirror.current();
  const gate = (allowed: boolean) =>
    elsewhere(`ALTER DATABASE ${new URL(url).pathname.slice(1)} ALLOW_CONNECTIONS ${allowed}`);
  await insert('B');
  await gate(false);
  await elsewhere(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${new URL(url).pathname.slice(1)}'`,
  );
  mirror.stale();
  await expect(mirror.current()).rejects.toThrow();
  await expect(mirror.current()).rejects.toThrow();
  expect(await codes()).toEqual(['A']);
  expect(mirror.snapshot()?.number).toBe(1);
  await gate(true);
  expect((await mirror.current()).number).toBe(2);
  expect(await codes()).toEqual(['A', 'B']);
});

async function elsewhere(sql: string): Promise<void> {
  const client = new Client(process.env['BUSOLA_TEST_POSTGRES']);
  await client.connect();
  await client.query(sql);
  await client.end();
}

it('asks for every column of every table by its own name', () => {
  const events = MIRRORED.find(({ name }) => name === 'consultation_event')!;
  expect(selectSql(events)).toMatch(/^SELECT "id", .* FROM "consultation_event"$/);
});
