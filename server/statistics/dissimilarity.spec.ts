import { dissimilarity, expectedDissimilarity } from './dissimilarity';

it.each([
  // asserted in the tests of the R package segregation
  [[100, 60, 40, 0], [0, 40, 60, 100], 0.6],
  [[80, 80, 20, 20], [20, 20, 80, 80], 0.6],
  [[100, 100, 0, 0], [0, 0, 100, 100], 1],
  [[100, 100, 100], [1, 1, 1], 0],
])('of %j and %j is %p', (one, other, expected) => {
  expect(dissimilarity(one, other)).toBeCloseTo(expected, 12);
});

it('expects a sample of 30 over 8 equal groups to be 0.193 off', () => {
  // 4 * √(2 * 7/64 / (30 π)); 4,000 multinomial samples give 0.193 too
  expect(
    expectedDissimilarity(
      Array.from({ length: 8 }, () => 1 / 8),
      30,
    ),
  ).toBeCloseTo(0.193, 3);
  expect(expectedDissimilarity([0.5, 0.5], 50)).toBeCloseTo(Math.sqrt(0.5 / (50 * Math.PI)), 12);
});

it('is not known of an empty group, nor of no sample', () => {
  expect([dissimilarity([0, 0], [1, 2]), dissimilarity([], []), expectedDissimilarity([1], 0)]).toEqual([
    null,
    null,
    null,
  ]);
});

it('refuses what is no count, no share, and groups over other places', () => {
  expect(() => dissimilarity([1], [1, 2])).toThrow('over 1 and 2 places');
  expect(() => dissimilarity([1, -1], [1, 2])).toThrow('a count of a group is -1');
  expect(() => expectedDissimilarity([12], 30)).toThrow('a share is 12');
});
