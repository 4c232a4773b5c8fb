import { randomOf } from './random';

it('gives the same numbers for the same text, and others for another', () => {
  const draw = (text: string) => Array.from({ length: 5 }, randomOf(text));
  expect(draw('1.0.0 K')).toEqual(draw('1.0.0 K'));
  expect(draw('1.0.0 K')).not.toEqual(draw('1.0.0 L'));
});

it('spreads them evenly from 0 to 1', () => {
  const next = randomOf('even');
  const bins = Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i++) bins[Math.floor(next() * 10)]!++;
  // chi-square with 9 degrees of freedom: 27.9 is exceeded once in a thousand
  const chi = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  expect(chi).toBeLessThan(27.9);
  expect(chi).toBeGreaterThan(0.5);
});
