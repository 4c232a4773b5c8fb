import { designEffect } from '../../statistics/design-effect';
import { kish as kishOf } from '../../statistics/kish';
import { type Column, type Domain, isLevel, type Linearised } from '../../statistics/linearised';
import { meanOf, ratioOf, totalOf } from '../../statistics/linearised';
import { degreesOfFreedom, surveyDesign, type SurveyDesign } from '../../statistics/survey-design';
import { surveyEstimate } from '../../statistics/survey-estimate';
import { PROPORTION_METHODS, surveyProportionInterval } from '../../statistics/survey-proportion-interval';
import type { Inputs } from './inputs';

/** The design that a case names; without weights every row counts once. */
export function designOf(inputs: Inputs): SurveyDesign {
  const used = <T>(role: string, read: () => T) => (inputs.has(role) ? read() : null);
  const strata = used('strata', () => inputs.texts('strata'));
  const psu = used('psu', () => inputs.texts('psu'));
  return surveyDesign({
    weights: inputs.numbers('weights'),
    strata,
    psu,
    fpc: used('fpc', () => inputs.numbers('fpc')),
  });
}

const STATISTICS = ['mean', 'proportion', 'ratio', 'total'] as const;

/** The values that a statistic is about. */
export function valuesOf(inputs: Inputs, statistic: string): Column {
  if (statistic !== 'proportion') return inputs.numbers('value');
  return isLevel(inputs.texts('category'), inputs.textSetting('category_level'));
}

function domainOf(inputs: Inputs): Domain {
  if (!inputs.has('domain')) return null;
  const level = inputs.textSetting('domain_level');
  return inputs.texts('domain').map((value) => value === level);
}

export function estimate(inputs: Inputs): unknown {
  const statistic = inputs.choice('statistic', STATISTICS);
  const design = designOf(inputs);
  const { weights } = design;
  const [values, domain] = [valuesOf(inputs, statistic), domainOf(inputs)];
  const linearised: Linearised =
    statistic === 'ratio'
      ? ratioOf(weights, values, inputs.numbers('denominator'), domain)
      : (statistic === 'total' ? totalOf : meanOf)(weights, values, domain);
  const found = surveyEstimate(design, linearised, inputs.level());
  const of = statistic === 'total' ? 'total' : 'mean';
  const known = found.se !== null && statistic !== 'ratio';
  return { ...found, deff: known ? designEffect(found.se! ** 2, weights, values, domain, of) : null };
}

export function designSummary(inputs: Inputs): unknown {
  const design = designOf(inputs);
  const { n, sum_w } = kishOf(design.weights);
  return { n, sum_weights: sum_w, degf: degreesOfFreedom(design) };
}

export function proportionInterval(inputs: Inputs): unknown {
  return surveyProportionInterval(
    designOf(inputs),
    inputs.texts('category'),
    inputs.textSetting('category_level'),
    inputs.choice('method', PROPORTION_METHODS),
    inputs.level(),
  );
}

export const kish = (inputs: Inputs): unknown =>
  kishOf(surveyDesign({ weights: inputs.numbers('weights') }).weights);
