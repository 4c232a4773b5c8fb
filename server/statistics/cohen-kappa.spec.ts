import { cohenKappa, quadratic } from './cohen-kappa';

it('reproduces the diagnoses of Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, table 18.1', () => {
  const table = [
    [75, 1, 4],
    [5, 4, 1],
    [0, 0, 10],
  ];
  const { kappa, variance } = cohenKappa(table)!;
  expect(kappa).toBeCloseTo(0.23 / 0.34, 12);
  expect(Math.sqrt(variance)).toBeCloseTo(0.0877, 4);
});

it('takes a neighbour for half a miss and less where categories have an order', () => {
  // weights 1, 3/4, 0: observed 15/16, expected 11/16
  const table = [
    [1, 1, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  expect(cohenKappa(table, quadratic)!.kappa).toBeCloseTo(4 / 5, 12);
});

it('has no number where there is nothing to judge', () => {
  expect([
    cohenKappa([[9]]),
    cohenKappa([]),
    cohenKappa([
      [0, 0],
      [0, 0],
    ]),
  ]).toEqual([null, null, null]);
});

it('refuses a table that is not square', () => {
  expect(() => cohenKappa([[1, 2], [3]])).toThrow('as many columns as rows, which are 2');
});
