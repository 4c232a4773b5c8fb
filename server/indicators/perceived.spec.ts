import { measure } from '../testing/measure';
import type { Given, Records } from '../testing/records';
import { GF3 } from './gf3';
import { IN4 } from './in4';
import { CONSTRUCTS } from './perceived';
import { RE4 } from './re4';
import { TR4 } from './tr4';

const FAIR = CONSTRUCTS.fairness;
const item = (construct: string, i: number, more: Given = {}): Given => ({
  code: `${construct}-${i}`,
  survey: 'S',
  position: i + 1,
  scale: 'likert5',
  construct,
  ...more,
});
/** A survey after the consultation, its items at positions 1, 2, …, and one response for each list of answers. */
const survey = (items: Given[], answers: (number | null)[][], more: Given = {}): Records => ({
  survey: [{ code: 'S', consultation: 'K', kind: 'after_consultation', design: 'srs', ...more }],
  survey_item: items,
  survey_response: answers.map((given, i) => ({ code: `R${i}`, survey: 'S', answers: given }) as Given),
});
const times = (count: number, answers: number[]) => Array.from({ length: count }, () => answers);

it.each([
  [GF3, CONSTRUCTS.fairness],
  [TR4, CONSTRUCTS.information],
  [RE4, CONSTRUCTS.response],
  [IN4, CONSTRUCTS.influence],
])('$code is the mean of its own items and no others', async (indicator, constructs) => {
  const items = Object.values(CONSTRUCTS)
    .flat()
    .map((construct, i) => item(construct, i));
  const answers = items.map(({ construct }) => (constructs.includes(String(construct)) ? 4 : 2));
  const found = await measure(indicator, {}, survey(items, times(10, answers)));
  // 4 of 1 to 5 is three quarters
  expect(found).toEqual({ status: 'observed', x: 75, score: 75 });
});

it('weighs answers, turns reversed items round, and leaves out of an item who did not answer it', async () => {
  const items = [item(FAIR[0]!, 0), item(FAIR[1]!, 1, { reversed: 'yes' })];
  const records = survey(items, [...times(10, [5, 1]), ...times(10, [1, 2]), [-1, -3], [9, 2]]);
  records['survey_response']!.forEach((row, i) => Object.assign(row, { weight: i < 10 ? 3 : 1 }));
  // first item: (3 * 10 * 5 + 10 * 1) / 40 = 4 -> 75; the 9 is no answer of a scale of five
  // second: (30 * 1 + 10 * 2 + 2) / 41 = 52 / 41 -> turned round 100 - 100 * (11 / 41) / 4
  const second = 100 - (100 * (11 / 41)) / 4;
  const { x } = await measure(GF3, {}, records);
  expect(x).toBeCloseTo((75 + second) / 2, 9);
});

it.each<[string, Given, number[], number]>([
  ['from 1 to 7', { scale: 'likert7' }, [4], 50],
  ['from 0 to 10', { scale: 'likert0_10' }, [3], 30],
  ['with ends of its own', { scale: 'number', lowest: 2, highest: 4 }, [3], 50],
])('reads a scale %s', async (_what, more, answers, x) => {
  const found = await measure(GF3, {}, survey([item(FAIR[0]!, 0, more)], times(12, answers)));
  expect(found).toMatchObject({ status: 'observed', x });
});

it('asks the drawn sample before the open link, and of waves the last', async () => {
  const surveys = [
    { code: 'LINK', design: 'open_link', wave: 9, answer: 1 },
    { code: 'ONE', design: 'srs', wave: 1, answer: 2 },
    { code: 'TWO', design: 'srs', wave: 2, answer: 3 },
    { code: 'PANEL', design: 'srs', wave: 3, kind: 'panel', answer: 5 },
  ];
  const found = await measure(
    GF3,
    {},
    {
      survey: surveys.map(({ answer: _answer, ...row }) => ({
        consultation: 'K',
        kind: 'after_consultation',
        ...row,
      })),
      survey_item: surveys.map(({ code }) => item(FAIR[0]!, 0, { code, survey: code })),
      survey_response: surveys.flatMap(({ code, answer }) =>
        times(10, [answer]).map(
          (answers, i) => ({ code: `${code}${i}`, survey: code, answers }) as unknown as Given,
        ),
      ),
    },
  );
  expect(found).toMatchObject({ status: 'observed', x: 50 });
});

const ASKED = [item(FAIR[0]!, 0), item(FAIR[1]!, 1)];
it.each<[string, Records, string]>([
  ['there is no survey', {}, 'missing'],
  ['it did not ask', survey([item('Q_OTHER', 0)], times(20, [5])), 'missing'],
  ['nobody answered', survey(ASKED, []), 'insufficient_n'],
  ['nine answered one item', survey(ASKED, [...times(9, [5, 5]), [5, -1]]), 'insufficient_n'],
  ['it is still open', survey(ASKED, times(20, [5, 5]), { closes_on: '2026-01-01' }), 'not_due'],
])('where %s', async (_what, records, status) => {
  expect(await measure(GF3, {}, records)).toEqual({ status, x: null, score: null });
});

it('counts nobody whose weight is 0', async () => {
  const records = survey([ASKED[0]!], [...times(10, [5]), [1]]);
  Object.assign(records['survey_response']![10]!, { weight: 0 });
  expect(await measure(GF3, {}, records)).toMatchObject({ status: 'observed', x: 100 });
  Object.assign(records['survey_response']![9]!, { weight: 0 });
  expect(await measure(GF3, {}, records)).toMatchObject({ status: 'insufficient_n' });
});
