import { measure } from '../testing/measure';
import { PR2 } from './pr2';

it.each([
  ['2025-02-15', 14, 100],
  ['2025-02-22', 7, 50],
  ['2025-03-01', 0, 0],
  ['2025-03-10', -9, 0],
  ['2024-12-01', 90, 100],
])('announced on %s for 1 March: %d days, scored %d', async (announced_on, x, score) => {
  expect(await measure(PR2, { announced_on })).toEqual({ status: 'observed', x, score });
});

it('counts to the first event where that is before the opening', async () => {
  const consultation_event = [{ code: 'E', consultation: 'K', kind: 'walk', held_on: '2025-02-18' }];
  expect(await measure(PR2, { announced_on: '2025-02-15' }, { consultation_event })).toMatchObject({ x: 3 });
});

it.each([
  ['called off', { planned_on: '2025-02-18', cancelled_on: '2025-02-17' }, 14],
  ['called off only later', { planned_on: '2025-02-18', cancelled_on: '2026-02-17' }, 3],
  ['moved to a later day', { planned_on: '2025-02-18', held_on: '2025-03-05' }, 14],
  ['of which nobody knows whether it was held', { planned_on: '2025-02-18' }, 3],
])('counts an event %s by what became of it', async (_what, given, x) => {
  const consultation_event = [{ code: 'E', consultation: 'K', kind: 'walk', ...given }];
  expect(await measure(PR2, { announced_on: '2025-02-15' }, { consultation_event })).toMatchObject({ x });
});

it('is missing without the announcement or the opening', async () => {
  expect(await measure(PR2, {})).toEqual({ status: 'missing', x: null, score: null });
  expect(await measure(PR2, { announced_on: '2025-02-15', opens_on: null })).toMatchObject({
    status: 'missing',
  });
});
