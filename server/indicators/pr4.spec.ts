import { measure } from '../testing/measure';
import { PR4 } from './pr4';

it.each([
  ['2025-03-31', 100],
  ['2025-03-20', 100],
  ['2025-04-10', 0],
])('first announced end %s, closed on 2025-03-31: %d', async (announced_closes_on, score) => {
  expect(await measure(PR4, { announced_closes_on })).toEqual({ status: 'observed', x: score, score });
});

it('scores 0 where a form was called off', async () => {
  const consultation_event = [{ code: 'E', consultation: 'K', kind: 'walk', cancelled_on: '2025-03-02' }];
  const given = { announced_closes_on: '2025-03-31' };
  expect(await measure(PR4, given, { consultation_event })).toMatchObject({ status: 'observed', score: 0 });
  // whatever end was announced
  expect(await measure(PR4, {}, { consultation_event })).toMatchObject({ status: 'observed', score: 0 });
  expect(PR4.formula.en).toContain('even if that end is not recorded');
});

it('is missing where an event may have been called off, unless the schedule was broken anyway', async () => {
  const consultation_event = [{ code: 'E', consultation: 'K', kind: 'walk', planned_on: '2025-03-02' }];
  const given = { announced_closes_on: '2025-03-31' };
  expect(await measure(PR4, given, { consultation_event })).toMatchObject({ status: 'missing' });
  const early = { announced_closes_on: '2025-04-10' };
  expect(await measure(PR4, early, { consultation_event })).toMatchObject({ status: 'observed', score: 0 });
});

it('does not know yet what will be called off', async () => {
  const consultation_event = [
    { code: 'E', consultation: 'K', kind: 'walk', planned_on: '2026-03-02', cancelled_on: '2026-02-01' },
  ];
  const given = { announced_closes_on: '2025-03-31' };
  expect(await measure(PR4, given, { consultation_event })).toMatchObject({ score: 100 });
  expect(await measure(PR4, given, { consultation_event }, '2026-02-01')).toMatchObject({ score: 0 });
});

it('is missing where the first announced end is not recorded', async () => {
  expect(await measure(PR4, {})).toEqual({ status: 'missing', x: null, score: null });
});
