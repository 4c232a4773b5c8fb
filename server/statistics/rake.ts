/** What a sample is to agree with: the category of each row, and what each category has in the population. */
export interface Margin {
  name: string;
  categories: readonly (string | null)[];
  totals: Readonly<Record<string, number>>;
}

/** A margin with its categories by number. */
export interface CodedMargin {
  codes: Int32Array;
  levels: string[];
  totals: Float64Array;
}

const SWEEPS = 1000;
/** Largest relative error of a margin: what is aimed at, and what is accepted where the digits give no more. */
const AIM = 1e-13;
const ACCEPTED = 1e-9;

/**
 * Weights that agree with every margin: raking, or iterative proportional fitting (Deming and Stephan 1940,
 * https://doi.org/10.1214/aoms/1177731829; R survey rake). With one margin it is post-stratification.
 * Throws `RangeError` for a row without a category or with one that has no total, a total that nobody stands for, and
 * margins that do not come together.
 */
export function rake(weights: ArrayLike<number>, margins: readonly Margin[]): Float64Array {
  const raked = Float64Array.from(weights);
  const coded = margins.map((margin) => codedMargin(margin, raked.length));
  let error = Infinity;
  for (let sweep = 0; sweep < SWEEPS && error > AIM; sweep++) {
    const before = error;
    for (const margin of coded) adjust(raked, margin);
    error = Math.max(0, ...coded.map((margin) => errorOf(raked, margin)));
    if (error <= ACCEPTED && error >= before) break;
  }
  if (error <= ACCEPTED) return raked;
  throw new RangeError(
    `raking to ${margins.map(({ name }) => name).join(', ')} does not come together: a margin is still ${error} off`,
  );
}

/** Categories by number. Throws `RangeError` as `rake` does. */
export function codedMargin({ name, categories, totals }: Margin, rows: number): CodedMargin {
  if (categories.length !== rows)
    throw new RangeError(`${rows} weights and ${categories.length} categories of ${name}`);
  const levels = Object.keys(totals);
  const numbers = new Map(levels.map((level, i) => [level, i]));
  const codes = Int32Array.from(categories, (category, row) => {
    const code = category === null ? undefined : numbers.get(category);
    if (code !== undefined) return code;
    throw new RangeError(`row ${row + 1} has “${category}” in ${name}; allowed: ${levels.join(', ')}`);
  });
  return { codes, levels, totals: Float64Array.from(levels, (level) => totals[level]!) };
}

function adjust(weights: Float64Array, { codes, levels, totals }: CodedMargin): void {
  const sums = sumsOf(weights, codes, levels.length);
  const factors = sums.map((sum, code) => {
    const total = totals[code]!;
    if (total === 0) return 0;
    if (sum > 0) return total / sum;
    throw new RangeError(`nobody in the sample stands for “${levels[code]}”, of which there are ${total}`);
  });
  codes.forEach((code, row) => (weights[row]! *= factors[code]!));
}

const errorOf = (weights: Float64Array, { codes, levels, totals }: CodedMargin): number =>
  sumsOf(weights, codes, levels.length).reduce(
    (most, sum, code) => Math.max(most, totals[code] === 0 ? 0 : Math.abs(sum / totals[code]! - 1)),
    0,
  );

function sumsOf(weights: Float64Array, codes: Int32Array, levels: number): Float64Array {
  const sums = new Float64Array(levels);
  codes.forEach((code, row) => (sums[code]! += weights[row]!));
  return sums;
}
