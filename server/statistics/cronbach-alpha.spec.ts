import { reliability, reversed } from './cronbach-alpha';

// deviations -1 0 1 | -1 1 0 | -2 0 2: covariances 1 1/2 2 | 1/2 1 1 | 2 1 4, sum 13, trace 6
const items = { a: [1, 2, 3, 9], b: [1, 3, 2, null], c: [1, 3, 5, 9] };

it('is alpha of the rows that answer everything', () => {
  const found = reliability(items);
  expect(found.n).toBe(3);
  expect(found.raw_alpha).toBeCloseTo((3 / 2) * (1 - 6 / 13), 12);
  // correlations 1/2, 1, 1/2: their mean 2/3, the sum of the matrix 7
  expect(found.average_r).toBeCloseTo(2 / 3, 12);
  expect(found.std_alpha).toBeCloseTo((3 / 2) * (1 - 3 / 7), 12);
  expect(found.alpha_if_dropped['a']).toBeCloseTo(2 * (1 - 5 / 7), 12);
  expect(found.alpha_if_dropped['b']).toBeCloseTo(2 * (1 - 5 / 9), 12);
  // a and c say the same: what an item shares with the others cannot be told
  expect(found.guttman_lambda6).toBeNull();
});

it("has Guttman's lambda of two items: each shares r² with the other", () => {
  // r = 1/2: 1 - 2 * 3/4 / 3
  expect(reliability({ a: [1, 2, 3], b: [1, 3, 2] }).guttman_lambda6).toBeCloseTo(0.5, 12);
});

it('falls below 0 where a reversed item is forgotten', () => {
  const turned = { a: [1, 2, 3, 4], b: reversed([1, 2, 3, 5], 1, 6) };
  expect(turned.b).toEqual([6, 5, 4, 2]);
  expect(reliability(turned).raw_alpha).toBeLessThan(0);
  expect(reliability({ ...turned, b: reversed(turned.b, 1, 6) }).raw_alpha).toBeGreaterThan(0.9);
  expect(reversed([null, 2], 1, 5)).toEqual([null, 4]);
});

it('is not known of one item, of one row, and where nothing varies', () => {
  const nothing = { raw_alpha: null, std_alpha: null, average_r: null, guttman_lambda6: null };
  expect(reliability({ a: [1, 2, 3] })).toMatchObject(nothing);
  expect(reliability({ a: [1], b: [2] })).toMatchObject({ n: 1, ...nothing });
  expect(reliability({ a: [3, 3], b: [2, 2] })).toMatchObject(nothing);
  expect(reliability({})).toMatchObject({ n: 0, ...nothing });
});

it('refuses items of other lengths', () => {
  expect(() => reliability({ a: [1, 2], b: [1] })).toThrow('columns of 2 and 1 rows');
});
