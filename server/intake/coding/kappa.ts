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

/** How near two categories are to each other, by their places: 1 the same, 0 as far apart as can be. */
type Weight = (one: number, other: number, categories: number) => number;

/** Cohen 1960, https://doi.org/10.1177/001316446002000104: the same, or not. */
export const same: Weight = (one, other) => (one === other ? 1 : 0);
/** Cohen 1968, https://doi.org/10.1037/h0026256, with the usual squares: for categories that have an order. */
export const quadratic: Weight = (one, other, categories) => 1 - ((one - other) / (categories - 1)) ** 2;

const Z_95 = 1.959963984540054;

/**
 * Cohen's kappa with the large-sample interval of Fleiss, Cohen and Everitt 1969, https://doi.org/10.1037/h0028106
 * @param pairs what the first and the second coder said, one pair a contribution
 * @param categories every category, in its order where it has one
 */
export function kappaOf(pairs: [string, string][], categories: string[], weight: Weight = same): Kappa {
  const n = pairs.length;
  if (n < 2) return { n, kappa: null, interval: null, reason: 'too_few' };
  const { shares, rows, columns } = sharesOf(pairs, categories);
  const w = (i: number, j: number) => weight(i, j, categories.length);
  const sum = (value: (i: number, j: number) => number) =>
    rows.reduce((all, _row, i) => columns.reduce((part, _column, j) => part + value(i, j), all), 0);
  const observed = sum((i, j) => w(i, j) * shares[i]![j]!);
  const expected = sum((i, j) => w(i, j) * rows[i]! * columns[j]!);
  // both have one category only, the same one: nothing is left for anything but chance
  if (1 - expected < 1e-12) return { n, kappa: null, interval: null, reason: 'one_category' };
  const beyond = observed - expected;
  // what is left of a sum of shares is no agreement, and no minus before a zero
  const kappa = Math.abs(beyond) < 1e-12 ? 0 : beyond / (1 - expected);
  const ofRow = rows.map((_row, i) => columns.reduce((all, share, j) => all + share * w(i, j), 0));
  const ofColumn = columns.map((_column, j) => rows.reduce((all, share, i) => all + share * w(i, j), 0));
  const spread = sum((i, j) => shares[i]![j]! * (w(i, j) - (ofRow[i]! + ofColumn[j]!) * (1 - kappa)) ** 2);
  const variance = (spread - (kappa - expected * (1 - kappa)) ** 2) / (n * (1 - expected) ** 2);
  const half = Z_95 * Math.sqrt(Math.max(0, variance));
  const interval: Kappa['interval'] =
    variance < 1e-12 ? null : [Math.max(-1, kappa - half), Math.min(1, kappa + half)];
  return { n, kappa, interval, reason: null };
}

/** The table of the two coders as shares of all pairs, with its margins. */
function sharesOf(pairs: [string, string][], categories: string[]) {
  const shares = categories.map(() => categories.map(() => 0));
  for (const [first, second] of pairs)
    shares[categories.indexOf(first)]![categories.indexOf(second)]! += 1 / pairs.length;
  const rows = shares.map((row) => row.reduce((all, share) => all + share, 0));
  const columns = categories.map((_, j) => shares.reduce((all, row) => all + row[j]!, 0));
  return { shares, rows, columns };
}
