import fc from 'fast-check';
import { type Branch, explain } from './explanation';

const leaf = (indicator: string, score: number) => ({ indicator, weight: 1, score });
const indexOf = (branches: Branch[]) =>
  Math.exp(
    branches.reduce((sum, { weight, score }) => sum + weight * Math.log(Math.max(score, 1)), 0) /
      branches.reduce((sum, { weight }) => sum + weight, 0),
  );

it('takes from each indicator what it is short of', () => {
  // two dimensions, 25 and 100: index sqrt(25 * 100) = 50, and all 50 points are lost in the first,
  // where the second indicator (0 of 100) lost twice what the first (50 of 100) did
  const branches = [
    { dimension: 'D1', weight: 1, score: 25, leaves: [leaf('A', 50), leaf('B', 0)] },
    { dimension: 'D2', weight: 1, score: 100, leaves: [leaf('C', 100), leaf('D', 100)] },
  ];
  const losses = explain(indexOf(branches), branches);
  expect(losses.map(({ points }) => points)).toEqual([
    expect.closeTo(-50 / 3, 9),
    expect.closeTo(-100 / 3, 9),
    0,
    0,
  ]);
  expect(losses.map(({ shown }) => shown)).toEqual([-16.7, -33.3, 0, 0]);
});

it('stays finite where a dimension is at zero, and takes nothing where all is full', () => {
  const zero = [{ dimension: 'D1', weight: 1, score: 0, leaves: [leaf('A', 0)] }];
  expect(explain(indexOf(zero), zero)).toMatchObject([{ points: expect.closeTo(-99, 9), shown: -99 }]);
  const full = [{ dimension: 'D1', weight: 1, score: 100, leaves: [leaf('A', 100)] }];
  expect(explain(indexOf(full), full)).toMatchObject([{ points: 0, shown: 0 }]);
});

it('sums to the index exactly, and to its shown decimal in what is shown', () => {
  const score = fc.oneof(fc.constantFrom(0, 100, 40, 75), fc.double({ min: 0, max: 100, noNaN: true }));
  const branch = fc.array(score, { minLength: 1, maxLength: 4 }).map((scores) => ({
    dimension: 'D',
    weight: 1,
    score: scores.reduce((sum, one) => sum + one, 0) / scores.length,
    leaves: scores.map((one, k) => leaf(`I${k}`, one)),
  }));
  fc.assert(
    fc.property(fc.array(branch, { minLength: 1, maxLength: 6 }), (branches) => {
      const index = indexOf(branches);
      const losses = explain(index, branches);
      const sum = losses.reduce((all, { points }) => all + points, 100);
      expect(Math.abs(sum - index)).toBeLessThan(1e-9);
      const tenths = losses.reduce((all, { shown }) => all + Math.round(shown * 10), 1000);
      expect(tenths).toBe(Math.round(index * 10));
      for (const { points, shown } of losses) expect(Math.abs(points - shown)).toBeLessThan(0.1 + 1e-9);
    }),
    { numRuns: propertyRuns(300) },
  );
});
