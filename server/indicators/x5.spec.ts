import { complete, contributions, measure } from '../testing/measure';
import { X5 } from './x5';

const of = (contribution: ReturnType<typeof contributions>) => measure(X5, {}, { contribution });

describe('X5', () => {
  it('is the share that came after the end, on record or by the day, those not valid too', async () => {
    const found = await of(
      contributions(
        [5, { late: 'no', received_on: '2025-04-30' }],
        [1, { late: 'yes', received_on: '2025-03-02' }],
        [1, { received_on: '2025-04-01', valid: 'no' }],
        [1, { received_on: '2025-03-31' }],
      ),
    );
    expect(found).toEqual({ status: 'observed', x: 25, score: null });
  });

  it('is 100 where all of them were late: RE1 then does not apply, this does', async () => {
    expect(await of(contributions([3, { late: 'yes' }]))).toMatchObject({ x: 100 });
  });

  it('is missing where of one nobody can say, and where none is on record', async () => {
    expect((await of(contributions([9, { late: 'no' }], [1, {}]))).status).toBe('missing');
    expect((await of([])).status).toBe('missing');
  });

  it('does not apply where nothing came', async () => {
    expect((await measure(X5, { reported_contributions: 0 })).status).toBe('not_applicable');
    expect((await measure(X5, {}, { register_complete: complete('dispositions') })).status).toBe(
      'not_applicable',
    );
    expect((await measure(X5, { reported_contributions: 4 })).status).toBe('missing');
  });
});
