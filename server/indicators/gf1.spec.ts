import { measure } from '../testing/measure';
import { GF1 } from './gf1';

it.each([
  ['diagnosis', 100],
  ['assumptions', 100],
  ['variants', 75],
  ['draft', 40],
  ['draft_after_approval', 0],
])('a launch at %s scores %d', async (stage_at_launch, score) => {
  expect(await measure(GF1, { stage_at_launch })).toEqual({ status: 'observed', x: score, score });
});

it('is missing where the stage is not recorded', async () => {
  expect(await measure(GF1, {})).toEqual({ status: 'missing', x: null, score: null });
});
