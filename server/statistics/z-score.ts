/**
 * Values in standard deviations from their mean (sample deviation, n - 1), moved to another mean and deviation
 * (COINr n_zscore). Null for a missing value, and for all where they do not differ.
 */
export function zScores(values: readonly (number | null)[], mean = 0, deviation = 1): (number | null)[] {
  const known = values.filter((value) => value !== null);
  const centre = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  if (known.length < 2 || squares === 0) return values.map(() => null);
  const own = Math.sqrt(squares / (known.length - 1));
  return values.map((value) => (value === null ? null : mean + (deviation * (value - centre)) / own));
}
