import { randomOf } from '../statistics/random';
import type { Given, Records } from '../testing/records';
import { scored } from '../testing/score';
import { copies, world } from '../testing/world';

/** The blunder of method.md section 7 that is made by adding up in any order, by its number and name. */

describe('blunder 26: nondeterminism', () => {
  const TABLES = [
    'SELECT * EXCLUDE (consultation_id) FROM scored.value',
    'SELECT * EXCLUDE (consultation_id) FROM scored.consultation_dimension',
    'SELECT * EXCLUDE (consultation_id, batch_id, line) FROM scored.consultation_score',
    'FROM scored.period_indicator',
    'FROM scored.period_dimension',
    'FROM scored.period_score',
    'SELECT c.consultation, s.* EXCLUDE (consultation_id) FROM scored.sampling s JOIN scored.closed c USING (consultation_id)',
  ];
  /** Answers and weights whose sums depend on their order, were they added up as they come. */
  const records = (): Records => {
    const next = randomOf('blunder 26');
    const given = world(
      copies(6, (i) => ({ unit_name: i % 2 ? 'A' : 'B', target_population: 1000 + 333 * i })),
    );
    const drawn = (most: number) => 1 + Math.floor(next() * most);
    given['survey_response'] = given['survey']!.flatMap(({ code }) =>
      Array.from({ length: 60 }, (_, i) => ({
        code: `${String(code)}-R${i}`,
        survey: code!,
        answers: [drawn(5), drawn(5), drawn(5), drawn(5)] as unknown as Given[string],
        weight: Math.round(next() * 1e6) / 3e5,
      })),
    );
    return given;
  };
  const shuffled = (given: Records, seed: string): Records => {
    const next = randomOf(seed);
    const anyhow = (rows: Given[]) =>
      rows
        .map((row) => ({ row, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ row }) => row);
    return Object.fromEntries(Object.entries(given).map(([table, rows]) => [table, anyhow(rows)]));
  };
  /** Published digits: what is told apart at 1e-9 is the same. */
  const digits = async (given: Records, threads: string) => {
    const mirror = await scored(given, { threads });
    const tables = [];
    for (const sql of TABLES) tables.push(await mirror.query(`SELECT * FROM (${sql}) ORDER BY ALL`));
    mirror.close();
    expect(tables.map(({ length }) => length)).not.toContain(0);
    return JSON.stringify(tables, (_key, cell: unknown) =>
      typeof cell === 'number' ? Number(cell.toFixed(9)) : cell,
    );
  };

  it('gives the same published digits for shuffled input and for 1 and 8 threads', async () => {
    const one = await digits(records(), '1');
    expect(await digits(records(), '8')).toBe(one);
    for (const seed of ['first', 'second'])
      expect(await digits(shuffled(records(), seed), seed === 'first' ? '8' : '1')).toBe(one);
  });
});
