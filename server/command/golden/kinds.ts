import * as aggregate from './aggregate';
import * as calibration from './calibration';
import type { Roles } from './golden-case';
import type { Inputs } from './inputs';
import { proportion } from './interval';
import * as item from './item';
import * as normalise from './normalise';
import * as representation from './representation';
import * as survey from './survey';
import * as time from './time';

/** A kind of case: its roles, and the product's function that answers it. */
export interface Kind extends Roles {
  run: (inputs: Inputs) => unknown;
}

const DESIGN = ['strata', 'psu', 'fpc'];

/** The kinds that are computed. */
export const KINDS: Record<string, Kind> = {
  survey_estimate: {
    run: survey.estimate,
    needed: ['weights'],
    optional: [...DESIGN, 'value', 'denominator', 'category', 'domain'],
  },
  survey_design_summary: { run: survey.designSummary, needed: ['weights'], optional: DESIGN },
  survey_proportion_interval: {
    run: survey.proportionInterval,
    needed: ['category', 'weights'],
    optional: DESIGN,
  },
  kish_effective_size: { run: survey.kish, needed: ['weights'] },
  survey_poststratify: { run: calibration.poststratify, needed: ['weights'], optional: [...DESIGN, 'value'] },
  survey_rake: { run: calibration.rake, needed: ['weights'], optional: [...DESIGN, 'value', 'category'] },
  survey_trim_weights: { run: calibration.trim, needed: ['weights'], optional: [...DESIGN, 'value'] },
  proportion_interval: { run: proportion, needed: ['x', 'n'] },
  cronbach_alpha: { run: item.alpha, needed: ['items'] },
  correlation_matrix: { run: item.correlationMatrix, needed: ['items'] },
  cohen_kappa: { run: item.kappa, needed: ['table'] },
  dissimilarity: {
    run: representation.dissimilarity,
    needed: [],
    optional: ['unit', 'group', 'count', 'a', 'b'],
  },
  dissimilarity_expected: { run: representation.expected, needed: ['shares', 'n'] },
  participation_ratio: { run: representation.ratio, needed: ['participants', 'population'] },
  rake_table: { run: representation.table, needed: ['seed', 'row_totals', 'col_totals'] },
  kaplan_meier_median: { run: time.waiting, needed: ['time', 'event'], optional: ['group'] },
  quarter_of_instant: { run: time.quarter, needed: ['utc'] },
  normalise_goalposts: { run: normalise.goalposts, needed: ['value'] },
  normalise_minmax: { run: normalise.minMax, needed: ['value'] },
  normalise_zscore: { run: normalise.zScore, needed: ['value'] },
  normalise_rank: { run: normalise.rank, needed: ['value'] },
  aggregate_vector: { run: aggregate.vector, needed: ['value', 'weight'] },
  aggregate_tree: { run: aggregate.tree, needed: ['unit'] },
  hdi: {
    run: aggregate.hdi,
    needed: ['unit', 'life_expectancy', 'expected_schooling', 'mean_schooling', 'income'],
  },
};

/** The kinds that are known and not computed yet: comparisons, and disclosure control. */
export const LATER: readonly string[] = [
  'survey_ttest',
  'survey_chisq',
  'difference_of_proportions',
  'chi_square',
  'fisher_exact',
  'welch_t',
  'benjamini_hochberg',
  'logrank',
  'funnel_limits',
  'xmr_chart',
  'simpson_standardise',
  'monte_carlo_ranks',
  'k_anonymity',
  'individual_risk',
  'l_diversity',
  'local_suppression',
  'table_attack',
  'table_suppression',
];
