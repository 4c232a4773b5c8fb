import { cleaned } from '../../contracts/cell';
import { masked } from '../../contracts/personal';
import { Refusal } from '../../store/home';
import { type ItemGiven, LIKERT } from './plan';

/** An item as it is stored. */
export interface KnownItem {
  code: string;
  position: number;
  scale: string;
  lowest: number | null;
  options: string[] | null;
}

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

/** Scales of which the answers have to be seen before they can be read. */
export const needsSummary = ({ scale, codes }: ItemGiven): boolean =>
  scale === 'auto' || scale === 'number' || (scale === 'single' && codes === null);

/**
 * The item of a column.
 * @param known the item as it is stored already: its scale and the places of its words stay. Throws `Refusal` where the mapping says otherwise
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
    nulls,
  }: {
    code: string;
    position: number;
    summary: Summary | null;
    known: KnownItem | null;
    mark: ',' | '.';
    /** Texts that mean "no value". */
    nulls: string[];
  },
): Item {
  const words = wordsIn(summary, nulls);
  const said = given.scale === 'auto' ? known?.scale : given.scale;
  const scale = said ?? scaleOf(summary, words, mark);
  if (known) requireSame(known, scale);
  const item = { ...given, scale, code, position, options: null, isCoded: true };
  const likert = LIKERT[scale];
  if (likert) {
    const options = keptWords(code, known, wordsOf(given, likert[0]));
    return { ...item, lowest: likert[0], highest: likert[1], options };
  }
  if (scale === 'bool') return { ...item, lowest: 0, highest: 1 };
  if (scale === 'number') return { ...item, isCoded: areSmall(words, mark) };
  return scale === 'single' ? singleFrom(item, words ?? [], known) : { ...item, isCoded: false };
}

/** The different answers of a column; null where they are too many to be a list. */
const wordsIn = (summary: Summary | null, nulls: string[]): string[] | null =>
  summary?.different
    ? [...new Set(summary.different.map((cell) => masked(cleaned(cell))))]
        .filter((word) => word !== '' && !nulls.includes(word))
        .sort()
    : null;

function singleFrom(item: Item, words: string[], known: KnownItem | null): Item {
  const lowest = known?.lowest ?? (item.codes ? Math.min(...codesIn(item)) : 1);
  if (item.codes) return { ...item, lowest, options: keptWords(item.code, known, wordsOf(item, lowest)) };
  const before = known?.options ?? [];
  return { ...item, lowest, options: [...before, ...words.filter((word) => !before.includes(word))] };
}

function requireSame({ code, scale: known }: KnownItem, given: string): void {
  if (known === given) return;
  throw new Refusal(
    `Pytanie „${code}” zapisano ze skalą ${known}, a plik mówi ${given}; dozwolone: ${known} (nowe pytanie potrzebuje nowej nazwy)`,
    `The question “${code}” is stored with the scale ${known}, and the file says ${given}; allowed: ${known} (a new question needs a new name)`,
  );
}

/** The words of a scale; those that are stored have to stay where they are, or old answers would mean something else. */
function keptWords(code: string, known: KnownItem | null, words: string[] | null): string[] | null {
  const before = known?.options ?? [];
  if (!words) return before.length > 0 ? before : null;
  if (before.every((word, at) => words[at] === word)) return words;
  throw new Refusal(
    `Pytanie „${code}”: kody słów różnią się od zapisanych; dozwolone: ${before.join(', ')} w tej kolejności`,
    `The question “${code}”: the codes of the words differ from those stored; allowed: ${before.join(', ')} in this order`,
  );
}

function scaleOf(summary: Summary | null, words: string[] | null, mark: ',' | '.'): string {
  if (!words || words.length === 0) return 'text';
  // a code of a place begins with a zero, a number does not
  if (words.every((cell) => numberFrom(cell, mark) !== null && !/^0\d/.test(cell))) return 'number';
  const few = words.length <= MOST_OPTIONS && words.length * 2 <= (summary?.filled ?? 0);
  return few && words.every((cell) => cell.length <= LONGEST_OPTION) ? 'single' : 'text';
}

/** A number as a survey writes it; null where it is none. */
export function numberFrom(cell: string, mark: ',' | '.'): number | null {
  const plain = mark === ',' ? cell.replace(',', '.') : cell;
  if (mark === ',' && cell.includes('.')) return null;
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(plain) && plain.replace(/\D/g, '').length <= 15
    ? Number(plain)
    : null;
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
  // codes may say nothing but what is no answer
  if (!given.codes || codesIn(given).length === 0) return null;
  const words = new Map([...given.codes].reverse().map(([word, code]) => [code, word]));
  const highest = Math.max(...codesIn(given));
  return Array.from({ length: highest - lowest + 1 }, (_, i) => words.get(lowest + i) ?? `(${lowest + i})`);
}
