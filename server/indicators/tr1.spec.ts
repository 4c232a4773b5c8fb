import { measure } from '../testing/measure';
import { TR1 } from './tr1';

const given = (codes: (string | null)[]) =>
  Object.fromEntries(TR1.facts.map((fact, i) => [fact, codes[i] ?? null]));

it.each([
  [['met', 'met', 'met', 'met', 'met', 'not_met', 'not_met', 'not_met'], 62.5],
  [['met', 'met', 'met', 'not_met', 'not_met', 'not_met'], 50],
])('%j scores %d', async (codes, score) => {
  expect(await measure(TR1, given(codes))).toEqual({ status: 'observed', x: score, score });
});

it('is missing where fewer than 6 of 8 are recorded', async () => {
  expect(await measure(TR1, given(['met', 'met', 'met', 'met', 'met']))).toMatchObject({
    status: 'missing',
    score: null,
  });
});
