import { cohenKappa, same, type Weight } from '../../statistics/cohen-kappa';

/** Why there is no number: fewer than two pairs, or one category in all of them, which agree by necessity. */
export type NoKappa = 'too_few' | 'one_category';

/** Agreement of two coders beyond chance. */
export interface Kappa {
  /** Contributions that both have coded. */
  n: number;
  /** 1: always the same, 0: as chance would have it; null with a reason. */
  kappa: number | null;
  /** 95 %; null where there is no kappa, and where the coders never differ: the formula then knows no spread. */
  interval: [number, number] | null;
  reason: NoKappa | null;
}

const Z_95 = 1.959963984540054;

/**
 * Cohen's kappa of two coders with its interval.
 * @param pairs what the first and the second coder said, one pair a contribution
 * @param categories every category, in its order where it has one
 */
export function kappaOf(pairs: [string, string][], categories: string[], weight: Weight = same): Kappa {
  const n = pairs.length;
  if (n < 2) return { n, kappa: null, interval: null, reason: 'too_few' };
  const table = categories.map(() => categories.map(() => 0));
  for (const [first, second] of pairs) table[categories.indexOf(first)]![categories.indexOf(second)]!++;
  const found = cohenKappa(table, weight);
  if (!found) return { n, kappa: null, interval: null, reason: 'one_category' };
  const { kappa, variance } = found;
  const half = Z_95 * Math.sqrt(Math.max(0, variance));
  const interval: Kappa['interval'] =
    variance < 1e-12 ? null : [Math.max(-1, kappa - half), Math.min(1, kappa + half)];
  return { n, kappa, interval, reason: null };
}
