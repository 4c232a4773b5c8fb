import { measure } from '../testing/measure';
import type { Given } from '../testing/records';
import { OP3 } from './op3';

const event = (kind: string, more: Given = {}): Given => ({
  code: kind,
  consultation: 'K',
  kind,
  held_on: '2025-03-10',
  ...more,
});
const held = (...events: Given[]) =>
  measure(OP3, {}, { consultation_event: events.map((one, i) => ({ ...one, code: `E${i}` })) });

it.each([
  [['letter'], 1, 0],
  [['letter', 'open_meeting'], 2, 100 / 3],
  [['letter', 'open_meeting', 'open_meeting'], 2, 100 / 3],
  [['letter', 'online_form', 'open_meeting', 'walk'], 4, 100],
  [['letter', 'online_form', 'open_meeting', 'walk', 'survey'], 5, 100],
])('%j is %d forms, scored %d', async (kinds, x, score) => {
  const found = await held(...kinds.map((kind) => event(kind)));
  expect([found.status, found.x]).toEqual(['observed', x]);
  expect(found.score).toBeCloseTo(score, 9);
});

it('does not count what was called off', async () => {
  const off = event('walk', { held_on: null, cancelled_on: '2025-03-05' });
  expect(await held(event('letter'), event('workshop'), off)).toMatchObject({ status: 'observed', x: 2 });
});

it('is missing without events, and where nobody knows whether one was held', async () => {
  expect(await held()).toEqual({ status: 'missing', x: null, score: null });
  expect(
    await held(event('letter'), event('walk', { held_on: null, planned_on: '2025-03-05' })),
  ).toMatchObject({
    status: 'missing',
  });
});
