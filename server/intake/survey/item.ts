import { cleaned } from '../../contracts/cell';
import { masked } from '../../contracts/personal';
import type { ItemGiven } from './plan';

/** What stands in a column: its different texts, where they are few, and how many cells are not empty. */
export interface Summary {
  /** Null where there are more than `MOST_DIFFERENT`. */
  different: string[] | null;
  filled: number;
}

/** More different texts than this are no list to choose from. */
export const MOST_DIFFERENT = 2000;
const MOST_OPTIONS = 20;
const LONGEST_OPTION = 200;

/** One question: how its cells are read and where its answers are kept. */
export interface Item extends ItemGiven {
  code: string;
  /** From 1; the place of its coded answers. */
  position: number;
  /** Words of the answers from `lowest` on; they never change places, new ones come behind. */
  options: string[] | null;
  /** Whether an answer is a small whole number. */
  isCoded: boolean;
}

const LIKERT: Record<string, [number, number]> = { likert5: [1, 5], likert7: [1, 7], likert0_10: [0, 10] };

/** Scales of which the answers have to be seen before they can be read. */
export const needsSummary = ({ scale, codes }: ItemGiven): boolean =>
  scale === 'auto' || scale === 'number' || (scale === 'single' && codes === null);

/**
 * The item of a column.
 * @param known words of its answers that are stored already
 * @param mark the decimal mark of the file
 */
export function itemFrom(
  given: ItemGiven,
  {
    code,
    position,
    summary,
    known,
    mark,
  }: {
    code: string;
    position: number;
    summary: Summary | null;
    known: string[] | null;
    mark: ',' | '.';
  },
): Item {
  const words = wordsIn(summary);
  const scale = given.scale === 'auto' ? scaleOf(summary, words, mark) : given.scale;
  const item = { ...given, scale, code, position, options: null, isCoded: true };
  const likert = LIKERT[scale];
  if (likert) return { ...item, lowest: likert[0], highest: likert[1], options: wordsOf(given, likert[0]) };
  if (scale === 'bool') return { ...item, lowest: 0, highest: 1 };
  if (scale === 'number') return { ...item, isCoded: areSmall(words, mark) };
  return scale === 'single' ? singleFrom(item, words ?? [], known ?? []) : { ...item, isCoded: false };
}

/** The different answers of a column; null where they are too many to be a list. */
const wordsIn = (summary: Summary | null): string[] | null =>
  summary?.different
    ? [...new Set(summary.different.map((cell) => masked(cleaned(cell))))]
        .filter((word) => word !== '')
        .sort()
    : null;

function singleFrom(item: Item, words: string[], known: string[]): Item {
  if (item.codes) {
    const lowest = Math.min(...codesIn(item));
    return { ...item, lowest, options: wordsOf(item, lowest) };
  }
  return { ...item, lowest: 1, options: [...known, ...words.filter((word) => !known.includes(word))] };
}

function scaleOf(summary: Summary | null, words: string[] | null, mark: ',' | '.'): string {
  if (!words || words.length === 0) return 'text';
  if (words.every((cell) => numberFrom(cell, mark) !== null)) return 'number';
  const few = words.length <= MOST_OPTIONS && words.length * 2 <= (summary?.filled ?? 0);
  return few && words.every((cell) => cell.length <= LONGEST_OPTION) ? 'single' : 'text';
}

/** A number as a survey writes it; null where it is none. */
export function numberFrom(cell: string, mark: ',' | '.'): number | null {
  const plain = mark === ',' ? cell.replace(',', '.') : cell;
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(plain) ? Number(plain) : null;
}

/** Whether all numbers are whole and small enough to stand among the codes. */
const areSmall = (words: string[] | null, mark: ',' | '.'): boolean =>
  words !== null &&
  words.every((word) => {
    const number = numberFrom(word, mark);
    return number === null || (Number.isInteger(number) && number >= 0 && number <= 32_000);
  });

const codesIn = ({ codes }: ItemGiven): number[] =>
  [...(codes?.values() ?? [])].filter((code) => code !== null);

/** The words of a scale in the order of their codes; a code without a word is written as a number. */
function wordsOf(given: ItemGiven, lowest: number): string[] | null {
  if (!given.codes) return null;
  const words = new Map([...given.codes].reverse().map(([word, code]) => [code, word]));
  const highest = Math.max(...codesIn(given));
  return Array.from({ length: highest - lowest + 1 }, (_, i) => words.get(lowest + i) ?? `(${lowest + i})`);
}
