/** Rows that have a value in every column. */
export function completeRows(columns: readonly (readonly (number | null)[])[]): number[][] {
  const length = columns[0]?.length ?? 0;
  for (const column of columns)
    if (column.length !== length)
      throw new RangeError(`columns of ${length} and ${column.length} rows cannot be compared`);
  const rows = Array.from({ length }, (_, row) => columns.map((column) => column[row]!));
  return rows.filter((row) => row.every((value) => value !== null));
}

/**
 * Covariances of columns (sample, n - 1) over the rows given: a square matrix. Null with fewer than two rows.
 */
export function covariances(rows: readonly (readonly number[])[]): number[][] | null {
  if (rows.length < 2) return null;
  const means = rows[0]!.map((_value, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length);
  return means.map((meanI, i) =>
    means.map((meanJ, j) => {
      const products = rows.reduce((sum, row) => sum + (row[i]! - meanI) * (row[j]! - meanJ), 0);
      return products / (rows.length - 1);
    }),
  );
}

/** Pearson's correlations of a matrix of covariances; null of a column that does not vary. */
export const correlations = (covariance: readonly (readonly number[])[]): (number | null)[][] =>
  covariance.map((row, i) =>
    row.map((value, j) => {
      const scale = Math.sqrt(covariance[i]![i]! * covariance[j]![j]!);
      if (scale === 0) return null;
      return i === j ? 1 : value / scale;
    }),
  );
