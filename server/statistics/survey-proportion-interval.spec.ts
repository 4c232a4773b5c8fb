import { surveyDesign } from './survey-design';
import { type ProportionMethod, surveyProportionInterval } from './survey-proportion-interval';

/** Two of four say yes: p 1/2, V = 4/3 * 4/64 = 1/12, three degrees of freedom. */
const half = surveyDesign({ weights: [1, 1, 1, 1] });
const T_3 = 3.182446305284263;
const SE = Math.sqrt(1 / 12);
const of = (method: ProportionMethod, level = 0.95) =>
  surveyProportionInterval(half, ['yes', 'yes', 'no', 'no'], 'yes', method, level);

it.each([
  ['mean', 0.5 - T_3 * SE],
  ['logit', 1 / (1 + Math.exp(T_3 * SE * 4))],
  ['xlogit', 1 / (1 + Math.exp(T_3 * SE * 4))],
  // n* = 1/4 / (1/12) = 3: the quantile 0.025 of beta(1.5, 2.5), mpmath 1.3
  ['beta', 0.0387476177852],
] as const)('%s', (method, low) => {
  const found = of(method);
  expect(found.estimate).toBe(0.5);
  expect(found.low).toBeCloseTo(low, 8);
  expect(found.high).toBeCloseTo(1 - low, 8);
});

it('turns the arcsine back, and no further than 0 and 1', () => {
  // the quantile 0.75 of t with three degrees of freedom, scipy 1.17
  expect(of('asin', 0.5).low).toBeCloseTo(Math.sin(Math.PI / 4 - 0.7648923284 * SE) ** 2, 9);
  expect(of('asin', 0.95).low).toBe(Math.sin(Math.PI / 4 - T_3 * SE) < 0 ? 0 : 1);
  expect(of('asin', 0.95).high).toBeCloseTo(1, 12);
});

it('leaves rows without a category out of the share, not out of the sample', () => {
  const five = surveyDesign({ weights: [1, 1, 1, 1, 1] });
  // V = 5/4 * 4/64, t with four degrees of freedom: 2.776445
  const found = surveyProportionInterval(five, ['yes', 'yes', 'no', 'no', null], 'yes', 'mean');
  expect(found.low).toBeCloseTo(0.5 - 2.7764451051977987 * Math.sqrt(5 / 64), 10);
});

it('has no interval where the sample knows no spread, and no share of nothing', () => {
  expect(surveyProportionInterval(half, ['yes', 'yes', 'yes', 'yes'], 'yes', 'beta')).toEqual({
    estimate: 1,
    low: null,
    high: null,
  });
  expect(surveyProportionInterval(half, [null, null, null, null], 'yes', 'beta').estimate).toBeNull();
  const one = surveyDesign({ weights: [1] });
  expect(surveyProportionInterval(one, ['yes'], 'no', 'logit')).toEqual({
    estimate: 0,
    low: null,
    high: null,
  });
});

it('refuses what is no confidence level', () => {
  expect(() => of('mean', 95)).toThrow('between 0 and 1, not 95');
});
