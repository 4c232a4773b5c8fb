import { gammaProbability, poissonInterval } from './poisson-interval';

it.each([
  // of none -ln 0.025; the lower end of one -ln 0.975; the others by R: poisson.test(k)$conf.int
  [0, 0, 3.688879],
  [1, 0.025318, 5.571643],
  [10, 4.795389, 18.390356],
])('of %d is that of R', (count, low, high) => {
  const found = poissonInterval(count);
  expect(found.low).toBeCloseTo(low, 5);
  expect(found.high).toBeCloseTo(high, 5);
});

it.each([3, 47, 1_000, 250_000])('of %d has the tails it promises', (count) => {
  const { low, high } = poissonInterval(count);
  expect(gammaProbability(count, low)).toBeCloseTo(0.025, 10);
  expect(gammaProbability(count + 1, high)).toBeCloseTo(0.975, 10);
});

it('knows the exponential distribution, which is the gamma of shape 1', () => {
  for (const x of [0.1, 1, 2.5, 30]) expect(gammaProbability(1, x)).toBeCloseTo(1 - Math.exp(-x), 13);
  expect(gammaProbability(3, 0)).toBe(0);
});

it.each([-1, 2.5, NaN])('refuses %d', (count) => {
  expect(() => poissonInterval(count)).toThrow(`not ${count}`);
});
