import { complete, measure } from '../testing/measure';
import { IN3 } from './in3';

const DECIDED = { decision_on: '2025-06-01' };
const PUBLISHED = { ...DECIDED, decision_published_on: '2025-06-05' };
const known = { register_complete: complete('decision') };

it.each([
  [{ ...PUBLISHED, decision_refers_to_report: 'yes' }, 100],
  [{ ...PUBLISHED, decision_refers_to_report: 'no' }, 50],
  [DECIDED, 0],
])('%j scores %d', async (given, score) => {
  expect(await measure(IN3, given, known)).toEqual({ status: 'observed', x: score, score });
});

it('is not due for a year without a decision, then 0', async () => {
  expect(await measure(IN3, {}, known, '2026-03-31')).toMatchObject({
    status: 'not_due',
    score: null,
  });
  expect(await measure(IN3, {}, known, '2026-04-01')).toMatchObject({
    status: 'observed',
    score: 0,
  });
});

it('is not due while the decision lies ahead', async () => {
  const ahead = { decision_on: '2026-02-01' };
  expect(await measure(IN3, ahead, known)).toEqual({ status: 'not_due', x: null, score: null });
  expect(await measure(IN3, ahead)).toMatchObject({ status: 'not_due' });
  expect(await measure(IN3, ahead, known, '2026-02-01')).toMatchObject({ status: 'observed', score: 0 });
});

it('is missing where nobody knows', async () => {
  expect(await measure(IN3, {})).toEqual({ status: 'missing', x: null, score: null });
  expect(await measure(IN3, DECIDED)).toMatchObject({ status: 'missing' });
  expect(await measure(IN3, PUBLISHED, known)).toMatchObject({ status: 'missing' });
});
