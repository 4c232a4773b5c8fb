import { complete, contributions, measure } from '../testing/measure';
import type { Given } from '../testing/records';
import { RE2 } from './re2';

const of = (kinds: [number, Given][], more: Record<string, Given[]> = {}) =>
  measure(
    RE2,
    {},
    { contribution: contributions(...kinds), register_complete: complete('dispositions'), ...more },
  );
const answer = (outcome: string | null, rationale_quality: string | null): Given => ({
  published_on: '2025-04-20',
  outcome,
  rationale_quality,
});

it('is the share of refusals, whole or in part, that give a substantive reason', async () => {
  const found = await of([
    [3, answer('rejected', 'substantive')],
    [2, answer('partly', 'substantive_with_reference')],
    [2, answer('rejected', 'general')],
    [1, answer('partly', 'none')],
    [4, answer('accepted', null)],
    [4, {}],
  ]);
  expect(found).toEqual({ status: 'observed', x: 62.5, score: 62.5 });
});

it.each<[string, [number, Given][], string]>([
  ['four were refused', [[4, answer('rejected', 'substantive')]], 'insufficient_n'],
  ['nobody was', [[6, answer('accepted', null)]], 'not_applicable'],
  [
    'a reason is not coded',
    [
      [6, answer('rejected', 'substantive')],
      [1, answer('rejected', null)],
    ],
    'missing',
  ],
  [
    'an outcome is not recorded',
    [
      [6, answer('rejected', 'substantive')],
      [1, answer(null, null)],
    ],
    'missing',
  ],
])('where %s', async (_what, kinds, status) => {
  expect(await of(kinds)).toEqual({ status, x: null, score: null });
});

/** Twice 15 refusals; the second coder says otherwise in as many of each half as told. */
const coded = (differing: number) => {
  const qualities = ['substantive', 'general'];
  const contribution = contributions(
    ...qualities.map((quality): [number, Given] => [15, answer('rejected', quality)]),
  );
  const coding = contribution.map(({ code }, i): Given => {
    const half = Math.floor(i / 15);
    return {
      contribution: code!,
      consultation: 'K',
      coder: 'K2',
      rationale_quality: qualities[i % 15 < differing ? 1 - half : half]!,
    };
  });
  return measure(RE2, {}, { contribution, coding, register_complete: complete('dispositions') });
};

it('is left out where two coders agree too little beyond chance', async () => {
  // chance is one half; 24 of 30 alike: (0.8 - 0.5) / 0.5 = 0.6, 22 of 30: 0.4667
  expect(await coded(3)).toMatchObject({ status: 'observed', x: 50 });
  expect(await coded(4)).toMatchObject({ status: 'missing', x: null });
});
