import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import type { SurveyItemView, SurveyListView, SurveyView } from './survey.view';

let folder: string;
let instance: Instance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-surveys-'));
  instance = await startInstance(await freshDatabase());
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Takes a survey in: rows of cells below a head, and what the mapping says of it. */
async function take(
  code: string,
  rows: (string | number)[][],
  survey: Record<string, unknown>,
): Promise<void> {
  const path = join(folder, `${code}.csv`);
  await writeFile(path, rows.map((row) => `${row.join(';')}\n`).join(''));
  const receipt = await instance.import(path, {
    mapping: {
      type: 'survey',
      authority: 'A',
      read: { delimiter: ';', decimal: '.' },
      survey: { code, items: { default: 'likert5' }, ...survey },
    },
  });
  expect(receipt).toMatchObject({ rejected: 0, rows: rows.length - 1 });
}

const survey = (code: string, more = '') =>
  instance.get<SurveyView>(`/api/v1/surveys/${code}?authority=A${more}`);
const item = async (code: string, name: string, more = ''): Promise<SurveyItemView> =>
  (await survey(code, more)).items.find((one) => one.code === name)!;
const times = <T>(n: number, row: T): T[] => Array<T>(n).fill(row);

describe('a drawn sample', () => {
  it('has means with their sampling error, worked out by hand', async () => {
    // strata a (N 40): 1, 2, 3, 4, 5 and b (N 60): 3, 3, 4, 5, 5; weights N/n = 8 and 12; one asked and silent in each
    const rows = [
      ...[1, 2, 3, 4, 5].map((value) => ['a', 40, 8, value]),
      ...[3, 3, 4, 5, 5].map((value) => ['b', 60, 12, value]),
    ];
    await take('STRAT', [['warstwa', 'N', 'waga', 'P1'], ...rows], {
      design: 'stratified',
      invited: 16,
      stratum: 'warstwa',
      fpc: 'N',
      weight: 'waga',
    });
    const view = await survey('STRAT');
    expect(view).toMatchObject({
      n: 10,
      interval_kind: 'sampling',
      interval_reason: null,
      sampling: { strata: 2, units: 10, df: 8, fpc: true },
      response_rate: 10 / 16,
      weighted: true,
    });
    const { mean, unweighted_mean, n_eff, answers } = view.items[0]!;
    // 0.4 · 3 + 0.6 · 4; V = 0.16 · (1 - 5/40) · 2.5/5 + 0.36 · (1 - 5/60) · 1/5 = 0.07 + 0.066
    expect(mean!.estimate).toBeCloseTo(3.6, 12);
    expect(mean!.se).toBeCloseTo(Math.sqrt(0.136), 12);
    // t of 8 degrees of freedom is 2.306004
    expect(mean!.high).toBeCloseTo(3.6 + 2.306004 * Math.sqrt(0.136), 6);
    expect(unweighted_mean).toBeCloseTo(3.5, 12);
    // 100² / (5 · 64 + 5 · 144)
    expect(n_eff).toBeCloseTo(10_000 / 1040, 12);
    expect(answers.map(({ count }) => count)).toEqual([1, 1, 3, 2, 3]);
    expect(answers[4]!.share.estimate).toBeCloseTo((8 + 24) / 100, 12);
  });

  it('counts who did not answer, and stays in the variance with them', async () => {
    const rows = [...[1, 2, 2, 3, 3, 4, 4, 5, 5, 5, 1].map((value) => [value]), ['nie wiem'], ['']];
    await take('SILENT', [['P1', 'P2'], ...rows.map((row) => [...row, 3])], {
      design: 'srs',
      items: {
        default: 'likert5',
        columns: { P1: { scale: 'likert5', codes: { 'nie wiem': null } } },
      },
    });
    const { base, n, missing, mean } = await item('SILENT', 'P1');
    expect({ base, n, missing }).toEqual({
      base: 13,
      n: 11,
      missing: { skipped: 1, not_applicable: 1, dont_know: 0, unreadable: 0 },
    });
    // 35/11; sum of squares 135 - 35²/11; V = 13/12 · that / 11²
    expect(mean!.estimate).toBeCloseTo(35 / 11, 12);
    expect(mean!.se).toBeCloseTo(Math.sqrt((13 / 12) * (135 - 35 ** 2 / 11)) / 11, 12);
  });

  it('has no error where its design is told for some only, or a cluster sample names no clusters', async () => {
    const rows = times(6, ['a', 3]).concat(times(6, ['', 4]));
    await take('PART', [['w', 'P1'], ...rows], { design: 'stratified', stratum: 'w' });
    expect(await survey('PART')).toMatchObject({
      interval_kind: 'none',
      interval_reason: 'design_incomplete',
    });
    await take('CLUSTER', [['w', 'P1'], ...rows], {
      design: 'cluster',
      items: { default: 'likert5', ignore: ['w'] },
    });
    const view = await survey('CLUSTER');
    expect(view).toMatchObject({ interval_kind: 'none', interval_reason: 'no_clusters' });
    expect(view.items[0]!.mean).toEqual({ estimate: 3.5, se: null, low: null, high: null });
  });
});

