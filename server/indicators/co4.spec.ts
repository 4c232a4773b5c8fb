import { complete, contributions, measure } from '../testing/measure';
import type { Given } from '../testing/records';
import { CO4 } from './co4';

const signed = (signed_unit: string | null, competent_unit: string | null = null): Given => ({
  published_on: '2025-04-20',
  signed_unit,
  competent_unit,
});
const of = (kinds: [number, Given][], consultation: Given = { competent_unit: 'A' }) =>
  measure(CO4, consultation, {
    contribution: contributions(...kinds),
    register_complete: complete('dispositions'),
  });

it('is the share of answers signed by the unit that is competent for it, else for the consultation', async () => {
  const found = await of([
    [4, signed('A')],
    [2, signed('B', 'B')],
    [2, signed('A', 'B')],
    [3, {}],
  ]);
  // 6 of 8: half of the way from 50 to 100
  expect(found).toEqual({ status: 'observed', x: 75, score: 50 });
});

it.each<[string, [number, Given][], Given, string]>([
  ['four were answered', [[4, signed('A')]], { competent_unit: 'A' }, 'insufficient_n'],
  [
    'a signature is not recorded',
    [
      [5, signed('A')],
      [1, signed(null)],
    ],
    { competent_unit: 'A' },
    'missing',
  ],
  ['nobody knows who is competent', [[5, signed('A')]], {}, 'missing'],
  ['nothing was answered', [[5, {}]], { competent_unit: 'A' }, 'not_applicable'],
])('where %s', async (_what, kinds, consultation, status) => {
  expect(await of(kinds, consultation)).toEqual({ status, x: null, score: null });
});
