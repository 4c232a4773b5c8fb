import { calibratedEstimate, type Calibrated } from '../../statistics/calibrated-estimate';
import { kish } from '../../statistics/kish';
import { meanOf, totalOf } from '../../statistics/linearised';
import { type Margin, rake as rakeTo } from '../../statistics/rake';
import type { SurveyDesign } from '../../statistics/survey-design';
import { surveyEstimate } from '../../statistics/survey-estimate';
import { trimWeights } from '../../statistics/trim-weights';
import type { Inputs } from './inputs';
import { designOf, valuesOf } from './survey';

const STATISTICS = ['mean', 'proportion', 'total', 'weights'] as const;

interface MarginSetting {
  column: string;
  totals: Record<string, number>;
}

export const poststratify = (inputs: Inputs): unknown =>
  of(inputs, [inputs.objectSetting<MarginSetting>('margin')]);

export const rake = (inputs: Inputs): unknown => of(inputs, inputs.listSetting<MarginSetting>('margins'));

export function trim(inputs: Inputs): unknown {
  const [lower, upper] = [inputs.numberSetting('lower'), inputs.numberSetting('upper')];
  return of(inputs, inputs.listSetting<MarginSetting>('margins'), (raked) =>
    trimWeights(raked, lower, upper),
  );
}

function of(inputs: Inputs, settings: MarginSetting[], trimmed = (raked: Float64Array) => raked): unknown {
  const design = designOf(inputs);
  const margins = settings.map(({ column, totals }) => ({
    name: column,
    categories: inputs.column(column),
    totals: totals ?? {},
  }));
  const raked = rakeTo(design.weights, margins);
  const made: Calibrated = { margins, raked, weights: trimmed(raked) };
  return { ...aboutWeights(made), ...estimated(inputs, design, made) };
}

/** With `se_if_weights_taken_as_given`, the wrong value one gets by taking the made weights for those of a design. */
function estimated(inputs: Inputs, design: SurveyDesign, made: Calibrated): object {
  const statistic = inputs.choice('statistic', STATISTICS);
  if (statistic === 'weights') return {};
  const { weights } = made;
  const linearised = (statistic === 'total' ? totalOf : meanOf)(weights, valuesOf(inputs, statistic));
  const level = inputs.level();
  const asGiven = surveyEstimate({ ...design, weights }, linearised, level);
  return {
    ...calibratedEstimate(design, made, linearised, level),
    se_if_weights_taken_as_given: asGiven.se,
  };
}

function aboutWeights({ margins, weights }: Calibrated): object {
  const spread = kish(weights);
  const cells = cellsOf(margins, weights);
  return {
    weights_by_cell: Object.fromEntries([...cells].map(([cell, own]) => [cell, sameOf(own)])),
    n_by_cell: Object.fromEntries([...cells].map(([cell, own]) => [cell, own.length])),
    kish: spread,
    sum_w: spread.sum_w,
    min_weight: Math.min(...weights),
    max_weight: Math.max(...weights),
  };
}

function cellsOf(margins: readonly Margin[], weights: Float64Array): Map<string, number[]> {
  const cells = new Map<string, number[]>();
  for (const [row, weight] of weights.entries()) {
    const cell = margins.map(({ categories }) => categories[row]).join('|');
    cells.set(cell, [...(cells.get(cell) ?? []), weight]);
  }
  return cells;
}

/** The one weight of a cell; null where its rows have several. */
const sameOf = (weights: number[]): number | null =>
  weights.every((weight) => Math.abs(weight - weights[0]!) <= 1e-9 * weight) ? weights[0]! : null;
