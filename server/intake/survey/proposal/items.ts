import type { JudgedColumn } from '../../columns';
import { isNoAnswer } from './dont-know';
import { type NumberColumn, numberColumn, type NumberScale, numberScales } from './number-scale';
import { type Remark, remark } from './remark';
import type { Answered } from './reversed';
import { separatorOf } from './several';
import { familyOf, ladderScale, type WordScale, wordScale } from './word-scale';

/** An item as a mapping says it. */
export interface ProposedItem {
  scale: string;
  codes?: Record<string, number | null>;
  min?: number;
  max?: number;
  split?: string;
  reversed?: true;
}

/** A column that is an item, and what is known of it. */
export interface Judged {
  column: JudgedColumn;
  item: ProposedItem;
  remarks: Remark[];
  /** Its answers as numbers of one scale; null where they are none. */
  answered: Answered | null;
}

const YES_NO = /^(?:tak|nie|yes|no|y|n|true|false|prawda|fałsz)$/i;
const MOST_OPTIONS = 20;
const LONGEST_OPTION = 200;
/** Fewer rows than this may all say the same by chance. */
const LEAST_CONSTANT = 10;

/**
 * The scale of every column that has a value, by what stands in it and in the columns beside it.
 * @param isWhole whether these rows are all of the file: only then are all words of a choice known
 */
export function itemsOf(columns: JudgedColumn[], mark: ',' | '.', isWhole: boolean): Judged[] {
  const filled = columns.filter((column) => column.filled > 0);
  const numbers = filled.map((column) => numberColumn(column, mark));
  const scales = numberScales(numbers);
  const words = wordScales(filled);
  return filled.map((column, at) => {
    const number = numbers[at];
    const judged = number
      ? numbered(column, number, scales.get(column.name)!)
      : worded(column, words.get(column.name) ?? null, isWhole);
    const only = column.counts.size === 1 && column.filled >= LEAST_CONSTANT;
    const constant = only ? [remark(column.name, 'constant_column', [...column.counts.keys()][0])] : [];
    return { column, ...judged, remarks: [...judged.remarks, ...constant] };
  });
}

type Verdict = Omit<Judged, 'column'>;

/** The scales of words of the columns that have one; columns of one family that stand side by side share it. */
function wordScales(columns: JudgedColumn[]): Map<string, WordScale> {
  const found = new Map<string, WordScale>();
  for (const block of familiesIn(columns)) {
    const words = [...new Set(block.flatMap(({ counts }) => [...counts.keys()]))];
    const scale = wordScale(words);
    if (scale) for (const { name } of block) found.set(name, scale);
  }
  for (const { name, counts } of columns.filter(isShort)) {
    const ladder = ladderScale([...counts.keys()]);
    if (ladder && !found.has(name)) found.set(name, ladder);
  }
  return found;
}

/** Columns side by side whose words are of one family. */
function familiesIn(columns: JudgedColumn[]): JudgedColumn[][] {
  const blocks: JudgedColumn[][] = [];
  let before: string | null = null;
  for (const column of columns) {
    const family: string | null =
      isShort(column) && !isYesNo(column.counts) ? familyOf([...column.counts.keys()]) : null;
    if (family !== null && family === before) blocks.at(-1)!.push(column);
    else if (family !== null) blocks.push([column]);
    before = family;
  }
  return blocks;
}

const isShort = ({ counts }: JudgedColumn): boolean => counts.size <= MOST_OPTIONS;
const isYesNo = (counts: Map<string, number>): boolean => {
  const words = [...counts.keys()].filter((word) => !isNoAnswer(word));
  return words.length > 0 && words.every((word) => YES_NO.test(word));
};

function numbered(column: JudgedColumn, number: NumberColumn, { scale, ends }: NumberScale): Verdict {
  const texts = [...number.values.keys()];
  if (column.filled > 4 && texts.length === 2 && texts.includes('0') && texts.includes('1'))
    return {
      item: { scale: 'bool', ...noneCodes(number.none) },
      remarks: noneRemarks(column, number.none),
      answered: null,
    };
  // without a scale nothing stands outside of it
  const none = ends ? number.none : number.none.filter(isNoAnswer);
  const labelled = number.labelled.map((text) => [text, number.values.get(text)!] as const);
  const codes = { ...Object.fromEntries(labelled), ...noneCodes(none).codes };
  const item: ProposedItem = {
    scale,
    ...(Object.keys(codes).length > 0 && { codes }),
    ...(scale === 'number' && ends && { min: ends[0], max: ends[1] }),
  };
  const answers = column.cells.map((cell) => number.values.get(cell) ?? null);
  const answered = ends && { name: column.name, scale: `${scale} ${ends.join('-')}`, answers };
  return { item, remarks: [...strayRemarks(column, number), ...noneRemarks(column, none)], answered };
}

/** Cells that the scale refuses: the file has to be mended, or the scale changed. */
const strayRemarks = ({ name }: JudgedColumn, { strays }: NumberColumn): Remark[] =>
  strays.length > 0 ? [remark(name, 'stray_answers', strays.join(', '))] : [];

function worded(column: JudgedColumn, words: WordScale | null, isWhole: boolean): Verdict {
  const texts = [...column.counts.keys()];
  const none = texts.filter(isNoAnswer);
  if (isYesNo(column.counts))
    return {
      item: { scale: 'bool', ...noneCodes(none) },
      remarks: noneRemarks(column, none),
      answered: null,
    };
  if (words) return ordered(column, words, none);
  const split = separatorOf(column);
  if (split !== null)
    return {
      item: { scale: 'multi', split },
      remarks: [remark(column.name, 'several_answers', split)],
      answered: null,
    };
  return chosen(column, none, isWhole);
}

function ordered(column: JudgedColumn, { scale, codes, hasNoMiddle }: WordScale, none: string[]): Verdict {
  const middle = hasNoMiddle && scale === 'likert5' ? [remark(column.name, 'no_middle')] : [];
  const answers = column.cells.map((cell) => codes[cell] ?? null);
  return {
    item: { scale, codes },
    remarks: [...noneRemarks(column, none), ...middle],
    answered: { name: column.name, scale: `${scale} ${Object.keys(codes).join('|')}`, answers },
  };
}

/** One of few words, each said twice on average, or people's own words. */
function chosen(column: JudgedColumn, none: string[], isWhole: boolean): Verdict {
  const texts = [...column.counts.keys()].sort();
  const isChoice =
    texts.length <= MOST_OPTIONS &&
    texts.length * 2 <= column.filled &&
    texts.every((text) => text.length <= LONGEST_OPTION);
  if (!isChoice)
    return { item: { scale: 'text' }, remarks: [remark(column.name, 'free_text')], answered: null };
  const options = texts.filter((text) => !none.includes(text));
  if (none.length === 0 || !isWhole || options.length === 0)
    return { item: { scale: 'single' }, remarks: [], answered: null };
  const codes = Object.fromEntries([
    ...options.map((text, at) => [text, at + 1] as const),
    ...none.map((text) => [text, null] as const),
  ]);
  return { item: { scale: 'single', codes }, remarks: noneRemarks(column, none), answered: null };
}

const noneCodes = (none: string[]): { codes?: Record<string, null> } =>
  none.length === 0 ? {} : { codes: Object.fromEntries(none.map((text) => [text, null])) };

const noneRemarks = (column: JudgedColumn, none: string[]): Remark[] =>
  none.length === 0 ? [] : [remark(column.name, 'dont_know_proposed', none.join(', '))];
