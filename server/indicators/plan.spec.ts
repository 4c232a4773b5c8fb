import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { CLOSED, complete } from '../testing/measure';
import { type Given, mirrorOf, type Records } from '../testing/records';
import { DIMENSIONS, INDICATORS } from './catalogue';
import { GATES } from './gates';
import { closedSql, valuesSql } from './plan';

const AS_OF = `DATE '2026-01-01'`;
interface Value {
  consultation: string;
  indicator: string;
  status: string;
  x: number | null;
  numerator: number | null;
  denominator: number | null;
  score: number | null;
}

/** Three gates, a table: the consultation, what else is on record, and whether the gate is raised. */
const RULE = {
  code: 'R',
  matter_type: 'strategy',
  min_days: 35,
  count_from: 'announcement',
  valid_since: '2020-01-01',
};
const STRATEGY = { matter_type: 'strategy', announced_on: '2025-02-24' };

async function gates(consultation: Given, more: Record<string, Given[]> = {}): Promise<string[]> {
  const mirror = await mirrorOf({
    authority: [{ id: 1, code: 'T', kind: 'state' }],
    legal_rule: [RULE],
    consultation: [{ ...CLOSED, ...consultation }],
    ...more,
  });
  const [row] = await mirror.query<Record<string, unknown>>(closedSql(AS_OF));
  mirror.close();
  return GATES.map(({ code }) => code).filter((code) => row![code.toLowerCase()]);
}

describe('gates', () => {
  it.each([
    // 35 days from 24 February are over on 31 March: the day of the announcement is not counted
    [STRATEGY, []],
    [{ ...STRATEGY, announced_on: '2025-02-25' }, ['G1']],
    [{ ...STRATEGY, announced_on: null }, []],
    [{ decision_on: '2025-03-30' }, ['G2']],
    [{ decision_on: '2025-03-31' }, []],
  ])('%j raises %j', async (consultation, raised) => {
    expect(await gates(consultation)).toEqual(raised);
  });

  it('counts a revitalisation of 32 days by the law of its day', async () => {
    const matter = { matter_type: 'revitalisation', count_from: 'opening' };
    const legal_rule = [
      { ...RULE, ...matter, code: 'OLD', min_days: 30, valid_since: '2015-11-18', valid_until: '2023-09-23' },
      { ...RULE, ...matter, code: 'NEW', min_days: 35, valid_since: '2023-09-24' },
    ];
    const lasting = (opens_on: string, closes_on: string) =>
      gates({ matter_type: 'revitalisation', opens_on, closes_on }, { legal_rule });
    expect(await lasting('2023-09-01', '2023-10-03')).toEqual([]);
    expect(await lasting('2023-10-01', '2023-11-02')).toEqual(['G1']);
  });

  it.each([
    // 35 days from 24 February are over on 31 March
    [
      'the term for opinions ends with the remarks',
      { closes_on: '2025-03-20', remarks_until: '2025-03-31' },
      [],
    ],
    ['the end may be the later of the two', { closes_on: '2025-03-31', remarks_until: '2025-03-20' }, []],
    ['neither is late enough', { closes_on: '2025-03-20', remarks_until: '2025-03-30' }, ['G1']],
    ['only the remarks have an end', { closes_on: null, remarks_until: '2025-03-31' }, []],
    [
      'it was really closed before that',
      { closes_on: '2025-03-20', remarks_until: '2025-03-31', closed_on: '2025-03-25' },
      ['G1'],
    ],
  ])('counts to the longer of the recorded ends: %s', async (_what, ends, raised) => {
    expect(await gates({ ...STRATEGY, ...ends })).toEqual(raised);
  });

  it('heeds the rule that the record names only while it is in force', async () => {
    const legal_rule = [
      { ...RULE, min_days: 14, code: 'OLD', matter_type: null, valid_until: '2024-12-31' },
      { ...RULE, min_days: 34, code: 'NAMED', matter_type: null },
      RULE,
    ];
    const named = (rule: string | null, matter_type: string | null = 'strategy') =>
      gates({ ...STRATEGY, announced_on: '2025-02-25', matter_type, legal_rule: rule }, { legal_rule });
    // 34 days from 25 February are over on 31 March, the 35 of the rule for strategies are not
    expect(await named('NAMED')).toEqual([]);
    expect(await named(null)).toEqual(['G1']);
    expect(await named('OLD')).toEqual(['G1']);
    expect(await named('OLD', 'other')).toEqual([]);
    expect(await named('UNHEARD_OF')).toEqual(['G1']);
  });

  it('misses a report only where the register of reports is complete, 90 days after its term', async () => {
    const old = { opens_on: '2025-08-01', closes_on: '2025-09-02' };
    const known = { register_complete: complete('report') };
    expect(await gates(old, known)).toEqual(['G3']);
    expect(await gates({ ...old, closes_on: '2025-09-03' }, known)).toEqual([]);
    expect(await gates(old)).toEqual([]);
  });
});

