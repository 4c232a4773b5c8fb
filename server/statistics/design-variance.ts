import type { SurveyDesign } from './survey-design';

/**
 * Variance of the sum of what each row contributes, between the primary sampling units of each stratum: Taylor
 * linearisation with the contributions of an estimate (Binder 1983; Lumley 2004, https://doi.org/10.18637/jss.v009.i08):
 * V = sum over strata of (1 - f) n/(n-1) sum over units (U - mean U)².
 * @param contributions weighted influence of each row; 0 outside the domain: its units stay in the variance
 * @returns null where a stratum has one unit that is not all of it: no spread is known there
 */
export function designVariance(design: SurveyDesign, contributions: Float64Array): number | null {
  const { psu, stratum, drawn, fraction } = design;
  if (contributions.length !== psu.length)
    throw new RangeError(`${contributions.length} contributions to a design of ${psu.length} rows`);
  const totals = new Float64Array(stratum.length);
  psu.forEach((unit, row) => (totals[unit]! += contributions[row]!));
  const means = new Float64Array(drawn.length);
  stratum.forEach((of, unit) => (means[of]! += totals[unit]! / drawn[of]!));
  const squares = new Float64Array(drawn.length);
  stratum.forEach((of, unit) => (squares[of]! += (totals[unit]! - means[of]!) ** 2));
  let variance = 0;
  for (const [of, n] of drawn.entries()) {
    const left = 1 - fraction[of]!;
    if (left === 0) continue;
    if (n < 2) return null;
    variance += ((left * n) / (n - 1)) * squares[of]!;
  }
  return drawn.length === 0 ? null : variance;
}
