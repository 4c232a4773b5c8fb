import { complete, contributions, measure } from '../testing/measure';
import type { Given } from '../testing/records';
import { IN2 } from './in2';

const DECIDED: Given = { decision_on: '2025-06-01' };
const accepted = (change_ref: string | null = null): Given => ({
  published_on: '2025-04-20',
  outcome: 'accepted',
  change_ref,
});
const REJECTED: Given = { published_on: '2025-04-20', outcome: 'rejected' };
const of = (kinds: [number, Given][], consultation = DECIDED, registers = ['dispositions', 'decision']) =>
  measure(IN2, consultation, {
    contribution: contributions(...kinds),
    register_complete: complete(...registers),
  });

it('asks for one change that an accepted contribution made', async () => {
  expect(
    await of([
      [3, accepted()],
      [1, accepted('par. 4')],
    ]),
  ).toEqual({
    status: 'observed',
    x: 100,
    score: 100,
  });
  expect(
    await of([
      [4, accepted()],
      [1, REJECTED],
    ]),
  ).toEqual({ status: 'observed', x: 0, score: 0 });
});

it.each<[string, [number, Given][], Given, string[], string]>([
  ['nothing was accepted', [[3, REJECTED]], DECIDED, ['dispositions'], 'not_applicable'],
  ['the act is ahead', [[1, accepted()]], {}, ['dispositions', 'decision'], 'not_due'],
  ['nobody wrote down the decision', [[1, accepted('par. 4')]], {}, ['dispositions'], 'missing'],
  ['a change may have been left out', [[1, accepted()]], DECIDED, [], 'missing'],
])('where %s', async (_what, kinds, consultation, registers, status) => {
  expect(await of(kinds, consultation, registers)).toEqual({ status, x: null, score: null });
});
