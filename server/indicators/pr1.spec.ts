import { measure } from '../testing/measure';
import { PR1 } from './pr1';

const RULE = {
  code: 'R',
  matter_type: 'strategy',
  min_days: 35,
  count_from: 'opening',
  valid_since: '2020-01-01',
};

it.each([
  // both ends counted: 1 to 21 March is 21 days, which is the benchmark and half of the way
  [{ opens_on: '2025-03-01', closes_on: '2025-03-21' }, 1, 50],
  // 31 days of 21: 1.476, nearly one and a half
  [{}, 31 / 21, 100 * (31 / 21 - 0.5)],
  [{ closes_on: '2025-05-31' }, 92 / 21, 100],
  [{ closes_on: '2025-03-05' }, 5 / 21, 0],
  // the actual end counts, not the planned one; the later of two ends
  [{ closed_on: '2025-03-10' }, 10 / 21, 0],
  [{ remarks_until: '2025-04-11' }, 2, 100],
  // the statute asks for more than the recommendation
  [{ matter_type: 'strategy' }, 31 / 35, 100 * (31 / 35 - 0.5)],
])('%j gives %d, scored %d', async (given, x, score) => {
  const found = await measure(PR1, given, { legal_rule: [RULE] });
  expect(found.status).toBe('observed');
  expect(found.x).toBeCloseTo(x, 12);
  expect(found.score).toBeCloseTo(score, 9);
});

it('is missing without an opening', async () => {
  expect(await measure(PR1, { opens_on: null })).toEqual({ status: 'missing', x: null, score: null });
});
