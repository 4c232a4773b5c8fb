import { alike, edition, measureCity, Q4, together } from '../testing/measure-city';
import { CA1 } from './ca1';

const MISSING = { status: 'missing', x: null, score: null, low: 0, high: 100 };

describe('CA1', () => {
  it('counts who came to 80 % of the hours and to M1, M2 and the chosen module', async () => {
    const learners = [
      ...alike(5),
      // 25.6 of 32 hours are enough, 25.5 are not
      ...alike(1, { M1: 6.8, M2: 9.4, M3: 9.4 }),
      ...alike(1, { M1: 6.8, M2: 9.4, M3: 9.3 }),
      // enough hours, and none in M1, in M2, in the chosen module
      ...alike(1, { M2: 14, M3: 14 }),
      ...alike(1, { M1: 14, M3: 14 }),
      ...alike(1, { M1: 10, M2: 10, M4: 12 }),
      // the other one was chosen; none is recorded as chosen, and one of the two attended
      ...alike(1, { M1: 10, M2: 10, M4: 12 }, { chosen_module: 'M4' }),
      ...alike(1, { M1: 10, M2: 10, M4: 12 }, { chosen_module: null }),
      // withdrawn, and never there
      ...alike(4, {}, { withdrawn_on: '2025-02-20' }),
    ];
    // 5 + 1 + 1 + 1 of 16 = 50 %: the worst goalpost
    expect(await measureCity(CA1, edition(learners))).toEqual({
      status: 'observed',
      n: 16,
      x: 50,
      numerator: 8,
      denominator: 16,
      score: 0,
      low: 0,
      high: 0,
    });
  });

  it('takes the hours of the edition, and 32 where none are recorded', async () => {
    const nine = { M1: 3, M2: 3, M3: 3 };
    const short = edition(alike(10, nine), { planned_hours: 10 });
    expect(await measureCity(CA1, short)).toMatchObject({ x: 100, score: 100 });
    const unplanned = edition(alike(10, nine), { planned_hours: null });
    expect(await measureCity(CA1, unplanned)).toMatchObject({ x: 0, score: 0 });
  });

  it('is of all editions that ended in the four quarters, to the day', async () => {
    const all = together(
      edition(alike(6), { code: 'A', ends_on: '2025-01-01' }),
      edition([...alike(6, {}), ...alike(8)], { code: 'B', ends_on: '2025-12-31' }),
      edition(alike(30, {}), { code: 'C', ends_on: '2024-12-31' }),
      edition(alike(30, {}), { code: 'D', ends_on: '2026-01-01' }),
    );
    // 14 of 20 = 70 %: (70 - 50) / 45
    const found = await measureCity(CA1, all);
    expect(found).toMatchObject({ x: 70, n: 20 });
    expect(found.score).toBeCloseTo((100 * 20) / 45, 9);
  });

  it('is too few below ten enrolments', async () => {
    expect(await measureCity(CA1, edition(alike(9)))).toMatchObject({
      status: 'insufficient_n',
      n: 9,
      x: null,
    });
    expect(await measureCity(CA1, edition(alike(10)))).toMatchObject({ status: 'observed', score: 100 });
  });

  it('is not due while the only edition runs, and is measured once it has ended', async () => {
    const running = edition(alike(12), { ends_on: '2025-12-20' });
    expect(await measureCity(CA1, running, { asOf: '2025-12-19' })).toMatchObject({
      status: 'not_due',
      low: null,
      high: null,
    });
    expect(await measureCity(CA1, running, { asOf: '2025-12-20' })).toMatchObject({ status: 'observed' });
    // another one has ended: that one is measured
    const two = together(running, edition(alike(10), { code: 'A', ends_on: '2025-05-05' }));
    expect(await measureCity(CA1, two, { asOf: '2025-12-19' })).toMatchObject({ status: 'observed', n: 10 });
  });

  it('does not apply where trainings are known and none falls into the quarters, and is missing where none is known', async () => {
    const old = edition(alike(12), { starts_on: '2023-01-09', ends_on: '2023-03-01' });
    expect(await measureCity(CA1, old)).toMatchObject({ status: 'not_applicable', low: null });
    const planned = edition([], { starts_on: '2026-03-01', ends_on: '2026-05-01' });
    expect(await measureCity(CA1, planned)).toMatchObject({ status: 'not_applicable' });
    expect(await measureCity(CA1, {})).toMatchObject(MISSING);
  });

  it.each([
    [
      'of one edition no attendance is recorded',
      together(edition(alike(20)), edition(alike(20, {}), { code: 'F' })),
    ],
    [
      'an edition begun in the quarters has no end',
      together(edition(alike(20)), edition(alike(20), { code: 'F', ends_on: null })),
    ],
    ['an edition has no day at all', edition(alike(20), { starts_on: null, ends_on: null })],
  ])('is missing where %s', async (_what, records) => {
    expect(await measureCity(CA1, records)).toMatchObject(MISSING);
  });

  it('is of the authority alone', async () => {
    const records = edition(alike(12));
    const others = Object.fromEntries(
      Object.entries(records).map(([table, rows]) => [
        table,
        rows.map((row) => ({ ...row, authority_id: 2 })),
      ]),
    );
    const authority = [1, 2].map((id) => ({ id, code: `T${id}`, kind: 'city' }));
    expect(await measureCity(CA1, { ...others, authority })).toMatchObject({ status: 'missing' });
  });

  it('looks at the four quarters that end with the period', async () => {
    const records = {
      ...edition(alike(12), { ends_on: '2025-03-31' }),
      consultation: [{ code: 'K', closed_on: '2025-05-31' }],
    };
    const of = async (period: number) =>
      (await measureCity(CA1, records, { period, asOf: '2026-06-01' })).status;
    expect(await of(Q4)).toBe('observed');
    expect(await of(Q4 + 1)).toBe('not_applicable');
  });
});
