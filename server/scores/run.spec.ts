import fc from 'fast-check';
import { complete } from '../testing/measure';
import { type Given, type Records } from '../testing/records';
import { scored } from '../testing/score';
import { ABRUPT, ACCESS, copies, EIGHT, geometric, items, SAID, WHOLE, world } from '../testing/world';

interface Score {
  consultation: string;
  index: number | null;
  arithmetic: number | null;
  low: number;
  high: number;
  grade: string | null;
  dimensions_observed: number;
}

const D1 = (40 + 100 + SAID) / 3;
/** OP1 40 of 40,000 -> log 1 = 0 -> 50; OP2 no difference -> 100; OP3 two of four -> 100/3; OP4 50. */
const D2 = (50 + 100 + 100 / 3 + 50) / 4;
/** TR1 62.5; TR2 60 days -> 50; TR3 90 % -> 80. */
const D3 = (62.5 + 50 + 80 + SAID) / 4;
/** RE1 75; RE2 15 of 20 -> 75; RE3 30 days -> 30/46. */
const D4 = (75 + 75 + (100 * 30) / 46 + SAID) / 4;
/** CO1 two of three; CO2 100; CO4 24 of 30 -> 60, at half the weight. */
const D5 = (200 / 3 + 100 + 0.5 * 60) / 2.5;
/** PR1 21/21 = 1 -> 50; PR2 7 days -> 50; PR3 100; PR4 100. */
const D6 = (50 + 50 + 100 + 100) / 4;
/** IN1 10 of 40 -> 62.5; IN2 100; IN3 50. */
const D7 = (62.5 + 100 + 50 + SAID) / 4;
const DIMENSIONS = [D1, D2, D3, D4, D5, D6, D7];

async function scoresOf(records: Records, asOf?: string): Promise<Score[]> {
  const mirror = await scored(records, { asOf });
  const found = await mirror.query<Score>('SELECT * FROM scored.consultation_score ORDER BY consultation');
  mirror.close();
  return found;
}

describe('a consultation', () => {
  it('is arithmetic within a dimension and geometric across', async () => {
    const [found] = await scoresOf(world([WHOLE]));
    expect(found!.index).toBeCloseTo(geometric(DIMENSIONS), 9);
    expect(found!.arithmetic).toBeCloseTo(DIMENSIONS.reduce((sum, one) => sum + one, 0) / 7, 9);
    expect([found!.grade, found!.dimensions_observed]).toEqual(['B', 7]);
    // nothing is missing: the bounds leave no room
    expect([found!.low, found!.high]).toEqual([found!.index, found!.index]);
  });

  it('keeps an index without one dimension, and says by its bounds what the gap may hide', async () => {
    const [found] = await scoresOf(world([{ ...WHOLE, unit_named: null, council_due: null }]));
    const others = DIMENSIONS.filter((one) => one !== D5);
    expect(found!.index).toBeCloseTo(geometric(others), 9);
    // CO2 is 100, CO4 60 at half the weight, CO1 and CO3 anything
    expect(found!.low).toBeCloseTo(geometric([(100 + 0.5 * 60) / 3.5, ...others]), 9);
    expect(found!.high).toBeCloseTo(geometric([(300 + 0.5 * 60) / 3.5, ...others]), 9);
  });

  it.each([
    [
      'three dimensions are missing',
      {
        stage_at_launch: null,
        decision_on: null,
        decision_published_on: null,
        unit_named: null,
        council_due: null,
      },
    ],
    ['D6 is', { announced_on: null, announced_closes_on: null }],
  ])('has no index and no grade where %s', async (_what, lacking) => {
    const [found] = await scoresOf(world([{ ...WHOLE, ...lacking }]));
    expect([found!.index, found!.arithmetic, found!.grade]).toEqual([null, null, null]);
    expect(found!.high).toBeGreaterThan(found!.low);
  });

  it('stays finite where a dimension is at zero', async () => {
    const [found] = await scoresOf(world([{ ...WHOLE, ...ABRUPT }]));
    expect(found!.index).toBeCloseTo(geometric(DIMENSIONS.map((one) => (one === D6 ? 0 : one))), 9);
    expect(found!.index!).toBeLessThan(found!.arithmetic!);
  });

  it('is capped by a gate, never raised by one', async () => {
    const [early] = await scoresOf(
      world([{ ...WHOLE, stage_at_launch: 'diagnosis', decision_on: '2025-03-20' }]),
    );
    expect([early!.grade, early!.index! > 50]).toEqual(['D', true]);
    const poor = {
      ...WHOLE,
      ...ABRUPT,
      ...items('announcement', EIGHT, 0),
      ...items('accessibility', ACCESS, 0),
      unit_named: 'no',
      political_owner_named: 'no',
      decision_on: '2025-03-20',
      stage_at_launch: 'draft_after_approval',
    };
    expect((await scoresOf(world([poor])))[0]!.grade).toBe('E');
  });
});

