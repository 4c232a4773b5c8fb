import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { SERVICE } from '../access/caller';
import { INDICATORS } from '../indicators/catalogue';
import { ROOT } from '../root';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import type { OverviewView } from './overview.view';

const DEMO = join(ROOT, 'seed-data/demo');

let folder: string;
let instance: Instance;
let city: { consultations: Lines; consultation_events: Lines };
let whole: string;

interface Lines {
  header: string;
  rows: string[];
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-batches-'));
  instance = await startInstance(await freshDatabase());
  city = {
    consultations: await linesOf('consultations'),
    consultation_events: await linesOf('consultation_events'),
  };
  await bring('units', [await linesOf('units')]);
  const batches = await bringCity((lines) => [lines]);
  whole = await published();
  await takeBack(batches);
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

// no cell of the demonstration city breaks a line
async function linesOf(name: string): Promise<Lines> {
  const [header, ...rows] = (await readFile(join(DEMO, `${name}.csv`), 'utf8')).trimEnd().split('\n');
  return { header: header!, rows };
}

async function bring(name: string, parts: Lines[]): Promise<number[]> {
  const mapping = JSON.parse(await readFile(join(DEMO, `mapping-${name}.json`), 'utf8')) as Record<
    string,
    unknown
  >;
  const batches: number[] = [];
  for (const [i, { header, rows }] of parts.entries()) {
    const path = join(folder, `${name}-${i}.csv`);
    await writeFile(path, `${[header, ...rows].join('\n')}\n`);
    const { batch, rejected } = await instance.import(path, { mapping });
    expect([typeof batch, rejected]).toEqual(['number', 0]);
    batches.push(batch!);
  }
  return batches;
}

const bringCity = async (split: (lines: Lines) => Lines[]): Promise<number[]> => [
  ...(await bring('consultations', split(city.consultations))),
  ...(await bring('consultation_events', split(city.consultation_events))),
];

async function takeBack(batches: number[]): Promise<void> {
  for (const batch of [...batches].reverse()) await instance.intake.revert(batch, SERVICE);
}

/** Every published byte of the city, apart from the number of the snapshot and the file, line and batch of a row. */
async function published(): Promise<string> {
  const { quarters } = await instance.get<OverviewView>('/api/v1/overview?authority=DEMO');
  const paths = [
    ...quarters.map((quarter) => `/api/v1/overview?authority=DEMO&quarter=${quarter}`),
    ...INDICATORS.map(({ code }) => `/api/v1/indicators/${code}?authority=DEMO`),
  ];
  const pages: object[] = [];
  for (const path of paths) {
    const { meta: _meta, ...page } = await instance.get<{ meta: object }>(path);
    pages.push(page);
  }
  const tables = [await dataset('consultations'), await dataset('indicator-values')];
  return [JSON.stringify(pages), ...tables.map((table) => table.replace(/,[^,\r]*,\d+,\d+(?=\r)/g, ''))].join(
    '\n',
  );
}

const dataset = async (name: string): Promise<string> =>
  (await instance.app.inject({ url: `/api/v1/datasets/${name}.csv?authority=DEMO` })).payload;

/** Rows in another order, cut where the cuts fall. */
function shuffled({ header, rows }: Lines, order: number[], cuts: number[]): Lines[] {
  const mixed = rows
    .map((row, i) => ({ row, place: order[i % order.length]! }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
  const at = [0, ...cuts.map((cut) => cut % rows.length).sort((a, b) => a - b), rows.length];
  return at
    .slice(1)
    .map((end, i) => ({ header, rows: mixed.slice(at[i], end) }))
    .filter((part) => part.rows.length > 0);
}

it('publishes the same bytes however the rows are ordered and split into batches', async () => {
  expect(whole.length).toBeGreaterThan(100_000);
  const cuts = fc.uniqueArray(fc.nat(1000), { minLength: 1, maxLength: 3 });
  const order = fc.array(fc.nat(1000), { minLength: 7, maxLength: 50 });
  await fc.assert(
    fc.asyncProperty(order, cuts, async (drawnOrder, drawnCuts) => {
      const batches = await bringCity((lines) => shuffled(lines, drawnOrder, drawnCuts));
      const found = await published();
      await takeBack(batches);
      // not toEqual: a difference of half a megabyte says nothing
      expect(differenceOf(whole, found)).toBeNull();
    }),
    { numRuns: propertyRuns(3), endOnFailure: true },
  );
});

function differenceOf(a: string, b: string): string | null {
  if (a === b) return null;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return `${a.slice(at - 80, at + 40)} <> ${b.slice(at - 80, at + 40)}`;
}
