import { designVariance } from './design-variance';
import type { Linearised } from './linearised';
import { normalReach } from './normal';
import type { SurveyDesign } from './survey-design';

/** An estimate with its sampling error; null where it is not known. */
export interface SurveyEstimate {
  estimate: number | null;
  se: number | null;
  /** Ends of the interval, by the normal distribution. */
  low: number | null;
  high: number | null;
}

/**
 * An estimate from a sample with weights, its linearised standard error and interval (R survey svymean, svyratio,
 * svytotal; Lumley 2004).
 * @param linearised as `meanOf`, `ratioOf` or `totalOf` make it with the weights of the design
 * @param level confidence level
 */
export function surveyEstimate(design: SurveyDesign, linearised: Linearised, level = 0.95): SurveyEstimate {
  const weighted = linearised.influence.map((influence, row) => influence * design.weights[row]!);
  return estimateWith(linearised, weighted, design, level);
}

/** The same with contributions of the rows that are not simply weight times influence. */
export function estimateWith(
  { estimate }: Linearised,
  contributions: Float64Array,
  design: SurveyDesign,
  level: number,
): SurveyEstimate {
  const variance = estimate === null ? null : designVariance(design, contributions);
  if (estimate === null || variance === null) return { estimate, se: null, low: null, high: null };
  const se = Math.sqrt(variance);
  const reach = normalReach(level) * se;
  return { estimate, se, low: estimate - reach, high: estimate + reach };
}
