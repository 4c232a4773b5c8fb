import { measure } from '../testing/measure';
import { CO1 } from './co1';

it.each([
  ['yes', 'yes', 'yes', 100],
  ['yes', 'no', 'yes', 200 / 3],
  ['no', 'no', 'no', 0],
])(
  'unit %s, person %s, decision maker %s score %d',
  async (unit_named, coordinator_named, political_owner_named, score) => {
    const found = await measure(CO1, { unit_named, coordinator_named, political_owner_named });
    expect(found.status).toBe('observed');
    expect(found.score).toBeCloseTo(score, 9);
  },
);

it('is missing where one of the three is not recorded', async () => {
  expect(await measure(CO1, { unit_named: 'yes', coordinator_named: 'yes' })).toEqual({
    status: 'missing',
    x: null,
    score: null,
  });
});
