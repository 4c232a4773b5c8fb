import { CLOSED, contributions, measure } from '../testing/measure';
import { type Given, mirrorOf, type Records } from '../testing/records';
import { OP2 } from './op2';
import { valuesSql } from './plan';

const reference = (dimension: string, counts: Record<string, number>, as_of = '2024-12-31'): Given[] =>
  Object.entries(counts).map(([category, count]) => ({
    scope: 'residents',
    dimension,
    category,
    count,
    as_of,
  }));
const HALVES = reference('district', { N: 500, S: 500 });
const of = (records: Records, consultation: Given = {}) => measure(OP2, consultation, records);
const from = (north: number, south: number, unknown = 0) =>
  contributions([north, { district: 'N' }], [south, { district: 'S' }], [unknown, {}]);

it('takes from the dissimilarity what chance makes of so few', async () => {
  // D = 0.2 of 100; E0 = 0.5 * 2 * sqrt(2 * 0.25 / (100 pi)) = 0.0398942; sqrt(0.04 - 0.00159155) = 0.1959807
  const found = await of({ contribution: from(70, 30), reference_distribution: HALVES });
  expect(found).toEqual({
    status: 'observed',
    x: expect.closeTo(80.40193, 4),
    score: expect.closeTo(60.80387, 4),
  });
});

it('may be worse and better where not everybody is known', async () => {
  const mirror = await mirrorOf({
    authority: [{ id: 1, code: 'T' }],
    consultation: [CLOSED],
    contribution: from(56, 24, 20),
    reference_distribution: HALVES,
  });
  const [found] = await mirror.query(valuesSql([OP2], `DATE '2026-01-01'`));
  mirror.close();
  // 80 of 100 are known, D = 0.2: with the others in the north 0.8 * 0.2 + 0.2 = 0.36, at best 0.16 - 0.2 < 0
  const score = (dissimilarity: number) => 100 - 200 * dissimilarity;
  expect(found).toMatchObject({
    score: expect.closeTo(score(Math.sqrt(0.04 - 0.5 / (80 * Math.PI))), 9),
    low: expect.closeTo(score(Math.sqrt(0.36 ** 2 - 0.5 / (100 * Math.PI))), 9),
    high: 100,
  });
});

it('is full where nothing but chance is told', async () => {
  expect(await of({ contribution: from(51, 49), reference_distribution: HALVES })).toMatchObject({
    x: 100,
    score: 100,
  });
});

it('is the mean over the dimensions', async () => {
  const contribution = contributions(
    [70, { district: 'N', sex: 'f', age_band: '25_39' }],
    [30, { district: 'S', sex: 'm', age_band: '25_39' }],
  );
  const reference_distribution = [...HALVES, ...reference('sex_age', { 'f 25_39': 70, 'm 25_39': 30 })];
  expect((await of({ contribution, reference_distribution })).x).toBeCloseTo((80.40193 + 100) / 2, 4);
});

it('counts residents, a person once', async () => {
  const contribution = contributions(
    [50, { district: 'N', person: 'one' }],
    [40, { district: 'N', author_kind: 'business' }],
    [34, { district: 'N' }],
    [15, { district: 'S', author_kind: 'unknown' }],
  );
  // 35 and 15 of 50: D = 0.2, E0 = sqrt(0.5 / (50 pi)) = 0.0564190
  const found = await of({ contribution, reference_distribution: HALVES });
  expect(found.x).toBeCloseTo(100 * (1 - Math.sqrt(0.04 - 0.5 / (50 * Math.PI))), 9);
});

it('measures by the latest reference that is not of a year after the end', async () => {
  const reference_distribution = [
    ...reference('district', { N: 100, S: 900 }, '2020-12-31'),
    ...HALVES,
    ...reference('district', { N: 100, S: 900 }, '2026-01-01'),
  ];
  expect(await of({ contribution: from(50, 50), reference_distribution })).toMatchObject({ x: 100 });
});

const MANY = Object.fromEntries(Array.from({ length: 27 }, (_, i) => [`D${i}`, 10]));

it.each<[string, Records, string]>([
  ['29 are known', { contribution: from(15, 14), reference_distribution: HALVES }, 'insufficient_n'],
  ['59 of 100 are', { contribution: from(30, 29, 41), reference_distribution: HALVES }, 'insufficient_n'],
  ['60 of 100 are', { contribution: from(30, 30, 40), reference_distribution: HALVES }, 'observed'],
  [
    'chance alone would make much of 27 districts',
    {
      contribution: contributions(...Object.keys(MANY).map((d): [number, Given] => [2, { district: d }])),
      reference_distribution: reference('district', MANY),
    },
    'insufficient_n',
  ],
  [
    'one of two dimensions cannot be told',
    {
      contribution: from(70, 30),
      reference_distribution: [...HALVES, ...reference('sex_age', { 'f 25_39': 1, 'm 25_39': 1 })],
    },
    'insufficient_n',
  ],
  ['there is no reference', { contribution: from(70, 30) }, 'missing'],
  ['nobody is on record', { reference_distribution: HALVES }, 'missing'],
])('where %s', async (_what, records, status) => {
  expect(await of(records)).toMatchObject({ status });
});

it('holds organisations against the register, one of several fields by halves', async () => {
  const organisation = Array.from({ length: 40 }, (_, i) => ({
    code: `O${i}`,
    name_pl: `O${i}`,
    kind: 'association',
    fields: i < 20 ? ['sport', 'kultura'] : ['sport', 'inne'],
  }));
  const contribution = contributions(
    ...organisation.map(({ code }): [number, Given] => [1, { organisation: code }]),
  );
  const reference_distribution = Object.entries({ sport: 75, kultura: 25 }).map(([category, count]) => ({
    scope: 'organisations',
    dimension: 'field',
    category,
    count,
    as_of: '2024-12-31',
  }));
  // sport has 20 halves and 20 whole ones of 40: 0.75, as the register
  const found = await of(
    { organisation, contribution, reference_distribution },
    { addressee: 'organisations' },
  );
  expect(found).toMatchObject({ status: 'observed', x: 100 });
});
