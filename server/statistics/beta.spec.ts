import { betaProbability, betaQuantile } from './beta';

it.each([
  // worked by hand: I_x(1, b) = 1 - (1-x)^b, I_x(a, 1) = x^a, I_x(1/2, 1/2) = 2/π asin √x
  [0.3, 1, 4, 1 - 0.7 ** 4],
  [0.3, 4, 1, 0.3 ** 4],
  [0.9, 0.5, 0.5, (2 / Math.PI) * Math.asin(Math.sqrt(0.9))],
  // betainc of mpmath 1.3 at 40 digits; the last by quadrature, scipy 1.17 agrees
  [0.3, 2, 5, 0.579825],
  [0.5, 100, 90, 0.23353963193704325],
  [0.999, 30, 0.5, 0.8072373061595371],
  [0.3085, 81000, 182000, 0.7165704363047048],
])('I_%p(%p, %p)', (x, a, b, expected) => {
  expect(betaProbability(x, a, b)).toBeCloseTo(expected, 12);
});

it('keeps the digits of a small tail', () => {
  expect(betaProbability(0.1, 81, 183) / 1.1181703432728353e-20).toBeCloseTo(1, 10);
});

it.each([
  // mpmath 1.3, root of betainc at 40 digits
  [0.025, 15, 134, 0.05784401008344856],
  [0.975, 16, 133, 0.161650490349479],
  [0.025, 0.7, 31.2, 0.00014485975431045685],
  [0.3, 1, 1, 0.3],
])('quantile of %p with shapes %p and %p', (p, a, b, expected) => {
  expect(betaQuantile(p, a, b) / expected).toBeCloseTo(1, 10);
});

it('goes there and back, for shapes small and large', () => {
  for (const [a, b] of [
    [0.2, 0.3],
    [0.2, 900],
    [3, 3],
    [50_000, 2],
  ] as const)
    for (const p of [1e-6, 0.2, 0.5, 0.9])
      expect(betaProbability(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 9);
});

it('has the ends of the scale where nothing is left of a tail', () => {
  expect([betaProbability(0, 2, 3), betaProbability(1, 2, 3)]).toEqual([0, 1]);
  expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
});

it('refuses what is no beta distribution', () => {
  expect(() => betaProbability(0.5, 0, 1)).toThrow('shapes above 0, not 0 and 1');
  expect(() => betaProbability(1.5, 1, 1)).toThrow('x from 0 to 1, not 1.5');
  expect(() => betaQuantile(Number.NaN, 1, 1)).toThrow('a probability, 0 to 1, not NaN');
});
