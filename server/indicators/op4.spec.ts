import { measure } from '../testing/measure';
import { OP4 } from './op4';

const given = (codes: (string | null)[]) =>
  Object.fromEntries(OP4.facts.map((fact, i) => [fact, codes[i] ?? null]));
const [Y, N, X] = ['met', 'not_met', 'not_applicable'];

it.each([
  [[Y, Y, Y, Y, Y, Y, Y, Y], 100],
  [[N, N, N, N, N, N, N, N], 0],
  [[Y, Y, Y, N, N, N, Y, N], 50],
  // two do not apply: 3 of 6
  [[Y, Y, Y, N, N, N, X, X], 50],
  // two are not recorded: 6 of 8 are enough, 2 of 6 are met
  [[Y, Y, N, N, N, N, null, null], 100 / 3],
])('%j scores %d', async (codes, score) => {
  const found = await measure(OP4, given(codes as string[]));
  expect(found.status).toBe('observed');
  expect(found.score).toBeCloseTo(score, 9);
});

it('is missing where fewer than 6 of 8 are recorded', async () => {
  expect(await measure(OP4, given([Y!, Y!, Y!, Y!, Y!]))).toEqual({
    status: 'missing',
    x: null,
    score: null,
  });
  expect(await measure(OP4, {})).toMatchObject({ status: 'missing' });
});

it('does not apply where nothing of it does', async () => {
  expect(await measure(OP4, given(Array<string>(8).fill(X!)))).toMatchObject({ status: 'not_applicable' });
});
