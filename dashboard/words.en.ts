import { formats, tidy } from './words';
import { indexWords } from './words.index.en';
import { chartWords } from './words.chart.en';
import type { pl } from './words.pl';

const { count, number, day } = formats('en');

const consultations = { one: 'consultation', other: 'consultations' };
const days = { one: 'day', other: 'days' };
const results = { one: 'result', other: 'results' };
const years = (from: number, to: number) => (from === to ? `of ${from}` : `of ${from}–${to}`);

/** The English words of the pages; a missing one is a type error. */
export const en: typeof pl = tidy({
  product: 'Participation Observatory',
  skip: 'Skip to the content',
  mainMenu: 'Main',
  barLabel: 'Authority, print and language',
  overviewPage: 'Overview',
  consultationsPage: 'Consultations',
  indicatorsPage: 'Indicators',
  surveysPage: 'Surveys',
  dataPage: 'Data',
  intakePage: 'Intake',
  otherLanguage: 'Polski',
  print: 'Print or PDF',
  demonstration: {
    label: 'Demonstration data',
    says: 'this city does not exist, its figures are generated',
  },
  authority: 'Authority',
  chooseAuthority: 'Choose an authority',
  inAuthority: (n: number) => count(n, consultations),
  footer:
    'The Participation Observatory shows how public authorities ask residents for their opinion. Every fact here has its source; what was not recorded is not guessed.',
  apiLink: 'API description (OpenAPI)',
  codebookLink: 'Codebook (JSON)',
  signIn: 'Sign in',
  notRecorded: 'not recorded',
  untitled: (code: string) => `(untitled) ${code}`,
  days: (n: number) => count(n, days),
  loading: 'Loading…',
  failed: 'This part of the page could not be loaded.',
  failedBecause: 'The server does not answer. Check the connection and try again.',
  retry: 'Try again',
  external: 'opens the page of the source',
  lost: {
    back: 'Go to the list of consultations',
  },
  list: {
    title: 'Consultations',
    headline: (h: { authority: string; total: number; years: [number, number] | null }) =>
      [`${h.authority}: ${count(h.total, consultations)}`, h.years && years(...h.years)]
        .filter(Boolean)
        .join(' '),
    selected: (h: { authority: string; total: number; all: number; years: [number, number] | null }) =>
      [
        `${h.authority}: ${number(h.total)} of ${count(h.all, consultations)} in this selection`,
        h.years && years(...h.years),
      ]
        .filter(Boolean)
        .join(', '),
    reports: (n: number, all: boolean) =>
      n === 0
        ? '; none has a recorded report'
        : all
          ? `; ${n === 1 ? 'its report is recorded' : 'each has a recorded report'}`
          : `; ${number(n)} with a recorded report`,
    mostly: (label: string, n: number) => `; most often: ${label} (${number(n)})`,
    nothing: (authority: string, all: number) =>
      `${authority}: none of ${count(all, consultations)} matches this selection.`,
    noRecords: (authority: string) => `${authority}: no consultation is recorded yet.`,
    search: 'Search titles, codes and units',
    searchHint: 'Letters with marks are not needed: “lodz” finds “Łódź”.',
    clearSearch: 'Clear',
    filters: 'Filters',
    filtersChosen: (n: number) => (n === 0 ? 'Filters' : `Filters (${number(n)})`),
    close: 'Close',
    show: (n: number) => `Show ${count(n, results)}`,
    found: (shown: number, total: number) =>
      shown < total
        ? `${number(shown)} of ${count(total, consultations)} shown`
        : count(total, consultations),
    chosen: 'Chosen filters',
    remove: (what: string) => `Remove the filter: ${what}`,
    removeAll: 'Remove all filters',
    emptied: (what: string) => `Without the filter “${what}” the list is not empty.`,
    emptiedTogether: 'No record meets all the conditions at once.',
    searched: (text: string) => `searched: ${text}`,
    facet: { stan: 'Status', rodzaj: '', forma: '', temat: '', jedn: '', adresat: '', rok: 'Year' },
    sort: 'Order',
    sorts: {
      '-last_day': 'newest first',
      last_day: 'oldest first',
      title: 'by title',
      '-reported_contributions': 'most contributions',
      '-index': 'highest index',
    },
    caption: 'Consultations in this selection; “not recorded” means that the source does not say',
    columns: {
      title: 'Consultation',
      status: 'Status',
      period: 'Period',
      forms: 'Forms',
      contributions: 'Contributions',
      report: 'Report',
      index: 'Index',
    },
    pending: 'no score yet',
    running: 'being scored',
    captionIndex: (method: string) => `Index, 0–100, and (were the gaps filled): ${method}`,
    from: (iso: string) => `from ${day(iso)}`,
    until: (iso: string) => `until ${day(iso)}`,
    announced: (iso: string) => `announced ${day(iso)}`,
    more: (n: number) => `Show ${number(n)} more`,
    json: 'This selection as JSON',
  },
  source: {
    title: 'Where the data come from',
    lead: 'Source',
    noSource: 'The record gives no address of a source.',
    table: 'Files that the record comes from',
    columns: {
      file: 'File and line',
      batch: 'Batch',
      revision: 'Version',
      at: 'Taken in',
      sum: 'SHA-256',
    },
    batch: (id: number) => `batch ${id}`,
    line: (n: number) => `line ${n}`,
    current: 'in force',
    earlier: 'earlier',
    wholeSum: 'whole sum',
    json: 'This record as JSON',
  },
  ...indexWords,
  ...chartWords,
});
