import { logGamma, stirlingError } from './log-gamma';

it.each([
  // log 1 = log 0! , log 24 = log 4!, Γ(1/2) = √π; the others are loggamma of mpmath 1.3 at 40 digits
  [1, 0],
  [5, Math.log(24)],
  [0.5, Math.log(Math.PI) / 2],
  [0.1, 2.252712651734206],
  [3.7, 1.4280723266653879],
  [12.25, 18.115669505710894],
  [150, 600.0094705553274],
])('of %p', (x, expected) => {
  expect(logGamma(x)).toBeCloseTo(expected, 12);
});

it.each([4, 15, 16, 40])('says what Stirling lacks of the logarithm of %p!', (x) => {
  const stirling = (x + 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2;
  expect(stirlingError(x)).toBeCloseTo(logGamma(x + 1) - stirling, 12);
});

it.each([0, -1, Number.NaN])('refuses %p', (x) => {
  expect(() => logGamma(x)).toThrow(`a number above 0, not ${x}`);
});
