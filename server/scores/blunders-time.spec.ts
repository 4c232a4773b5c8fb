import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indicator } from '../indicators/catalogue';
import { kaplanMeier, type Waited } from '../statistics/kaplan-meier';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { CLOSED, complete, contributions } from '../testing/measure';
import type { Given, Records } from '../testing/records';
import { asked } from '../testing/score';
import { WHOLE, world } from '../testing/world';
import { ScoresService } from './scores.service';

/** The blunders of method.md section 7 that are made with days and the law of a day, each by its number and name. */

interface Value {
  status: string;
  n: number | null;
  x: number | null;
  score: number | null;
}

const valueOf = async (code: string, records: Records, asOf?: string) =>
  (await asked<Value>(records, `FROM scored.value WHERE indicator = '${code}'`, { asOf }))[0]!;

describe('blunder 8: survivorship', () => {
  /** Weeks to relapse of the maintained and of the others; negative: not yet (R survival, aml; Miller 1997). */
  const AML = {
    maintained: [9, 13, -13, 18, 23, -28, 31, 34, -45, 48, -161],
    others: [5, 5, 8, 8, 12, -16, 23, 27, 30, 33, 43, 45],
  };
  const day = (wait: number) => new Date(Date.UTC(2025, 2, 31 + wait)).toISOString().slice(0, 10);
  const register = (weeks: number[]): Records => ({
    authority: [{ id: 1, code: 'T' }],
    register_complete: complete('dispositions'),
    consultation: [CLOSED],
    contribution: contributions(
      ...weeks.map((week): [number, Given] => [1, week > 0 ? { published_on: day(week) } : {}]),
    ),
  });

  it.each([
    // by the end of the year all waits are longer than 48: the sixth of 11, and between the sixth and the seventh of 12
    ['maintained', 31, 34, 11],
    ['others', 23, 25, 12],
  ] as const)('of aml, %s', async (group, reference, waited, n) => {
    const weeks = AML[group];
    const answered = weeks.filter((week) => week > 0);
    // the median of the answered only is 23 in both groups
    expect([...answered].sort((a, b) => a - b)[Math.floor(answered.length / 2)]).toBe(23);
    const cases = weeks.map((week): Waited => ({ time: Math.abs(week), happened: week > 0 }));
    expect(kaplanMeier(cases).median).toBe(reference);
    expect(indicator('RE3')!.interval).toBe('kaplan_meier');
    expect(await valueOf('RE3', register(weeks))).toMatchObject({ n, x: waited });
    expect(await valueOf('RE1', register(weeks))).toMatchObject({ n, x: (100 * answered.length) / n });
  });
});

it('blunder 9: not due is not zero', async () => {
  // closed on 21 March, so the answers are due by 20 April; none has come
  const records = world([WHOLE]);
  records['contribution'] = records['contribution']!.map((given) => ({ ...given, published_on: null }));
  const d4 = async (asOf: string) =>
    (
      await asked<{ expected: number; coverage: number }>(
        records,
        `SELECT expected, coverage FROM scored.consultation_dimension WHERE dimension = 'D4'`,
        { asOf },
      )
    )[0];
  expect(await valueOf('RE1', records, '2025-04-20')).toMatchObject({ status: 'not_due', score: null });
  // only what people say of it is expected so far, and it is all there
  expect(await d4('2025-04-20')).toEqual({ expected: 1, coverage: 1 });
  expect(await valueOf('RE1', records, '2025-04-21')).toMatchObject({ status: 'observed', n: 40, score: 0 });
  expect(await d4('2025-04-21')).toEqual({ expected: 3, coverage: 1 });
});

describe('blunder 20: time zone edges', () => {
  let folder: string;
  let instance: Instance;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'busola-blunders-'));
    instance = await startInstance(await freshDatabase());
  });
  afterAll(async () => {
    await instance.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** The edges of method.md, and two plain days. */
  const ENDS: [code: string, end: string, quarter: string][] = [
    ['A', '2014-03-31T22:00Z', '2014-04-01 2014-Q2'],
    ['B', '2014-03-31T21:59Z', '2014-03-31 2014-Q1'],
    ['C', '2013-12-31T23:00Z', '2014-01-01 2014-Q1'],
    ['D', '2013-12-31T22:59Z', '2013-12-31 2013-Q4'],
    ['E', '2014-03-31', '2014-03-31 2014-Q1'],
    ['F', '2014-01-01', '2014-01-01 2014-Q1'],
  ];

  it('an instant belongs to the quarter of the office, a day is never shifted', async () => {
    const path = join(folder, 'rejestr.csv');
    await writeFile(path, `code,closes_on\n${ENDS.map(([code, end]) => `${code},${end}\n`).join('')}`);
    const fields = { code: 'code', closes_on: 'closes_on' };
    const { rejected } = await instance.import(path, {
      mapping: { type: 'consultation', authority: 'T', fields },
    });
    expect(rejected).toBe(0);
    const found = await instance.app
      .get(ScoresService)
      .read('2026-01-01', ({ query }) =>
        query<{ consultation: string; told: string }>(
          `SELECT consultation, concat(closed, ' ', year, '-Q', quarter) AS told FROM scored.closed ORDER BY consultation`,
        ),
      );
    expect(found).toEqual(ENDS.map(([consultation, , told]) => ({ consultation, told })));
  });
});

describe('blunder 24: denominator drift', () => {
  const ended: Given = { ...WHOLE, closes_on: '2023-03-21', closed_on: '2023-03-21', opens_on: '2023-03-01' };
  const populated = (as_of: string): Records =>
    world([{ ...ended, target_population_as_of: as_of }], {
      reference_distribution: ['N', 'S'].map((category) => ({
        scope: 'residents',
        dimension: 'district',
        category,
        count: 500,
        as_of,
      })),
    });

  it.each(['OP1', 'OP2'])('%s of 2023 by the population of 2023, not by that of 2025', async (code) => {
    expect(await valueOf(code, populated('2023-12-31'))).toMatchObject({ status: 'observed' });
    expect(await valueOf(code, populated('2025-01-01'))).toMatchObject({ status: 'missing', x: null });
  });

  it('shows as of when the population is', () => {
    expect(indicator('OP1')!.facts).toContain('target_population_as_of');
    expect(indicator('OP2')!.facts).toContain('reference_distributions');
  });
});

it('blunder 29: law by date', async () => {
  const rule: Given = { matter_type: 'revitalisation', count_from: 'opening' };
  const window = (code: string, opens_on: string, closes_on: string): Given => ({
    code,
    matter_type: 'revitalisation',
    opens_on,
    closes_on,
  });
  const rows = await asked<{ consultation: string; g1: boolean }>(
    {
      authority: [{ id: 1, code: 'T' }],
      // ustawa o rewitalizacji art. 6: 30 days, and 35 from 24 September 2023 (method.md section 1)
      legal_rule: [
        { ...rule, code: 'OLD', min_days: 30, valid_since: '2015-11-18', valid_until: '2023-09-23' },
        { ...rule, code: 'NEW', min_days: 35, valid_since: '2023-09-24' },
      ],
      // 32 days each, and 35 by the new law; the day of the opening is not counted
      consultation: [
        window('A', '2023-09-01', '2023-10-03'),
        window('B', '2023-10-01', '2023-11-02'),
        window('C', '2023-10-01', '2023-11-05'),
      ],
    },
    'SELECT consultation, g1 FROM scored.closed ORDER BY consultation',
  );
  expect(rows.map(({ g1 }) => g1)).toEqual([false, true, false]);
});
