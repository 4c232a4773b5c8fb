import { indicator } from '../indicators/catalogue';
import { indexInterval, type Known, valueInterval } from './value-interval';

const of = (code: string, known: Partial<Known>) =>
  valueInterval(indicator(code)!, { x: 1, numerator: null, denominator: null, ...known });

it('of one answer to one contribution reaches from 20.7 to 100: it is not the best of all', () => {
  const found = of('RE1', { x: 100, numerator: 1, denominator: 1 });
  expect(found).toEqual({ kind: 'process', low: expect.closeTo(20.7, 1), high: 100 });
});

it('of reach is that of the count, on the scale of its logarithm', () => {
  // ten of 10,000: 4.795 and 18.390 by Garwood, per 1,000
  const found = of('OP1', { x: 0, numerator: 10, denominator: 10_000 });
  expect(found.low).toBeCloseTo(Math.log10(0.4795389), 6);
  expect(found.high).toBeCloseTo(Math.log10(1.8390356), 6);
});

it('of waiting is that of Kaplan and Meier, open where it is not reached', () => {
  // after 20 days 4 of 6 wait: 2/3 exp(-1.96 sqrt(1/30 + 1/20)) = 0.379, the first below one half
  const waits = [10, 20, 30, 40, 276, 276].map((time) => ({ time, happened: time < 276 }));
  expect(of('RE3', { x: 35, waits })).toMatchObject({ kind: 'process', low: 20, high: null });
});

it('of a drawn sample is by Student, within the scale', () => {
  // t of 0.95 with 9 degrees of freedom: 2.262157
  expect(of('GF3', { x: 75, sampling: { se: 5, degrees: 9 } })).toEqual({
    kind: 'sampling',
    low: expect.closeTo(75 - 5 * 2.262157, 5),
    high: expect.closeTo(75 + 5 * 2.262157, 5),
  });
  expect(of('GF3', { x: 98, sampling: { se: 5, degrees: 9 } }).high).toBe(100);
});

it('has no ends where nobody drew the sample, and says so', () => {
  expect(of('GF3', { x: 75 })).toEqual({ kind: 'model', low: null, high: null });
});

it('has no ends where a stratum knows no spread', () => {
  expect(of('GF3', { x: 75, sampling: { se: null, degrees: 9 } })).toMatchObject({ low: null, high: null });
});

it.each(['GF1', 'PR1', 'CO1'])('of a fact is none: %s', (code) => {
  expect(of(code, { x: 40, numerator: 2, denominator: 5 })).toEqual({ kind: 'none', low: null, high: null });
});

it('of a value that is not there is none', () => {
  expect(of('RE1', { x: null, numerator: 3, denominator: 4 }).kind).toBe('none');
});

it('of an index stays above 0, and is none where no sample stands behind it', () => {
  const found = indexInterval(50, { se: 4, degrees: 9 });
  expect(found.low).toBeCloseTo(50 * Math.exp((-4 * 2.262157) / 50), 4);
  expect(found.high).toBeCloseTo(50 * Math.exp((4 * 2.262157) / 50), 4);
  expect(indexInterval(50, undefined)).toEqual({ kind: 'none', low: null, high: null });
  expect(indexInterval(null, { se: 4, degrees: 9 }).kind).toBe('none');
});
