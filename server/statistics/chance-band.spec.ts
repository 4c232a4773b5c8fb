import { chanceBand } from './chance-band';

const eighths = Array<number>(8).fill(1 / 8);
const halves = [0.5, 0.5];

it('is wide for few and narrow for many, and the same every time', () => {
  const few = chanceBand([{ shares: eighths, known: 30 }], 'K')!;
  const many = chanceBand([{ shares: eighths, known: 3000 }], 'K')!;
  expect(few.high).toBe(100);
  expect(few.low).toBeLessThan(90);
  expect(many.low).toBeGreaterThan(few.low);
  expect(chanceBand([{ shares: eighths, known: 30 }], 'K')).toEqual(few);
});

it('holds nine of ten samples of two equal groups', () => {
  // of 100 in two halves 40 or fewer, or 60 or more, fall with 0.057, 39 and 61 with 0.035: the twentieth has D = 0.1
  const { low, high } = chanceBand([{ shares: halves, known: 100 }], 'halves')!;
  expect(low).toBeCloseTo(100 * (1 - Math.sqrt(0.1 ** 2 - 0.5 / (100 * Math.PI))), 9);
  expect(high).toBe(100);
});

it('is none where nobody is known', () => {
  expect(chanceBand([], 'K')).toBeNull();
  expect(chanceBand([{ shares: halves, known: 0 }], 'K')).toBeNull();
});
