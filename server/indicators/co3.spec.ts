import { complete, measure } from '../testing/measure';
import type { Given } from '../testing/records';
import { CO3 } from './co3';

const DUE: Given = { council_due: 'yes', decision_on: '2025-05-20' };
const of = (consultation: Given, ...opinions: Given[]) =>
  measure(
    CO3,
    { ...DUE, ...consultation },
    { council_opinion: opinions.map((given, i) => ({ code: `C${i}`, consultation: 'K', ...given })) },
  );

it.each<[string, Given[], number]>([
  ['its opinion came', [{ opinion_on: '2025-05-20', result: 'positive' }], 100],
  ['14 days had passed', [{ delivered_on: '2025-05-06' }], 100],
  ['13 days had', [{ delivered_on: '2025-05-07' }], 0],
  ['it came afterwards', [{ delivered_on: '2025-05-12', opinion_on: '2025-05-21' }], 0],
  ['it gave none', [{ delivered_on: '2025-05-12', opinion_on: '2025-05-15', result: 'none' }], 0],
  ['one of two was in time', [{ delivered_on: '2025-05-12' }, { delivered_on: '2025-04-12' }], 100],
])('where %s before the decision', async (_what, opinions, x) => {
  expect(await of({}, ...opinions)).toEqual({ status: 'observed', x, score: x });
});

it('heeds the days that the rule of the matter gives', async () => {
  const legal_rule = [
    {
      code: 'R',
      matter_type: 'strategy',
      council_days: 30,
      count_from: 'opening',
      valid_since: '2020-01-01',
    },
  ];
  const council_opinion = [{ code: 'C', consultation: 'K', delivered_on: '2025-04-21' }];
  const found = await measure(CO3, { ...DUE, matter_type: 'strategy' }, { legal_rule, council_opinion });
  expect(found).toMatchObject({ status: 'observed', x: 0 });
});

it.each<[string, Given, Given[], string]>([
  ['no opinion is due', { council_due: 'no' }, [], 'not_applicable'],
  ['nobody wrote down whether one is', { council_due: null }, [{ delivered_on: '2025-04-01' }], 'missing'],
  ['the decision is ahead', { decision_on: '2026-02-01' }, [{ delivered_on: '2025-04-01' }], 'not_due'],
  ['its day is not recorded', { decision_on: null }, [{ delivered_on: '2025-04-01' }], 'missing'],
  ['nothing of the council is on record', {}, [], 'missing'],
  ['only that it gave none', {}, [{ result: 'none' }], 'missing'],
])('where %s', async (_what, consultation, opinions, status) => {
  expect(await of(consultation, ...opinions)).toEqual({ status, x: null, score: null });
});

it('is not due where a complete register knows of no decision', async () => {
  const found = await measure(
    CO3,
    { ...DUE, decision_on: null },
    { register_complete: complete('decision') },
  );
  expect(found.status).toBe('not_due');
});
