import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { GATES } from '../indicators/gates';
import { ROOT } from '../root';
import { seed } from '../seed';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { ScoresService } from './scores.service';

const HAND = join(ROOT, 'seed-data/hand');
const AS_OF = '2026-01-01';

interface Worked {
  consultation: string;
  what: string;
  status: string;
  measure_arithmetic: string | null;
  measure: number | null;
  score_arithmetic: string | null;
  score: string | null;
}

let instance: Instance;
let worked: Worked[];
const ours = new Map<string, { status: string; measure: number | null; score: number | string | null }>();

/** What is referred to comes before what refers to it. */
const RECORDS: [file: string, type: string, registers?: string[]][] = [
  ['units.csv', 'unit'],
  ['districts.csv', 'district'],
  ['organisations.csv', 'organisation'],
  ['reference_distributions.csv', 'reference_distribution'],
  ['consultations-2023.csv', 'consultation', ['plan', 'report', 'decision', 'dispositions']],
  ['consultations-2024.csv', 'consultation'],
  ['consultations-2025.csv', 'consultation', ['plan', 'report', 'decision', 'dispositions']],
  ['events.csv', 'consultation_event'],
  ['contributions.csv', 'contribution'],
  ['participants.csv', 'participant'],
  ['codings.csv', 'coding'],
  ['council_opinions.csv', 'council_opinion'],
];
const LISTS = ['forms', 'fields'];

const header = (file: string) => readFileSync(join(HAND, file), 'utf8').split('\n')[0]!.split(',');

async function take(file: string, mapping: Record<string, unknown>): Promise<void> {
  const { rejected, issues } = await instance.import(join(HAND, file), { mapping });
  if (rejected > 0) throw new Error(`${file}, line ${issues[0]!.line}: ${issues[0]!.message.en}`);
}

async function bring(file: string, type: string, registers: string[] = []): Promise<void> {
  const fields = Object.fromEntries(
    header(file).map((name) => [name, LISTS.includes(name) ? { column: name, split: '|' } : name]),
  );
  await take(file, { type, authority: 'HAND', register_complete: registers, fields });
}

async function bringSurveys(): Promise<void> {
  const mappings = readdirSync(join(HAND, 'surveys')).filter((file) => file.endsWith('.json'));
  for (const file of mappings.sort()) {
    const mapping = JSON.parse(readFileSync(join(HAND, 'surveys', file), 'utf8')) as Record<string, unknown>;
    await take(`surveys/${file.replace('.json', '.csv')}`, mapping);
  }
}

beforeAll(async () => {
  instance = await startInstance(await freshDatabase());
  await seed(instance.foundation.dataSource, instance.intake, false);
  for (const record of RECORDS) await bring(...record);
  await bringSurveys();
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  const read = await duck.runAndReadAll(
    `FROM read_csv('${join(HAND, 'worked.csv')}', header = true, types = {'score': 'VARCHAR', 'measure': 'DOUBLE'})`,
  );
  worked = read.getRowObjectsJS() as unknown as Worked[];
  duck.closeSync();
  await instance.app.get(ScoresService).read(AS_OF, async ({ query }) => {
    type Row = Record<string, string | number | boolean | null>;
    const put = (what: unknown, row: Row, score: Row[string], status = row['status']) =>
      ours.set(`${row['consultation']} ${what}`, {
        status: String(status),
        measure: (row['x'] as number | undefined) ?? null,
        score: score as number | string | null,
      });
    const known = (value: Row[string]) => (value === null ? 'missing' : 'observed');
    // what is told beside the scores has its own tests
    for (const row of await query<Row>(`SELECT * FROM scored.value WHERE indicator NOT LIKE 'X%'`))
      put(row['indicator'], row, row['score']!);
    for (const row of await query<Row>('SELECT * FROM scored.consultation_dimension'))
      put(row['dimension'], row, row['score']!, known(row['score']!));
    for (const row of await query<Row>('SELECT * FROM scored.consultation_score')) {
      for (const what of ['index', 'low', 'high', 'grade']) put(what, row, row[what]!, known(row[what]!));
      const raised = GATES.filter(({ code }) => row[code.toLowerCase()]).map(({ code }) => code);
      put('gates', row, raised.join(' ') || null, 'observed');
    }
  });
});
afterAll(() => instance.stop());

it('agrees with every figure worked out by hand, to 1e-9', () => {
  expect(worked.length).toBe(20 * 27 + (20 * 7 - 1) + 20 * 5);
  expect(new Set(worked.map(({ consultation }) => consultation)).size).toBe(20);
  for (const { consultation, what, status, measure, score } of worked) {
    const found = ours.get(`${consultation} ${what}`);
    const number = score === null || ['grade', 'gates'].includes(what) ? score : Number(score);
    expect([consultation, what, found]).toEqual([
      consultation,
      what,
      {
        status,
        measure: measure === null ? null : expect.closeTo(measure, 9),
        score: typeof number === 'number' ? expect.closeTo(number, 9) : number,
      },
    ]);
  }
  expect(ours.size).toBe(worked.length);
});

it('has arithmetic that comes to the figures beside it', async () => {
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  const cells = worked.flatMap(({ measure_arithmetic, measure, score_arithmetic, score }) => [
    ...(measure_arithmetic === null ? [] : [{ arithmetic: measure_arithmetic, value: measure }]),
    ...(score_arithmetic === null ? [] : [{ arithmetic: score_arithmetic, value: Number(score) }]),
  ]);
  expect(cells.length).toBeGreaterThan(700);
  const read = await duck.runAndReadAll(
    `SELECT [${cells.map(({ arithmetic }) => `CAST(${arithmetic} AS DOUBLE)`).join(', ')}]`,
  );
  const [values] = read.getColumnsJS()[0] as number[][];
  duck.closeSync();
  expect(values).toEqual(cells.map(({ value }) => expect.closeTo(value!, 9)));
});
