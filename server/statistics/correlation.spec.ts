import { completeRows, correlations, covariances } from './correlation';

it('has covariances and Pearson correlations', () => {
  // deviations -1 0 1, -2 0 2, 1 -2 1
  const covariance = covariances(
    completeRows([
      [1, 2, 3, null],
      [2, 4, 6, 8],
      [4, 1, 4, 9],
    ]),
  )!;
  expect(covariance).toEqual([
    [1, 2, 0],
    [2, 4, 0],
    [0, 0, 3],
  ]);
  expect(correlations(covariance)).toEqual([
    [1, 1, 0],
    [1, 1, 0],
    [0, 0, 1],
  ]);
});

it('is not known of one row, nor of a column that does not vary', () => {
  expect(covariances([[1, 2]])).toBeNull();
  expect(covariances([])).toBeNull();
  expect(
    correlations(
      covariances(
        completeRows([
          [1, 2],
          [5, 5],
        ]),
      )!,
    ),
  ).toEqual([
    [1, null],
    [null, null],
  ]);
});

it('refuses columns of other lengths', () => {
  expect(() => completeRows([[1, 2], [1]])).toThrow('columns of 2 and 1 rows');
});
