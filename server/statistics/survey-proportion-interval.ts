import { betaQuantile } from './beta';
import { designVariance } from './design-variance';
import { type Domain, isLevel, meanOf } from './linearised';
import { studentReach } from './student';
import { degreesOfFreedom, type SurveyDesign } from './survey-design';

/** A weighted proportion with the ends of its interval; null where they are not known. */
export interface SurveyProportion {
  estimate: number | null;
  low: number | null;
  high: number | null;
}

interface Known {
  p: number;
  se: number;
  /** t quantiles with the degrees of freedom of the design, and with n - 1. */
  t: number;
  tSimple: number;
  level: number;
}

type Ends = [number, number];

const METHODS = {
  mean: ({ p, se, t }: Known): Ends => [p - t * se, p + t * se],
  logit: onLogit,
  xlogit: onLogit,
  asin: ({ p, se, t }: Known): Ends => {
    const [centre, reach] = [Math.asin(Math.sqrt(p)), (t * se) / (2 * Math.sqrt(p * (1 - p)))];
    // beyond the ends of the scale the sine would turn back
    return [Math.sin(Math.max(0, centre - reach)) ** 2, Math.sin(Math.min(Math.PI / 2, centre + reach)) ** 2];
  },
  beta: kornGraubard,
};

/** How the interval of a weighted proportion is made (R survey, svyciprop). */
export type ProportionMethod = keyof typeof METHODS;
export const PROPORTION_METHODS = Object.keys(METHODS) as ProportionMethod[];

/**
 * Interval of the share of a category in a sample with weights (R survey svyciprop; `beta` is Korn and Graubard 1998).
 * Rows without a category are outside the domain. The ends are null where the sample knows no spread: a share of 0 or 1,
 * no degrees of freedom.
 */
export function surveyProportionInterval(
  design: SurveyDesign,
  categories: readonly (string | null)[],
  category: string,
  method: ProportionMethod,
  level = 0.95,
  domain: Domain = null,
): SurveyProportion {
  const { estimate: p, influence } = meanOf(design.weights, isLevel(categories, category), domain);
  if (p === null) return { estimate: null, low: null, high: null };
  const variance = designVariance(
    design,
    influence.map((one, row) => one * design.weights[row]!),
  );
  const t = studentReach(level, degreesOfFreedom(design));
  const tSimple = studentReach(level, design.weights.length - 1);
  const flat = p <= 0 || p >= 1;
  if (!variance || t === null || tSimple === null || flat) return { estimate: p, low: null, high: null };
  const [low, high] = METHODS[method]({ p, se: Math.sqrt(variance), t, tSimple, level });
  return { estimate: p, low, high };
}

function onLogit({ p, se, t }: Known): Ends {
  const [centre, reach] = [Math.log(p / (1 - p)), (t * se) / (p * (1 - p))];
  return [1 / (1 + Math.exp(reach - centre)), 1 / (1 + Math.exp(-reach - centre))];
}

/** Clopper and Pearson's interval from the effective number of rows. */
function kornGraubard({ p, se, t, tSimple, level }: Known): Ends {
  const n = ((p * (1 - p)) / se ** 2) * (tSimple / t) ** 2;
  const tail = (1 - level) / 2;
  return [betaQuantile(tail, n * p, n * (1 - p) + 1), betaQuantile(1 - tail, n * p + 1, n * (1 - p))];
}
