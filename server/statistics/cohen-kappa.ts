/** How near two categories are to each other, by their places: 1 the same, 0 as far apart as can be. */
export type Weight = (one: number, other: number, categories: number) => number;

/** Cohen 1960, https://doi.org/10.1177/001316446002000104: the same, or not. */
export const same: Weight = (one, other) => (one === other ? 1 : 0);
/** Cohen 1968, https://doi.org/10.1037/h0026256, with the usual squares: for categories that have an order. */
export const quadratic: Weight = (one, other, categories) => 1 - ((one - other) / (categories - 1)) ** 2;

/**
 * Cohen's kappa of a table of counts, first coder by second, and its large-sample variance (Fleiss, Cohen and Everitt
 * 1969, https://doi.org/10.1037/h0028106). Null where both have one category only, the same one: nothing is left for
 * anything but chance; and of an empty table. Throws `RangeError` for a table that is not square.
 */
export function cohenKappa(
  table: number[][],
  weight: Weight = same,
): { kappa: number; variance: number } | null {
  const n = table.flat().reduce((all, count) => all + count, 0);
  if (table.some((row) => row.length !== table.length))
    throw new RangeError(`kappa needs as many columns as rows, which are ${table.length}`);
  const { shares, rows, columns } = sharesOf(table, n);
  const w = (i: number, j: number) => weight(i, j, table.length);
  const sum = (value: (i: number, j: number) => number) =>
    rows.reduce((all, _row, i) => columns.reduce((part, _column, j) => part + value(i, j), all), 0);
  const observed = sum((i, j) => w(i, j) * shares[i]![j]!);
  const expected = sum((i, j) => w(i, j) * rows[i]! * columns[j]!);
  if (n === 0 || 1 - expected < 1e-12) return null;
  const beyond = observed - expected;
  // what is left of a sum of shares is no agreement, and no minus before a zero
  const kappa = Math.abs(beyond) < 1e-12 ? 0 : beyond / (1 - expected);
  const ofRow = rows.map((_row, i) => columns.reduce((all, share, j) => all + share * w(i, j), 0));
  const ofColumn = columns.map((_column, j) => rows.reduce((all, share, i) => all + share * w(i, j), 0));
  const spread = sum((i, j) => shares[i]![j]! * (w(i, j) - (ofRow[i]! + ofColumn[j]!) * (1 - kappa)) ** 2);
  return { kappa, variance: (spread - (kappa - expected * (1 - kappa)) ** 2) / (n * (1 - expected) ** 2) };
}

/** The table as shares of all pairs, with its margins. */
function sharesOf(table: number[][], n: number) {
  const shares = table.map((row) => row.map((count) => count / n));
  const rows = shares.map((row) => row.reduce((all, share) => all + share, 0));
  const columns = rows.map((_row, j) => shares.reduce((all, row) => all + row[j]!, 0));
  return { shares, rows, columns };
}
