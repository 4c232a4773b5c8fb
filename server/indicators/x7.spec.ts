import { contributions, measure } from '../testing/measure';
import { X7 } from './x7';

const of = (contribution: ReturnType<typeof contributions>) => measure(X7, {}, { contribution });

describe('X7', () => {
  it('is what of the contributions repeats a proposal', async () => {
    // ten letters of one proposal, two of another, four alone: six proposals of 16
    const found = await of(contributions([10, { cluster: 'A' }], [2, { cluster: 'B' }], [4, {}]));
    expect(found).toEqual({ status: 'observed', x: 62.5, score: null });
  });

  it('is 0 where every proposal came once, and close to 100 in a campaign', async () => {
    expect(await of(contributions([1, { cluster: 'A' }], [3, {}]))).toMatchObject({ x: 0 });
    expect((await of(contributions([500, { cluster: 'A' }]))).x).toBeCloseTo(99.8, 9);
  });

  it('leaves out what came late or is not valid', async () => {
    const found = await of(contributions([2, { cluster: 'A' }], [9, { cluster: 'A', late: 'yes' }], [2, {}]));
    expect(found).toMatchObject({ x: 25 });
  });

  it('is missing where copies were not looked for, and does not apply where nothing came', async () => {
    expect((await of(contributions([9, {}]))).status).toBe('missing');
    expect((await of([])).status).toBe('missing');
    expect((await of(contributions([9, { cluster: 'A', valid: 'no' }]))).status).toBe('not_applicable');
  });
});
