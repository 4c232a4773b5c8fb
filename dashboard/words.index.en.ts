import { quarterNames } from './quarters';
import { formats } from './words';
import type { indexWords as source } from './words.index.pl';

const { number, plural, day } = formats('en');
const quarter = quarterNames('en');

/** The English words of an index and of the units of measures, wherever they stand. */
export const indexWords: typeof source = {
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
  units: {
    days: (x: number) => plural(x, { one: 'day', other: 'days' }),
    hours: (x: number) => plural(x, { one: 'hour', other: 'hours' }),
    persons: (x: number) => plural(x, { one: 'person', other: 'persons' }),
    forms: (x: number) => plural(x, { one: 'form', other: 'forms' }),
  } as Record<string, (x: number) => string>,
};
