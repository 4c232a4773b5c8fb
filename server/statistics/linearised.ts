/** A column with gaps: null is missing. */
export type Column = readonly (number | null)[];

/** Which rows an estimate is about; null: all. */
export type Domain = readonly boolean[] | null;

/** An estimate and what each row, counted once, moves it by (its influence before the weight). */
export interface Linearised {
  /** Null where nothing is known: no row with a value, or nothing to divide by. */
  estimate: number | null;
  /** 0 outside the domain and where the value is missing. */
  influence: Float64Array;
  /** Rows of the domain that have a value. */
  n: number;
}

type Weights = ArrayLike<number>;

/** Weighted mean: influence (y - m) / sum w. A proportion is the mean of ones and zeros. */
export function meanOf(weights: Weights, values: Column, domain: Domain = null): Linearised {
  return ratioOf(
    weights,
    values,
    values.map(() => 1),
    domain,
  );
}

/** Ratio of two weighted totals: influence (y - R x) / sum w x (Lumley 2004). */
export function ratioOf(
  weights: Weights,
  values: Column,
  denominators: Column,
  domain: Domain = null,
): Linearised {
  const rows = rowsOf(weights, domain, values, denominators);
  const above = rows.reduce((sum, row) => sum + weights[row]! * values[row]!, 0);
  const below = rows.reduce((sum, row) => sum + weights[row]! * denominators[row]!, 0);
  const influence = new Float64Array(weights.length);
  if (below === 0) return { estimate: null, influence, n: rows.length };
  const estimate = above / below;
  for (const row of rows) influence[row] = (values[row]! - estimate * denominators[row]!) / below;
  return { estimate, influence, n: rows.length };
}

/** Weighted total: influence y. */
export function totalOf(weights: Weights, values: Column, domain: Domain = null): Linearised {
  const rows = rowsOf(weights, domain, values);
  const influence = new Float64Array(weights.length);
  for (const row of rows) influence[row] = values[row]!;
  const estimate = rows.reduce((sum, row) => sum + weights[row]! * values[row]!, 0);
  return { estimate: rows.length === 0 ? null : estimate, influence, n: rows.length };
}

/** 1 where a category is the level, 0 where it is another, null where it is missing: the mean of it is a proportion. */
export const isLevel = (categories: readonly (string | null)[], level: string): Column =>
  categories.map((category) => (category === null ? null : Number(category === level)));

function rowsOf(weights: Weights, domain: Domain, ...columns: Column[]): number[] {
  for (const { length } of [...columns, ...(domain ? [domain] : [])])
    if (length !== weights.length) throw new RangeError(`${weights.length} weights and ${length} values`);
  const rows: number[] = [];
  for (let row = 0; row < weights.length; row++)
    if ((domain?.[row] ?? true) && columns.every((column) => column[row] !== null)) rows.push(row);
  return rows;
}
