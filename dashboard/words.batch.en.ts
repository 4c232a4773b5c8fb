import { formats, tidy } from './words';
import type { BatchWords } from './words.batch.pl';

const { count, number } = formats('en');

const rows = { one: 'row', other: 'rows' };

/** The English words of the pages of what came in; only those pages fetch them. */
export const batchWords: BatchWords = tidy({
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
    reason: 'Reason',
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
      quote: 'Quote',
      escape: 'Escape sign',
      skip_rows: 'Lines above the header',
      sheet: 'Sheet',
      range: 'Cells',
      section: 'Part of the file',
      formulas: 'Cells with a formula',
    },
    signs: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '.': 'point', '|': 'vertical bar' },
    type: 'Kind of record',
    sum: 'SHA-256',
    at: 'Taken in',
    reconTried: 'What taking it in will do',
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
    moreFindings: (shown: number, all: number) =>
      `The first ${number(shown)} of ${number(all)} are shown; all of them are in the CSV file.`,
    findingsFile: 'Get the list of errors (CSV)',
    emptyCell: '(empty)',
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
