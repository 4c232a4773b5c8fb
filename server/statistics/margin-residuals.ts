import { codedMargin, type Margin } from './rake';

/** A pivot this small beside the greatest is what rounding leaves of a column that depends on others. */
const DEPENDENT = 1e-9;

/**
 * What is left of values after weighted least squares on an intercept and the categories of the margins. Categories that
 * follow from others are left out: the residuals are the same.
 */
export function marginResiduals(
  values: Float64Array,
  weights: Float64Array,
  margins: readonly Margin[],
): Float64Array {
  const { columns, size } = columnsOf(margins, values.length);
  const gram = Array.from({ length: size }, () => new Float64Array(size + 1));
  for (const [row, value] of values.entries())
    for (const i of columns[row]!) {
      for (const j of columns[row]!) gram[i]![j]! += weights[row]!;
      gram[i]![size]! += weights[row]! * value;
    }
  const coefficients = solved(gram, size);
  return values.map((value, row) => columns[row]!.reduce((left, i) => left - coefficients[i]!, value));
}

/** The columns that are 1 in each row: the intercept, and its category of every margin but for the first one of each. */
function columnsOf(margins: readonly Margin[], rows: number): { columns: number[][]; size: number } {
  const columns = Array.from({ length: rows }, () => [0]);
  let size = 1;
  for (const margin of margins) {
    const { codes, levels } = codedMargin(margin, rows);
    for (const [row, code] of codes.entries()) if (code > 0) columns[row]!.push(size + code - 1);
    size += levels.length - 1;
  }
  return { columns, size };
}

/** Solves a positive semidefinite system whose right side is its last column; 0 for a column that depends on others. */
function solved(system: Float64Array[], size: number): Float64Array {
  const order: number[] = [];
  const scale = system.map((row, i) => row[i]!);
  for (let step = 0; step < size; step++) {
    const pivot = greatestPivot(system, scale, order);
    if (pivot === null) break;
    order.push(pivot);
    for (let i = 0; i < size; i++) if (i !== pivot) eliminate(system, i, pivot);
  }
  const found = new Float64Array(size);
  for (const i of order) found[i] = system[i]![size]! / system[i]![i]!;
  return found;
}

function eliminate(system: Float64Array[], i: number, pivot: number): void {
  const factor = system[i]![pivot]! / system[pivot]![pivot]!;
  if (factor !== 0) system[i] = system[i]!.map((value, j) => value - factor * system[pivot]![j]!);
}

/** Of the columns that are left the one that keeps most of itself; null where none keeps anything. */
function greatestPivot(system: Float64Array[], scale: number[], used: number[]): number | null {
  const share = (i: number) => (scale[i]! > 0 ? system[i]![i]! / scale[i]! : 0);
  const left = system.map((_row, i) => i).filter((i) => !used.includes(i) && share(i) > DEPENDENT);
  return left.reduce<number | null>((best, i) => (best === null || share(i) > share(best) ? i : best), null);
}
