import { formats, tidy } from './words';
import type { CardWords } from './words.card.pl';

const { count, number, period, day } = formats('en');

const days = { one: 'day', other: 'days' };
const facts = { one: 'fact', other: 'facts' };

/** The English words of the card of one consultation. */
export const cardWords: CardWords = tidy({
  card: {
    facts: 'Main facts',
    period: 'Period',
    basis: 'Legal basis',
    byMatter: 'found by the kind of matter and the day',
    lasted: (n: number, tense: 'past' | 'now' | 'future') =>
      ({
        past: `It lasted ${count(n, days)}`,
        now: `It lasts ${count(n, days)}`,
        future: `It will last ${count(n, days)}`,
      })[tense],
    kept: (min: number, from: string) =>
      `, and the law asks for at least ${number(min)} ${from}: the minimum was kept.`,
    tooShort: (min: number, from: string, by: number) =>
      `, and the law asks for at least ${number(min)} ${from}: shorter than that by ${count(by, days)}.`,
    keptAlone: (min: number, from: string) => `The legal minimum was kept: ${count(min, days)} ${from}.`,
    tooShortAlone: (min: number, from: string, by: number) =>
      `Shorter by ${count(by, days)} than the law asks: at least ${number(min)} ${from}.`,
    minimumUnknown: (min: number, from: string) =>
      `The law asks for at least ${count(min, days)} ${from}; the days needed to check it are not recorded.`,
    noRule: 'For this matter we know no legal rule that sets the shortest time.',
    noMinimum: 'The legal rule that we know sets no shortest time here.',
    lengthUnknown: 'How many days it lasted is not recorded.',
    lengthUnknownBecause: (missing: string) => `Its length is unknown: ${missing} not recorded.`,
    noOpening: 'the opening day',
    noClosing: 'the closing day',
    reportOn: (iso: string) => `The report was published on ${day(iso)}`,
    reportAfter: (n: number) => `, ${count(n, days)} after the end`,
    reportLate: (n: number) => `, ${count(n, days)} late`,
    reportInTime: ', in time',
    reportKnown: 'The report was published, but its day is not recorded.',
    reportNotRecorded: 'No report is recorded.',
    reportNotHappened: 'There was no report: the register of reports of that year is complete.',
    planned: 'Planned',
    dash: (from: string, to: string) => period(from, to),
    cancelled: (iso: string) => `Cancelled on ${day(iso)}.`,
  },
  course: {
    title: 'Course against the deadlines',
    sub: 'Calendar days',
    rows: {
      announcement: 'Announcement',
      remarks: 'Collecting remarks',
      report: 'Report',
      decision: 'Decision',
    },
    announced: (iso: string, before: number | null) =>
      before === null || before < 0
        ? day(iso)
        : before === 0
          ? `${day(iso)}, on the opening day`
          : `${day(iso)}, ${count(before, days)} before the start`,
    collected: (n: number | null, iso: string) =>
      n === null ? `until ${day(iso)}` : `${count(n, days)}, until ${day(iso)}`,
    opened: (iso: string) => `from ${day(iso)}`,
    remarksUntil: (iso: string) => `remarks until ${day(iso)}`,
    minimum: (iso: string, min: number, from: string) => `minimum: ${count(min, days)} ${from}, ${day(iso)}`,
    minimumShort: (iso: string) => `minimum ${day(iso)}`,
    due: (iso: string, n: number | null) =>
      n === null ? `due: ${day(iso)}` : `due: ${count(n, days)}, ${day(iso)}`,
    dueShort: (iso: string) => `due ${day(iso)}`,
    reported: (iso: string, late: number | null) =>
      late === null ? day(iso) : late > 0 ? `${day(iso)}, ${count(late, days)} late` : `${day(iso)}, in time`,
    decided: (iso: string) => day(iso),
    decisionPublished: (iso: string) => `published ${day(iso)}`,
    legend: {
      wait: 'waiting time',
      tail: 'remarks taken after the end',
      late: 'past the deadline',
      law: 'the day that the law sets',
    },
    headline: {
      kept: 'The legal minimum was kept',
      short: (by: number) => `The time for remarks was ${count(by, days)} too short`,
      unknown: 'The recorded days do not tell whether the minimum was kept',
      noRule: 'The recorded days; the minimum for this matter is not known',
      noMinimum: 'The recorded days; the known legal rule sets no minimum here',
      late: (by: number) => `the report was ${count(by, days)} late`,
      inTime: 'the report was in time',
    },
    columns: { row: 'Stage', from: 'From', to: 'To', days: 'Days', legal: 'Set by law' },
    caption: 'The same days as in the chart',
    asOf: (iso: string) => `as of ${day(iso)}`,
    tooFew: (missing: string) => `Too few recorded days to draw the course. Missing: ${missing}.`,
    span: (from: string, to: string) => `The recorded days cover ${period(from, to)}.`,
    lawLink: 'text of the law',
  },
  events: {
    title: 'Forms and events',
    forms: 'Recorded forms of taking part',
    noForms: 'No form of taking part is recorded.',
    none: 'No meeting or other event is recorded.',
    caption: 'Events',
    count: (n: number) => count(n, { one: 'event', other: 'events' }),
  },
  gaps: {
    title: 'What is not recorded',
    share: (known: number, all: number) => `${number(known)} of ${count(all, facts)} recorded`,
    lead: 'A missing record does not mean that a thing was not done. It only means that the source does not say.',
    groups: {
      days: 'Days',
      announcement: 'Content of the announcement',
      accessibility: 'Accessibility',
      numbers: 'Numbers',
      other: 'Other',
    },
    known: (known: number, all: number) => `${number(known)} of ${number(all)}`,
    complete: 'Everything is recorded.',
    missing: 'Missing',
    everything: (n: number) => `Show all ${count(n, facts)} with their values`,
    caption: 'Every fact of the record',
    columns: { group: 'Group', field: 'Fact', value: 'Value', known: 'Recorded' },
  },
});
