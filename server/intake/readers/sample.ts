/** The signs of a delimited text; `escape` is empty where quotes inside quotes are doubled. */
export interface Marks {
  delimiter: string;
  quote: string;
  escape: string;
  /** A quote inside a cell stands as it is: one ends its cell only before a delimiter or a line break. */
  isBare?: boolean;
}

/** A record of a sample, cut as its marks say. */
export interface SampleRecord {
  /** Physical line on which it starts, from 1. */
  line: number;
  cells: string[];
  /** Cells that stand between quotes. */
  quoted: boolean[];
  /** A quote is closed inside a cell or never. */
  broken: boolean;
}

interface Cut {
  cell: string;
  quoted: boolean;
  broken: boolean;
  end: number;
}

/** The first records of a text, blank ones too, for finding out how it is written. The file itself is read by bytes. */
export function recordsOf(text: string, marks: Marks, most = Infinity): SampleRecord[] {
  const records: SampleRecord[] = [];
  let line = 1;
  for (let at = 0; at < text.length && records.length < most;) {
    const { record, next } = recordAt(text, at, marks);
    records.push({ ...record, line });
    line += breaksIn(text.slice(at, next)) || 1;
    at = next;
  }
  return records;
}

function recordAt(text: string, start: number, marks: Marks) {
  const record = { cells: [] as string[], quoted: [] as boolean[], broken: false };
  let stop = endOfLine(text, start);
  for (let at = start; ;) {
    const cut = cellAt(text, { at, stop }, marks);
    record.cells.push(cut.cell);
    record.quoted.push(cut.quoted);
    record.broken ||= cut.broken;
    if (cut.end > stop) stop = endOfLine(text, cut.end);
    if (cut.end >= stop) break;
    at = cut.end + marks.delimiter.length;
  }
  return { record, next: stop + (text.startsWith('\r\n', stop) ? 2 : 1) };
}

function cellAt(text: string, { at, stop }: { at: number; stop: number }, marks: Marks): Cut {
  if (marks.quote === '' || !text.startsWith(marks.quote, at)) return plainAt(text, at, stop, marks);
  const closing = closingQuote(text, at + 1, marks);
  const after = closing + 1;
  if (closing < 0 || !endsCell(text, after, marks))
    return { ...plainAt(text, at, stop, marks), broken: true };
  const cell = unescaped(text.slice(at + 1, closing), marks).replaceAll(
    marks.quote + marks.quote,
    marks.quote,
  );
  return { cell, quoted: true, broken: false, end: after };
}

function plainAt(text: string, at: number, stop: number, { delimiter }: Marks): Cut {
  const rest = text.slice(at, stop);
  const cut = rest.indexOf(delimiter);
  const cell = cut < 0 ? rest : rest.slice(0, cut);
  return { cell, quoted: false, broken: false, end: at + cell.length };
}

/** Whether a cell that ends before `at` ends there: at a delimiter, a line break or the end of the text. */
export const endsCell = (text: string, at: number, { delimiter }: Marks): boolean =>
  at >= text.length || /[\r\n]/.test(text[at]!) || text.startsWith(delimiter, at);

function closingQuote(text: string, from: number, marks: Marks): number {
  const { quote, escape } = marks;
  for (let at = from; at < text.length; at++) {
    if (escape !== '' && text[at] === escape) at++;
    else if (text[at] === quote) {
      if (text[at + 1] === quote) at++;
      else if (!marks.isBare || endsCell(text, at + 1, marks)) return at;
    }
  }
  return -1;
}

const unescaped = (cell: string, { escape }: Marks): string =>
  escape === '' ? cell : cell.replace(/\\([^])/g, '$1');

function endOfLine(text: string, from: number): number {
  const breaks = /[\r\n]/g;
  breaks.lastIndex = from;
  return breaks.exec(text)?.index ?? text.length;
}

const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/** What a cell looks like. */
export type CellKind = 'empty' | 'integer' | 'decimal' | 'date' | 'text';

const NUMBER =
  /^[-+]?[£$€]?[-+]?(?:\d+|\d{1,3}(?:[ ,.\u00A0\u202F']\d{3})+)(?<fraction>[.,]\d+)?(?<power>e[-+]?\d+)?\s?(?:%|zł|PLN|EUR)?$/i;
const DATE =
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2})|\d{1,2}[- ]\p{L}{3,12}[- ]\d{2,4})(?:[ T].*)?$|^\d{1,2}:\d{2}(?::\d{2})?$/u;

/** Tells a number, a day or an hour from a text, by its look alone. */
export function kindOf(cell: string): CellKind {
  const text = cell.trim();
  if (text === '') return 'empty';
  if (text === 'NaN') return 'decimal';
  const number = NUMBER.exec(text);
  if (number) return number.groups!['fraction'] || number.groups!['power'] ? 'decimal' : 'integer';
  return DATE.test(text) ? 'date' : 'text';
}

/** A record without anything in its cells. */
export const isBlankRow = (cells: string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Cells that hold something. */
export const filledIn = (cells: string[]): number => cells.filter((cell) => cell.trim() !== '').length;

/** What most of the numbers are. */
export function modeOf(numbers: number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? 0;
}
