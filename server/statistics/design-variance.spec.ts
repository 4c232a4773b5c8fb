import { designVariance } from './design-variance';
import { surveyDesign } from './survey-design';

const ones = (n: number) => Array.from({ length: n }, () => 1);

it('adds up the spread between units within strata', () => {
  // a: units 1+3, 8, mean 6, squares 4+4, times 2/1 and 1 - 2/4: 8; b: units 1, 5, squares 4+4, times 2: 16
  const design = surveyDesign({
    weights: ones(5),
    strata: ['a', 'a', 'a', 'b', 'b'],
    psu: ['1', '1', '2', '3', '4'],
    fpc: [4, 4, 4, 1e300, 1e300],
  });
  expect(designVariance(design, Float64Array.of(1, 3, 8, 1, 5))).toBeCloseTo(24, 12);
});

it('knows no spread of a single unit, unless it is all of its stratum', () => {
  const single = (fpc: number) =>
    surveyDesign({ weights: ones(3), strata: ['a', 'a', 'b'], fpc: [1e300, 1e300, fpc] });
  expect(designVariance(single(7), Float64Array.of(1, 3, 8))).toBeNull();
  expect(designVariance(single(1), Float64Array.of(1, 3, 8))).toBeCloseTo(4, 12);
  expect(designVariance(surveyDesign({ weights: [] }), new Float64Array())).toBeNull();
});

it('refuses contributions of other rows', () => {
  expect(() => designVariance(surveyDesign({ weights: [1] }), new Float64Array(2))).toThrow(
    '2 contributions to a design of 1 rows',
  );
});
