import { zScores } from './z-score';

it('measures in standard deviations of the sample', () => {
  // mean 3, deviation √((4 + 0 + 4) / 2) = 2
  expect(zScores([1, 3, null, 5])).toEqual([-1, 0, null, 1]);
  expect(zScores([1, 3, 5], 10, 4)).toEqual([6, 10, 14]);
});

it('is not known where values do not differ', () => {
  expect([zScores([4, 4]), zScores([4]), zScores([null]), zScores([])]).toEqual([
    [null, null],
    [null],
    [null],
    [],
  ]);
});
