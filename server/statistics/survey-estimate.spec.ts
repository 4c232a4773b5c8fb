import { meanOf, ratioOf, totalOf } from './linearised';
import { surveyDesign } from './survey-design';
import { surveyEstimate } from './survey-estimate';

const VALUES = [1, 3, 2, 4, 6];
/** a: 2 of 20, b: 3 of 15. */
const stratified = surveyDesign({
  weights: [10, 10, 5, 5, 5],
  strata: ['a', 'a', 'b', 'b', 'b'],
  fpc: [20, 20, 15, 15, 15],
});

it('estimates a mean from strata', () => {
  // mean 100/35; a: 0.9 * 2 * (4/7)²/2 = 14.4/49, b: 0.8 * 3/2 * 8/49 = 9.6/49
  const found = surveyEstimate(stratified, meanOf(stratified.weights, VALUES));
  const se = Math.sqrt(24) / 7;
  expect(found.estimate).toBeCloseTo(20 / 7, 12);
  expect(found.se).toBeCloseTo(se, 12);
  expect(found.low).toBeCloseTo(20 / 7 - 1.959963984540054 * se, 10);
  expect(found.high).toBeCloseTo(20 / 7 + 1.959963984540054 * se, 10);
});

it('estimates a mean from clusters', () => {
  // units -4/4, 1/4, 3/4 of the mean 4: V = 3/2 * 26/16
  const design = surveyDesign({ weights: [1, 1, 1, 1], psu: ['a', 'a', 'b', 'c'] });
  expect(surveyEstimate(design, meanOf(design.weights, [1, 3, 5, 7]))).toMatchObject({
    estimate: 4,
    se: expect.closeTo(Math.sqrt(39) / 4, 12),
  });
});

it('keeps the units outside a domain in the variance', () => {
  // mean 3 of 2 and 4; contributions -1/2, 1/2, 0 of three units: V = 3/2 * 1/2, not 2 * 1/2
  const design = surveyDesign({ weights: [1, 1, 1] });
  const inDomain = surveyEstimate(design, meanOf(design.weights, [2, 4, 9], [true, true, false]));
  expect(inDomain).toMatchObject({ estimate: 3, se: expect.closeTo(Math.sqrt(0.75), 12) });
  expect(surveyEstimate(design, meanOf(design.weights, [2, 4, null]))).toEqual(inDomain);
});

it('estimates ratios and totals', () => {
  const design = surveyDesign({ weights: [2, 2, 2] });
  // R = 1; contributions -1/6, 0, 1/6: V = 3/2 * 2/36
  const ratio = surveyEstimate(design, ratioOf(design.weights, [1, 2, 3], [2, 2, 2]));
  expect(ratio).toMatchObject({ estimate: 1, se: expect.closeTo(Math.sqrt(1 / 12), 12) });
  // contributions 2, 4, 6: V = 3/2 * 8
  const total = surveyEstimate(design, totalOf(design.weights, [1, 2, 3]));
  expect(total).toMatchObject({ estimate: 12, se: expect.closeTo(Math.sqrt(12), 12) });
});

it('is not known without values, and has no error where a stratum has one unit', () => {
  const nothing = { estimate: null, se: null, low: null, high: null };
  expect(
    surveyEstimate(
      stratified,
      meanOf(
        stratified.weights,
        VALUES.map(() => null),
      ),
    ),
  ).toEqual(nothing);
  const lonely = surveyDesign({ weights: [1, 1, 1], strata: ['a', 'a', 'b'] });
  expect(surveyEstimate(lonely, meanOf(lonely.weights, [1, 2, 3]))).toEqual({ ...nothing, estimate: 2 });
});
