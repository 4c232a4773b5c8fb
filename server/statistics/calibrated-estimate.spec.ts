import { calibratedEstimate } from './calibrated-estimate';
import { meanOf, totalOf } from './linearised';
import { rake } from './rake';
import { surveyDesign } from './survey-design';
import { surveyEstimate } from './survey-estimate';
import { trimWeights } from './trim-weights';

const design = surveyDesign({ weights: [1, 1, 1, 1] });
const row = { name: 'row', categories: ['a', 'a', 'b', 'b'], totals: { a: 30, b: 70 } };
const column = { name: 'column', categories: ['x', 'y', 'x', 'y'], totals: { x: 60, y: 40 } };
/** 18, 12, 42, 28. */
const raked = rake(design.weights, [row, column]);
const both = { margins: [row, column], raked, weights: raked };

it('post-stratifies: only what varies within the cells is error', () => {
  // weights 3 3 2 2, mean 2.8; residuals of (y - m) / 10: -+0.1, -+0.2; u -+0.3, -+0.4: V = 4/3 * 0.5
  const margins = [{ ...row, totals: { a: 6, b: 4 } }];
  const weights = rake(design.weights, margins);
  const made = { margins, raked: weights, weights };
  const found = calibratedEstimate(design, made, meanOf(weights, [1, 3, 2, 6]));
  expect(found.estimate).toBeCloseTo(2.8, 12);
  expect(found.se).toBeCloseTo(Math.sqrt(2 / 3), 12);
  const total = calibratedEstimate(design, made, totalOf(weights, [1, 3, 2, 6]));
  expect(total.estimate).toBeCloseTo(28, 12);
  expect(total.se).toBeCloseTo(10 * Math.sqrt(2 / 3), 12);
});

it('has no error of what the margins fix', () => {
  // 1 + 2 for b + 1 for y: 1 + 2 * 0.7 + 0.4
  const found = calibratedEstimate(design, both, meanOf(raked, [1, 2, 3, 4]));
  expect(found.estimate).toBeCloseTo(2.8, 12);
  expect(found.se).toBeCloseTo(0, 9);
});

it('takes the residuals for what varies, not the weights as given', () => {
  // residuals +-0.01; u 0.18 -0.12 -0.42 0.28 around their mean -0.02: V = 4/3 * 0.30
  const linearised = meanOf(raked, [0, 0, 0, 4]);
  expect(calibratedEstimate(design, both, linearised).se).toBeCloseTo(Math.sqrt(0.4), 10);
  expect(surveyEstimate({ ...design, weights: raked }, linearised).se).not.toBeCloseTo(Math.sqrt(0.4), 1);
});

it('follows trimmed weights', () => {
  const weights = trimWeights(raked, 15, 40);
  for (const [i, weight] of [17.5, 15, 40, 27.5].entries()) expect(weights[i]).toBeCloseTo(weight, 10);
  // mean 1.1; of the moved influences what the margins do not add up to is +-c, and V grows with c²
  const [one, two, three, four] = [(-1.1 * 17.5) / 18, (-1.1 * 15) / 12, (-1.1 * 40) / 42, (2.9 * 27.5) / 28];
  const c = (one! - two! - three! + four!) / 4 / 100;
  const found = calibratedEstimate(design, { ...both, weights }, meanOf(weights, [0, 0, 0, 4]));
  expect(found.estimate).toBeCloseTo(1.1, 10);
  expect(found.se).toBeCloseTo(Math.sqrt(0.4) * (c / 0.01), 10);
});

it('takes a missing value for one outside the domain, and is not known of none', () => {
  const found = calibratedEstimate(design, both, meanOf(raked, [null, 2, 3, 4]));
  expect(found.estimate).toBeCloseTo((12 * 2 + 42 * 3 + 28 * 4) / 82, 10);
  expect(found.se).toBeGreaterThan(0);
  expect(calibratedEstimate(design, both, meanOf(raked, [null, null, null, null]))).toEqual({
    estimate: null,
    se: null,
    low: null,
    high: null,
  });
});

it('bears a row that raking leaves without weight', () => {
  const margins = [{ ...row, totals: { a: 30, b: 0 } }];
  const weights = rake(design.weights, margins);
  const found = calibratedEstimate(
    design,
    { margins, raked: weights, weights },
    meanOf(weights, [1, 3, 9, 9]),
  );
  expect(found).toMatchObject({ estimate: 2, se: expect.closeTo(Math.sqrt((4 / 3) * 0.5), 10) });
});

it('refuses margins of other rows', () => {
  const short = { ...row, categories: ['a'] };
  expect(() =>
    calibratedEstimate(design, { ...both, margins: [short] }, meanOf(raked, [1, 2, 3, 4])),
  ).toThrow('4 weights and 1 categories of row');
});
