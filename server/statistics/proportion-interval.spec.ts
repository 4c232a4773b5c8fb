import { proportionInterval } from './proportion-interval';

it.each([
  // Newcombe 1998, table I: methods 3 (score) and 5 (exact)
  [81, 263, [0.2553, 0.3662], [0.2527, 0.3676]],
  [15, 148, [0.0624, 0.1605], [0.0578, 0.1617]],
  [0, 20, [0, 0.1611], [0, 0.1684]],
  [1, 29, [0.0061, 0.1718], [0.0009, 0.1776]],
] as const)('has the intervals of Newcombe for %p of %p', (x, n, wilson, exact) => {
  for (const [method, [low, high]] of [
    ['wilson', wilson],
    ['clopper_pearson', exact],
  ] as const) {
    const found = proportionInterval(x, n, method);
    expect(found.estimate).toBe(x / n);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  }
});

it('does not put one of one first: 20.7 to 100 %', () => {
  const { low, high } = proportionInterval(1, 1);
  expect(low).toBeCloseTo(0.2065, 4);
  expect(high).toBe(1);
});

it('cuts what lies beyond 0 and 1 only where told to', () => {
  // n~ = 13.8415, p~ = 1.9207/13.8415 = 0.13877, reach 1.96 * 0.092923
  expect(proportionInterval(0, 10, 'agresti_coull', 0.95, false).low).toBeCloseTo(-0.0434, 4);
  expect(proportionInterval(0, 10, 'agresti_coull', 0.95, true).low).toBe(0);
  expect(proportionInterval(10, 10, 'agresti_coull', 0.95, true).high).toBe(1);
});

it('takes effective numbers of a survey', () => {
  const { low, high } = proportionInterval(2.5, 10.5);
  expect(low!).toBeGreaterThan(proportionInterval(2, 10.5).low!);
  expect(high!).toBeLessThan(proportionInterval(3, 10.5).high!);
});

it('is not known of nothing, and refuses more than all', () => {
  expect(proportionInterval(0, 0)).toEqual({ estimate: null, low: null, high: null });
  expect(() => proportionInterval(3, 2)).toThrow('0 to 2 of 2, not 3');
  expect(() => proportionInterval(-1, 2)).toThrow('not -1');
  expect(() => proportionInterval(1, 2, 'wilson', 95)).toThrow('needs a probability');
});