interface Period {
  unit: string | null;
  period: number;
  span: number;
  consultations: number;
  index: number | null;
  low: number;
  high: number;
}

async function periodsOf(records: Records): Promise<Period[]> {
  const mirror = await scored(records);
  const found = await mirror.query<Period>(
    'SELECT * FROM scored.period_score ORDER BY unit NULLS FIRST, span, period',
  );
  mirror.close();
  return found;
}

const Q1 = 2025 * 4;

describe('a period', () => {
  it('belongs to the quarter of its end, and to the four rolling quarters that end with it or later', async () => {
    const found = await periodsOf(world(copies(3)));
    expect(
      found.map(({ unit, span, period, consultations }) => [unit, span, period - Q1, consultations]),
    ).toEqual([
      [null, 1, 0, 3],
      ...[0, 1, 2, 3].map((later) => [null, 4, later, 3]),
      ['Wydział A', 1, 0, 3],
      ...[0, 1, 2, 3].map((later) => ['Wydział A', 4, later, 3]),
    ]);
    expect(found[0]!.index).toBeCloseTo(geometric(DIMENSIONS), 9);
  });

  it('has no index below three consultations', async () => {
    expect((await periodsOf(world(copies(2))))[0]).toMatchObject({ consultations: 2, index: null });
  });

  it('averages each indicator first, then goes up the tree: not the indices of its consultations', async () => {
    const stages = ['diagnosis', 'draft', 'draft_after_approval'];
    const [found] = await periodsOf(world(copies(3, (i) => ({ stage_at_launch: stages[i]! }))));
    const d1 = ((100 + 40 + 0) / 3 + 100 + SAID) / 3;
    expect(found!.index).toBeCloseTo(geometric([d1, ...DIMENSIONS.slice(1)]), 9);
  });

  it('drops an indicator of which a third is missing, and widens its bounds', async () => {
    const [found] = await periodsOf(world(copies(3, (i) => ({ unit_named: i > 0 ? null : 'yes' }))));
    // CO1 is known for one of three: D5, of which 1.833 of 2.5 is known, stands without it
    const d5 = (100 + 0.5 * 60) / 1.5;
    expect(found!.index).toBeCloseTo(geometric(DIMENSIONS.map((one) => (one === D5 ? d5 : one))), 9);
    expect(found!.high).toBeGreaterThan(found!.low + 1);
  });

  it('publishes no mean of an indicator of which too little is known, only what it would be', async () => {
    const mirror = await scored(world(copies(10, (i) => ({ stage_at_launch: i < 4 ? 'diagnosis' : null }))));
    const [found] = await mirror.query(
      `SELECT score, x, se, pooled, observed, missing, low, high FROM scored.period_indicator WHERE indicator = 'GF1' AND unit IS NULL AND span = 1`,
    );
    mirror.close();
    expect(found).toEqual({
      score: null,
      x: null,
      se: null,
      pooled: null,
      observed: 4,
      missing: 6,
      low: 40,
      high: 100,
    });
  });

  it('pools a ratio in the unit of its measure', async () => {
    const mirror = await scored(world(copies(3)));
    const [found] = await mirror.query<{ x: number; pooled: number }>(
      `SELECT x, pooled FROM scored.period_indicator WHERE indicator = 'CO1' AND unit IS NULL AND span = 1`,
    );
    mirror.close();
    expect(found!.pooled).toBeCloseTo(found!.x, 9);
  });

  it('gathers under a unit what names it by its code or by its name', async () => {
    const unit = [{ id: 1, authority_id: 1, code: 'U1', name_pl: 'Wydział A' }];
    const given = copies(3, (i): Given => (i < 2 ? { unit: 'U1', unit_name: null } : {}));
    const found = await periodsOf(world(given, { unit }));
    expect(
      found
        .filter(({ unit: of, span }) => of !== null && span === 1)
        .map((one) => [one.unit, one.consultations]),
    ).toEqual([['U1', 3]]);
  });

  it('never gains by hiding a bad value without saying so', async () => {
    const bad: Given = { unit_named: 'no', coordinator_named: 'no', political_owner_named: 'no' };
    const [shown] = await periodsOf(world(copies(6, (i) => (i === 0 ? bad : {}))));
    const [hidden] = await periodsOf(world(copies(6, (i) => (i === 0 ? { ...bad, unit_named: null } : {}))));
    expect(hidden!.index!).toBeGreaterThan(shown!.index!);
    expect(hidden!.low).toBeCloseTo(shown!.low, 9);
    expect(hidden!.high - hidden!.low).toBeGreaterThan(shown!.high - shown!.low);
  });
});

