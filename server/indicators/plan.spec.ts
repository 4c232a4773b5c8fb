import { CLOSED, complete } from '../testing/measure';
import { type Given, mirrorOf } from '../testing/records';
import { DIMENSIONS, INDICATORS, ofLevel } from './catalogue';
import { DIAGNOSTICS } from './diagnostics';
import { GATES } from './gates';
import { cityValuesSql, closedSql, valuesSql } from './plan';

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

it.each([...INDICATORS, ...DIAGNOSTICS].map(({ code }) => code))(
  '%s makes no zero of an empty cell',
  async (code) => {
    const mirror = await mirrorOf({
      authority: [{ id: 1, code: 'T' }],
      consultation: [{ code: 'K', closed_on: '2025-03-31' }],
    });
    const values = [
      ...(await mirror.query<Value>(valuesSql([...ofLevel('consultation'), ...DIAGNOSTICS], AS_OF))),
      ...(await mirror.query<Value>(cityValuesSql(ofLevel('city'), AS_OF))),
    ];
    const closed = await mirror.query<Record<string, unknown>>(closedSql(AS_OF));
    mirror.close();
    expect(values.find(({ indicator }) => indicator === code)).toMatchObject({
      status: 'missing',
      x: null,
      score: null,
    });
    expect(GATES.filter((gate) => closed[0]![gate.code.toLowerCase()])).toEqual([]);
  },
);

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
  const all = [...INDICATORS, ...DIAGNOSTICS];
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  for (const { dimension, goalposts } of INDICATORS) {
    expect(DIMENSIONS.map(({ code }) => code)).toContain(dimension);
    expect(goalposts[0]).not.toBe(goalposts[1]);
  }
});
