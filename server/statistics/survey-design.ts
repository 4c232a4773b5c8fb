/** How a sample was drawn: what the variance of every estimate from it needs. Rows keep their order. */
export interface SurveyDesign {
  /** How many of the population a row stands for. */
  weights: Float64Array;
  /** The primary sampling unit of each row, by number. */
  psu: Int32Array;
  /** The stratum of each primary sampling unit, by number. */
  stratum: Int32Array;
  /** Primary sampling units drawn in each stratum, and the share of all its units that they are (0: not known). */
  drawn: Int32Array;
  fraction: Float64Array;
}

/** What a row says of the design; every array has one entry a row. Null: not part of the design. */
export interface DesignColumns {
  weights: readonly (number | null)[];
  strata?: readonly (string | null)[] | null;
  /** Primary sampling units; the same name in two strata means two units. Without them each row is one. */
  psu?: readonly (string | null)[] | null;
  /** Primary sampling units that the stratum has in the population. */
  fpc?: readonly (number | null)[] | null;
}

/**
 * Reads the design of a sample once, for all estimates from it.
 * Throws `RangeError` for lengths that disagree, a missing or negative weight, a missing stratum or unit, and a size of a
 * stratum that is missing, differs within it, or is below the number drawn.
 */
export function surveyDesign({ weights, strata, psu, fpc }: DesignColumns): SurveyDesign {
  for (const [name, column] of Object.entries({ strata, psu, fpc }))
    if (column && column.length !== weights.length)
      throw new RangeError(`the design has ${weights.length} weights and ${column.length} values of ${name}`);
  const rows = Float64Array.from(weights, (weight, row) => weighed(weight, row));
  const ofStratum = numbered('strata', strata, weights.length, () => '');
  const named = (row: number) => JSON.stringify([ofStratum.codes[row], psu ? psu[row] : row]);
  if (psu) numbered('psu', psu, weights.length, () => '');
  const ofUnit = numbered('psu', null, weights.length, named);
  const stratum = new Int32Array(ofUnit.levels.length);
  ofUnit.codes.forEach((unit, row) => (stratum[unit] = ofStratum.codes[row]!));
  const drawn = new Int32Array(ofStratum.levels.length);
  for (const one of stratum) drawn[one]!++;
  const fraction = fractions(fpc ?? null, ofStratum, drawn);
  return { weights: rows, psu: ofUnit.codes, stratum, drawn, fraction };
}

/** Degrees of freedom of a variance: primary sampling units less strata. */
export const degreesOfFreedom = ({ stratum, drawn }: SurveyDesign): number => stratum.length - drawn.length;

function weighed(weight: number | null, row: number): number {
  if (weight !== null && weight >= 0 && weight < Infinity) return weight;
  throw new RangeError(`the weight of row ${row + 1} is ${weight}; a number of at least 0 is needed`);
}

interface Numbered {
  codes: Int32Array;
  levels: string[];
}

/** Levels by number, in the order of their first row. */
function numbered(
  name: string,
  column: readonly (string | null)[] | null | undefined,
  rows: number,
  otherwise: (row: number) => string,
): Numbered {
  const known = new Map<string, number>();
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const level = column ? column[row]! : otherwise(row);
    if (level === null) throw new RangeError(`${name} is missing in row ${row + 1}`);
    if (!known.has(level)) known.set(level, known.size);
    codes[row] = known.get(level)!;
  }
  return { codes, levels: [...known.keys()] };
}

function fractions(
  fpc: readonly (number | null)[] | null,
  { codes, levels }: Numbered,
  drawn: Int32Array,
): Float64Array {
  const found = new Float64Array(drawn.length);
  if (!fpc) return found;
  const sizes = new Float64Array(drawn.length).fill(-1);
  codes.forEach((stratum, row) => {
    const size = fpc[row] ?? null;
    const where = `stratum “${levels[stratum]}”, row ${row + 1}`;
    if (size === null || size < drawn[stratum]!)
      throw new RangeError(`fpc is ${size} in ${where}; ${drawn[stratum]} units were drawn there`);
    if (sizes[stratum] !== -1 && sizes[stratum] !== size)
      throw new RangeError(`fpc is ${size} in ${where}, and ${sizes[stratum]} before`);
    sizes[stratum] = size;
  });
  return found.map((_zero, stratum) => drawn[stratum]! / sizes[stratum]!);
}
