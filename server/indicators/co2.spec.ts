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
  // no place was written down, before or after: the day is what there is to judge by
  [[{ ...kept, announced_place: null, place: null }], 100],
  // its day was missed, or it was moved in time: the place makes no difference
  [[{ ...late, place: null }], 0],
  [[{ ...late, moved_notice_on: '2025-03-13', place: null }], 100],
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

it.each([
  ['a meeting of which nobody says when it was to be', { ...late, planned_on: null }],
  ['a walk without a word of its announcement', { kind: 'walk', held_on: '2025-03-20' }],
  ['a meeting called off', { ...PLANNED, planned_on: null, cancelled_on: '2025-03-01' }],
  ['a form that was announced', { kind: 'letter', announced_on: '2025-02-20', held_on: '2025-03-01' }],
  ['one that has an announced place', { kind: 'survey', announced_place: 'Ratusz', held_on: '2025-03-01' }],
  ['the announced place only', { ...kept, place: null }],
  ['the place only', { ...kept, announced_place: null }],
])('is missing where the record has %s', async (_what, event) => {
  const given = { consultation: 'K', ...event } as Given;
  expect(await measured([given])).toEqual({ status: 'missing', x: null, score: null });
  expect(await measured([kept, given])).toMatchObject({ status: 'missing' });
});

it('is not due while everything is still ahead, and judges what is not', async () => {
  const ahead: Given = { ...PLANNED, planned_on: '2027-05-05' };
  expect(await measured([ahead])).toEqual({ status: 'not_due', x: null, score: null });
  expect(await measured([ahead, { ...late, held_on: '2027-05-06' }])).toMatchObject({ status: 'not_due' });
  expect(await measured([ahead, kept, late])).toMatchObject({ status: 'observed', score: 0 });
  expect(await measured([ahead, { ...late, planned_on: null }])).toMatchObject({ status: 'missing' });
});

it('is missing without events, and where nobody knows whether one was held', async () => {
  expect(await measured([])).toEqual({ status: 'missing', x: null, score: null });
  expect(await measured([], { forms: ['letter', 'walk'] })).toMatchObject({ status: 'missing' });
  expect(await measured([kept, PLANNED])).toMatchObject({ status: 'missing' });
});
