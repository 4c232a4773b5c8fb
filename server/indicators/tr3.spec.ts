import { contributions, measure } from '../testing/measure';
import type { Given } from '../testing/records';
import { TR3 } from './tr3';

const of = (...kinds: [number, Given][]) => measure(TR3, {}, { contribution: contributions(...kinds) });

it('is the share of contributions of which it is known whose they are, an organisation by its name', async () => {
  const found = await of(
    [6, { author_kind: 'resident' }],
    [2, { author_kind: 'organisation', organisation: 'O1' }],
    [1, { author_kind: 'organisation' }],
    [2, { author_kind: 'unknown' }],
    [1, {}],
    [9, { author_kind: 'resident', valid: 'no' }],
  );
  // 8 of 12: a third of the way from 50 to 100
  expect(found).toEqual({
    status: 'observed',
    x: expect.closeTo(66.6666667, 6),
    score: expect.closeTo(33.3333333, 6),
  });
});

it.each<[string, [number, Given], string]>([
  ['there are nine', [9, { author_kind: 'resident' }], 'insufficient_n'],
  ['nobody wrote it down', [12, {}], 'missing'],
  ['all were late', [12, { author_kind: 'resident', late: 'yes' }], 'not_applicable'],
])('where %s', async (_what, kind, status) => {
  expect(await of(kind)).toEqual({ status, x: null, score: null });
});
