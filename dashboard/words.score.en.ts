import { quarterNames } from './quarters';
import { formats } from './words';
import type { scoreWords as source } from './words.score.pl';

const { count, number, plural, day } = formats('en');
const quarter = quarterNames('en');

/** The English words of the score of one consultation. */
export const scoreWords: typeof source = {
  index: {
    outOf: 'out of 100',
    grade: (grade: string) => `grade ${grade}`,
    noIndex: 'no index',
    noGaps: 'no gaps in the data',
    filled: (range: string) => `were the gaps filled: ${range}`,
    beyond:
      'The bounds also count dimensions of which too little is known for the index; so they may not include it.',
    asOf: (iso: string) => `as of ${day(iso)}`,
    tooFew: (n: number) => `too few: ${number(n)}`,
    tooLittle: 'too little data',
    scale: {
      value: (value: string) => `Scale 0–100: index ${value}`,
      none: 'Scale 0–100 without an index',
      bounds: (range: string) => `, were the gaps filled ${range}`,
      before: (name: string, value: string) => `, ${quarter.short(name)} ${value}`,
      ring: (name: string) => `ring: ${quarter.short(name)}`,
      block: 'pale block: were the gaps filled',
    },
  },
  score: {
    title: 'Score',
    pending: 'No score yet',
    big: (value: string) => `${value} out of 100`,
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
    units: {
      days: (x: number) => plural(x, { one: 'day', other: 'days' }),
      forms: (x: number) => plural(x, { one: 'form', other: 'forms' }),
    } as Record<string, (x: number) => string>,
    status: {
      observed: 'observed',
      not_due: 'not due yet',
      not_applicable: 'not applicable',
      missing: 'missing',
    } as Record<string, string>,
  },
};
