import { FORM } from '../contracts/codes';
import { measure } from '../testing/measure';
import type { Given } from '../testing/records';
import { FORM_KINDS } from './forms';
import { OP3 } from './op3';

const event = (kind: string, more: Given = {}): Given => ({
  code: kind,
  consultation: 'K',
  kind,
  held_on: '2025-03-10',
  ...more,
});
const by = (asOf: string | undefined, ...events: Given[]) =>
  measure(OP3, {}, { consultation_event: events.map((one, i) => ({ ...one, code: `E${i}` })) }, asOf);
const held = (...events: Given[]) => by(undefined, ...events);

it('counts every form that can be recorded as one of the eight kinds of the method', () => {
  expect(Object.keys(FORM_KINDS)).toHaveLength(8);
  expect(Object.values(FORM_KINDS).flat().sort()).toEqual(Object.keys(FORM).sort());
});

it.each([
  [['letter'], 1, 0],
  [['letter', 'open_meeting'], 2, 100 / 3],
  [['letter', 'open_meeting', 'open_meeting'], 2, 100 / 3],
  // writing is one form, on paper or on a screen
  [['letter', 'online_form'], 1, 0],
  [['consultation_point', 'orally_on_record', 'display', 'letter'], 2, 100 / 3],
  [['letter', 'online_form', 'open_meeting', 'walk'], 3, 200 / 3],
  [['letter', 'public_hearing', 'workshop', 'phone'], 4, 100],
  [['letter', 'open_meeting', 'walk', 'survey', 'workshop'], 5, 100],
])('%j is %d forms, scored %d', async (kinds, x, score) => {
  const found = await held(...kinds.map((kind) => event(kind)));
  expect([found.status, found.x]).toEqual(['observed', x]);
  expect(found.score).toBeCloseTo(score, 9);
});

it('does not count what was called off', async () => {
  const off = event('walk', { held_on: null, cancelled_on: '2025-03-05' });
  expect(await held(event('letter'), event('workshop'), off)).toMatchObject({ status: 'observed', x: 2 });
});

it.each([
  ['planned for later', { planned_on: '2027-05-05' }],
  ['planned for later, and recorded as held then', { planned_on: '2027-05-05', held_on: '2027-05-05' }],
  ['put off to a later day', { planned_on: '2025-03-05', held_on: '2027-05-05' }],
  ['to be called off later', { planned_on: '2027-05-05', cancelled_on: '2026-12-01' }],
])('is not due while an event is still ahead: %s', async (_what, given) => {
  const ahead = event('walk', { held_on: null, ...given });
  expect(await held(ahead)).toEqual({ status: 'not_due', x: null, score: null });
  expect(await held(event('letter'), ahead)).toMatchObject({ status: 'not_due' });
  // what nobody knows does not become less so by what is ahead
  expect(await held(event('workshop', { held_on: null }), ahead)).toMatchObject({ status: 'missing' });
});

it('judges by the day that counts as today', async () => {
  const events = [
    event('letter'),
    event('walk', { planned_on: '2025-05-05', held_on: null, cancelled_on: '2025-05-01' }),
  ];
  expect(await by('2025-04-30', ...events)).toMatchObject({ status: 'not_due' });
  expect(await by('2025-05-01', ...events)).toMatchObject({ status: 'observed', x: 1 });
  const late = event('walk', { planned_on: '2025-05-05', held_on: null, cancelled_on: '2025-06-01' });
  expect(await by('2025-05-10', event('letter'), late)).toMatchObject({ status: 'missing' });
});

it('is missing without events, and where nobody knows whether one was held', async () => {
  expect(await held()).toEqual({ status: 'missing', x: null, score: null });
  expect(
    await held(event('letter'), event('walk', { held_on: null, planned_on: '2025-03-05' })),
  ).toMatchObject({
    status: 'missing',
  });
});
