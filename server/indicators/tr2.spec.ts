import { complete, measure } from '../testing/measure';
import { TR2 } from './tr2';

const known = { register_complete: complete('report') };

it.each([
  // closed on 31 March: 30 April is 30 days later
  ['2025-04-30', 30, 100],
  ['2025-05-30', 60, 50],
  ['2025-06-29', 90, 0],
  ['2025-12-31', 275, 0],
  ['2025-03-31', 0, 100],
])('a report of %s took %d days, scored %d', async (report_published_on, x, score) => {
  const found = await measure(TR2, { report_published_on });
  expect([found.status, found.x]).toEqual(['observed', x]);
  expect(found.score).toBeCloseTo(score, 9);
});

it('is not due until the term of the report, then a floor that falls with every day', async () => {
  expect(await measure(TR2, {}, known, '2025-04-30')).toMatchObject({
    status: 'not_due',
    x: null,
  });
  expect(await measure(TR2, {}, known, '2025-05-01')).toMatchObject({
    status: 'observed',
    x: 31,
  });
  expect(await measure(TR2, {}, known, '2025-12-01')).toMatchObject({ score: 0 });
});

it('is not due for a report of the future', async () => {
  expect(await measure(TR2, { report_published_on: '2025-04-20' }, {}, '2025-04-10')).toMatchObject({
    status: 'not_due',
  });
});

it('follows the term of the law', async () => {
  const legal_rule = [{ code: 'R', report_due_days: 60, valid_since: '2020-01-01' }];
  const given = { legal_rule: 'R' };
  expect(await measure(TR2, given, { ...known, legal_rule }, '2025-05-30')).toMatchObject({
    status: 'not_due',
  });
  expect(await measure(TR2, given, { ...known, legal_rule }, '2025-05-31')).toMatchObject({ x: 61 });
});

it('is missing where the report is dated before the end: it is none on what was said', async () => {
  const given = { report_published_on: '2025-03-30' };
  expect(await measure(TR2, given)).toEqual({ status: 'missing', x: null, score: null });
  expect(await measure(TR2, given, known)).toMatchObject({ status: 'missing' });
  expect(await measure(TR2, { ...given, closed_on: '2025-03-29' })).toMatchObject({ x: 1 });
});

it('is missing where nobody knows, and where the report is there without its day', async () => {
  expect(await measure(TR2, {})).toEqual({ status: 'missing', x: null, score: null });
  expect(await measure(TR2, { report_url: 'https://example.org/r' }, known)).toMatchObject({
    status: 'missing',
  });
});
