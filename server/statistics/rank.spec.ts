import { countsBelow, ranks, sharesBelow } from './rank';

it('lets equal values share the lowest rank and skips the next', () => {
  expect(ranks([10, 30, 20, 20, null, 5])).toEqual([4, 1, 2, 2, null, 5]);
});

it('counts what lies strictly below', () => {
  // the example of COINr's n_borda and n_prank with a tie
  expect(countsBelow([10, 20, 20, 30])).toEqual([0, 1, 1, 3]);
  expect(sharesBelow([10, 20, 20, 30])).toEqual([0, 1 / 3, 1 / 3, 1]);
  expect(sharesBelow([10, null, 20])).toEqual([0, null, 1]);
});

it('is not known of a missing value, nor of a single one', () => {
  expect([ranks([]), ranks([null]), ranks([7])]).toEqual([[], [null], [1]]);
  expect([countsBelow([null, 4]), sharesBelow([4]), sharesBelow([null])]).toEqual([
    [null, 0],
    [null],
    [null],
  ]);
});
