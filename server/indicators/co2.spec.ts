import { measure } from '../testing/measure';
import type { Given } from '../testing/records';
import { CO2 } from './co2';

const PLANNED = {
  consultation: 'K',
  kind: 'open_meeting',
  planned_on: '2025-03-20',
  announced_place: 'Ratusz',
};
const kept: Given = { ...PLANNED, held_on: '2025-03-20', place: 'Ratusz' };
const late: Given = { ...PLANNED, held_on: '2025-03-22', place: 'Ratusz' };
const measured = (events: Given[], consultation: Given = {}) =>
  measure(CO2, consultation, { consultation_event: events.map((event, i) => ({ code: `E${i}`, ...event })) });

it.each([
  [[kept], 100],
  [[kept, late], 0],
  [[kept, kept, kept, late], 50],
  [[{ ...kept, place: 'Szkoła' }], 0],
  // the place was never written down: the day is what there is to judge by
  [[{ ...kept, place: null }], 100],
  [[{ ...late, moved_notice_on: '2025-03-13' }], 100],
  [[{ ...late, moved_notice_on: '2025-03-14' }], 0],
  [[{ ...PLANNED, cancelled_on: '2025-03-01' }], 0],
])('%j score %d', async (events, score) => {
  const found = await measured(events);
  expect(found.status).toBe('observed');
  expect(found.score).toBeCloseTo(score, 9);
});

it('does not apply without announced days, nor where people only write', async () => {
  expect(await measured([{ consultation: 'K', kind: 'letter', held_on: '2025-03-01' }])).toMatchObject({
    status: 'not_applicable',
  });
  expect(await measured([], { forms: ['letter', 'online_form'] })).toMatchObject({
    status: 'not_applicable',
  });
});

it('is missing without events, and where nobody knows whether one was held', async () => {
  expect(await measured([])).toEqual({ status: 'missing', x: null, score: null });
  expect(await measured([], { forms: ['letter', 'walk'] })).toMatchObject({ status: 'missing' });
  expect(await measured([kept, PLANNED])).toMatchObject({ status: 'missing' });
});
