const SINGULAR = 1e-12;

/** The inverse of a square matrix by elimination with the largest pivot; null where it has none. */
export function inverse(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_value, j) => Number(i === j))]);
  const greatest = Math.max(0, ...matrix.flat().map(Math.abs));
  for (let column = 0; column < size; column++) {
    const pivot = largest(rows, column);
    if (Math.abs(rows[pivot]![column]!) <= SINGULAR * greatest) return null;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const scale = rows[column]![column]!;
    rows[column] = rows[column]!.map((value) => value / scale);
    for (const [i, row] of rows.entries())
      if (i !== column) rows[i] = row.map((value, j) => value - row[column]! * rows[column]![j]!);
  }
  return rows.map((row) => row.slice(size));
}

function largest(rows: number[][], column: number): number {
  let pivot = column;
  for (let i = column + 1; i < rows.length; i++)
    if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
  return pivot;
}
