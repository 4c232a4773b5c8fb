import { quarterNames } from './quarters';
import { formats } from './words';

const { number } = formats('en');
const quarter = quarterNames('en');

/** The English words of an indicator that measures the authority, not its consultations. */
export const capacityWords = {
  capacity: {
    latest: (name: string, score: string, measure: string) =>
      `In the four quarters to ${quarter.of(name)} the score was ${score} out of 100; measure: ${measure}.`,
    none: (name: string, why: string) =>
      `There is no result for the four quarters to ${quarter.of(name)}: ${why}.`,
    base: (n: number | null) => (n === null ? 'value of the authority' : `n = ${number(n)}`),
    sub: (what: string, authority: string) =>
      `${what}, always of the four quarters that end with the named one, ${authority}`,
    note: 'Band: the score were what is not recorded the worst, or the best. A quarter without a result breaks the line.',
    columns: {
      quarter: 'Last quarter',
      status: 'State of the value',
      n: 'Cases',
      numerator: 'Numerator',
      denominator: 'Denominator',
    },
    alone: {
      title: 'Why no consultations and no units stand here',
      text: 'This indicator measures the authority: trainings and advice serve all consultations, so they are put down to none of them. It enters the index of the authority only, always over four quarters, because competence outlasts the quarter in which an edition ended.',
    },
  },
};
