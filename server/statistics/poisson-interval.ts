import { logGamma } from './log-gamma';
import { normalQuantile } from './normal';

const ENOUGH = 1e-15;
const MOST_TERMS = 100_000;

/** P(a, x): the share of the gamma distribution of shape `a` below x (DLMF 8.2.4; series 8.11.4, fraction 8.9.2). */
export function gammaProbability(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a + 1));
  return x < a + 1 ? front * series(a, x) : 1 - front * a * fraction(a, x);
}

function series(a: number, x: number): number {
  let [term, sum] = [1, 1];
  for (let n = 1; n < MOST_TERMS && term > sum * ENOUGH; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Lentz's way to a continued fraction, which never divides by 0. */
function fraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let [c, d] = [1 / tiny, 1 / b];
  let value = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / (Math.abs(step * d + b) < tiny ? tiny : step * d + b);
    c = Math.abs(b + step / c) < tiny ? tiny : b + step / c;
    value *= d * c;
    if (Math.abs(d * c - 1) < ENOUGH) break;
  }
  return value;
}

/** The quantile of the gamma distribution of shape `a`, halved in between Wilson and Hilferty's guess and its double. */
function gammaQuantile(p: number, a: number): number {
  const guess = a * (1 - 1 / (9 * a) + normalQuantile(p) / (3 * Math.sqrt(a))) ** 3;
  let [low, high] = [0, Math.max(1, 2 * Math.abs(guess))];
  while (gammaProbability(a, high) < p) high *= 2;
  while (high - low > 1e-13 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (gammaProbability(a, middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The exact interval of a count, as of a process that brings so many (Garwood 1936; R poisson.test).
 * Throws `RangeError` for a count that is negative or not whole.
 */
export function poissonInterval(count: number, level = 0.95): { low: number; high: number } {
  if (!(Number.isInteger(count) && count >= 0))
    throw new RangeError(`a count is a whole number of at least 0, not ${count}`);
  const tail = (1 - level) / 2;
  return {
    low: count === 0 ? 0 : gammaQuantile(tail, count),
    high: gammaQuantile(1 - tail, count + 1),
  };
}
