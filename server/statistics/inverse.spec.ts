import { inverse } from './inverse';

it('inverts, where rows must change places too', () => {
  // [[0, 2], [1, 3]]: determinant -2
  expect(
    inverse([
      [0, 2],
      [1, 3],
    ]),
  ).toEqual([
    [-1.5, 1],
    [0.5, 0],
  ]);
  expect(inverse([[4]])).toEqual([[0.25]]);
});

it('has none of a matrix whose rows depend on each other', () => {
  expect(
    inverse([
      [1, 2],
      [2, 4],
    ]),
  ).toBeNull();
  expect(inverse([[0]])).toBeNull();
});