/** Every standard error and end of an interval that stands anywhere in an answer. */
function errorsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    ['se', 'low', 'high'].includes(key) && inner !== null ? [inner] : errorsIn(inner),
  );
}

it.each(['open_link', 'quota', null])(
  'gives no margin of error and no response rate: design %s',
  async (design) => {
    const rows = Array.from({ length: 80 }, (_, i) => [1 + (i % 5), i % 2 ? 'K' : 'M', 'bus;tram', 10 + i]);
    const code = `OPEN-${design}`;
    await take(
      code,
      [['P1', 'plec', 'P2', 'P3'], ...rows].map((row) => row.map((cell) => `"${cell}"`)),
      {
        ...(design === null ? {} : { design }),
        invited: 100,
        attributes: { sex: { column: 'plec', codes: { K: 'f', M: 'm' } } },
        items: {
          default: 'ignore',
          columns: { P1: { scale: 'likert5' }, P2: { scale: 'multi', split: ';' }, P3: { scale: 'number' } },
        },
      },
    );
    const view = await survey(code, '&by=sex');
    expect(errorsIn(view)).toEqual([]);
    expect(view.items[0]!.breakdown).toMatchObject({ hidden: null });
    expect(view).toMatchObject({
      interval_kind: 'none',
      response_rate: null,
      response_rate_reason: design === null ? 'design_unknown' : 'not_random',
      sampling: null,
    });
  },
);

it('gives the mean and the weighted mean of gp54_16 to the digit', async () => {
  // Diagnoza Społeczna 2013, voivodeship of Lublin: how many gave each answer, and the sum of their weights in millionths
  const counts = [221, 626, 517, 216, 86, 88, 16];
  const shares = [0.127380681, 0.362251198, 0.29500845, 0.114002683, 0.051809949, 0.041644231, 0.007902808];
  const rows = counts.flatMap((n, i) => times(n, [i + 1, ((shares[i]! * 1e6) / n).toFixed(6)]));
  await take('DIAG', [['gp54_16', 'waga'], ...rows], {
    design: 'stratified',
    weight: 'waga',
    items: { default: 'likert7' },
  });
  const { n, mean, unweighted_mean } = await item('DIAG', 'gp54_16');
  expect(n).toBe(1770);
  expect(unweighted_mean!.toFixed(5)).toBe('2.80113');
  expect(mean!.estimate.toFixed(6)).toBe('2.757154');
});

