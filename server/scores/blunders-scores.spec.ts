import { complete } from '../testing/measure';
import type { Given, Records } from '../testing/records';
import { asked, scored } from '../testing/score';
import { ABRUPT, ACCESS, copies, EIGHT, geometric, items, WHOLE, world } from '../testing/world';

/** The blunders of method.md section 7 that are made on the way from values to an index, each by its number and name. */

it('blunder 6: percent vs points', async () => {
  // of 40 contributions 16 were answered in the first quarter, 20 in the second
  const answered: Record<string, number> = { C0: 16, C1: 20 };
  const records = world(copies(2, (i) => ({ closes_on: i === 0 ? '2025-03-21' : '2025-04-04' })));
  records['contribution'] = records['contribution']!.map((given, i) => ({
    ...given,
    published_on: i % 40 < answered[String(given['consultation'])]! ? '2025-04-20' : null,
  }));
  const quarters = await asked<{ x: number; score: number }>(
    records,
    `SELECT x, score FROM scored.period_indicator WHERE indicator = 'RE1' AND unit IS NULL AND span = 1 ORDER BY period`,
  );
  // ten points, not a quarter more: a measure in % and its score are of the same points
  expect(quarters).toEqual([
    { x: 40, score: 40 },
    { x: 50, score: 50 },
  ]);
});

describe('blunder 10: hiding data must not pay', () => {
  interface Level {
    level: string;
    index: number;
    grade: string;
    low: number;
    high: number;
    coverage: number;
  }
  const LEVELS = `SELECT 'consultation' AS level, s.index, s.grade, s.low, s.high, avg(d.coverage) AS coverage
      FROM scored.consultation_score s JOIN scored.consultation_dimension d USING (consultation_id) WHERE s.consultation = 'C0' GROUP BY ALL
    UNION ALL SELECT CASE WHEN p.unit IS NULL THEN 'authority' ELSE 'unit' END, p.index, p.grade, p.low, p.high, avg(d.coverage) FILTER (WHERE d.dimension <> 'D8')
      FROM scored.period_score p JOIN scored.period_dimension d
        ON d.authority_id = p.authority_id AND d.unit IS NOT DISTINCT FROM p.unit AND d.period = p.period AND d.span = p.span
      WHERE p.span = 1 GROUP BY ALL ORDER BY level`;
  const first = (given: Given, more: Records = {}) =>
    world(
      copies(4, (i) => (i === 0 ? given : {})),
      more,
    );
  const unhosted: Given = { unit_named: 'no', coordinator_named: 'no', political_owner_named: 'no' };
  const unreported: Given = { report_published_on: null };
  const unanswered = (records: Records): Records => ({
    ...records,
    contribution: records['contribution']!.map((given) =>
      given['consultation'] === 'C0' ? { ...given, published_on: null, outcome: null } : given,
    ),
  });

  it.each<[string, Records, Records]>([
    [
      'a stage that is too late',
      first({ stage_at_launch: 'draft_after_approval' }),
      first({ stage_at_launch: null }),
    ],
    ['that nobody was named', first(unhosted), first({ ...unhosted, unit_named: null })],
    [
      'what the announcement lacked',
      first(items('announcement', EIGHT, 0)),
      first(Object.fromEntries(EIGHT.map((name) => [`announcement_${name}`, null]))),
    ],
    [
      'what was not accessible',
      first(items('accessibility', ACCESS, 0)),
      first(Object.fromEntries(ACCESS.map((name) => [`accessibility_${name}`, null]))),
    ],
    [
      'that no report came',
      first(unreported, { register_complete: complete('report', 'dispositions') }),
      first(unreported),
    ],
    [
      'that nobody was answered',
      unanswered(first({})),
      unanswered(first({}, { register_complete: complete('report') })),
    ],
  ])('%s', async (_what, shown, hidden) => {
    const before = await asked<Level>(shown, LEVELS);
    const after = await asked<Level>(hidden, LEVELS);
    expect(before.map(({ level }) => level)).toEqual(['authority', 'consultation', 'unit']);
    after.forEach((now, i) => {
      const then = before[i]!;
      // whatever became of the index and the grade, the reader sees that less is known
      expect(now.coverage).toBeLessThan(then.coverage);
      expect(now.high - now.low).toBeGreaterThan(then.high - then.low);
      expect(now.low).toBeLessThanOrEqual(then.low + 1e-9);
    });
  });
});

it('blunder 17: moving goalposts', async () => {
  const extreme = copies(4, (i) => ({
    code: `N${i}`,
    unit_name: 'Nowa',
    ...ABRUPT,
    stage_at_launch: i < 2 ? 'draft_after_approval' : 'diagnosis',
    target_population: i < 2 ? 1 : 40_000_000,
  }));
  const tables = [
    `SELECT * EXCLUDE (consultation_id, batch_id, line) FROM scored.consultation_score WHERE consultation LIKE 'C%' ORDER BY consultation`,
    `SELECT * EXCLUDE (consultation_id) FROM scored.value WHERE consultation LIKE 'C%' ORDER BY consultation, indicator`,
    `FROM scored.period_score WHERE unit = 'Wydział A' ORDER BY span, period`,
  ];
  const digits = async (consultations: Given[]) => {
    const mirror = await scored(world(consultations));
    const rows = [];
    for (const sql of tables) rows.push(await mirror.query(sql));
    mirror.close();
    expect(rows.map(({ length }) => length > 0)).toEqual([true, true, true]);
    return JSON.stringify(rows);
  };
  expect(await digits([...extreme, ...copies(4)])).toBe(await digits(copies(4)));
});

it('blunder 23: zero in a geometric mean', async () => {
  const records = world([{ ...WHOLE, ...ABRUPT }]);
  const [score] = await asked<{ index: number; arithmetic: number }>(
    records,
    'FROM scored.consultation_score',
  );
  const dimensions = await asked<{ dimension: string; score: number }>(
    records,
    'SELECT dimension, score FROM scored.consultation_dimension ORDER BY dimension',
  );
  expect(dimensions.find(({ dimension }) => dimension === 'D6')).toEqual({ dimension: 'D6', score: 0 });
  // the floor of 1 is all that stands in for it
  expect(score!.index).toBeCloseTo(geometric(dimensions.map(({ score: own }) => own)), 9);
  expect(score!.index).toBeGreaterThan(1);
  expect(score!.index).toBeLessThan(score!.arithmetic);
});

it('blunder 25: rounding', async () => {
  const records = world([WHOLE]);
  records['contribution'] = records['contribution']!.map((given, i) => ({
    ...given,
    published_on: i < 13 ? '2025-04-20' : null,
  }));
  const [value] = await asked<{ x: number }>(records, `SELECT x FROM scored.value WHERE indicator = 'RE1'`);
  expect(value!.x).toBe(32.5);
  const [score] = await asked<{ index: number }>(records, 'FROM scored.consultation_score');
  const dimensions = await asked<{ score: number }>(
    records,
    'SELECT score FROM scored.consultation_dimension',
  );
  const scores = dimensions.map(({ score: own }) => own);
  expect(score!.index).toBeCloseTo(geometric(scores), 9);
  for (const digits of [0, 1]) {
    const rounded = scores.map((own) => Number(own.toFixed(digits)));
    expect(score!.index).not.toBeCloseTo(geometric(rounded), 4);
  }
});
