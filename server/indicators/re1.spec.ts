import { complete, contributions, measure } from '../testing/measure';
import type { Given } from '../testing/records';
import { RE1 } from './re1';

const DISPOSITIONS = { register_complete: complete('dispositions') };
const ANSWERED: Given = { published_on: '2025-04-20', outcome: 'rejected' };
const of = (kinds: [number, Given][], consultation: Given = {}, asOf?: string) =>
  measure(RE1, consultation, { contribution: contributions(...kinds), ...DISPOSITIONS }, asOf);

it('is the share of contributions with a published answer', async () => {
  const found = await of([
    [3, ANSWERED],
    [1, {}],
  ]);
  expect(found).toEqual({ status: 'observed', x: 75, score: 75 });
});

it('leaves out what is not valid and what came late, on record or by its day', async () => {
  const found = await of([
    [1, ANSWERED],
    [1, {}],
    [5, { valid: 'no' }],
    [5, { late: 'yes' }],
    [5, { received_on: '2025-04-01' }],
    // the record knows better than the day on which a letter was written into the register
    [2, { received_on: '2025-04-01', late: 'no', ...ANSWERED }],
  ]);
  expect(found).toEqual({ status: 'observed', x: 75, score: 75 });
});

it.each([
  // closed on 31 March: 30 days are over on 30 April
  ['2025-04-30', 'not_due', null],
  ['2025-05-01', 'observed', 0],
])('is %s: %s', async (day, status, x) => {
  expect(await of([[2, { published_on: '2025-06-01' }]], {}, day)).toMatchObject({ status, x });
});

it('is missing where it is not known whether somebody was answered, unless the register is complete', async () => {
  const contribution = contributions([9, ANSWERED], [1, {}]);
  expect(await measure(RE1, {}, { contribution })).toMatchObject({ status: 'missing', x: null });
  expect(await measure(RE1, {}, { contribution, ...DISPOSITIONS })).toMatchObject({ x: 90 });
});

it.each<[string, Given, [number, Given][], string]>([
  ['nothing came, by a complete register', {}, [], 'not_applicable'],
  ['nothing came, by the report', { reported_contributions: 0 }, [], 'not_applicable'],
  ['what came was late', {}, [[2, { late: 'yes' }]], 'not_applicable'],
  ['something came that is not on record', { reported_contributions: 3 }, [], 'missing'],
])('where %s', async (_what, consultation, kinds, status) => {
  expect(await of(kinds, consultation)).toEqual({ status, x: null, score: null });
});

it('is missing where nobody wrote down that nothing came', async () => {
  expect(await measure(RE1, {})).toMatchObject({ status: 'missing' });
});
