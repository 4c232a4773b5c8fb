import { stirlingError } from './log-gamma';

const STEPS = 100_000;
const TINY = 1e-300;
/** Halvings from 1 to the least double. */
const HALVINGS = 1100;
const NEAR = 1e-16;

/**
 * The beta distribution function I_x(a, b): the continued fraction of DLMF 8.17.22, by Lentz's method, behind the
 * saddle-point form of its factor (Loader 2000), which keeps its digits where a and b are large.
 * Throws `RangeError` for a or b not above 0, and for x outside 0 to 1.
 */
export function betaProbability(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError(`beta needs shapes above 0, not ${a} and ${b}`);
  if (!(x >= 0 && x <= 1)) throw new RangeError(`betaProbability needs x from 0 to 1, not ${x}`);
  if (x === 0 || x === 1) return x;
  // the smaller of x and 1 - x is given as it is: the difference would lose its digits
  return x < (a + 1) / (a + b + 2) ? lowerTail([x, 1 - x], a, b) : 1 - lowerTail([1 - x, x], b, a);
}

type Parts = [number, number];

const lowerTail = ([x, rest]: Parts, a: number, b: number): number =>
  (powers([x, rest], a, b) / a) * fraction(x, a, b);

/** x^a (1-x)^b / B(a, b), as a binomial probability of a successes in a + b. */
function powers([x, rest]: Parts, a: number, b: number): number {
  const n = a + b;
  const log =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * rest);
  return Math.exp(log) * Math.sqrt((a * b) / (2 * Math.PI * n));
}

/** a log(a/m) + m − a, without the loss of digits where a is near m. */
function deviance(a: number, m: number): number {
  const share = (a - m) / (a + m);
  if (Math.abs(share) >= 0.1) return a * Math.log(a / m) + m - a;
  const square = share * share;
  let sum = (a - m) * share;
  let term = 2 * a * share;
  for (let j = 1; j < STEPS; j++) {
    term *= square;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
  return sum;
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m < STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    product *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    product *= c * d;
    if (Math.abs(c * d - 1) < 2e-16) return product;
  }
  throw new RangeError(`the beta distribution with shapes ${a} and ${b} did not converge at ${x}`);
}

const away = (x: number): number => (Math.abs(x) < TINY ? TINY : x);

/**
 * The quantile of the beta distribution: Newton's steps, and halving where one would leave what still brackets it.
 * Throws `RangeError` for p outside 0 to 1.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`betaQuantile needs a probability, 0 to 1, not ${p}`);
  if (p === 0 || p === 1) return p;
  let bracket: [number, number] = [0, 1];
  let x = a / (a + b);
  for (let step = 0; step < HALVINGS; step++) {
    const excess = betaProbability(x, a, b) - p;
    if (excess === 0) return x;
    bracket = excess > 0 ? [bracket[0], x] : [x, bracket[1]];
    const next = within(bracket, x - (excess * x * (1 - x)) / powers([x, 1 - x], a, b));
    if (Math.abs(next - x) <= NEAR * x || bracket.includes(next)) return next;
    x = next;
  }
  return x;
}

/** A step where it stays between the ends, else the middle. */
const within = ([low, high]: [number, number], step: number): number =>
  step > low && step < high ? step : (low + high) / 2;
