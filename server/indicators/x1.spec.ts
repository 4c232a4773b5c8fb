import { contributions, measure } from '../testing/measure';
import type { Given } from '../testing/records';
import { X1 } from './x1';

const of = (consultation: Given, contribution = contributions([8, {}], [2, { valid: 'no' }])) =>
  measure(X1, consultation, { contribution });

describe('X1', () => {
  it('shares the cost out among the contributions that count, and has no score', async () => {
    expect(await of({ direct_cost: 1000, staff_hours: 0 })).toEqual({
      status: 'observed',
      x: 125,
      score: null,
    });
    expect(await of({ direct_cost: 0, staff_hours: 0 })).toMatchObject({ status: 'observed', x: 0 });
  });

  it.each<[string, Given]>([
    ['hours of work have no rate', { direct_cost: 1000, staff_hours: 12 }],
    ['the hours are not recorded', { direct_cost: 1000 }],
    ['the cost is not recorded', { staff_hours: 0 }],
  ])('is missing where %s', async (_what, consultation) => {
    expect(await of(consultation)).toEqual({ status: 'missing', x: null, score: null });
  });

  it('does not apply where nothing came, and is missing where nothing is on record', async () => {
    const spent = { direct_cost: 1000, staff_hours: 0 };
    expect((await of(spent, contributions([2, { valid: 'no' }]))).status).toBe('not_applicable');
    expect((await of(spent, [])).status).toBe('missing');
  });
});
