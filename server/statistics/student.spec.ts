import { studentReach } from './student';

it.each([
  // one degree of freedom: tan(0.475 π); the others by mpmath 1.3 at 40 digits, the last two by scipy 1.17
  [0.95, 1, Math.tan(0.475 * Math.PI)],
  [0.95, 10, 2.228138851986275],
  [0.99, 3, 5.840909309733357],
  [0.95, 199, 1.9719565442517537],
  [0.5, 7, 0.7111417780817864],
  [0.999, 39, 3.5581200813327323],
  [0.95, 90_000, 1.9599903434577395],
  [0.95, 1e6, 1.959966356814107],
])('of %p with %p degrees of freedom', (level, degrees, expected) => {
  expect(studentReach(level, degrees)! / expected).toBeCloseTo(1, 11);
});

it('is not known without degrees of freedom', () => {
  expect([studentReach(0.95, 0), studentReach(0.95, -1)]).toEqual([null, null]);
});

it('refuses what is no confidence level', () => {
  expect(() => studentReach(95, 10)).toThrow('between 0 and 1, not 95');
});