it('gives the share of each option of those who answered, rare ones together, and nobody’s own words', async () => {
  const rows = [
    ...times(12, ['bus;tram', 'Mieszkam przy Lipowej']),
    ...times(8, ['bus', '']),
    ...times(3, ['rower;bus', '']),
    ...times(2, ['hulajnoga pani Zofii', '']),
    ...times(4, ['', '']),
  ];
  await take(
    'MULTI',
    [['P1', 'P2'], ...rows].map((row) => row.map((cell) => `"${cell}"`)),
    {
      design: 'open_link',
      items: { default: 'text', columns: { P1: { scale: 'multi', split: ';' } } },
    },
  );
  const view = await survey('MULTI');
  const { base, n, missing, answers } = view.items[0]!;
  expect([base, n, missing!.skipped]).toEqual([29, 25, 4]);
  expect(answers.map(({ label, rare, count, share }) => [label, rare, count, share.estimate])).toEqual([
    ['bus', false, 23, 23 / 25],
    ['tram', false, 12, 12 / 25],
    [null, true, 5, 5 / 25],
  ]);
  expect(view.items[1]).toMatchObject({ scale: 'text', hidden: 'own_words', answers: [], n: null });
  expect(JSON.stringify(view)).not.toMatch(/Lipow|Zofii/);
});

describe('too few people', () => {
  it('have no mean and no distribution, and neither has an answer that all of a few gave', async () => {
    await take('FEW', [['P1'], ...[1, 2, 3, 4, 5, 1, 2, 3, 4].map((value) => [value])], { design: 'srs' });
    expect(await item('FEW', 'P1')).toMatchObject({ n: 9, mean: null, answers: [], hidden: 'too_few' });
    await take('ALIKE', [['P1'], ...times(15, [4])], { design: 'srs' });
    expect(await item('ALIKE', 'P1')).toMatchObject({ n: 15, mean: null, hidden: 'suppressed' });
  });

  it('are no cell of a breakdown: groups go together, then answers, then all of it is hidden', async () => {
    const attributes = {
      sex: { column: 'plec', codes: { K: 'f', M: 'm', I: 'other' } },
      age_band: { column: 'wiek', bands: true },
    };
    // 30 women, 24 men, 3 of another sex; each answer of each at least five times but 5 of the men: twice
    const rows = [
      ...[1, 2, 3, 4, 5].flatMap((value) => times(6, [value, 'K', 30])),
      ...[1, 2, 3, 4].flatMap((value) => times(5, [value, 'M', 30])),
      ...times(4, [2, 'M', 70]),
      ...times(3, [1, 'I', 70]),
      ...times(2, [5, 'M', 30]),
    ];
    await take('CROSS', [['P1', 'plec', 'wiek'], ...rows], {
      design: 'open_link',
      attributes,
      items: { default: 'likert5' },
    });
    const { breakdown, n } = await item('CROSS', 'P1', '&by=sex');
    expect(breakdown).toMatchObject({ by: 'sex', hidden: null, columns: 'sides' });
    // those of another sex are fewer than ten: they go with the men, who are the smaller group
    expect(breakdown!.groups.map(({ kind, code, n: of, counts }) => [kind, code, of, counts])).toEqual([
      ['group', 'f', 30, [12, 6, 12]],
      ['small', null, 29, [17, 5, 7]],
    ]);
    expect(breakdown!.groups.map(({ comparable }) => comparable)).toEqual([true, false]);
    expect(breakdown!.groups.reduce((sum, { n: of }) => sum + of, 0)).toBe(n);
    // seven of 60 to 74 are too few for a group, and with the others there is one group only
    expect((await item('CROSS', 'P1', '&by=age_band')).breakdown).toEqual({
      by: 'age_band',
      hidden: 'suppressed',
      columns: null,
      groups: [],
    });
  });

  it('are not to be worked out: a breakdown is shown whole or not at all, for any answers', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const rows = Array.from({ length: 60 }, (_, i) => {
        const drawn = (i * 7919 * seed + seed * 104729) % 1009;
        return [1 + (drawn % 5), drawn % 11 === 0 ? '' : drawn % (1 + (seed % 4)) === 0 ? 'K' : 'M'];
      });
      await take(`ANY-${seed}`, [['P1', 'plec'], ...rows], {
        design: 'open_link',
        attributes: { sex: { column: 'plec', codes: { K: 'f', M: 'm' } } },
        items: { default: 'likert5' },
      });
      const { breakdown, n } = await item(`ANY-${seed}`, 'P1', '&by=sex');
      const known = breakdown!.groups.filter(({ kind }) => kind !== 'unknown');
      expect(known.length === 0 || known.length > 1).toBe(true);
      expect(known.filter(({ n: of }) => of < 10)).toEqual([]);
      const cells = breakdown!.groups.flatMap(({ counts }) => counts);
      expect(cells.filter((count) => count > 0 && count < 5)).toEqual([]);
      const shown = breakdown!.groups.reduce((sum, group) => sum + group.n, 0);
      expect(shown).toBe(breakdown!.hidden ? 0 : n);
    }
  });
});

