import { alike, edition } from '../testing/measure-city';
import type { Given, Records } from '../testing/records';
import { METHODS } from '../indicators/method';
import { runStatements } from './run';
import { scored } from '../testing/score';

const Q1 = 2025 * 4;
const AS_OF = '2026-01-01';

/** Three consultations of one unit of which D1 (100) and D6 (100) are known whole, and no more than the tests add. */
const consultation = (more: Given = {}): Given[] =>
  [0, 1, 2].map((i) => ({
    code: `K${i}`,
    unit: 'U',
    opens_on: '2025-01-20',
    closes_on: '2025-02-28',
    announced_on: '2025-01-01',
    announced_closes_on: '2025-02-28',
    stage_at_launch: 'diagnosis',
    report_published_on: '2025-03-01',
    decision_on: '2025-06-01',
    ...more,
  }));
/** Twelve trained of whom nine finished: CA1 75 -> 500/9; each learned half of what was lacking: CA2 50 -> 250/3. */
const TRAINED: Records = {
  ...edition([...alike(9), ...alike(3, {})]),
  training_test: Array.from({ length: 12 }, (_, i) => [
    { enrolment: `E-${i}`, phase: 'pre', score: 20, most: 40 },
    { enrolment: `E-${i}`, phase: 'post', score: 30, most: 40 },
  ]).flat(),
};
const world = (more: Records = {}): Records => ({
  authority: [{ id: 1, code: 'T', kind: 'city' }],
  consultation: consultation(),
  ...more,
});

async function asked<T>(records: Records, question: string): Promise<T[]> {
  const mirror = await scored(records, { asOf: AS_OF });
  const found = await mirror.query<T>(question);
  mirror.close();
  return found;
}

describe('capacity', () => {
  it('is a value of the authority alone, in its quarter and in four rolling ones the same', async () => {
    const found = await asked<Record<string, unknown>>(
      world(TRAINED),
      `SELECT unit, period - ${Q1} AS quarter, span, x, consultations, observed, missing, not_due, coverage, se, pooled FROM scored.period_indicator WHERE indicator = 'CA1' ORDER BY span, period`,
    );
    const row = { unit: null, consultations: 0, observed: 1, missing: 0, not_due: 0, coverage: 1, se: null };
    const of = (quarter: number, span: number, x: number | null = 75) =>
      expect.objectContaining({ ...row, quarter, span, x, pooled: null });
    // the edition ended in April: none did in the four quarters that end with March
    const none = { ...row, quarter: 0, x: null, observed: 0, coverage: null, pooled: null };
    expect(found).toEqual([
      expect.objectContaining({ ...none, span: 1 }),
      expect.objectContaining({ ...none, span: 4 }),
      of(1, 4),
      of(2, 4),
      of(3, 4),
    ]);
  });

  it('has a dimension where two of its indicators are known and they weigh enough', async () => {
    const dimension = `SELECT score, coverage, expected, observed, low, high FROM scored.period_dimension WHERE dimension = 'D8' AND unit IS NULL AND span = 4 AND period = ${Q1 + 3}`;
    const two = [(100 * 25) / 45, (100 * 50) / 60];
    // CA3 knows of no unit, CA4 has nine persons: two of four, 2 of 3.5 of the weight
    const [less] = await asked<{ score: number | null; low: number }>(world(TRAINED), dimension);
    expect(less).toMatchObject({ score: null, expected: 4, observed: 2 });
    expect(less!.low).toBeCloseTo((two[0]! + two[1]!) / 3.5, 9);
    const named = TRAINED['enrolment']!.map((row, i) => ({
      ...row,
      sector: 'city',
      unit: i === 0 ? 'U' : 'X',
    }));
    const units = ['U', 'V', 'W'];
    const more = consultation().map((row, i) => ({ ...row, unit: units[i]! }));
    const [enough] = await asked<{ score: number; coverage: number }>(
      world({ ...TRAINED, enrolment: named, consultation: more }),
      dimension,
    );
    expect(enough!.coverage).toBeCloseTo(3 / 3.5, 9);
    expect(enough!.score).toBeCloseTo((two[0]! + two[1]! + 100 / 3) / 3, 9);
  });

  it('does not apply to an authority whose trainings fall elsewhere, and is missing where none is known', async () => {
    const dimensions = `SELECT dimension FROM scored.period_dimension WHERE dimension = 'D8' AND span = 1`;
    const old = edition(alike(12), { starts_on: '2020-01-01', ends_on: '2020-02-02' });
    const statuses = `SELECT indicator, status FROM scored.city_value WHERE period = ${Q1} ORDER BY 1`;
    const [elsewhere, unknown] = [await asked(world(old), statuses), await asked(world(), statuses)];
    // which units have somebody trained can be asked at any time
    expect(elsewhere).toMatchObject([
      { indicator: 'CA1', status: 'not_applicable' },
      { indicator: 'CA2', status: 'not_applicable' },
      { indicator: 'CA3', status: 'missing' },
      { indicator: 'CA4', status: 'not_applicable' },
    ]);
    expect(new Set(unknown.map((row) => (row as { status: string }).status))).toEqual(new Set(['missing']));
    expect(await asked(world(), dimensions)).toHaveLength(1);
  });
});

describe('an index', () => {
  /** So many dimensions of an authority and of a unit, D4 and D6 among them. */
  const dimensions = (...codes: string[]) =>
    codes.flatMap((code) => [`(NULL, '${code}')`, `('U', '${code}')`]).join(', ');
  const indices = async (known: string) => {
    const mirror = await scored(world(), { asOf: AS_OF });
    await mirror.run(
      `CREATE OR REPLACE TABLE scored.period_dimension AS SELECT 1 AS authority_id, CAST(v.unit AS VARCHAR) AS unit, ${Q1} AS period, 1 AS span,
        v.dimension, 2 AS expected, 2 AS observed, 1.0 AS coverage, 50.0 AS score, 50.0 AS low, 50.0 AS high FROM (VALUES ${known}) AS v(unit, dimension)`,
    );
    await mirror.run(runStatements(AS_OF).at(-1)!);
    const found = await mirror.query<{ index: number | null }>(
      `SELECT index FROM scored.period_score WHERE span = 1 AND period = ${Q1} ORDER BY unit NULLS FIRST`,
    );
    mirror.close();
    return found.map(({ index }) => (index === null ? null : Math.round(index)));
  };

  it.each([
    [
      ['D1', 'D2', 'D4', 'D6'],
      [null, null],
    ],
    [
      ['D1', 'D2', 'D3', 'D4', 'D6'],
      [null, 50],
    ],
    [
      ['D1', 'D2', 'D3', 'D4', 'D6', 'D8'],
      [50, 50],
    ],
    [
      ['D1', 'D2', 'D3', 'D5', 'D6', 'D7', 'D8'],
      [null, null],
    ],
  ])('of the authority needs six dimensions, of a unit five: %j give %j', async (known, expected) => {
    expect(await indices(dimensions(...known))).toEqual(expected);
  });

  it('of the first method knows nothing of capacity', async () => {
    const mirror = await scored(world(TRAINED), { asOf: AS_OF });
    for (const statement of runStatements(AS_OF, METHODS[0])) await mirror.run(statement);
    const codes = await mirror.query(
      `SELECT DISTINCT indicator FROM scored.period_indicator WHERE indicator LIKE 'CA%'`,
    );
    mirror.close();
    expect(codes).toEqual([]);
  });
});
