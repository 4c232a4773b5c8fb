import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGolden } from './golden';
import { KINDS, LATER } from './kinds';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'busola-kinds-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CSV = `w,y,a,r,c,t,e,g,u,k
1,0,1,a,x,2,1,p,U,20
1,0,2,a,y,4,0,p,V,30
1,0,4,b,x,6,1,q,W,
1,4,5,b,y,8,1,q,X,40
`;
const MARGINS = [
  { column: 'r', totals: { a: 30, b: 70 } },
  { column: 'c', totals: { x: 60, y: 40 } },
];
const LEVEL = { level: 0.95 };
const TREE = {
  tree: [
    { code: 'a', parent: 'I', level: 1, weight: 1 },
    { code: 'k', parent: 'I', level: 1, weight: 3 },
    { code: 'I', parent: null, level: 2, weight: 1 },
  ],
  levels: [{ level: 2, mean: 'arithmetic', coverage: 2 / 3 }],
  rank_by: 'I',
};
const HDI = {
  goalposts: {
    life_expectancy: [0, 10],
    expected_schooling: [0, 10],
    mean_schooling: [0, 10],
    income: [1, 10_000],
  },
  tiers: { high: 0.5, low: 0 },
  decimals: 3,
  not_ranked: ['W'],
};

type Case = [kind: string, roles: object, settings: object, expected: object];

/** With columns of the file above; worked out by hand. */
const OF_DATA: Case[] = [
  // mean 1 of 0 0 0 4: V = 4/3 * (1 + 1 + 1 + 9)/16 = 1
  ['survey_estimate', { value: 'y', weights: 'w' }, { statistic: 'mean', ...LEVEL }, { estimate: 1, se: 1 }],
  ['survey_estimate', { value: 'y', weights: 'w' }, { statistic: 'total', ...LEVEL }, { estimate: 4, se: 4 }],
  [
    'survey_estimate',
    { category: 'r', domain: 'c', weights: 'w' },
    { statistic: 'proportion', category_level: 'a', domain_level: 'x', ...LEVEL },
    { estimate: 0.5, deff: null },
  ],
  [
    'survey_estimate',
    { value: 'y', denominator: 'a', weights: 'w' },
    { statistic: 'ratio', ...LEVEL },
    { estimate: 1 / 3, deff: null },
  ],
  ['survey_design_summary', { strata: 'g', weights: 'w' }, {}, { n: 4, sum_weights: 4, degf: 2 }],
  [
    'survey_proportion_interval',
    { category: 'r', weights: 'w' },
    { category_level: 'a', method: 'mean', ...LEVEL },
    { estimate: 0.5, low: 0.5 - 3.182446305284263 / Math.sqrt(12) },
  ],
  ['kish_effective_size', { weights: 'a' }, {}, { n: 4, sum_w: 12, sum_w2: 46, n_eff: 144 / 46 }],
  [
    'survey_poststratify',
    { value: 'y', weights: 'w' },
    { statistic: 'mean', margin: MARGINS[0], ...LEVEL },
    { estimate: 1.4, weights_by_cell: { a: 15, b: 35 } },
  ],
  [
    'survey_rake',
    { value: 'y', weights: 'w' },
    { statistic: 'mean', margins: MARGINS, ...LEVEL },
    {
      estimate: 1.12,
      se: Math.sqrt(0.4),
      weights_by_cell: { 'a|x': 18, 'a|y': 12, 'b|x': 42, 'b|y': 28 },
      n_by_cell: { 'a|x': 1, 'b|y': 1 },
      kish: { n: 4, sum_w: 100, sum_w2: 324 + 144 + 1764 + 784 },
    },
  ],
  [
    'survey_trim_weights',
    { weights: 'w' },
    { statistic: 'weights', margins: MARGINS, lower: 15, upper: 40, ...LEVEL },
    { min_weight: 15, max_weight: 40, sum_w: 100 },
  ],
  // deviations of a -2 -1 1 2, of t -3 -1 1 3: covariances 10/3, 14/3, 20/3; 6 - t turned round
  [
    'cronbach_alpha',
    { items: ['a', 't'] },
    { reversed: [], scale_min: null, scale_max: null },
    { raw_alpha: 2 * (1 - 30 / 58) },
  ],
  [
    'cronbach_alpha',
    { items: ['a', 't'] },
    { reversed: ['t'], scale_min: 2, scale_max: 8 },
    { raw_alpha: 2 * (1 - 30 / 2) },
  ],
  [
    'correlation_matrix',
    { items: ['a', 't'] },
    {},
    {
      matrix: [
        [1, 14 / Math.sqrt(200)],
        [14 / Math.sqrt(200), 1],
      ],
    },
  ],
  // p: 1/2 1/2 0 0, q: 0 0 1/2 1/2, over u
  ['dissimilarity', { unit: 'u', group: 'g', count: 'w' }, { group_a: 'p', group_b: 'q' }, { D: 1 }],
  // S 3/4, 3/4, 3/8, 0
  [
    'kaplan_meier_median',
    { time: 't', event: 'e', group: 'g' },
    { group_level: null, interval: 'log', half_rule: 'midpoint', ...LEVEL },
    { n: 4, events: 3, q25: 4, median: 6, observed_only_median: 6 },
  ],
  [
    'kaplan_meier_median',
    { time: 't', event: 'e', group: 'g' },
    { group_level: 'p', interval: 'log', half_rule: 'midpoint', ...LEVEL },
    { n: 2, events: 1, median: 2 },
  ],
  // (1 + 60) / 4, (2 + 90) / 4, one of two is not enough, (5 + 120) / 4
  [
    'aggregate_tree',
    { unit: 'u' },
    TREE,
    {
      values: { U: { I: 15.25 }, V: { I: 23 }, W: { I: null }, X: { I: 31.25 } },
      ranks: { U: 3, V: 2, W: null, X: 1 },
    },
  ],
  // U: 0.2, (0.2 + 0.1)/2, log 20 / log 10000; W has no income
  [
    'hdi',
    { unit: 'u', life_expectancy: 't', expected_schooling: 't', mean_schooling: 'a', income: 'k' },
    HDI,
    { values: { U: 0.214, W: null }, tiers: { U: 'low', X: 'high', W: null }, ranks: { U: 3, V: 2, X: 1 } },
  ],
];

/** With values that stand in the case. */
const INLINE: Case[] = [
  ['proportion_interval', { x: 0, n: 20 }, { method: 'wilson', clip: true, ...LEVEL }, { low: 0 }],
  [
    'cohen_kappa',
    {
      table: [
        [20, 5],
        [10, 15],
      ],
    },
    { weights: 'none' },
    { kappa: 0.4 },
  ],
  ['dissimilarity', { a: [100, 60, 40, 0], b: [0, 40, 60, 100] }, { group_a: null }, { D: 0.6 }],
  ['dissimilarity_expected', { shares: [0.5, 0.5], n: 50 }, {}, { D: Math.sqrt(0.5 / (50 * Math.PI)) }],
  [
    'participation_ratio',
    { participants: { a: 1, b: 2 }, population: { a: 10, b: 10 } },
    {},
    { min_max_ratio: 0.5, min_mean_ratio: 2 / 3 },
  ],
  [
    'quarter_of_instant',
    { utc: '2014-03-31T22:00:00Z' },
    { time_zone: 'Europe/Warsaw' },
    { local: '2014-04-01T00:00:00+0200', quarter: '2014-Q2' },
  ],
  [
    'rake_table',
    {
      seed: [
        [5, 5],
        [5, 5],
      ],
      row_totals: [30, 70],
      col_totals: [60, 40],
    },
    {},
    {
      fitted: [
        [18, 12],
        [42, 28],
      ],
    },
  ],
  [
    'normalise_goalposts',
    { value: [1, null, 11] },
    { low: 2, high: 20, direction: -1, truncate: true, out_low: 0, out_high: 100 },
    { values: [100, null, 50] },
  ],
  [
    'normalise_minmax',
    { value: [4, null, 12, 6] },
    { direction: 1, out_low: 0, out_high: 10 },
    { values: [0, null, 10, 2.5] },
  ],
  [
    'normalise_minmax',
    { value: [4, 4] },
    { direction: 1, out_low: 0, out_high: 10 },
    { values: [null, null] },
  ],
  ['normalise_zscore', { value: [1, 3, 5] }, { mean: 10, sd: 4 }, { values: [6, 10, 14] }],
  ['normalise_rank', { value: [10, 20, 20, 30] }, { method: 'borda' }, { values: [0, 1, 1, 3] }],
  ['normalise_rank', { value: [10, 20, 30] }, { method: 'prank' }, { values: [0, 0.5, 1] }],
  ['aggregate_vector', { value: [2, 8, null], weight: [1, 2, 5] }, { mean: 'arithmetic' }, { value: 6 }],
  ['aggregate_vector', { value: [2, 8], weight: [1, 2] }, { mean: 'harmonic' }, { value: 4 }],
  ['aggregate_vector', { value: [null], weight: [1] }, { mean: 'geometric' }, { value: null }],
];

const asCase = (data: string | null) => (one: Case) => {
  const [kind, roles, settings, expected] = one;
  const given = data ? { data, inline: null, columns: roles } : { data, inline: roles, columns: {} };
  return { id: kind, kind, ...given, settings, expected, tolerance: { abs: 1e-9 } };
};

it('computes every kind', async () => {
  const cases = [...OF_DATA.map(asCase('data.csv')), ...INLINE.map(asCase(null))];
  writeFileSync(join(folder, 'data.csv'), CSV);
  writeFileSync(join(folder, 'cases.json'), JSON.stringify({ cases }));
  const report = await runGolden(folder);
  expect(report.cases.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect([...new Set(cases.map(({ kind }) => kind))].sort()).toEqual(Object.keys(KINDS).sort());
});

it('knows 42 kinds, none of them twice', () => {
  const kinds = [...Object.keys(KINDS), ...LATER];
  expect([kinds.length, new Set(kinds).size]).toEqual([42, 42]);
});
