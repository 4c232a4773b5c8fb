import { formats, tidy } from './words';
import type { ScoreWords } from './words.score.pl';

const { count, number } = formats('en');

/** The English words of the score of one consultation. */
export const scoreWords: ScoreWords = tidy({
  score: {
    title: 'Score',
    pending: 'No score yet',
    big: (value: string) => `${value} out of 100`,
    unscored: {
      cancelled: 'The consultation was cancelled: it has no score.',
      ahead: 'The consultation has not closed yet: it is scored once it has.',
      unknown: 'The day on which the consultation closed is not recorded: without it there is no score.',
    },
    why: 'Why there is no index',
    lacking: 'Facts that are missing',
    waiting: 'Not due yet',
    gates: 'Gates',
    cap: (grade: string) => `grade at most ${grade}`,
    observed: (k: number, n: number) => `${number(k)} of ${number(n)} dimensions`,
    headline: (names: string[], points: string) =>
      `Most was taken away by ${names.join(' and ')}: ${points} pts together`,
    headlineOne: (name: string, points: string) => `Most was taken away by ${name}: ${points} pts`,
    headlineNone: 'Nothing lowered the index',
    sub: 'From 100 to the index, points',
    start: 'Full scale',
    end: 'Index',
    axis: 'points on the scale 0–100',
    axisFrom: (from: number) => `points on the scale 0–100; the axis begins at ${number(from)}`,
    caption: 'The same steps as in the chart',
    columns: { code: 'Code', step: 'Step', points: 'Points', after: 'After it' },
    describe: (from: string, to: string) => `The chart goes down from ${from} to ${to}.`,
    step: (name: string, points: string) => `${name} ${points} pts.`,
    at: (name: string, points: string, after: string) => `${name}: ${points} pts, then ${after}`,
    key: 'Hatched: what a dimension took away. Upright line: the index.',
    parts: {
      title: 'What the score comes from',
      caption: 'Every indicator opens to its facts and to the lines of the files it comes from',
      columns: {
        name: 'Dimension and indicator',
        x: 'Value',
        score: 'Score',
        weight: 'Weight',
        points: 'Points',
      },
      apart: 'shown, not counted in',
      known: (k: number, n: number) => `${number(k)} of ${number(n)} known`,
      sum: (parts: string, whole: string) => `${parts} = ${whole}`,
      sumNote: 'The points are rounded so that they sum to the tenth.',
      noSum: 'Without an index there are no points to divide.',
      facts: 'Facts',
      sources: (n: number) => count(n, { one: 'source line', other: 'source lines' }),
    },
    beside: {
      title: 'Beside the score',
      caption: 'Shown beside, without effect on the score',
      columns: { name: 'Measure', says: 'What it says', x: 'Value', n: 'Cases' },
    },
    certainty: {
      n: (cases: number) => `n = ${number(cases)}`,
      least: (cases: number, fewest: number) => `n = ${number(cases)} of the ${number(fewest)} needed`,
      interval: {
        process: (ends: string) => `95%: ${ends} (process)`,
        sampling: (ends: string) => `95%: ${ends} (sample)`,
        chance_band: (ends: string) => `chance alone: ${ends}`,
        model: () => 'open survey, nobody was drawn: no margin of error',
      } as Record<string, (ends: string) => string>,
      index: (ends: string) => `95% interval of the sampling error of the survey: ${ends}`,
    },
    status: {
      observed: 'observed',
      not_due: 'not due yet',
      not_applicable: 'not applicable',
      missing: 'missing',
      insufficient_n: 'too few cases',
    } as Record<string, string>,
  },
});
