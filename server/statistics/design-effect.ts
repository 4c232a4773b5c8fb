import type { Column, Domain } from './linearised';
import { meanOf } from './linearised';

/**
 * Kish's design effect: variance of an estimate over that of a simple random sample of as many rows from a population
 * of sum w (R survey, deff = TRUE). Null where either is not known, and where the sample is the population.
 * @param of whether the estimate is a mean or a total
 */
export function designEffect(
  variance: number,
  weights: ArrayLike<number>,
  values: Column,
  domain: Domain,
  of: 'mean' | 'total',
): number | null {
  const { estimate, n } = meanOf(weights, values, domain);
  if (estimate === null || n < 2) return null;
  const inside = (row: number) => (domain?.[row] ?? true) && values[row] !== null;
  let [population, squares] = [0, 0];
  for (let row = 0; row < weights.length; row++) {
    if (!inside(row)) continue;
    population += weights[row]!;
    squares += weights[row]! * (values[row]! - estimate) ** 2;
  }
  const spread = ((n / (n - 1)) * squares) / population;
  const simple = (spread * (population - n)) / (population * n);
  return simple > 0 ? variance / (of === 'total' ? simple * population ** 2 : simple) : null;
}
