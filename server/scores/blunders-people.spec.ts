import { OP2 } from '../indicators/op2';
import { valuesSql } from '../indicators/plan';
import { randomOf } from '../statistics/random';
import { CLOSED } from '../testing/measure';
import { type Given, mirrorOf, type Records } from '../testing/records';
import { asked } from '../testing/score';
import { WHOLE, world } from '../testing/world';

/** The blunders of method.md section 7 that are made in drawing people and weighing what they say. */

describe('blunder 13: small-sample representativeness', () => {
  const SAMPLES = 1000;
  const GROUPS = 8;
  const EVEN = Array<number>(GROUPS).fill(1 / GROUPS);
  /** D = (8 · 1/16) / 2 = 0.25, which is 50 points. */
  const SKEWED = EVEN.map((share, i) => share + (i % 2 === 0 ? 1 / 16 : -1 / 16));
  const REFERENCE = EVEN.map((_share, i): Given => ({
    scope: 'residents',
    dimension: 'district',
    category: `D${i}`,
    count: 1000,
    as_of: '2024-12-31',
  }));

  /** How many of n drawn persons are in each group. */
  function drawn(shares: number[], n: number, next: () => number): number[] {
    const counts = shares.map(() => 0);
    for (let i = 0; i < n; i++) {
      let at = next();
      const group = shares.findIndex((share) => (at -= share) < 0);
      counts[group < 0 ? GROUPS - 1 : group]!++;
    }
    return counts;
  }

  /** The mean score of a thousand consultations, each of so many persons. */
  async function meanScore(n: number, shares: number[]): Promise<{ observed: number; mean: number }> {
    const next = randomOf(`blunder 13, ${n}`);
    const codes = Array.from({ length: SAMPLES }, (_, i) => `K${i}`);
    const cells = codes.flatMap((code) =>
      drawn(shares, n, next).map((count, group) => `('${code}', 'D${group}', ${count})`),
    );
    const mirror = await mirrorOf({
      authority: [{ id: 1, code: 'T' }],
      consultation: codes.map((code) => ({ ...CLOSED, code })),
      reference_distribution: REFERENCE,
    });
    await mirror.run(
      `INSERT INTO participant (id, authority_id, consultation, district)
       SELECT row_number() OVER (), 1, g.code, g.district FROM (SELECT *, unnest(range(people)) FROM (VALUES ${cells.join(', ')}) v(code, district, people)) g`,
    );
    const [found] = await mirror.query<{ observed: number; mean: number }>(
      `SELECT count(score) AS observed, avg(score) AS mean FROM (${valuesSql([OP2], `DATE '2026-01-01'`)})`,
    );
    mirror.close();
    return found!;
  }

  it.each([
    [30, 85],
    [60, 89],
    [300, 95],
  ])('perfect samples of %d score at least %d', async (n, least) => {
    const { observed, mean } = await meanScore(n, EVEN);
    expect(observed).toBe(SAMPLES);
    expect(mean).toBeGreaterThanOrEqual(least);
  });

  it.each([
    [30, 12],
    [100, 5],
  ])('where a quarter is in the wrong groups, samples of %d score 50 to within %d', async (n, within) => {
    const { observed, mean } = await meanScore(n, SKEWED);
    expect(observed).toBe(SAMPLES);
    expect(Math.abs(mean - 50)).toBeLessThanOrEqual(within);
  });
});

describe('blunder 15: weights ignored / deff ignored', () => {
  // strata a (N 40): 1, 2, 3, 4, 5 and b (N 60): 3, 3, 4, 5, 5; weights N/n = 8 and 12
  const RESPONSES = [
    ...[1, 2, 3, 4, 5].map((answer) => ({ answer, stratum: 'a', weight: 8, stratum_size: 40 })),
    ...[3, 3, 4, 5, 5].map((answer) => ({ answer, stratum: 'b', weight: 12, stratum_size: 60 })),
  ];
  const said = async (more: (response: (typeof RESPONSES)[number]) => Given, survey: Given = {}) => {
    const records: Records = {
      ...world([WHOLE]),
      survey: [
        { code: 'S-W', consultation: 'W', kind: 'after_consultation', design: 'stratified', ...survey },
      ],
      survey_response: RESPONSES.map(({ answer, stratum, weight }, i) => ({
        code: `R${i}`,
        survey: 'S-W',
        answers: [answer, 4, 4, 4] as unknown as Given[string],
        stratum,
        weight,
        ...more(RESPONSES[i]!),
      })),
    };
    const [found] = await asked<{ x: number; se: number }>(
      records,
      `SELECT v.x, s.se FROM scored.value v JOIN scored.sampling s ON s.consultation_id = v.consultation_id AND s.target = v.indicator WHERE v.indicator = 'GF3'`,
    );
    return found!;
  };
  /** A mean and its error on the scale of 1 to 5, as points of an indicator. */
  const points = (mean: number, variance: number) => ({
    x: expect.closeTo(25 * (mean - 1), 9),
    se: expect.closeTo(25 * Math.sqrt(variance), 9),
  });

  // variances of the strata 2.5 and 1: V = 0.4² · 2.5/5 + 0.6² · 1/5, each times 1 - n/N where N is known
  it('weighs: 0.4 · 3 + 0.6 · 4', async () => {
    expect(await said(() => ({}))).toEqual(points(3.6, 0.08 + 0.072));
  });

  it('errs by less where the strata are finite', async () => {
    const found = await said(({ stratum_size }) => ({ stratum_size }));
    expect(found).toEqual(points(3.6, 0.08 * (1 - 5 / 40) + 0.072 * (1 - 5 / 60)));
  });

  it('differs from the unweighted mean', async () => {
    const found = await said(() => ({ weight: null, stratum: null }), { design: 'srs' });
    // 35 of ten; sum of squares 139 - 122.5
    expect(found).toEqual(points(3.5, (139 - 122.5) / 9 / 10));
  });

  it('pays for unequal weights', async () => {
    const unequal = await said(({ weight }) => ({ weight, stratum: null }), { design: 'srs' });
    // u = w (y - 3.6) / 100: V = 10/9 · sum u², and sum u = 0
    const squares = RESPONSES.reduce((sum, { answer, weight }) => sum + (weight * (answer - 3.6)) ** 2, 0);
    expect(unequal).toEqual(points(3.6, (10 / 9) * (squares / 100 ** 2)));
  });
});
