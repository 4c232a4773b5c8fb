import { formats, tidy } from './words';
import type { DataWords } from './words.data.pl';

const { count, number } = formats('en');

const rows = { one: 'row', other: 'rows' };
const columns = { one: 'column', other: 'columns' };
const sets = { one: 'data set', other: 'data sets' };

/** The English words of the page of data sets. */
export const dataWords: DataWords = tidy({
  title: 'Data',
  headline: (authority: string, n: number, all: number) =>
    `${authority}: ${count(n, sets)}, ${count(all, rows)}`,
  lead: 'Every file is complete and has a checksum. The same numbers are on the pages and in the API.',
  snapshot: (n: number) => `snapshot ${number(n)}`,
  asOf: (day: string) => `as of ${day}`,
  method: (version: string) => `method ${version}`,
  notReleased: 'preliminary, not released',
  empty: {
    title: 'What an empty cell means',
    text: 'An empty cell means: not recorded, never zero. At the value of an indicator the reason stands in the column “status”:',
  },
  statuses: [
    { code: 'observed', means: 'the value was computed from recorded facts' },
    { code: 'not_due', means: 'the term has not come yet, so no value is asked for' },
    { code: 'not_applicable', means: 'the indicator does not apply to this consultation' },
    { code: 'missing', means: 'a fact is not recorded; that does not mean that it did not happen' },
    { code: 'insufficient_n', means: 'everything is known, of too few cases for a number' },
  ],
  size: (n: number, wide: number) => `${count(n, rows)}, ${count(wide, columns)}`,
  files: {
    caption: (set: string) => `Files of the data set: ${set}`,
    columns: { format: 'File', forWhom: 'What it is', rows: 'Rows', bytes: 'Size', sum: 'SHA-256' },
    names: {
      csv: 'CSV for programs',
      excel_csv: 'CSV for Polish Excel',
      arrow: 'Arrow',
      codebook_csv: 'codebook (CSV)',
    } as Record<string, string>,
    about: {
      csv: 'RFC 4180, UTF-8, comma, decimal point',
      excel_csv: 'UTF-8 with BOM, semicolon, decimal comma',
      arrow: 'a stream with typed columns, for R, Python and DuckDB',
      codebook_csv: 'name, type and label of every column',
    } as Record<string, string>,
    get: (what: string, n: number, size: string) => `Download ${what} (${count(n, rows)}, ${size})`,
    note: 'A text that a spreadsheet would take for a formula begins with an apostrophe in the CSV files; not in Arrow.',
  },
  bytes: (value: number, unit: string) => `${number(value, unit === 'MB' ? 1 : 0)} ${unit}`,
  columnTable: {
    open: (n: number) => `Columns: name, type and label (${number(n)})`,
    caption: (set: string) => `Columns of the data set: ${set}`,
    columns: { name: 'Name', type: 'Type', label: 'Label' },
    types: {
      text: 'text',
      code: 'code',
      number: 'number',
      integer: 'whole number',
      day: 'day (YYYY-MM-DD)',
      list: 'list, parted by |',
    } as Record<string, string>,
  },
  cite: {
    title: 'How to cite',
    copy: 'Copy the citation',
    copied: 'Copied',
    failed: 'This could not be copied; select the text above.',
    licence: 'Licence',
    licenceText: 'It may be copied and changed, with its source named.',
    snapshot: 'Snapshot',
    snapshotText:
      'The number of the state of the record. The same number, day and method give the same bytes.',
    asOf: 'As of',
    method: 'Method',
    notReleased: 'Release',
  },
  snippets: {
    open: 'How to read it (R, Python, curl)',
    titles: { r: 'R', python: 'Python', curl: 'curl' },
    check: 'the SHA-256 sum of this page',
    copy: 'Copy',
  },
});
