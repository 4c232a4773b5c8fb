import { formats } from './words';

const { count, number } = formats('en');

const indicators = { one: 'indicator', other: 'indicators' };
const dimensions = { one: 'dimension', other: 'dimensions' };

/** The English words of the catalogue of indicators, and of the definition of one. */
export const catalogueWords = {
  catalogue: {
    title: 'Indicators',
    headline: (c: { all: number; dimensions: number; counted: number }) =>
      `${count(c.all, indicators)} in ${count(c.dimensions, dimensions)}: ${number(c.counted)} count towards the index, ${number(c.all - c.counted)} shown only.`,
    lead: 'Every indicator measures one consultation, those of dimension D8 the authority over four quarters, and turns the measure into a score from 0 to 100 by fixed goalposts.',
    caption: 'Indicators by dimension; the measures in the last two numbers score 0 and 100',
    columns: {
      name: 'Indicator',
      asks: 'What it asks',
      unit: 'Unit',
      worst: 'Scores 0 at',
      best: 'Scores 100 at',
      weight: 'Weight in dimension',
    },
    weight: (one: number, all: number) => `${number(one)} of ${number(all)}`,
    notCounted: 'shown, not counted',
    provisional: 'provisional goalposts',
  },
  definition: {
    title: 'Definition',
    scale: 'Scale of the score',
    scaleSays: (worst: string, best: string) =>
      `A measure of ${worst} scores 0, a measure of ${best} scores 100.`,
    points: (n: number) => `${number(n)} pts`,
    more: 'more is better',
    less: 'less is better',
    direction: 'Direction',
    weight: 'Weight',
    why: 'Why so',
    missing: 'When there is no value',
    source: 'Source of the rule',
    facts: 'From which facts',
    related: {
      events: 'Events of the consultation (forms, days, places)',
      contributions: 'Contributions',
      participants: 'Participants',
      council_opinions: 'Opinions of the NGO council',
      surveys: 'Survey responses',
      reference_distributions: 'Reference distributions',
      editions: 'Training editions',
      enrolments: 'Enrolments in trainings',
      attendance: 'Attendance at sessions',
      tests: 'Tests of those trained',
      advice: 'Advice sessions',
    } as Record<string, string>,
    method: 'Since method',
    unit: 'Unit',
  },
};
