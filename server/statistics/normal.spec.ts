import { normalQuantile, normalReach } from './normal';

it.each([
  // erfinv of mpmath 1.3 at 40 digits
  [0.975, 1.959963984540054],
  [0.95, 1.6448536269514722],
  [0.995, 2.5758293035489004],
  [0.6, 0.2533471031357997],
  [1e-10, -6.361340902404056],
])('has the quantile of %p', (p, quantile) => {
  expect(normalQuantile(p)).toBeCloseTo(quantile, 12);
  expect(normalQuantile(1 - p)).toBeCloseTo(-quantile, p < 0.01 ? 5 : 12);
});

it('is 0 in the middle and infinite at the ends', () => {
  expect([0, 0.5, 1].map(normalQuantile)).toEqual([-Infinity, 0, Infinity]);
  expect(normalReach(0.95)).toBeCloseTo(1.959963984540054, 12);
});

it.each([-0.1, 1.1, Number.NaN])('refuses %p', (p) => {
  expect(() => normalQuantile(p)).toThrow(`needs a probability, 0 to 1, not ${p}`);
});
