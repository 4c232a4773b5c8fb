import { plainWords } from '../../proposal';
import type { JudgedColumn } from '../../columns';
import { numberFrom } from '../item';
import { stepOf } from './answer-words';
import { isNoAnswer, noAnswerNumbers } from './dont-know';

/** A column of numbers: what each different text counts as, and which of them are no answer. */
export interface NumberColumn {
  name: string;
  filled: number;
  /** Text -> number, without those that are no answer. */
  values: Map<string, number>;
  /** Texts that are no answer. */
  none: string[];
  /** Texts that are a number and its words ("5 - zdecydowanie tak"). */
  labelled: string[];
  /** Lowest and highest answer; null where the numbers are no answers on a scale. */
  ends: Ends | null;
}
type Ends = [low: number, high: number];

/** A scale of numbers as a mapping says it. */
export interface NumberScale {
  scale: 'likert5' | 'likert7' | 'likert0_10' | 'number';
  ends: Ends | null;
}

const LABEL_BEHIND = /^(\d{1,2})\s*(?:[-–—.):=]|\s\()\s*(\p{L}.*)$/u;
const LABEL_BEFORE = /^(\p{L}.*?)\s*[-–—(:]\s*(\d{1,2})\)?$/u;
/** Headers that ask how many: their numbers have no end. */
const COUNTED = /^(?:liczba|ile|ilosc|how many|number of|count|rok|year)(?: |$)/;
/** Fewer answers than this show no scale. */
const LEAST = 5;
const HIGHEST = 10;

/** A column as numbers; null where it has other words than those that answer nothing. */
export function numberColumn({ name, counts, filled }: JudgedColumn, mark: ',' | '.'): NumberColumn | null {
  const words = [...counts.keys()];
  const none = words.filter(isNoAnswer);
  const others = words.filter((word) => !none.includes(word));
  const numbers = others.map((word) => [word, /^0\d/.test(word) ? null : numberFrom(word, mark)] as const);
  const plain = numbers.filter((pair): pair is readonly [string, number] => pair[1] !== null);
  const labels = numbers
    .filter(([, number]) => number === null)
    .map(([word]) => [word, labelOf(word)] as const);
  if (others.length === 0 || labels.some(([, label]) => label === null)) return null;
  // a list of numbered options is no scale: either some answers are bare, or the words are steps
  const steps = labels.filter(([, label]) => stepOf(label!.words) !== null);
  if (labels.length > 0 && plain.length === 0 && steps.length < 2) return null;
  const values = new Map([...plain, ...labels.map(([word, label]) => [word, label!.number] as const)]);
  return withEnds({ name, filled, values, none, labelled: labels.map(([word]) => word), ends: null });
}

function labelOf(word: string): { number: number; words: string } | null {
  const behind = LABEL_BEHIND.exec(word);
  if (behind) return { number: Number(behind[1]), words: behind[2]! };
  const before = LABEL_BEFORE.exec(word);
  return before && { number: Number(before[2]), words: before[1]! };
}

/** The ends of the answers, where they are few small whole numbers; numbers outside of them answer nothing. */
function withEnds(column: NumberColumn): NumberColumn {
  const { name, filled, values, none } = column;
  const numbers = [...new Set(values.values())];
  if (filled < LEAST || COUNTED.test(plainWords(name)) || !numbers.every(Number.isInteger)) return column;
  const outside = noAnswerNumbers(numbers);
  const inside = numbers.filter((number) => !outside.includes(number));
  const ends: Ends = [Math.min(...inside), Math.max(...inside)];
  if (inside.length < 2 || ends[0] < 0 || ends[1] > HIGHEST) return column;
  const texts = [...values].filter(([, number]) => outside.includes(number)).map(([text]) => text);
  const kept = new Map([...values].filter(([text]) => !texts.includes(text)));
  return { ...column, values: kept, none: [...none, ...texts], ends };
}

/**
 * The scales of columns of numbers. Answers that stand at both ends of a usual scale are that scale; others take the
 * scale of the columns beside them that has room for them, or need a second column with the same ends.
 * @param columns in the order of the file; null for a column of something else
 */
export function numberScales(columns: (NumberColumn | null)[]): Map<string, NumberScale> {
  const found = new Map<string, NumberScale>();
  for (const run of runsOf(columns)) {
    for (const column of run) {
      const ends =
        column.ends && (isComplete(column.ends) ? column.ends : (roomier(column, run) ?? column.ends));
      const company = columns.filter((other) => other?.ends && ends && same(other.ends, ends));
      found.set(column.name, scaleOf(ends, company.length > 1, new Set(column.values.values()).size));
    }
  }
  return found;
}

const same = (one: Ends, other: Ends) => one[0] === other[0] && one[1] === other[1];
const isComplete = ([low, high]: Ends) =>
  (low === 1 && (high === 5 || high === 7)) || (low === 0 && high === 10);

/** Stretches of columns of answers that stand side by side; a column without ends is a stretch of its own. */
function runsOf(columns: (NumberColumn | null)[]): NumberColumn[][] {
  const runs: NumberColumn[][] = [];
  let open: NumberColumn[] | null = null;
  for (const column of columns) {
    if (!column?.ends) {
      open = null;
      if (column) runs.push([column]);
    } else if (open) open.push(column);
    else runs.push((open = [column]));
  }
  return runs;
}

/** The commonest ends beside a column that its own answers fit into. */
function roomier({ name, ends }: NumberColumn, run: NumberColumn[]): Ends | null {
  const wider = run.filter(
    (other) =>
      other.name !== name &&
      other.ends![0] <= ends![0] &&
      other.ends![1] >= ends![1] &&
      !same(other.ends!, ends!),
  );
  const times = (one: Ends) => run.filter((other) => same(other.ends!, one)).length;
  const common = wider.map((other) => other.ends!).filter((one) => isComplete(one) || times(one) > 1);
  return common.sort((a, b) => times(b) - times(a))[0] ?? null;
}

/** The usual scales, by the lowest answer that they may be seen with and their highest. */
const USUAL: [scale: NumberScale['scale'], lowest: (low: number) => boolean, ends: Ends][] = [
  ['likert5', (low) => low >= 1, [1, 5]],
  ['likert7', (low) => low >= 1, [1, 7]],
  ['likert0_10', (low) => low === 0, [0, 10]],
];

function scaleOf(ends: Ends | null, hasCompany: boolean, different: number): NumberScale {
  if (!ends || (different < 3 && !hasCompany)) return { scale: 'number', ends: null };
  const usual = USUAL.find(([, isLowest, [, high]]) => isLowest(ends[0]) && high === ends[1]);
  if (usual) return { scale: usual[0], ends: usual[2] };
  return { scale: 'number', ends: hasCompany ? ends : null };
}
