import { INDICATORS as ALL, ofLevel } from '../server/indicators/catalogue';
import { DIAGNOSTICS } from '../server/indicators/diagnostics';
import { GATES } from '../server/indicators/gates';
import { ScoresService } from '../server/scores/scores.service';
import { seed } from '../server/seed';
import { freshDatabase } from '../server/testing/database';
import { type Instance, startInstance } from '../server/testing/instance';

/** The day as of which the demonstration city's register stands. */
const AS_OF = '2026-10-10';

const INDICATORS = ofLevel('consultation', ALL);

type Row = Record<string, string | number | boolean | null>;
let instance: Instance;
let values: Row[];
let scores: Row[];
let city: Row[];
let facts: Map<string, Row>;

beforeAll(async () => {
  instance = await startInstance(await freshDatabase());
  const { dataSource } = instance.foundation;
  await seed(dataSource, instance.intake, true);
  const records = (await dataSource.query(
    'SELECT a.code AS authority, c.* FROM consultation c JOIN authority a ON a.id = c.authority_id',
  )) as Row[];
  facts = new Map(records.map((row) => [String(row['id']), row]));
  await instance.app.get(ScoresService).read(AS_OF, async ({ query }) => {
    values = await query<Row>('SELECT * FROM scored.value');
    scores = await query<Row>('SELECT * FROM scored.consultation_score');
    city = await query<Row>(
      `SELECT a.code AS authority, v.* FROM scored.city_value v JOIN authority a ON a.id = v.authority_id`,
    );
  });
});
afterAll(() => instance.stop());

const of = (authority: string, rows: Row[]) =>
  rows.filter((row) => facts.get(String(row['consultation_id']))!['authority'] === authority);

describe('the public record of Lublin', () => {
  /** What must be on record of a consultation before an indicator may say anything of it; null: it says nothing of any. */
  const NEEDED: Record<string, string[] | null> = {
    GF1: null,
    GF2: null,
    GF3: null,
    OP1: null,
    OP2: null,
    OP3: null,
    OP4: null,
    TR1: null,
    TR2: ['report_published_on'],
    TR3: null,
    TR4: null,
    RE1: null,
    RE2: null,
    RE3: null,
    RE4: null,
    CO1: null,
    CO2: null,
    CO3: null,
    CO4: null,
    PR1: ['opens_on'],
    PR2: ['announced_on', 'opens_on'],
    PR3: null,
    PR4: null,
    IN1: null,
    IN2: null,
    IN3: null,
    IN4: null,
  };
  const END = ['closed_on', 'closes_on', 'remarks_until'];

  it('is measured by every indicator', () => {
    expect(Object.keys(NEEDED).sort()).toEqual(INDICATORS.map(({ code }) => code).sort());
    const closed = of('LUBLIN', scores);
    expect(closed.length).toBeGreaterThan(10);
    expect(of('LUBLIN', values)).toHaveLength(closed.length * (INDICATORS.length + DIAGNOSTICS.length));
  });

  it.each(Object.entries(NEEDED))(
    'has a value of %s, a zero too, only where %j is on record',
    (code, needed) => {
      const found = of('LUBLIN', values).filter(({ indicator }) => indicator === code);
      const observed = found.filter(({ score }) => score !== null);
      expect(observed.length > 0).toBe(needed !== null);
      for (const { consultation, consultation_id: id } of observed) {
        const record = facts.get(String(id))!;
        const lacking = needed!.filter((name) => record[name] === null);
        expect([consultation, lacking]).toEqual([consultation, []]);
        expect(END.some((name) => record[name] !== null)).toBe(true);
      }
      for (const { status, x, score } of found.filter((row) => !observed.includes(row))) {
        expect(['missing', 'not_due', 'not_applicable']).toContain(status);
        expect([x, score]).toEqual([null, null]);
      }
    },
  );

  it('raises no gate, and gives no consultation an index or a grade', () => {
    const raised = of('LUBLIN', scores).flatMap((row) =>
      GATES.filter(({ code }) => row[code.toLowerCase()]).map(({ code }) => [row['consultation'], code]),
    );
    expect(raised).toEqual([]);
    for (const { index, arithmetic, grade } of of('LUBLIN', scores))
      expect([index, arithmetic, grade]).toEqual([null, null, null]);
  });
});

describe('the demonstration city', () => {
  it('has an index for at least 100 of its consultations, each with its bounds around 0 to 100 and a grade', () => {
    const indexed = of('DEMO', scores).filter(({ index }) => index !== null);
    expect(indexed.length).toBeGreaterThanOrEqual(100);
    for (const { index, low, high, grade } of indexed) {
      expect(Number(index)).toBeGreaterThanOrEqual(0);
      expect(Number(index)).toBeLessThanOrEqual(100);
      expect(Number(low)).toBeLessThanOrEqual(Number(high));
      expect('ABCDE').toContain(String(grade));
    }
  });

  it('has a value of every indicator', () => {
    const observed = new Set(
      of('DEMO', values)
        .filter(({ score }) => score !== null)
        .map(({ indicator }) => indicator),
    );
    expect([...observed].sort()).toEqual(INDICATORS.map(({ code }) => code).sort());
  });

  it('has a value of every indicator of its capacity, and Lublin of none', () => {
    const observed = (authority: string) =>
      new Set(
        city
          .filter((row) => row['authority'] === authority && row['score'] !== null)
          .map((row) => row['indicator']),
      );
    expect([...observed('DEMO')].sort()).toEqual(
      ofLevel('city', ALL)
        .map(({ code }) => code)
        .sort(),
    );
    expect(observed('LUBLIN').size).toBe(0);
  });
});
