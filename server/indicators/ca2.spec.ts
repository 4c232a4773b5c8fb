import { alike, edition, measureCity, together } from '../testing/measure-city';
import type { Given } from '../testing/records';
import { CA2 } from './ca2';

type Pair = [before: number | null, after: number | null, most?: number, mostAfter?: number];

/** Tests of those enrolled in an edition, in their order: each with what was scored before and after, out of 40 or as told. */
const tests = (pairs: Pair[], of = 'E'): Given[] =>
  pairs.flatMap(([before, after, most = 40, mostAfter = most], i) =>
    (
      [
        ['pre', before, most],
        ['post', after, mostAfter],
      ] as const
    ).flatMap(([phase, score, full]) =>
      score === null ? [] : [{ enrolment: `${of}-${i}`, phase, score, most: full }],
    ),
  );
const given = (pairs: Pair[], own?: Given) => ({
  ...edition(alike(pairs.length), own),
  training_test: tests(pairs, String(own?.['code'] ?? 'E')),
});
const times = (count: number, pair: Pair): Pair[] => Array.from({ length: count }, () => pair);

describe('CA2', () => {
  it('is the mean share of what was lacking that was learned', async () => {
    // 10 of 20 lacking = 50, and 5 of 20 = 25, and 4 of 20 forgotten = -20: (5 * 50 + 4 * 25 - 20) / 10 = 33
    const found = await measureCity(CA2, given([...times(5, [20, 30]), ...times(4, [20, 25]), [20, 16]]));
    expect(found).toMatchObject({ status: 'observed', n: 10, numerator: 10, denominator: 10 });
    expect(found.x).toBeCloseTo(33, 9);
    expect(found.score).toBeCloseTo(55, 9);
  });

  it('leaves out who knew it all before, and who took one test, and says how many have a pair', async () => {
    const found = await measureCity(
      CA2,
      given([...times(10, [20, 30]), [40, 10], [20, null], [null, 40], [null, null]]),
    );
    expect(found).toMatchObject({ x: 50, n: 10, numerator: 10, denominator: 14 });
  });

  it('takes each test as a share of its own most', async () => {
    // 10 of 20 and 30 of 40: from a half to three quarters
    expect(await measureCity(CA2, given(times(10, [10, 30, 20, 40])))).toMatchObject({ x: 50 });
  });

  it('is clipped to 0 and 100, its measure is not', async () => {
    expect(await measureCity(CA2, given(times(10, [20, 0])))).toMatchObject({ x: -100, score: 0 });
    expect(await measureCity(CA2, given(times(10, [20, 40])))).toMatchObject({ x: 100, score: 100 });
  });

  it('pools persons, not editions', async () => {
    const [a, b] = [
      given(times(9, [20, 30]), { code: 'A' }),
      given(times(3, [20, 22]), { code: 'B', ends_on: '2025-11-11' }),
    ];
    const training_test = [...a.training_test, ...b.training_test];
    const found = await measureCity(CA2, { ...together(a, b), training_test });
    // (9 * 50 + 3 * 10) / 12 = 40, not (50 + 10) / 2
    expect(found.x).toBeCloseTo(40, 9);
  });

  it.each<[string, Pair[], string]>([
    ['nine pairs', times(9, [20, 30]), 'insufficient_n'],
    ['nobody with both tests', times(20, [20, null]), 'insufficient_n'],
    ['everybody at the most before', times(20, [40, 40]), 'insufficient_n'],
    ['no test', times(20, [null, null]), 'missing'],
  ])('has no value with %s', async (_what, pairs, status) => {
    expect(await measureCity(CA2, given(pairs))).toMatchObject({ status, x: null, low: 0, high: 100 });
  });

  it('is not due while the only edition runs, and does not apply without one', async () => {
    const pairs = times(12, [20, 30]);
    const asOf = '2025-04-01';
    expect((await measureCity(CA2, given(pairs), { asOf })).status).toBe('not_due');
    expect(
      (await measureCity(CA2, given(pairs, { starts_on: '2023-01-01', ends_on: '2023-04-01' }))).status,
    ).toBe('not_applicable');
    expect((await measureCity(CA2, {})).status).toBe('missing');
  });
});
