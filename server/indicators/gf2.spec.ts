import { complete, measure } from '../testing/measure';
import { GF2 } from './gf2';

const REPORT = { report_published_on: '2025-04-20' };
const observed = (score: number) => ({ status: 'observed', x: score, score });
const without = (status: string) => ({ status, x: null, score: null });

it.each([
  ['2025-04-20', 100],
  ['2025-06-01', 100],
  ['2025-04-19', 0],
])('a decision of %s and a report of 2025-04-20 score %d', async (decision_on, score) => {
  expect(await measure(GF2, { ...REPORT, decision_on })).toEqual(observed(score));
});

it('scores 0 where the decision came and the report never did, by a complete register only', async () => {
  const decided = { decision_on: '2025-06-01' };
  expect(await measure(GF2, decided, { register_complete: complete('report') })).toEqual(observed(0));
  expect(await measure(GF2, decided)).toEqual(without('missing'));
});

it('is not due while nobody has decided, and missing where nobody knows', async () => {
  expect(await measure(GF2, REPORT, { register_complete: complete('decision') })).toEqual(without('not_due'));
  expect(await measure(GF2, { ...REPORT, decision_on: '2026-02-01' })).toEqual(without('not_due'));
  expect(await measure(GF2, REPORT)).toEqual(without('missing'));
});

it('is missing where the report is dated before the end: it cannot tell what was said', async () => {
  const given = { closes_on: '2025-04-10', closed_on: '2025-04-10', decision_on: '2025-06-01' };
  expect(await measure(GF2, { ...given, report_published_on: '2025-04-09' })).toEqual(without('missing'));
  expect(await measure(GF2, { ...given, report_published_on: '2025-04-10' })).toEqual(observed(100));
});

it('is missing where a report is there without its day', async () => {
  const given = { decision_on: '2025-06-01', report_url: 'https://example.org/r' };
  expect(await measure(GF2, given, { register_complete: complete('report') })).toEqual(without('missing'));
});