it('leaves alpha open where an item runs against the others and nobody said whether it is reversed', async () => {
  const rows = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 2, 4].map((value) => [value, value, 6 - value]);
  const columns = (reversed?: boolean) => ({
    default: 'likert5',
    columns: {
      P1: { scale: 'likert5', construct: 'Q_FAIR1' },
      P2: { scale: 'likert5', construct: 'Q_FAIR2' },
      P3: { scale: 'likert5', construct: 'Q_FAIR3', ...(reversed === undefined ? {} : { reversed }) },
    },
  });
  await take('TURNED', [['P1', 'P2', 'P3'], ...rows], { design: 'open_link', items: columns() });
  const [open] = (await survey('TURNED')).scales;
  expect(open).toMatchObject({ stem: 'Q_FAIR', n: 12, alpha: null, reason: 'reversed_unknown' });
  expect(open!.doubtful).toContain('P3');
  // all three say the same or its opposite: covariances of +v, +v, -v give 3/2 · (1 - 3v/v) as asked
  expect(open!.alpha_as_asked).toBeCloseTo(-3, 12);
  await take('SAID', [['P1', 'P2', 'P3'], ...rows], { design: 'open_link', items: columns(true) });
  expect((await survey('SAID')).scales).toMatchObject([{ reason: null, doubtful: [] }]);
  expect((await survey('SAID')).scales[0]!.alpha).toBeCloseTo(1, 12);
});

it('puts waves of one survey side by side, with a break where the question was worded anew', async () => {
  const wave = (n: number, text: string, values: number[]) =>
    take(`PANEL-${n}`, [['P1', 'P2'], ...values.map((value) => [value, value])], {
      design: 'srs',
      title_pl: 'Panel',
      wave: n,
      items: {
        default: 'likert5',
        columns: { P1: { scale: 'likert5', text_pl: text }, P2: { scale: 'likert5', text_pl: 'To samo' } },
      },
    });
  await wave(1, 'Czy ufasz?', times(10, 2));
  await wave(2, 'Czy ufasz?', times(12, 3).concat(times(12, 4)));
  await wave(3, 'Czy masz zaufanie?', times(5, 4));
  const { items } = await survey('PANEL-2');
  const point = (n: number, mean: number | null, count: number, isBreak: boolean) => ({
    survey: `PANEL-${n}`,
    wave: n,
    mean,
    n: count,
    break: isBreak,
  });
  const trend = [point(1, 2, 10, false), point(2, 3.5, 24, false)];
  expect(items[0]!.waves).toEqual([...trend, point(3, null, 5, true)]);
  expect(items[1]!.waves).toEqual([...trend, point(3, null, 5, false)]);
});

it('lists the surveys of an authority, and says what is not there', async () => {
  const { items, meta } = await instance.get<SurveyListView>('/api/v1/surveys?authority=A');
  expect(meta.total).toBe(items.length);
  expect(items.find(({ code }) => code === 'STRAT')).toMatchObject({
    n: 10,
    design: 'stratified',
    invited: 16,
  });
  expect(await instance.get('/api/v1/surveys/NONE?authority=A')).toMatchObject({
    status: 404,
    detail: 'Nie ma ankiety „NONE” w A',
  });
  expect(await instance.get('/api/v1/surveys/STRAT?authority=A&by=income')).toMatchObject({ status: 400 });
});
