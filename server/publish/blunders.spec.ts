import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { reversals } from '../intake/survey/proposal/reversed';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import type { DatasetListView } from './dataset.view';
import type { ScoreView } from './score.view';
import type { SurveyView } from './survey.view';

/** The blunders of method.md section 7 that are made with what people answered, as they would be published. */

let folder: string;
let instance: Instance;

/** Each item of a survey, and how its column is read. */
const ITEMS = { F1: 'Q_FAIR1', F2: 'Q_FAIR2', F3: 'Q_FAIR3' };

async function take(
  code: string,
  answers: number[][],
  { design, reversed = {} }: { design: string; reversed?: Record<string, boolean> },
): Promise<void> {
  await bring(code, 'consultation', ['code', 'opens_on', 'closes_on'], [`${code},2025-03-01,2025-03-31`]);
  const columns = Object.entries(ITEMS).map(([name, construct]) => [
    name,
    { scale: 'likert5', construct, ...(name in reversed ? { reversed: reversed[name] } : {}) },
  ]);
  const survey = {
    code: `S-${code}`,
    consultation: code,
    kind: 'after_consultation',
    design,
    invited: 100,
    items: { default: 'ignore', columns: Object.fromEntries(columns) },
  };
  const path = join(folder, `ankieta-${code}.csv`);
  await writeFile(path, [Object.keys(ITEMS), ...answers].map((row) => `${row.join(',')}\n`).join(''));
  const { rejected } = await instance.import(path, { mapping: { type: 'survey', authority: 'T', survey } });
  expect(rejected).toBe(0);
}

async function bring(name: string, type: string, header: string[], rows: string[]): Promise<void> {
  const path = join(folder, `${name}.csv`);
  await writeFile(path, [header.join(','), ...rows].map((row) => `${row}\n`).join(''));
  const fields = Object.fromEntries(header.map((column) => [column, column]));
  const { rejected } = await instance.import(path, { mapping: { type, authority: 'T', fields } });
  expect(rejected).toBe(0);
}

const surveyOf = (code: string) => instance.get<SurveyView>(`/api/v1/surveys/S-${code}?authority=T`);
const fairnessOf = async (code: string) => {
  const { indicators } = await instance.get<ScoreView>(`/api/v1/consultations/${code}/score?authority=T`);
  return indicators.find((one) => one.code === 'GF3')!;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-blunders-'));
  instance = await startInstance(await freshDatabase());
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Every standard error and end of an interval that stands anywhere in an answer. */
function errorsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    ['se', 'low', 'high'].includes(key) && inner !== null ? [inner] : errorsIn(inner),
  );
}

/** Twelve people who agree with themselves: to all three the same, 46 in all. */
const AGREED = [5, 4, 5, 4, 3, 5, 4, 2, 5, 4, 1, 4].map((answer) => [answer, answer, answer]);
/** The same people, where the third was asked the other way round. */
const TURNED = AGREED.map(([one, two, three]) => [one!, two!, 6 - three!]);

/** The names of the columns of a file; every line of a codebook names one. */
function namesIn(bytes: Buffer, format: string): string[] {
  if (format === 'arrow') return tableFromIPC(bytes).schema.fields.map(({ name }) => name);
  const lines = bytes.toString().replaceAll('"', '').split('\r\n');
  return format === 'codebook_csv' ? lines.map((line) => line.split(',')[0]!) : lines[0]!.split(/[,;]/);
}

it('blunder 14: margin of error on self-selected answers', async () => {
  await take('OPEN', AGREED, { design: 'open_link' });
  await take('DRAWN', AGREED, { design: 'srs' });
  const open = await surveyOf('OPEN');
  expect(errorsIn(open)).toEqual([]);
  expect(open).toMatchObject({ interval_kind: 'none', sampling: null, response_rate: null });
  expect((await fairnessOf('OPEN')).interval).toEqual({ kind: 'model', low: null, high: null });
  // the very same answers of people who were drawn have one
  expect(errorsIn(await surveyOf('DRAWN'))).not.toEqual([]);
  expect((await fairnessOf('DRAWN')).interval).toMatchObject({
    kind: 'sampling',
    low: expect.any(Number),
    high: expect.any(Number),
  });
  const { items } = await instance.get<DatasetListView>('/api/v1/datasets?authority=T');
  for (const { href, format } of items.flatMap(({ files }) => files)) {
    const { rawPayload } = await instance.app.inject({ url: href });
    const names = namesIn(rawPayload, format);
    // what the index would be were its gaps filled is a bound, not an error
    const errors = names.filter((name) => /(^|_)(se|moe|low|high|error|margin|interval)(_|$)/.test(name));
    expect(errors.filter((name) => !['index_low', 'index_high'].includes(name))).toEqual([]);
  }
});

it('blunder 16: reversed item forgotten', async () => {
  // the importer points the question out that runs against the others
  const asked = Object.keys(ITEMS).map((name, i) => ({
    name,
    scale: 'likert5',
    answers: TURNED.map((row) => row[i]!),
  }));
  expect(reversals(asked).map(({ name, rule }) => [name, rule])).toEqual([['F3', 'reversed_unmarked']]);
  await take('FORGOT', TURNED, { design: 'srs' });
  const [forgotten] = (await surveyOf('FORGOT')).scales;
  // and alpha waits until somebody says which way it was asked; covariances of +v, +v, -v: 3/2 · (1 - 3v/v) as asked
  expect(forgotten).toMatchObject({ alpha: null, reason: 'reversed_unknown' });
  expect(forgotten!.alpha_as_asked).toBeCloseTo(-3, 12);
  expect(forgotten!.doubtful).toContain('F3');
  await take('MARKED', TURNED, { design: 'srs', reversed: { F3: true } });
  const [marked] = (await surveyOf('MARKED')).scales;
  expect(marked).toMatchObject({ reason: null, doubtful: [], alpha: expect.closeTo(1, 12) });
  expect(marked!.alpha_as_asked).toBeCloseTo(-3, 12);
  expect((await fairnessOf('MARKED')).x).toBeCloseTo(25 * (46 / 12 - 1), 9);
});

it('blunder 25: rounding, of the parts shown', async () => {
  await take(
    'THIRDS',
    Array.from({ length: 30 }, (_, i) => [1 + (i % 3), 3, 3]),
    { design: 'srs' },
  );
  const { answers } = (await surveyOf('THIRDS')).items[0]!;
  const shares = answers.map(({ share }) => share.estimate);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(shares.reduce((sum, share) => sum + Math.round(100 * share), 0)).toBe(99);
});
