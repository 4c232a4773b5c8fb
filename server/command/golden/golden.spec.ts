import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../testing/process';
import { isRight, runGolden } from './golden';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'busola-golden-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const CSV = '"w","y","answer"\n2,1,yes\n2,3,\n4,,"no, never"\n';
const write = (...cases: object[]) => {
  writeFileSync(join(folder, 'sample.csv'), CSV);
  writeFileSync(join(folder, 'cases.json'), JSON.stringify({ cases }));
};

/** Wilson's interval of one of one. */
const wilson = {
  id: 'wilson-1',
  kind: 'proportion_interval',
  about: 'one of one',
  data: null,
  inline: { x: 1, n: 1 },
  columns: {},
  settings: { method: 'wilson', level: 0.95, clip: true },
  expected: { low: 0.2065493, high: 1, estimate: 1 },
  tolerance: { abs: 1e-7 },
};
/** (2*1 + 2*3) / 4 = 2. */
const mean = {
  id: 'mean-1',
  kind: 'survey_estimate',
  data: 'sample.csv',
  inline: null,
  columns: { value: 'y', weights: 'w', strata: null },
  settings: { statistic: 'mean', level: 0.95 },
  expected: { estimate: 2 },
  tolerance: { rel: 1e-9 },
};
/** Yes weighs 2 of 6; the row without an answer is outside. */
const proportion = {
  ...mean,
  id: 'proportion-1',
  columns: { category: 'answer', weights: 'w' },
  settings: { statistic: 'proportion', category_level: 'yes', level: 0.95 },
  expected: { estimate: 1 / 3, deff: null },
};
const later = { ...wilson, id: 'later-1', kind: 'welch_t' };

async function problemsOf(one: object): Promise<string[]> {
  write(one);
  const report = await runGolden(folder);
  expect(isRight(report)).toBe(false);
  return report.cases[0]!.problems;
}

it('passes what is right and names what is not computed yet', async () => {
  write(wilson, mean, later, { ...proportion, expected: { estimate: 1 / 3 } });
  const report = await runGolden(folder);
  expect(report).toMatchObject({ passed: 3, failed: 0, skipped: 1 });
  expect(report.cases.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['wilson-1', 'passed'],
    ['mean-1', 'passed'],
    ['later-1', 'skipped'],
    ['proportion-1', 'passed'],
  ]);
  expect(isRight(report)).toBe(true);
});

it('fails a spoiled case with key, expected and got', async () => {
  expect(await problemsOf({ ...wilson, expected: { low: 0.3, high: 1 } })).toEqual([
    expect.stringMatching(/^low expected 0\.3, got 0\.20654931/),
  ]);
  expect(await problemsOf({ ...wilson, expected: { low: null } })).toEqual([
    expect.stringMatching(/^low expected null, got 0\.2/),
  ]);
  expect(await problemsOf({ ...wilson, expected: { middle: 1 } })).toEqual([
    'middle expected 1, got nothing',
  ]);
});

it.each([
  ['the kind tarot is not known', { ...wilson, kind: 'tarot' }],
  ['the kind constructor is not known', { ...wilson, kind: 'constructor' }],
  ['the role n is missing', { ...wilson, inline: { x: 1 } }],
  ['the role weights is missing', { ...mean, columns: { value: 'y' } }],
  ['the role stratum is not known; allowed: ', { ...mean, columns: { ...mean.columns, stratum: 'y' } }],
  ['the case has both data and inline', { ...mean, inline: { value: [1] } }],
  ['the case has neither data nor inline', { ...wilson, inline: null }],
  ['the case expects nothing', { ...wilson, expected: {} }],
  ['the tolerance is none of', { ...wilson, tolerance: { about: 1 } }],
  ['there is no column z in sample.csv', { ...mean, columns: { value: 'z', weights: 'w' } }],
  ['row 1 of answer is “yes”, not a number', { ...mean, columns: { value: 'answer', weights: 'w' } }],
  ['the setting method is “wald”; allowed: wilson,', { ...wilson, settings: { method: 'wald' } }],
  [
    'the setting margins is no list',
    { ...mean, kind: 'survey_rake', settings: { statistic: 'weights' }, expected: { sum_w: 1 } },
  ],
  [
    'the setting margin is no object',
    { ...mean, kind: 'survey_poststratify', settings: { statistic: 'weights' }, expected: { sum_w: 1 } },
  ],
  ['the role value names no column', { ...mean, columns: { weights: 'w' } }],
])('fails a case of which %s', async (sentence, one) => {
  expect(await problemsOf(one)).toEqual([expect.stringContaining(sentence)]);
});

it('fails a file of data that is broken, and goes on', async () => {
  write({ ...mean, data: 'none.csv' }, { ...mean, data: 'broken.csv' }, wilson);
  writeFileSync(join(folder, 'broken.csv'), 'y,w\n1,2,3\n');
  const report = await runGolden(folder);
  expect(report).toMatchObject({ passed: 1, failed: 2, skipped: 0 });
  expect(report.cases[1]!.problems).toEqual(['line 2 has 3 cells, the header 2']);
});

it('is no proof where nothing was compared', async () => {
  write(later);
  expect(isRight(await runGolden(folder))).toBe(false);
});

it('prints a line a case, a tally, and ends as the cases did, without a home', async () => {
  const settings = { BUSOLA_HOME: join(folder, 'home') };
  const run = (...more: string[]) => runCli(['golden', folder, ...more], settings);
  write(wilson, later);
  expect(await run()).toMatchObject({
    code: 0,
    stdout: 'ok    wilson-1\nskip  later-1 (welch_t)\n1 passed, 0 failed, 1 skipped\n',
    stderr: '',
  });
  write(wilson, { ...mean, expected: { estimate: 5 } });
  expect(await run()).toMatchObject({
    code: 1,
    stdout: 'ok    wilson-1\nFAIL  mean-1: estimate expected 5, got 2\n1 passed, 1 failed, 0 skipped\n',
  });
  expect(JSON.parse((await run('--json')).stdout)).toMatchObject({ passed: 1, failed: 1, skipped: 0 });
  write();
  expect(await run()).toMatchObject({ code: 1, stdout: '0 passed, 0 failed, 0 skipped\n' });
  for (const text of ['[]', '{"cases": [null]}', '{"cases": ', 'null']) {
    writeFileSync(join(folder, 'cases.json'), text);
    const refused = await run();
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toMatch(/is no file of reference cases/);
  }
  expect((await runCli(['golden', join(folder, 'none')], settings)).stderr).toMatch(/^There is no file /);
  expect(await runCli(['golden'], settings)).toMatchObject({ code: 2, stdout: '' });
});
