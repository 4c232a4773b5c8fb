import { DuckDBInstance } from '@duckdb/node-api';
import { MEAN_SQL, type Mean } from './mean';

async function meanOf(mean: Mean, rows: string, where = 'x IS NOT NULL'): Promise<unknown> {
  const instance = await DuckDBInstance.create(':memory:');
  try {
    const connection = await instance.connect();
    const reader = await connection.runAndReadAll(
      `SELECT ${MEAN_SQL[mean]('x', 'w', where)} FROM (VALUES ${rows}) AS t(place, x, w)`,
    );
    return reader.getRows()[0]![0];
  } finally {
    instance.closeSync();
  }
}

const ROWS = '(1, 2.0::double, 1.0::double), (2, 8.0, 2.0), (3, NULL, 5.0)';

it.each([
  // (2 + 16) / 3; (2 * 8²)^(1/3); 3 / (1/2 + 2/8)
  ['arithmetic', 6],
  ['geometric', 128 ** (1 / 3)],
  ['harmonic', 4],
] as const)('%s, without the weight of what is missing', async (mean, expected) => {
  expect(await meanOf(mean, ROWS)).toBeCloseTo(expected, 12);
});

it('is not known of nothing', async () => {
  for (const mean of ['arithmetic', 'geometric', 'harmonic'] as const)
    expect(await meanOf(mean, ROWS, 'x > 99')).toBeNull();
});

it('refuses the geometric mean of a zero', async () => {
  await expect(meanOf('geometric', '(1, 0.0::double, 1.0::double)')).rejects.toThrow(/logarithm of zero/);
});