it.each(INDICATORS.map(({ code }) => code))('%s makes no zero of an empty cell', async (code) => {
  const mirror = await mirrorOf({
    authority: [{ id: 1, code: 'T' }],
    consultation: [{ code: 'K', closed_on: '2025-03-31' }],
  });
  const values = await mirror.query<Value>(valuesSql(INDICATORS, AS_OF));
  const closed = await mirror.query<Record<string, unknown>>(closedSql(AS_OF));
  mirror.close();
  expect(values.find(({ indicator }) => indicator === code)).toMatchObject({
    status: 'missing',
    x: null,
    score: null,
  });
  expect(GATES.filter((gate) => closed[0]![gate.code.toLowerCase()])).toEqual([]);
});

it('leaves out what is open, cancelled or without an end', async () => {
  const mirror = await mirrorOf({
    authority: [{ id: 1, code: 'T' }],
    consultation: [
      CLOSED,
      { code: 'OPEN', opens_on: '2025-12-20', closes_on: '2026-01-20' },
      { ...CLOSED, code: 'OFF', cancelled_on: '2025-03-10' },
      { code: 'ENDLESS', opens_on: '2025-03-01' },
    ],
  });
  const closed = await mirror.query<Value>(closedSql(AS_OF));
  mirror.close();
  expect(closed.map(({ consultation }) => consultation)).toEqual(['K']);
});

it('names each indicator once, in a dimension of the catalogue, with goalposts that differ', () => {
  expect(new Set(INDICATORS.map(({ code }) => code)).size).toBe(INDICATORS.length);
  for (const { dimension, goalposts } of INDICATORS) {
    expect(DIMENSIONS.map(({ code }) => code)).toContain(dimension);
    expect(goalposts[0]).not.toBe(goalposts[1]);
  }
});

describe('two engines', () => {
  let instance: Instance;
  beforeAll(async () => {
    instance = await startInstance(await freshDatabase());
  });
  afterAll(() => instance.stop());

  it('agree on every value', async () => {
    const { dataSource } = instance.foundation;
    const [authority] = (await dataSource.query(
      `INSERT INTO authority (code, name_pl, kind) VALUES ('T', 'T', 'state') RETURNING id`,
    )) as { id: number }[];
    const common = { authority_id: authority!.id, batch_id: 1, line: 1 };
    const records: Records = {
      legal_rule: [{ ...RULE, act: 'A', article: '1', source_url: 'https://example.org' }],
      register_complete: complete('plan', 'report', 'decision').map((row) => ({
        ...row,
        authority_id: authority!.id,
      })),
      consultation: [
        {
          code: 'A',
          ...STRATEGY,
          opens_on: '2025-03-01',
          closes_on: '2025-03-31',
          stage_at_launch: 'draft',
          decision_on: '2025-06-01',
          decision_published_on: '2025-06-03',
          decision_refers_to_report: 'no',
          report_published_on: '2025-05-20',
          unit_named: 'yes',
          coordinator_named: 'no',
          political_owner_named: 'yes',
          plan_listed_on: '2025-01-10',
          announced_closes_on: '2025-03-28',
          announcement_subject: 'met',
          announcement_purpose: 'met',
          announcement_period: 'not_met',
          announcement_forms: 'met',
          announcement_unit: 'met',
          announcement_materials: 'not_applicable',
        },
        { code: 'B', opens_on: '2025-09-01', closes_on: '2025-09-07', forms: ['letter'] },
        {
          code: 'C',
          closed_on: '2025-11-30',
          forms: ['letter', 'walk'],
          report_url: 'https://example.org/r',
        },
        { code: 'D', opens_on: '2025-12-01', remarks_until: '2025-12-31' },
      ],
      consultation_event: [
        { code: 'E1', consultation: 'A', kind: 'walk', planned_on: '2025-03-10', held_on: '2025-03-10' },
        { code: 'E2', consultation: 'A', kind: 'letter', held_on: '2025-02-26' },
        {
          code: 'E3',
          consultation: 'A',
          kind: 'workshop',
          planned_on: '2025-03-12',
          held_on: '2025-03-19',
          moved_notice_on: '2025-03-10',
        },
        { code: 'E4', consultation: 'B', kind: 'open_meeting', planned_on: '2025-09-03' },
        { code: 'E5', consultation: 'C', kind: 'walk', planned_on: '2026-02-01', cancelled_on: '2026-01-20' },
        { code: 'E6', consultation: 'C', kind: 'display', held_on: '2025-11-20', announced_place: 'Ratusz' },
        { code: 'E7', consultation: 'D', kind: 'online_form', held_on: '2025-12-01' },
      ],
    };
    for (const [table, rows] of Object.entries(records))
      for (const row of rows) {
        const stored =
          table === 'register_complete'
            ? row
            : { ...common, content: '00000000-0000-0000-0000-000000000000', ...row };
        const names = Object.keys(stored);
        await dataSource.query(
          `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
          Object.values(stored),
        );
      }
    const mirror = await mirrorOf({
      ...records,
      authority: [{ id: authority!.id, code: 'T', kind: 'state' }],
    });
    const columns = 'consultation, indicator, status, x, numerator, denominator, score, low, high';
    const question = `SELECT ${columns} FROM (${valuesSql(INDICATORS, AS_OF)}) q ORDER BY consultation, indicator`;
    const [ours, theirs] = [
      await mirror.query<Value>(question),
      (await dataSource.query(question)) as Value[],
    ];
    mirror.close();
    expect(ours.filter(({ status }) => status === 'observed').length).toBeGreaterThan(15);
    expect(ours).toEqual(theirs);
  });
});
