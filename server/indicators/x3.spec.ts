import fc from 'fast-check';
import { participation } from '../statistics/participation-ratio';
import { contributions, measure } from '../testing/measure';
import type { Given } from '../testing/records';
import { X3 } from './x3';

type Groups = Record<string, number>;

const came = (groups: Groups, own: (group: string) => Given = (district) => ({ district })) =>
  contributions(...Object.entries(groups).map(([group, n]): [number, Given] => [n, own(group)])).map(
    (row, i) => ({
      ...row,
      person: `p${i}`,
    }),
  );
const reference = (groups: Groups, dimension = 'district'): Given[] =>
  Object.entries(groups).map(([category, count]) => ({
    scope: 'residents',
    dimension,
    category,
    count,
    as_of: '2024-12-31',
  }));

describe('X3', () => {
  it('is the lowest rate of taking part over the highest', async () => {
    const records = {
      contribution: came({ N: 30, S: 10 }),
      reference_distribution: reference({ N: 500, S: 500 }),
    };
    const found = await measure(X3, {}, records);
    expect(found).toMatchObject({ status: 'observed', score: null });
    expect(found.x).toBeCloseTo(1 / 3, 12);
  });

  it('is the least of the dimensions', async () => {
    const contribution = came({ N: 20, S: 20 }, (district) => ({ district, sex: 'f', age_band: '25_39' }));
    const both = [...reference({ N: 1, S: 1 }), ...reference({ 'f 25_39': 9, 'm 25_39': 9 }, 'sex_age')];
    // no man came
    expect(await measure(X3, {}, { contribution, reference_distribution: both })).toMatchObject({ x: 0 });
  });

  it('is what the statistic of participation says', async () => {
    const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        counts,
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 6, maxLength: 6 }),
        async (drawn, people) => {
          const named = (numbers: number[]) =>
            Object.fromEntries(drawn.map((_n, i) => [`D${i}`, numbers[i]!]));
          const [groups, population] = [named(drawn), named(people)];
          const found = await measure(
            X3,
            {},
            {
              contribution: came(groups),
              reference_distribution: reference(population),
            },
          );
          const all = drawn.reduce((sum, n) => sum + n, 0);
          if (all < 30) expect(found.status).toBe('insufficient_n');
          else expect(found.x).toBeCloseTo(participation(groups, population).min_max_ratio!, 9);
        },
      ),
      { numRuns: propertyRuns(10) },
    );
  });

  it('is too few below 30 in any dimension, and missing without a reference', async () => {
    const contribution = came({ N: 20, S: 9 });
    const reference_distribution = reference({ N: 1, S: 1 });
    expect((await measure(X3, {}, { contribution, reference_distribution })).status).toBe('insufficient_n');
    expect((await measure(X3, {}, { reference_distribution })).status).toBe('insufficient_n');
    expect((await measure(X3, {}, { contribution })).status).toBe('missing');
  });
});
