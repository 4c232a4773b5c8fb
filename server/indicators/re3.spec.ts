import fc from 'fast-check';
import { kaplanMeier } from '../statistics/kaplan-meier';
import { CLOSED, complete, contributions, measure } from '../testing/measure';
import { type Given, mirrorOf } from '../testing/records';
import { valuesSql } from './plan';
import { RE3 } from './re3';

/** Closed on 31 March; looked at on 1 January: 276 days later. */
const AGE = 276;
const after = (days: number): Given => ({
  published_on: new Date(Date.UTC(2025, 2, 31 + days)).toISOString().slice(0, 10),
});
const of = (kinds: [number, Given][], asOf?: string) =>
  measure(
    RE3,
    {},
    { contribution: contributions(...kinds), register_complete: complete('dispositions') },
    asOf,
  );

it('is the median of waiting, the unanswered among it', async () => {
  // 10, 20, 30 answered and two waiting: the third of five
  const waiting: [number, Given][] = [
    [1, after(10)],
    [1, after(20)],
    [1, after(30)],
    [2, {}],
  ];
  // (60 - 30) / (60 - 14)
  expect(await of(waiting)).toEqual({ status: 'observed', x: 30, score: expect.closeTo(65.2173913, 6) });
});

it.each<[string, [number, Given][], number]>([
  [
    'half are answered and one more',
    [
      [3, after(10)],
      [1, after(40)],
      [2, {}],
    ],
    25,
  ],
  [
    'exactly half are, and no more',
    [
      [3, after(10)],
      [3, {}],
    ],
    (10 + AGE) / 2,
  ],
  [
    'fewer than half are',
    [
      [2, after(10)],
      [3, {}],
    ],
    AGE,
  ],
  ['they came before the end', [[5, after(-4)]], 0],
])('where %s', async (_what, kinds, x) => {
  expect(await of(kinds)).toMatchObject({ status: 'observed', x });
});

it('is not due before the term, unless all are answered', async () => {
  expect(
    await of(
      [
        [4, after(5)],
        [1, {}],
      ],
      '2025-04-30',
    ),
  ).toMatchObject({ status: 'not_due' });
  expect(await of([[5, after(5)]], '2025-04-30')).toMatchObject({ status: 'observed', x: 5 });
});

it('needs five', async () => {
  expect(await of([[4, after(5)]])).toEqual({ status: 'insufficient_n', x: null, score: null });
});

/** The measure of several consultations at once, by how long each of their contributions waited; null: still waiting. */
async function measures(waits: (number | null)[][]): Promise<{ x: number; score: number }[]> {
  const code = (i: number) => `K${String(i).padStart(3, '0')}`;
  const mirror = await mirrorOf({
    authority: [{ id: 1, code: 'T' }],
    register_complete: complete('dispositions'),
    consultation: waits.map((_, i) => ({ ...CLOSED, code: code(i) })),
    contribution: waits.flatMap((list, i) =>
      list.map((wait, j) => ({
        consultation: code(i),
        code: `U${j}`,
        ...(wait === null ? {} : after(wait)),
      })),
    ),
  });
  const found = await mirror.query<{ x: number; score: number }>(
    `${valuesSql([RE3], `DATE '2026-01-01'`)} ORDER BY consultation`,
  );
  mirror.close();
  return found;
}

const lists = (day: fc.Arbitrary<number | null>) =>
  fc.array(fc.array(day, { minLength: 5, maxLength: 12 }), { minLength: 15, maxLength: 15 });

it('is the median of Kaplan and Meier wherever that is reached, and later where it is not', async () => {
  const days = lists(fc.option(fc.integer({ min: 0, max: 40 })));
  await fc.assert(
    fc.asyncProperty(days, async (waits) => {
      const found = await measures(waits);
      waits.forEach((list, i) => {
        const cases = list.map((wait) => ({ time: wait ?? AGE, happened: wait !== null }));
        const { events, n, median } = kaplanMeier(cases);
        if (events * 2 > n) expect(found[i]!.x).toBe(median);
        else expect(found[i]!.x).toBeGreaterThan(median ?? 0);
      });
    }),
    { numRuns: propertyRuns(4) },
  );
});

it('never falls where one more is answered', async () => {
  await fc.assert(
    fc.asyncProperty(lists(fc.integer({ min: 0, max: 60 })), fc.nat(), async (waits, at) => {
      const answered = (more: number) =>
        waits.map((list) => list.map((wait, i) => (i < (at % list.length) + more ? wait : null)));
      const [before, later] = [await measures(answered(0)), await measures(answered(1))];
      before.forEach(({ score }, i) => expect(later[i]!.score).toBeGreaterThanOrEqual(score));
    }),
    { numRuns: propertyRuns(4) },
  );
});
