import { cleaned } from '../contracts/cell';
import { hidden } from '../contracts/personal';
import { personalColumns } from './personal-columns';

/** A column by the rows that it is judged by. */
export interface JudgedColumn {
  name: string;
  /** The cell of every row, as it would be stored; empty where there is no value. */
  cells: string[];
  /** How many cells have a value. */
  filled: number;
  /** The different values, the most frequent first, and how often each stands. */
  counts: Map<string, number>;
  isPersonal: boolean;
}

/** What stands in a column, for everyone who maps it. */
export interface ShownColumn {
  name: string;
  /** How many of the judged rows have a value. */
  filled: number;
  /** The different values, the most frequent first, personal data masked; null for a column of personal data. */
  distinct: string[] | null;
  /** Whether there are more than are shown. */
  more: boolean;
}

const MOST_SHOWN = 30;
const LONGEST_SHOWN = 200;

/** @param nulls texts that mean "no value" */
export function judgedColumns(header: string[], rows: string[][], nulls: string[]): JudgedColumn[] {
  const none = new Set(nulls.map(cleaned));
  const columns = header.map((_name, at) =>
    rows.map((row) => {
      const cell = cleaned(row[at] ?? '');
      return none.has(cell) ? '' : cell;
    }),
  );
  const given = columns.map((cells) => cells.filter((cell) => cell !== ''));
  const personal = new Set(
    personalColumns(header, given, { sources: [], keepColumns: [] }).map(({ column }) => column),
  );
  return header.map((name, at) => ({
    name,
    cells: columns[at]!,
    filled: given[at]!.length,
    counts: countsOf(given[at]!),
    isPersonal: personal.has(name),
  }));
}

/** How often each text stands, the most frequent first. */
export function countsOf(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

export function shownColumn({ name, filled, counts, isPersonal }: JudgedColumn): ShownColumn {
  if (isPersonal) return { name, filled, distinct: null, more: false };
  const shown = new Set<string>();
  let more = false;
  for (const text of counts.keys()) {
    const short = [...hidden(text)].slice(0, LONGEST_SHOWN).join('');
    more = shown.size === MOST_SHOWN && !shown.has(short);
    if (more) break;
    shown.add(short);
  }
  return { name, filled, distinct: [...shown], more };
}
