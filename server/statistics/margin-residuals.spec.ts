import { marginResiduals } from './margin-residuals';

const row = { name: 'row', categories: ['a', 'a', 'b', 'b'], totals: { a: 1, b: 1 } };
const column = { name: 'column', categories: ['x', 'y', 'x', 'y'], totals: { x: 1, y: 1 } };
const left = (values: number[], weights: number[], margins: (typeof row | typeof column)[]) =>
  [...marginResiduals(Float64Array.from(values), Float64Array.from(weights), margins)].map(
    (value) => Math.round(value * 1e12) / 1e12 + 0,
  );

it('is the distance from the weighted mean of the cell, with one margin', () => {
  // means (1 + 3*3) / 4 = 2.5 and 5
  expect(left([1, 3, 4, 6], [1, 3, 2, 2], [row])).toEqual([-1.5, 0.5, -1, 1]);
});

it('is what two margins do not add up to', () => {
  expect(left([1, 2, 3, 4], [1, 1, 1, 1], [row, column])).toEqual([0, 0, 0, 0]);
  expect(left([0, 0, 0, 4], [1, 1, 1, 1], [row, column])).toEqual([1, -1, -1, 1]);
});

it('bears a margin that says nothing new, and a category without rows', () => {
  expect(left([1, 3, 4, 6], [1, 3, 2, 2], [row, row])).toEqual([-1.5, 0.5, -1, 1]);
  const empty = { ...row, totals: { c: 0, a: 1, b: 1 } };
  expect(left([1, 3, 4, 6], [1, 3, 2, 2], [empty])).toEqual([-1.5, 0.5, -1, 1]);
  expect(left([1, 3, 4, 6], [0, 0, 0, 0], [row])).toEqual([1, 3, 4, 6]);
});

it('refuses a row that belongs to no category', () => {
  const broken = { ...row, categories: ['a', 'a', 'b', 'c'] };
  expect(() => left([1, 2, 3, 4], [1, 1, 1, 1], [broken])).toThrow('row 4 has “c” in row; allowed: a, b');
});
