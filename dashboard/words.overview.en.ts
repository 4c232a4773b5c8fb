import { quarterNames } from './quarters';
import { formats, tidy } from './words';
import type { OverviewWords } from './words.overview.pl';

const { count, number } = formats('en');
const quarter = quarterNames('en');

const consultations = { one: 'consultation', other: 'consultations' };
const others = { one: 'other indicator', other: 'other indicators' };

/** The English words of a quarter on one page. */
export const overviewWords: OverviewWords = tidy({
  overview: {
    title: 'Quarterly overview',
    quarter,
    choose: 'Quarter',
    older: (name: string) => `Earlier quarter: ${quarter.short(name)}`,
    newer: (name: string) => `Later quarter: ${quarter.short(name)}`,
    oldest: 'There is no earlier quarter',
    newest: 'There is no later quarter',
    toNewest: 'Go to the latest quarter',
    unreleased: 'provisional, not released',
    provisional: 'provisional',
    says: {
      index: (name: string, value: string) =>
        `In ${quarter.inIt(name)} the effectiveness of consultations was ${value} out of 100`,
      more: (by: string) => `, ${by} pts more than`,
      less: (by: string) => `, ${by} pts less than`,
      same: ', the same as',
      against: (c: { name: string; other: string; now: string; before: string; n: number; m: number }) =>
        ` in ${quarter.inItAfter(c.other, c.name)} (${c.now} from ${count(c.n, consultations)} against ${c.before} from ${number(c.m)})`,
      noneBefore: (name: string, other: string) =>
        `; no consultation closed in ${quarter.inItAfter(other, name)}`,
      noIndexBefore: (name: string, other: string) =>
        `; ${quarter.inItAfter(other, name)} could not be scored`,
      weakest: (two: string[]) => `Weakest: ${two.join(' and ')}.`,
      not: (name: string) => `${quarter.of(name)} cannot be scored`,
      tooFew: (n: number, least: number) =>
        `only ${count(n, consultations)} closed, and an index needs at least ${number(least)}`,
      tooLittle: (known: number, all: number, least: number) =>
        `enough is on record about ${number(known)} of ${number(all)} dimensions, and an index needs at least ${number(least)}`,
      without: (name: string) =>
        `too little is on record about the dimension ${name}, without which there is no index`,
      only: (known: string[], more: number) =>
        `known only: ${[...known, more > 0 ? `and ${count(more, others)}` : ''].filter(Boolean).join(', ')}`,
      one: (name: string, code: string, k: number, n: number) =>
        `${code} for ${number(k)} of ${number(n)} (${name})`,
      nothing: 'nothing is on record that the indicators measure',
    },
    full: (n: number) => `full count, ${count(n, consultations)}`,
    consultations: (n: number) => count(n, consultations),
    compare: {
      with: (name: string) => `with ${quarter.short(name)}`,
      points: (signed: string) => `${signed} pts`,
      was: (value: string, n: number) => `it was ${value}, ${count(n, consultations)}`,
      none: 'no consultations',
      noIndex: (n: number) => `no index, ${count(n, consultations)}`,
      incomparable:
        'No difference is given while the quarter runs or where fewer than 5 consultations closed in one of the two.',
      untested: 'The differences have not been tested yet: they may be chance.',
    },
    trend: {
      title: 'The index quarter by quarter',
      headline: (c: { high: string; highAt: string; low: string; lowAt: string }) =>
        `Highest in ${quarter.inIt(c.highAt)}\u00a0(${c.high}), lowest in ${quarter.inIt(c.lowAt)}\u00a0(${c.low})`,
      single: (name: string, value: string) => `One quarter has an index: ${quarter.short(name)} (${value})`,
      none: (n: number) =>
        n === 1 ? 'This quarter has no index' : `None of the ${number(n)} quarters has an index`,
      sub: (from: string, to: string) =>
        from === to
          ? `Index of effectiveness, points 0–100, ${quarter.short(to)}`
          : `Index of effectiveness, points 0–100, ${quarter.of(from)} to ${quarter.of(to)}`,
      noChart:
        'There is no chart, for there is nothing to draw: in these quarters too few consultations closed, or too little is known of them. The numbers are in the table.',
      caption: 'The same numbers as in the chart',
      columns: {
        quarter: 'Quarter',
        index: 'Index',
        filled: 'Were the gaps filled',
        low: 'Were gaps 0',
        high: 'Were gaps 100',
        grade: 'Grade',
        n: 'Consultations',
        state: 'State',
      },
      final: 'after 120 days',
      line: (n: number, from: string, to: string) =>
        `The line shows the index in ${count(n, { one: 'quarter', other: 'quarters' })}, ${quarter.of(from)} to ${quarter.of(to)}; the pale band says what it would be were every gap 0 or 100.`,
      provisional: (names: string[]) =>
        `Provisional, drawn dashed and hollow: ${names.map(quarter.short).join(', ')}.`,
      missing: (names: string[]) => `Without an index: ${names.map(quarter.short).join(', ')}.`,
      keyBand: 'were the gaps filled',
      keyProvisional: 'provisional: up to 120 days after the end of the quarter',
    },
    dimensions: {
      title: 'Dimensions',
      sub: (name: string | null) =>
        name
          ? `The dot is the score, the pale block: were the gaps filled, the ring: ${quarter.short(name)}`
          : 'The dot is the score, the pale block: were the gaps filled',
      caption: 'Score of each dimension in the quarter, points 0–100',
      columns: {
        name: 'Dimension',
        score: 'Score',
        picture: '0–100',
        filled: 'Were the gaps filled',
        known: 'Known',
      },
    },
    tiles: {
      title: (n: number) => `${count(n, { one: 'indicator', other: 'indicators' })} from the lowest score`,
      sub: 'The typical consultation: each counts once',
      score: (value: string) => `score ${value} out of 100`,
      of: (k: number, n: number) => `${number(k)} of ${count(n, consultations)}`,
      ofCity: 'the authority, last four quarters',
      waiting: (n: number) => `${number(n)} not due yet`,
      apart: 'shown, not counted in',
      provisional: 'provisional goalpost',
      none: 'not recorded',
    },
    findings: {
      title: 'Asks for a decision',
      none: 'No rule found anything in this quarter.',
      rule: (code: string) => `rule ${code}`,
      more: (n: number) => `and ${number(n)} more`,
    },
    units: {
      title: 'Units',
      sub: (name: string) => `Four quarters that end with ${quarter.short(name)}; in alphabetical order`,
      caption: 'Units over four quarters; below 3 consultations there is no index',
      part: (shown: number, all: number) => `${number(shown)} of ${number(all)} shown`,
      none: 'No consultation of these four quarters has a recorded unit.',
      columns: {
        unit: 'Unit',
        n: 'Consultations',
        index: 'Index',
        filled: 'Were the gaps filled',
        grade: 'Grade',
      },
    },
    closed: {
      title: 'Consultations closed in the quarter',
      sub: (n: number) => count(n, consultations),
      part: (shown: number, all: number) => `the ${number(shown)} closed last of ${number(all)}`,
      caption: 'Consultations closed in the quarter, the latest first',
      columns: {
        title: 'Consultation',
        unit: 'Unit',
        days: 'Days',
        contributions: 'Contributions',
        index: 'Index',
        filled: 'Were the gaps filled',
        picture: '0–100',
        grade: 'Grade',
        flags: 'Stands out',
      },
      all: 'All consultations',
    },
  },
});
