import { quarterNames } from './quarters';
import { formats, tidy } from './words';
import { capacityWords } from './words.capacity.en';
import { catalogueWords } from './words.catalogue.en';
import type { IndicatorWords } from './words.indicator.pl';

const { count, number, list } = formats('en');
const quarter = quarterNames('en');

const consultations = { one: 'consultation', other: 'consultations' };
const units = { one: 'unit', other: 'units' };

/** The English words of the catalogue of indicators and of the page of one. */
export const indicatorWords: IndicatorWords = tidy({
  quarter,
  units: {
    'per 1,000 (log₁₀)': { one: 'per 1,000', other: 'per 1,000' },
    days: { one: 'day', few: 'days', many: 'days', other: 'days' },
    hours: { one: 'hour', few: 'hours', many: 'hours', other: 'hours' },
    forms: { one: 'form', few: 'forms', many: 'forms', other: 'forms' },
    points: { one: 'point', other: 'points' },
  },
  status: {
    observed: 'computed',
    not_due: 'not due yet',
    not_applicable: 'does not apply',
    missing: 'no data',
    insufficient_n: 'too few cases',
  } as Record<string, string>,
  ofHundred: 'out of 100',
  ...capacityWords,
  ...catalogueWords,
  dimension: (label: string) => `dimension ${label}`,
  toCatalogue: 'Go to all indicators',
  finding: {
    latest: (f: { name: string; score: string; observed: number; consultations: number }) =>
      `In ${quarter.inIt(f.name)} the mean score was ${f.score} out of 100; ${
        f.observed === f.consultations
          ? f.observed === 1
            ? 'the only closed consultation has a value'
            : `each of ${number(f.consultations)} closed consultations has a value`
          : `${number(f.observed)} of ${number(f.consultations)} closed consultations have a value`
      }.`,
    before: (name: string, score: string, n: number) =>
      `In ${quarter.inIt(name)} it was ${score} out of 100 (${count(n, consultations)}).`,
    bounds: (low: string, high: string) =>
      `Were the gaps 0 or 100, the mean would be from ${low} to ${high}.`,
    unknown: (name: string, observed: number, all: number) =>
      `There is no result for ${quarter.inIt(name)}: ${number(observed)} of ${number(all)} closed consultations have a value, and two thirds are needed.`,
    last: (name: string, score: string) =>
      `The latest result is of ${quarter.of(name)}: ${score} out of 100.`,
    nothing: (authority: string, total: number) =>
      `${authority}: this indicator cannot be computed today. None of ${count(total, { one: 'closed consultation', other: 'closed consultations' })} has a value.`,
    noRecords: (authority: string) => `${authority}: no consultation is closed yet.`,
    because: (counts: { status: string; n: number }[]) =>
      `Reason: ${list(counts.map(({ status, n }) => `${status} (${number(n)})`))}.`,
  },
  hero: {
    base: (k: number, n: number) => `${number(k)} of ${count(n, consultations)}`,
    full: 'complete record',
    bounds: (low: string, high: string) => `bounds ${low}–${high}`,
    mean: (measure: string) => `mean measure: ${measure}`,
    scale: (score: string, low: string, high: string) =>
      `Scale from 0 to 100: mean ${score}${low === high ? '' : `, bounds from ${low} to ${high}`}`,
    goalposts: (worst: string, best: string) => `Scale: score 0 at ${worst}, score 100 at ${best}`,
  },
  chips: {
    n: (n: number) => `n = ${number(n)}`,
    nIn: (n: number, name: string) => `n = ${number(n)}, ${quarter.short(name)}`,
    asOf: (day: string) => `data to ${day}`,
    method: (version: string) => `method ${version}`,
    snapshot: (n: number) => `snapshot ${number(n)}`,
    full: 'complete record',
    bounds: 'bounds with gaps at 0 and 100',
    rolling: (from: string, to: string) => `${quarter.short(from)} – ${quarter.short(to)}`,
  },
  trend: {
    title: 'Over time',
    switch: 'What to show',
    scales: { ocena: 'Score 0–100', miara: 'Measure' },
    headline: (t: { from: string; to: string; low: string; high: string; last: string }) =>
      t.from === t.to
        ? `In ${quarter.inIt(t.from)}: ${t.last}`
        : t.low === t.high
          ? `From ${quarter.of(t.from)} to ${quarter.of(t.to)} always ${t.last}`
          : `From ${quarter.of(t.from)} to ${quarter.of(t.to)} the mean was from ${t.low} to ${t.high}; latest ${t.last}`,
    sub: (what: string, authority: string) => `${what}, mean of the quarter, ${authority}`,
    score: 'Score from 0 to 100',
    measure: (unit: string) => `Measure (${unit})`,
    note: 'Band: the mean were the missing values 0 or 100. A quarter without a result breaks the line. Ring and dashed line: a provisional quarter.',
    noteMeasure: 'Thin lines: the measure that scores 0 and 100. A quarter without a result breaks the line.',
    goalpost: (n: number) => `score ${number(n)}`,
    point: (p: { name: string; value: string; base: string; band: string | null; isProvisional: boolean }) =>
      [
        `${quarter.short(p.name)}: ${p.value}`,
        p.base,
        p.band && `bounds ${p.band}`,
        p.isProvisional && 'provisional',
      ]
        .filter(Boolean)
        .join('; '),
    noPoint: (name: string) => `${quarter.short(name)}: no result`,
    caption: 'The same numbers as in the chart, and the other scale',
    columns: {
      quarter: 'Quarter',
      score: 'Score',
      low: 'Were gaps 0',
      high: 'Were gaps 100',
      x: (unit: string) => `Measure (${unit})`,
      consultations: 'Consultations',
      observed: 'With a value',
      missing: 'No data',
      not_due: 'Not due yet',
      provisional: 'State',
    },
    states: { provisional: 'provisional', final: 'final' },
    empty: 'The line of the quarterly mean score will stand here once a quarter has a result.',
  },
  distribution: {
    title: 'Distribution of the measure',
    most: (from: string, to: string, n: number, all: number) =>
      `Most often from ${from} to ${to}: ${number(n)} of ${count(all, consultations)}`,
    between: (from: string, to: string, all: number) =>
      `Measures from ${from} to ${to}, ${count(all, consultations)}`,
    same: (value: string, all: number) => `Every measure is ${value}: ${count(all, consultations)}`,
    sub: (unit: string, authority: string) =>
      `Number of consultations by measure (${unit}), all closed, ${authority}`,
    point: (from: string, to: string, n: number) =>
      `${from === to ? from : `from ${from} to ${to}`}: ${count(n, consultations)}`,
    caption: 'Bins of equal width; each but the last without its end',
    columns: { from: 'From', to: 'To', consultations: 'Consultations' },
    tooFew: (n: number) =>
      `Too few data: ${count(n, consultations)} with a measure; a distribution is shown from 3.`,
    empty: 'The distribution will stand here once at least 3 consultations have a measure.',
  },
  unitRows: {
    title: 'By unit',
    headline: (shown: number, all: number, low: string, high: string) =>
      `${number(shown)} of ${count(all, units)} ${shown === 1 ? 'has' : 'have'} at least 3 consultations with a value${low === high ? `: mean ${low}` : `; means from ${low} to ${high}`}`,
    none: (all: number) => `None of ${count(all, units)} has 3 consultations with a value`,
    sub: (authority: string) => `Mean score from 0 to 100, the last four quarters, ${authority}`,
    note: 'The order by mean is no ranking: with a few consultations differences are often chance. Below 3 consultations with a value no mean is shown.',
    tooFew: 'too few',
    kOfN: (k: number, n: number) => `${number(k)} of ${number(n)}`,
    point: (name: string, value: string | null, k: number, n: number) =>
      `${name}: ${value === null ? 'too few data' : `${value} out of 100`}; ${number(k)} of ${count(n, consultations)} with a value`,
    caption: 'Units in the last four quarters',
    columns: {
      unit: 'Unit',
      score: 'Mean score',
      x: (unit: string) => `Measure (${unit})`,
      observed: 'With a value',
      consultations: 'Consultations',
    },
    empty: 'In the last four quarters no unit closed a consultation.',
  },
  values: {
    title: 'Values',
    caption: 'Closed consultations, the latest first; where there is no measure its reason stands, never a 0',
    columns: {
      consultation: 'Consultation',
      closed: 'Closed',
      status: 'State of the value',
      x: (unit: string) => `Measure (${unit})`,
      score: 'Score',
    },
    count: (n: number) => count(n, consultations),
    all: (n: number) => `Show all ${number(n)}`,
    fewer: 'Show the latest only',
    limited: (n: number, all: number) => `${number(n)} of ${number(all)} are shown; the whole is in the file`,
    toData: 'Download the indicator values',
    json: 'This indicator as JSON',
    none: '–',
  },
  source: (authority: string) => `Source: record of consultations, ${authority}. CC BY 4.0`,
});
