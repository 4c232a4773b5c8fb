import type { Linearised } from './linearised';
import { marginResiduals } from './margin-residuals';
import type { Margin } from './rake';
import type { SurveyDesign } from './survey-design';
import { estimateWith, type SurveyEstimate } from './survey-estimate';

/** Weights made from those of the design, in their steps. */
export interface Calibrated {
  margins: readonly Margin[];
  /** After raking or post-stratification to the margins. */
  raked: Float64Array;
  /** After trimming; the raked ones where none were trimmed. */
  weights: Float64Array;
}

/**
 * An estimate with weights that agree with margins. What the margins fix does not vary: each influence is replaced by its
 * residual from the regression on the margins with the weights of the design (Deville and Särndal 1992,
 * https://doi.org/10.1080/01621459.1992.10475217; R survey: rake, postStratify, calibrate, trimWeights). Taking the made
 * weights for weights of a design gives a wrong error.
 * @param linearised as `meanOf`, `ratioOf` or `totalOf` make it with the made weights
 */
export function calibratedEstimate(
  design: SurveyDesign,
  { margins, raked, weights }: Calibrated,
  linearised: Linearised,
  level = 0.95,
): SurveyEstimate {
  // a row that raking left without weight has none to trim either
  const shift = (row: number) => (raked[row] === 0 ? 0 : weights[row]! / raked[row]!);
  const influence = linearised.influence.map((one, row) => one * shift(row));
  const residuals = marginResiduals(influence, design.weights, margins);
  return estimateWith(
    linearised,
    residuals.map((residual, row) => residual * raked[row]!),
    design,
    level,
  );
}
