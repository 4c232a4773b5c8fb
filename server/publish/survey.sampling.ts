import { designVariance } from '../statistics/design-variance';
import { kish } from '../statistics/kish';
import { type Column, meanOf } from '../statistics/linearised';
import { proportionInterval } from '../statistics/proportion-interval';
import { studentReach } from '../statistics/student';
import { degreesOfFreedom, type SurveyDesign, surveyDesign } from '../statistics/survey-design';
import type { Responses, SurveyRow } from './survey.responses';
import type { EstimateView, IntervalKind, IntervalReason, SamplingView } from './survey.view';

const LEVEL = 0.95;
/** Designs of which the error of sampling is known. */
const DRAWN = ['census', 'srs', 'stratified', 'cluster'];

/** How an estimate of a survey gets its error, or why it has none. */
export interface Sampling {
  weights: number[];
  design: SurveyDesign | null;
  reason: IntervalReason | null;
  view: SamplingView | null;
}

/** Whether a design has a sampling error at all: who came by an open link or to fill a quota was not drawn. */
export const intervalKind = (design: string | null): IntervalKind =>
  design !== null && DRAWN.includes(design) ? 'sampling' : 'none';

/** The design of a survey as its responses tell it. */
export function samplingOf(survey: Pick<SurveyRow, 'design' | 'frame_size'>, responses: Responses): Sampling {
  const { weights } = responses;
  const reason = reasonAgainst(survey.design, responses);
  if (reason) return { weights, design: null, reason, view: null };
  const sizes = survey.design === 'cluster' ? null : sizesOf(survey, responses);
  const { design, fpc } = designWith(responses, sizes);
  const [units, strata] = [design.stratum.length, design.drawn.length];
  return {
    weights,
    design,
    reason: null,
    view: { strata, units, df: degreesOfFreedom(design), fpc },
  };
}

function reasonAgainst(design: string | null, { psu, strata }: Responses): IntervalReason | null {
  if (design === null) return 'design_unknown';
  if (intervalKind(design) === 'none') return 'not_random';
  if (design === 'cluster' && psu.every((unit) => unit === null)) return 'no_clusters';
  return isBroken(psu) || isBroken(strata) ? 'design_incomplete' : null;
}

/** Some have it and some do not. */
const isBroken = (column: (string | null)[]) =>
  column.includes(null) && column.some((value) => value !== null);

/** Sizes of the strata, or of the one frame that all were drawn from; null where they are not known. */
function sizesOf({ frame_size }: Pick<SurveyRow, 'frame_size'>, { sizes, strata }: Responses) {
  if (sizes.length > 0 && !sizes.includes(null)) return sizes;
  const isOne = strata.every((stratum) => stratum === null);
  return isOne && frame_size !== null ? sizes.map(() => frame_size) : null;
}

function designWith(
  { weights, strata, psu }: Responses,
  fpc: (number | null)[] | null,
): { design: SurveyDesign; fpc: boolean } {
  const given = {
    weights,
    strata: strata.includes(null) ? null : strata,
    psu: psu.includes(null) ? null : psu,
  };
  if (fpc)
    try {
      return { design: surveyDesign({ ...given, fpc }), fpc: true };
    } catch (error) {
      // sizes that cannot be: without them the error is larger, never smaller
      if (!(error instanceof RangeError)) throw error;
    }
  return { design: surveyDesign(given), fpc: false };
}

/** A weighted mean with Student's interval; null where nobody answered or all who did weigh nothing. */
export function meanView({ design, weights }: Sampling, values: Column): EstimateView | null {
  const { estimate, se } = estimated(design, weights, values);
  if (estimate === null) return null;
  const t = design && studentReach(LEVEL, degreesOfFreedom(design));
  if (se === null || t === null) return { estimate, se: null, low: null, high: null };
  return { estimate, se, low: estimate - t * se, high: estimate + t * se };
}

/** A weighted share with Wilson's interval from the effective number of answers (method 4.6); as `meanView`. */
export function shareView({ design, weights }: Sampling, chosen: Column): EstimateView | null {
  const { estimate, se } = estimated(design, weights, chosen);
  if (estimate === null) return null;
  if (se === null) return { estimate, se, low: null, high: null };
  const p = Math.min(1, Math.max(0, estimate));
  const n = se > 0 ? (p * (1 - p)) / se ** 2 : kishOf(weights, chosen).n_eff;
  if (n === null || (se === 0 && isWhole(design))) return { estimate, se, low: null, high: null };
  const { low, high } = proportionInterval(p * n, n);
  return { estimate, se, low, high };
}

/** Everyone answered: a share has no error, and no interval. */
const isWhole = (design: SurveyDesign | null) =>
  design !== null && design.fraction.every((part) => part === 1);

function estimated(
  design: SurveyDesign | null,
  weights: number[],
  values: Column,
): { estimate: number | null; se: number | null } {
  // without an error nobody asks how much each row moves the mean
  if (!design) return { estimate: weightedMean(weights, values), se: null };
  const { estimate, influence } = meanOf(weights, values);
  if (estimate === null) return { estimate, se: null };
  for (let row = 0; row < influence.length; row++) influence[row]! *= weights[row]!;
  const variance = designVariance(design, influence);
  return { estimate, se: variance === null ? null : Math.sqrt(variance) };
}

function weightedMean(weights: number[], values: Column): number | null {
  let [above, below] = [0, 0];
  for (let row = 0; row < weights.length; row++) {
    const value = values[row] ?? null;
    if (value === null) continue;
    above += weights[row]! * value;
    below += weights[row]!;
  }
  return below > 0 ? above / below : null;
}

/** What unequal weights cost among those who have a value. */
export const kishOf = (weights: number[], values: Column) =>
  kish(weights.filter((_weight, row) => values[row] !== null));
