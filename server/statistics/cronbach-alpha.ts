import { completeRows, correlations, covariances } from './correlation';
import { inverse } from './inverse';

type Item = readonly (number | null)[];

/** How far items measure one thing; every figure null where items do not vary. */
export interface Reliability {
  /** Rows with an answer to every item: only these count. */
  n: number;
  /** From covariances. */
  raw_alpha: number | null;
  /** From the mean correlation. */
  std_alpha: number | null;
  average_r: number | null;
  /** Guttman's sixth lambda: 1 - sum (1 - squared multiple correlation) / sum of correlations. */
  guttman_lambda6: number | null;
  /** By item: raw alpha of the others. */
  alpha_if_dropped: Record<string, number | null>;
}

/**
 * Cronbach's alpha (1951, https://doi.org/10.1007/BF02310555) and what stands beside it (Guttman 1945; R psych alpha).
 * It is a diagnostic: alpha is below 0 where an item runs against the others.
 * @param items answers by name of item, null missing; rows with a gap are left out
 */
export function reliability(items: Record<string, Item>): Reliability {
  const names = Object.keys(items);
  const rows = completeRows(names.map((name) => items[name]!));
  const covariance = covariances(rows);
  const correlation = covariance && numbers(correlations(covariance));
  const without = (left: number) => covariance && alphaOf(dropped(covariance, left));
  return {
    n: rows.length,
    raw_alpha: covariance && alphaOf(covariance),
    std_alpha: correlation && alphaOf(correlation),
    average_r: correlation && averageOf(correlation),
    guttman_lambda6: correlation && lambda6(correlation),
    alpha_if_dropped: Object.fromEntries(names.map((name, i) => [name, without(i)])),
  };
}

/** Answers on a scale turned round: the least becomes the greatest. */
export const reversed = (item: Item, least: number, greatest: number): (number | null)[] =>
  item.map((value) => (value === null ? null : least + greatest - value));

type Matrix = number[][];

const numbers = (matrix: (number | null)[][]): Matrix | null =>
  matrix.flat().includes(null) ? null : (matrix as Matrix);
const sumOf = (matrix: Matrix) => matrix.flat().reduce((sum, value) => sum + value, 0);
const traceOf = (matrix: Matrix) => matrix.reduce((sum, row, i) => sum + row[i]!, 0);

function alphaOf(matrix: Matrix): number | null {
  const [items, all] = [matrix.length, sumOf(matrix)];
  return items < 2 || all === 0 ? null : (items / (items - 1)) * (1 - traceOf(matrix) / all);
}

function averageOf(correlation: Matrix): number | null {
  const items = correlation.length;
  return items < 2 ? null : (sumOf(correlation) - items) / (items * (items - 1));
}

/** 1 - squared multiple correlation of an item with the others is one over the diagonal of the inverse. */
function lambda6(correlation: Matrix): number | null {
  const inverted = inverse(correlation);
  const all = sumOf(correlation);
  if (!inverted || all === 0 || correlation.length < 2) return null;
  return 1 - inverted.reduce((sum, row, i) => sum + 1 / row[i]!, 0) / all;
}

const dropped = (matrix: Matrix, left: number): Matrix =>
  matrix.filter((_row, i) => i !== left).map((row) => row.filter((_value, j) => j !== left));
