import { indicator } from '../indicators/catalogue';
import { factsHead } from '../indicators/facts';
import { ranks } from '../statistics/rank';
import { CLOSED, complete, contributions } from '../testing/measure';
import { type Given, mirrorOf, type Records } from '../testing/records';
import { asked } from '../testing/score';
import { WHOLE, world } from '../testing/world';
import { valueInterval } from './value-interval';

/** The blunders of method.md section 7 that are made in counting, each by its number and name. */

interface Value {
  consultation: string;
  indicator: string;
  status: string;
  n: number | null;
  x: number | null;
  numerator: number | null;
  denominator: number | null;
  score: number | null;
}

const ANSWERED: Given = { published_on: '2025-04-20', outcome: 'rejected', rationale_quality: 'substantive' };
const accepted: Given = { ...ANSWERED, outcome: 'accepted' };

/** An authority of consultations that closed on 31 March 2025, by what was contributed to each. */
const authority = (kinds: Record<string, [number, Given][]>, more: Given = {}): Records => ({
  authority: [{ id: 1, code: 'T' }],
  register_complete: complete('dispositions'),
  consultation: Object.keys(kinds).map((code) => ({ ...CLOSED, ...more, code })),
  contribution: Object.entries(kinds).flatMap(([consultation, given]) =>
    contributions(...given).map((one) => ({ ...one, consultation })),
  ),
});

async function valuesOf(records: Records, code = 'K'): Promise<Record<string, Value>> {
  const rows = await asked<Value>(records, `FROM scored.value WHERE consultation = '${code}'`);
  return Object.fromEntries(rows.map((row) => [row.indicator, row]));
}

it('blunder 1: averaging averages', async () => {
  const records = authority({
    A: [[1, ANSWERED]],
    B: [
      [10, ANSWERED],
      [90, {}],
    ],
  });
  const [found] = await asked<{ x: number; pooled: number }>(
    records,
    `SELECT x, pooled FROM scored.period_indicator WHERE indicator = 'RE1' AND unit IS NULL AND span = 1`,
  );
  // of 101 contributions 11 were answered; the typical consultation, (100 + 10) / 2, stands apart under its own name
  expect(found!.pooled).toBeCloseTo(1100 / 101, 9);
  expect(found!.x).toBeCloseTo(55, 9);
});

it('blunder 3: ignoring n', async () => {
  const records = authority({
    ONE: [[1, ANSWERED]],
    MANY: [
      [45, ANSWERED],
      [5, {}],
    ],
  });
  const rows = await asked<Value>(records, `FROM scored.value WHERE indicator = 'RE1' ORDER BY score DESC`);
  expect(rows.map(({ consultation }) => consultation)).toEqual(['ONE', 'MANY']);
  const [one, many] = rows.map((row) => valueInterval(indicator('RE1')!, row));
  // Wilson of one of one: 1 / (1 + 1.96²)
  expect(one).toEqual({ kind: 'process', low: expect.closeTo(20.65, 2), high: 100 });
  // by the lower bound it is not the first: 45 of 50 are surely above 78 %
  expect(many!.low).toBeGreaterThan(78);
  const units = await asked<{ unit: string; index: number | null }>(
    world([{ ...WHOLE, unit_name: 'Raz' }]),
    `SELECT unit, index FROM scored.period_score WHERE unit IS NOT NULL`,
  );
  // and a unit of one consultation has no index to be ranked by
  expect(new Set(units.map(({ unit, index }) => `${unit} ${index}`))).toEqual(new Set(['Raz null']));
});

it('blunder 7: double counting', async () => {
  const channels = ['online_form', 'email', 'open_meeting'].map((channel): [number, Given] => [
    1,
    { ...ANSWERED, person: 'p', channel },
  ]);
  const one = await valuesOf(authority({ K: channels }, { target_population: 1000 }));
  expect([one['OP1']!.numerator, one['RE1']!.denominator]).toEqual([1, 3]);
  const mails = contributions([500, { ...ANSWERED, cluster: 'P' }]).map((given, i) => ({
    ...given,
    person: `p${i}`,
  }));
  const many = await valuesOf({
    ...authority({ K: [] }, { target_population: 100_000 }),
    contribution: mails,
  });
  expect([many['OP1']!.numerator, many['RE1']!.denominator, many['IN1']!.n]).toEqual([500, 500, 1]);
});

