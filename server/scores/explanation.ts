/** A dimension of a score as the explanation needs it: its own score, its weight, and its observed indicators. */
export interface Branch {
  dimension: string;
  weight: number;
  score: number;
  leaves: { indicator: string; weight: number; score: number }[];
}

/** What an indicator took away from the full 100 points; `shown` are the parts of the displayed decimal. */
export interface Loss {
  dimension: string;
  indicator: string;
  points: number;
  shown: number;
}

const FULL = 100;
const FLOOR = 1;

/** The logarithmic mean: the rate at which a difference of two numbers splits into logarithms of their factors. */
const logMean = (a: number, b: number): number => (a === b ? a : (a - b) / Math.log(a / b));

/**
 * Splits the distance of an index from 100 into what each indicator took away, exactly: between the dimensions by the
 * logarithmic mean (LMDI, method.md 4.4a), within one by the arithmetic weights of what is missing to 100.
 * `shown` is rounded to one decimal by largest remainders: 100 minus all of it is the index rounded to one decimal.
 */
export function explain(index: number, branches: Branch[]): Loss[] {
  const weights = branches.reduce((sum, { weight }) => sum + weight, 0);
  const rate = logMean(index, FULL);
  const losses = branches.flatMap(({ dimension, weight, score, leaves }) => {
    const points = rate * (weight / weights) * Math.log(Math.max(score, FLOOR) / FULL);
    const gaps = leaves.map((leaf) => leaf.weight * (FULL - leaf.score));
    const gap = gaps.reduce((sum, one) => sum + one, 0);
    return leaves.map(({ indicator }, i) => ({
      dimension,
      indicator,
      points: gap === 0 ? 0 : (points * gaps[i]!) / gap,
    }));
  });
  const shown = rounded(
    losses.map(({ points }) => points),
    Math.round(index * 10) - FULL * 10,
  );
  return losses.map((loss, i) => ({ ...loss, shown: shown[i]! }));
}

/** Rounds to tenths so that the parts sum to `total` tenths: the largest remainders are rounded up (Hamilton). */
function rounded(parts: number[], total: number): number[] {
  const tenths = parts.map((part) => Math.floor(part * 10 + 1e-9));
  const left = total - tenths.reduce((sum, one) => sum + one, 0);
  const byRemainder = parts
    .map((part, i) => ({ i, remainder: part * 10 - tenths[i]! }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  const up = new Set(byRemainder.slice(0, Math.max(0, left)).map(({ i }) => i));
  return tenths.map((tenth, i) => (tenth + (up.has(i) ? 1 : 0)) / 10);
}