describe('the digits', () => {
  const consultation = fc.record({
    stage_at_launch: fc.constantFrom('draft', 'variants', 'diagnosis', null),
    closes_on: fc.constantFrom('2025-03-14', '2025-03-28', '2025-05-02', '2025-08-19'),
    unit_name: fc.constantFrom('A', 'B', null),
    unit_named: fc.constantFrom('yes', 'no', null),
    announced_on: fc.constantFrom('2025-02-20', '2025-02-27', null),
  });
  const tables = ['consultation_score', 'period_indicator', 'period_dimension', 'period_score'];
  const everything = async (records: Records, threads: string) => {
    const mirror = await scored(records, { threads });
    const rows = await Promise.all(
      tables.map((table) =>
        mirror.query(
          `SELECT * EXCLUDE (${table.startsWith('c') ? 'consultation_id, batch_id, line' : 'authority_id'}) FROM scored.${table} ORDER BY ALL`,
        ),
      ),
    );
    mirror.close();
    return JSON.stringify(rows, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
  };

  it('depend neither on the order of rows nor on the number of threads', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(consultation, { minLength: 4, maxLength: 12 }), async (drawn) => {
        const rows = copies(drawn.length, (i) => drawn[i]!);
        expect(await everything(world([...rows].reverse()), '8')).toBe(await everything(world(rows), '1'));
      }),
      { numRuns: propertyRuns(4), endOnFailure: true },
    );
  });

  it('of the old units stay when a unit is added', async () => {
    const old = copies(4);
    const added = copies(3, (i) => ({
      code: `N${i}`,
      unit_name: 'Nowa',
      stage_at_launch: 'draft_after_approval',
    }));
    const before = await periodsOf(world(old));
    const after = await periodsOf(world([...old, ...added]));
    expect(after.filter(({ unit }) => unit === 'Wydział A')).toEqual(
      before.filter(({ unit }) => unit === 'Wydział A'),
    );
  });
});

it('is not fooled by a year that is not declared complete', async () => {
  const known = { register_complete: complete('report', 'decision', 'dispositions') };
  const bare = { ...WHOLE, report_published_on: null, decision_on: null, decision_published_on: null };
  const [unknown] = await scoresOf(world([bare]));
  const [recorded] = await scoresOf(world([bare], known));
  expect([unknown!.grade, recorded!.grade]).toEqual(['B', 'C']);
});
