import { quadratic, same } from '../../statistics/cohen-kappa';
import { kappaOf } from './kappa';

const NAMES = ['a', 'b', 'c', 'd'];

/** Pairs of a table: its rows are the first coder's categories, its columns the second's. */
const pairsOf = (table: number[][]): [string, string][] =>
  table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, (): [string, string] => [NAMES[i]!, NAMES[j]!])),
  );
const kappa = (table: number[][], weight = same) =>
  kappaOf(pairsOf(table), NAMES.slice(0, table.length), weight);
/** Half the width of the interval in standard errors. */
const errorOf = ([low, high]: [number, number]) => (high - low) / 2 / 1.959963984540054;

it('reproduces the first example of https://en.wikipedia.org/wiki/Cohen%27s_kappa', () => {
  // 50 proposals, 20 yes by both, 15 no by both: (0.7 - 0.5) / (1 - 0.5)
  const found = kappa([
    [20, 5],
    [10, 15],
  ]);
  expect(found.n).toBe(50);
  expect(found.kappa).toBeCloseTo(0.4, 12);
});

it('reproduces the diagnoses of Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, table 18.1', () => {
  // kappa 0.68, standard error 0.087
  const found = kappa([
    [75, 1, 4],
    [5, 4, 1],
    [0, 0, 10],
  ]);
  expect(found.kappa).toBeCloseTo(0.23 / 0.34, 12);
  expect(errorOf(found.interval!)).toBeCloseTo(0.0877, 4);
  expect(found.interval![0]).toBeCloseTo(0.505, 3);
  expect(found.interval![1]).toBeCloseTo(0.848, 3);
});

it('reproduces Kappa(SexualFun) and its Fleiss-Cohen weights of the R package vcd', () => {
  const table = [
    [7, 7, 2, 3],
    [2, 8, 3, 7],
    [1, 5, 4, 9],
    [2, 8, 9, 14],
  ];
  const plain = kappa(table);
  expect([plain.n, plain.kappa!.toFixed(4), errorOf(plain.interval!).toFixed(4)]).toEqual([
    91,
    '0.1293',
    '0.0686',
  ]);
  const weighted = kappa(table, quadratic);
  expect([weighted.kappa!.toFixed(4), errorOf(weighted.interval!).toFixed(4)]).toEqual(['0.3320', '0.0973']);
});

it('takes a neighbour for half a miss and less where categories have an order', () => {
  // worked by hand: weights 1, 3/4, 0; rows 1/2, 1/4, 1/4, columns 1/4, 1/2, 1/4
  // observed 3/4 + 3/4 * 1/4 = 15/16; expected 5/16 + 3/4 * (1/4 + 1/16 + 1/16 + 1/8) = 11/16
  const found = kappa(
    [
      [1, 1, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
    quadratic,
  );
  expect(found.kappa).toBeCloseTo(4 / 5, 12);
});

it('is below zero where coders agree less than by chance, and the interval keeps within its bounds', () => {
  const found = kappa([
    [0, 3],
    [3, 0],
  ]);
  expect(found.kappa).toBeCloseTo(-1, 12);
  const few = kappa([
    [2, 1],
    [0, 1],
  ]);
  expect(few.interval![0]).toBeGreaterThanOrEqual(-1);
  expect(few.interval![1]).toBe(1);
});

it('has no number where there is nothing to judge, and says why', () => {
  expect(kappaOf([], NAMES)).toEqual({ n: 0, kappa: null, interval: null, reason: 'too_few' });
  expect(kappaOf([['a', 'b']], NAMES)).toEqual({ n: 1, kappa: null, interval: null, reason: 'too_few' });
  expect(kappa([[9]])).toEqual({ n: 9, kappa: null, interval: null, reason: 'one_category' });
});

it('knows no spread where the coders never differ', () => {
  expect(
    kappa([
      [4, 0],
      [0, 6],
    ]),
  ).toEqual({ n: 10, kappa: 1, interval: null, reason: null });
});

it('is zero and not next to it where one coder has always said the same', () => {
  const found = kappa([
    [17, 19],
    [0, 0],
  ]);
  expect(found.kappa).toBe(0);
});