it('blunder 11: empty denominators', async () => {
  for (const kinds of [[], [[3, { valid: 'no' }]]] as [number, Given][][]) {
    const records = authority({ K: kinds });
    const found = await valuesOf(records);
    for (const code of ['RE1', 'RE3', 'IN1'])
      expect(found[code]).toMatchObject({ status: 'not_applicable', x: null, score: null });
    for (const { x, score } of Object.values(found)) expect([x, score]).not.toContain(NaN);
    const periods = await asked<{ x: number | null; pooled: number | null }>(
      records,
      `SELECT x, pooled FROM scored.period_indicator WHERE indicator = 'RE1'`,
    );
    for (const { x, pooled } of periods) expect([x, pooled]).toEqual([null, null]);
  }
});

/** 202 contributions of which so many were answered: always a third accepted, a third refused with reasons, a third without. */
const partly = (consultation: string, answered: number): Given[] =>
  Array.from({ length: 202 }, (_, i): Given => ({
    consultation,
    code: `${consultation}-U${i}`,
    person: `p${i}`,
    author_kind: 'resident',
    ...(i < answered ? MIX[i % 3] : {}),
  }));
const SIGNED: Given = { published_on: '2025-04-20', signed_unit: 'U' };
const MIX: Given[] = [
  { ...SIGNED, outcome: 'accepted', change_ref: 'par. 3' },
  { ...SIGNED, outcome: 'rejected', rationale_quality: 'substantive' },
  { ...SIGNED, outcome: 'rejected', rationale_quality: 'none' },
];

it('blunder 12: monotone score', async () => {
  // 81 and 99 of 202 are 40.1 and 49.01 %: Decidim 0.31 gives them 5.0 and 3.0
  const shares = Array.from({ length: 67 }, (_, i) => 3 * (i + 1));
  const code = (answered: number) => `A${String(answered).padStart(3, '0')}`;
  const records = world(shares.map((answered) => ({ ...WHOLE, code: code(answered) })));
  records['contribution'] = shares.flatMap((answered) => partly(code(answered), answered));
  const rows = await asked<{ consultation: string; re1: number; re3: number; d4: number; index: number }>(
    records,
    `SELECT s.consultation, max(v.score) FILTER (WHERE v.indicator = 'RE1') AS re1, max(v.score) FILTER (WHERE v.indicator = 'RE3') AS re3,
      any_value(d.score) AS d4, any_value(s.index) AS index
    FROM scored.consultation_score s JOIN scored.value v USING (consultation_id) JOIN scored.consultation_dimension d USING (consultation_id)
    WHERE d.dimension = 'D4' GROUP BY s.consultation ORDER BY s.consultation`,
  );
  expect(rows.map(({ consultation }) => consultation)).toEqual(shares.map(code));
  rows.slice(1).forEach((row, i) => {
    const before = rows[i]!;
    expect(row.re1).toBeCloseTo((100 * shares[i + 1]!) / 202, 9);
    expect(row.re1).toBeGreaterThan(before.re1);
    expect(row.re3).toBeGreaterThanOrEqual(before.re3);
    expect(row.d4).toBeGreaterThan(before.d4);
    expect(row.index).toBeGreaterThan(before.index);
  });
});

it('blunder 28: late and invalid contributions', async () => {
  const records = authority({
    K: [
      [5, accepted],
      [5, {}],
      [4, { ...accepted, valid: 'no' }],
      [3, { ...accepted, late: 'yes' }],
      [2, { ...accepted, received_on: '2025-04-01' }],
    ],
  });
  const { RE1, IN1 } = await valuesOf(records);
  expect(RE1).toMatchObject({ numerator: 5, denominator: 10, x: 50 });
  expect(IN1).toMatchObject({ numerator: 5, denominator: 10, x: 50 });
  const mirror = await mirrorOf(records);
  const register = await mirror.query(
    `${factsHead(`DATE '2026-01-01'`)} SELECT f.contributions, f.counted FROM fact f`,
  );
  mirror.close();
  expect(register).toEqual([{ contributions: 19, counted: 10 }]);
});

it('blunder 30: easy acceptance', async () => {
  const influence = async (taken: number) =>
    (
      await valuesOf(
        authority({
          K: [
            [taken, accepted],
            [100 - taken, ANSWERED],
          ],
        }),
      )
    )['IN1'];
  expect(await influence(40)).toMatchObject({ x: 40, score: 100 });
  expect(await influence(90)).toMatchObject({ x: 90, score: 100 });
  expect(await influence(39)).toMatchObject({ x: 39, score: 97.5 });
});

it('blunder 31: ties', async () => {
  const kinds = (answered: number): [number, Given][] => [
    [answered, ANSWERED],
    [10 - answered, {}],
  ];
  const rows = await asked<Value>(
    authority({ A: kinds(9), B: kinds(6), C: kinds(9), D: kinds(3) }),
    `FROM scored.value WHERE indicator = 'RE1' ORDER BY consultation`,
  );
  expect(ranks(rows.map(({ score }) => score))).toEqual([1, 3, 1, 4]);
});
