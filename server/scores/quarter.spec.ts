import { lastDay, quarterName, quarterNamed, quarterOf } from './quarter';

it.each([
  ['2026-01-01', '2026-Q1', '2026-03-31'],
  ['2026-03-31', '2026-Q1', '2026-03-31'],
  ['2026-04-01', '2026-Q2', '2026-06-30'],
  ['2024-02-29', '2024-Q1', '2024-03-31'],
  ['2025-12-31', '2025-Q4', '2025-12-31'],
])('%s lies in %s, which ends on %s', (day, name, end) => {
  expect([quarterName(quarterOf(day)), lastDay(quarterOf(day))]).toEqual([name, end]);
  expect(quarterNamed(name)).toBe(quarterOf(day));
});

it.each(['2026-Q5', '2026-Q0', '2026', 'Q1', '2026-Q1 '])('takes %j for no quarter', (name) => {
  expect(quarterNamed(name)).toBeNull();
});

it('numbers neighbours next to each other, over the turn of a year', () => {
  expect(quarterOf('2026-01-01') - quarterOf('2025-12-31')).toBe(1);
});
