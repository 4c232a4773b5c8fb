import { formats, tidy } from './words';
import { cardWords } from './words.card.en';
import { chartWords } from './words.chart.en';
import type { pl } from './words.pl';

const { count, number, day } = formats('en');

const consultations = { one: 'consultation', other: 'consultations' };
const days = { one: 'day', other: 'days' };
const results = { one: 'result', other: 'results' };
const rows = { one: 'row', other: 'rows' };
const years = (from: number, to: number) => (from === to ? `of ${from}` : `of ${from}–${to}`);

/** The English words of the pages; a missing one is a type error. */
export const en: typeof pl = tidy({
  product: 'Participation Observatory',
  skip: 'Skip to the content',
  mainMenu: 'Main',
  barLabel: 'Authority, print and language',
  consultationsPage: 'Consultations',
  indicatorsPage: 'Indicators',
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
  notRecorded: 'not recorded',
  untitled: (code: string) => `(untitled) ${code}`,
  days: (n: number) => count(n, days),
  loading: 'Loading…',
  failed: 'This part of the page could not be loaded.',
  failedBecause: 'The server does not answer. Check the connection and try again.',
  retry: 'Try again',
  external: 'opens the page of the source',
  lost: {
    title: 'There is no page at this address',
    text: 'The address may have been copied with a mistake. Every consultation is in the list.',
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
    },
    caption: 'Consultations in this selection; “not recorded” means that the source does not say',
    columns: {
      title: 'Consultation',
      status: 'Status',
      period: 'Period',
      forms: 'Forms',
      contributions: 'Contributions',
      report: 'Report',
    },
    from: (iso: string) => `from ${day(iso)}`,
    until: (iso: string) => `until ${day(iso)}`,
    announced: (iso: string) => `announced ${day(iso)}`,
    more: (n: number) => `Show ${number(n)} more`,
    json: 'This selection as JSON',
  },
  ...cardWords,
  ...chartWords,
  batches: {
    title: 'Intake',
    headline: (files: number, taken: number) =>
      `${count(files, { one: 'file', other: 'files' })} taken in, with ${count(taken, rows)}`,
    none: 'No file has been taken in yet',
    caption: 'Files taken in, newest first',
    columns: {
      file: 'File',
      type: 'Kind of record',
      at: 'Taken in',
      rows: 'Rows',
      accepted: 'Accepted',
      rejected: 'Rejected',
      state: 'State',
    },
    states: { in_force: 'in force', reverted: 'reverted' },
  },
  batch: {
    crumb: (id: number | string) => `batch ${id}`,
    taken: (accepted: number, all: number, file: string) =>
      `${number(accepted)} of ${count(all, rows)} of ${file} were accepted`,
    rejected: (n: number) => (n === 0 ? '; nothing was rejected.' : `; ${count(n, rows)} rejected.`),
    reverted: (at: string) => `This batch was reverted on ${at}; its records are not in force.`,
    line: (line: number) => `Line ${line}`,
    lineRejected: (line: number) => `Line ${line} of this file was rejected.`,
    lineTaken: (line: number) => `Line ${line} of this file is the source of`,
    lineUnnamed: (line: number) => `Line ${line} of this file was asked for.`,
    lineBeyond: (line: number) => `This file has no record on line ${line}.`,
    toList: 'the list of consultations',
    read: 'How the file was read',
    dialect: {
      encoding: 'Encoding',
      delimiter: 'Delimiter',
      decimal: 'Decimal mark',
      header_rows: 'Header rows',
    },
    signs: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '.': 'point', '|': 'vertical bar' },
    type: 'Kind of record',
    sum: 'SHA-256',
    at: 'Taken in',
    reconTitle: 'What was taken in',
    recon: {
      rows: 'rows in the file',
      new: 'new',
      changed: 'changed',
      unchanged: 'unchanged',
      rejected: 'rejected',
    },
    sumNote: (parts: string, all: string) => `${parts} = ${all}. Taking a file in is one transaction.`,
    findings: 'What was found in the file',
    noFindings: 'No errors or warnings were found in this file.',
    findingsCount: (errors: number, warnings: number) =>
      `${count(errors, { one: 'error', other: 'errors' })}, ${count(warnings, { one: 'warning', other: 'warnings' })}`,
    findingsCaption: 'Errors and warnings; a row with an error was not accepted',
    columns: {
      weight: 'Weight',
      line: 'Line',
      column: 'Column',
      value: 'In the file',
      message: 'What is wrong',
      rule: 'Rule',
    },
    error: 'error',
    warning: 'warning',
    hiddenCell: '(not shown)',
    hiddenNote:
      'Cells are not shown in public: a refused cell may hold personal data. The holder of this instance sees them.',
    wholeRow: '(whole row)',
    dropped: 'Columns left out',
    noneDropped: 'No column was left out.',
    mapping: 'Mapping of columns (JSON)',
    columnsTitle: 'Columns and mapping',
  },
});
