import { complete, measure } from '../testing/measure';
import { PR3 } from './pr3';

const ANNOUNCED = { announced_on: '2025-02-20' };

it.each([
  ['2025-01-10', 100],
  ['2025-02-20', 0],
  ['2025-03-01', 0],
])('listed on %s, announced on 2025-02-20: %d', async (plan_listed_on, score) => {
  expect(await measure(PR3, { ...ANNOUNCED, plan_listed_on })).toEqual({
    status: 'observed',
    x: score,
    score,
  });
});

it('scores 0 where the plan of the year is known and does not list it', async () => {
  const known = { register_complete: complete('plan') };
  expect(await measure(PR3, ANNOUNCED, known)).toMatchObject({ status: 'observed', score: 0 });
  // no entry is no entry, whenever it was announced
  expect(await measure(PR3, {}, known)).toMatchObject({ status: 'observed', score: 0 });
  expect(await measure(PR3, ANNOUNCED)).toEqual({ status: 'missing', x: null, score: null });
});

it('is missing where nobody knows when it was announced', async () => {
  expect(await measure(PR3, { plan_listed_on: '2025-01-10' })).toMatchObject({ status: 'missing' });
});

it('says so on its card', () => {
  expect(PR3.formula.en).toContain('even if the announcement is not recorded');
  expect(PR3.missing.en).toContain('there is one and the announcement is not recorded');
});
