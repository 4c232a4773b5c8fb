import { complete, contributions, measure } from '../testing/measure';
import type { Given } from '../testing/records';
import { IN1 } from './in1';

const of = (...kinds: [number, Given][]) =>
  measure(IN1, {}, { contribution: contributions(...kinds), register_complete: complete('dispositions') });
const answer = (outcome: string | null): Given => ({ published_on: '2025-04-20', outcome });

it('is the share of proposals taken over, half for a part; the unanswered were not', async () => {
  const found = await of(
    [1, answer('accepted')],
    [1, answer('partly')],
    [5, answer('rejected')],
    [1, answer('passed_on')],
    [2, {}],
    [7, { ...answer('accepted'), substantive: 'no' }],
  );
  // 1.5 of 10, of the 40 that are full influence
  expect(found).toEqual({ status: 'observed', x: 15, score: 37.5 });
});

it('merges the copies of a proposal: what one achieved, the proposal did', async () => {
  const found = await of(
    [500, { ...answer('explained'), cluster: 'P1' }],
    [1, { ...answer('accepted'), cluster: 'P1' }],
    [9, answer('rejected')],
  );
  expect(found).toMatchObject({ status: 'observed', x: 10 });
});

it('does not reward easy acceptance: 40 and 90 per cent are both full influence', async () => {
  const accepted = async (count: number) =>
    (await of([count, answer('accepted')], [10 - count, answer('rejected')])).score;
  expect([await accepted(4), await accepted(9), await accepted(2)]).toEqual([100, 100, 50]);
});

it.each<[string, [number, Given][], string]>([
  ['there are four', [[4, answer('rejected')]], 'insufficient_n'],
  ['copies make five of one', [[5, { ...answer('rejected'), cluster: 'P' }]], 'insufficient_n'],
  ['none is substantive', [[6, { ...answer('rejected'), substantive: 'no' }]], 'not_applicable'],
  [
    'an outcome is not recorded',
    [
      [6, answer('rejected')],
      [1, answer(null)],
    ],
    'missing',
  ],
])('where %s', async (_what, kinds, status) => {
  expect(await of(...kinds)).toEqual({ status, x: null, score: null });
});
