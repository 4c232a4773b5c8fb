import { designEffect } from './design-effect';

const VALUES = [1, 3, 2, 4, 6];
const WEIGHTS = [10, 10, 5, 5, 5];

it('holds the variance against that of a simple random sample', () => {
  // S² = 5/4 * (380 - 35 * (20/7)²) / 35 = 165/49; of a simple sample S² * 30/175 = 198/343; 24/49 over it
  const effect = (of: 'mean' | 'total', variance: number) =>
    designEffect(variance, WEIGHTS, VALUES, null, of);
  expect(effect('mean', 24 / 49)).toBeCloseTo(28 / 33, 12);
  expect(effect('total', (24 / 49) * 35 ** 2)).toBeCloseTo(28 / 33, 12);
});

it('counts the rows of the domain that have a value', () => {
  const domain = [true, true, true, true, true, false, true];
  const effect = designEffect(24 / 49, [...WEIGHTS, 9, 9], [...VALUES, 7, null], domain, 'mean');
  expect(effect).toBeCloseTo(28 / 33, 12);
});

it('has none of one row, of nothing, and where the sample is the population', () => {
  expect(designEffect(1, [5, 5], [1, null], null, 'mean')).toBeNull();
  expect(designEffect(1, [5, 5], [null, null], null, 'mean')).toBeNull();
  expect(designEffect(1, [1, 1], [1, 2], null, 'mean')).toBeNull();
});

it('refuses columns of other lengths', () => {
  expect(() => designEffect(1, [1, 1], [1], null, 'mean')).toThrow('2 weights and 1 values');
});
