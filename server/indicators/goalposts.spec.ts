import { DuckDBInstance } from '@duckdb/node-api';
import { goalpostsSql, type Scale } from './goalposts';

async function placed(x: string, [worst, best]: [number, number], scale?: Scale): Promise<unknown> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const sql = goalpostsSql(x, { worst: `CAST(${worst} AS double)`, best: `CAST(${best} AS double)` }, scale);
  const reader = await connection.runAndReadAll(`SELECT ${sql}`);
  instance.closeSync();
  return reader.getRows()[0]![0];
}

it.each([
  ['9', [2, 20], 38.888888888888886],
  ['1', [2, 20], 0],
  ['25', [2, 20], 100],
  // less is better: (9 - 20) / (2 - 20)
  ['9', [20, 2], 61.11111111111111],
  ['1', [20, 2], 100],
] as const)('puts %s between %j at %p', async (x, ends, score) => {
  expect(await placed(x, [...ends])).toBeCloseTo(score, 12);
});

it('has a scale of its own where one is given', async () => {
  // 1 + 99 * 7/18, and -5.56 below the end
  expect(await placed('9', [2, 20], { from: 1, to: 100, truncated: true })).toBeCloseTo(39.5, 12);
  expect(await placed('1', [2, 20], { from: 0, to: 100, truncated: false })).toBeCloseTo(-100 / 18, 12);
});

it('has no score without a measure', async () => {
  expect(await placed('CAST(NULL AS double)', [2, 20])).toBeNull();
});
