import { isLevel, meanOf, ratioOf, totalOf } from './linearised';

it('has the weighted mean of the rows that have a value, and how each moves it', () => {
  // (1*2 + 3*4) / 4 = 3.5
  const found = meanOf([1, 3, 9], [2, 4, null]);
  expect(found).toMatchObject({ estimate: 3.5, n: 2 });
  expect([...found.influence]).toEqual([-1.5 / 4, 0.5 / 4, 0]);
});

it('has the ratio of two weighted totals, over the domain only', () => {
  // (1*2 + 3*4) / (1*4 + 3*8) = 1/2
  const found = ratioOf([1, 3, 9], [2, 4, 5], [4, 8, 1], [true, true, false]);
  expect(found).toMatchObject({ estimate: 0.5, n: 2 });
  expect([...found.influence]).toEqual([0, 0, 0]);
});

it('has the weighted total', () => {
  expect(totalOf([1, 3, 9], [2, 4, null])).toMatchObject({ estimate: 14, n: 2 });
  expect([...totalOf([1, 3, 9], [2, 4, null]).influence]).toEqual([2, 4, 0]);
});

it('knows nothing of rows without a value, nor of a share of nothing', () => {
  expect(meanOf([1, 1], [null, null])).toMatchObject({ estimate: null, n: 0 });
  expect(meanOf([], [])).toMatchObject({ estimate: null, n: 0 });
  expect(meanOf([0, 0], [1, 2])).toMatchObject({ estimate: null, n: 2 });
  expect(totalOf([1, 1], [3, 4], [false, false])).toMatchObject({ estimate: null, n: 0 });
  expect(ratioOf([1, 1], [3, 4], [1, -1])).toMatchObject({ estimate: null, n: 2 });
});

it('makes ones, zeros and gaps of a category', () => {
  expect(isLevel(['x', 'y', null], 'x')).toEqual([1, 0, null]);
});

it('refuses columns of other lengths', () => {
  expect(() => meanOf([1, 1], [1])).toThrow('2 weights and 1 values');
  expect(() => totalOf([1], [1], [true, false])).toThrow('1 weights and 2 values');
});
