import { plainWords } from '../../proposal';
import type { JudgedColumn } from '../../columns';
import { numberFrom } from '../item';
import { stepOf } from './answer-words';
import { isNoAnswer, noAnswerNumbers } from './dont-know';
import { shortName } from './header-words';

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
  /** Texts that are none of its numbers, too few to change what it is. */
  strays: string[];
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

/** One cell in so many may be a slip; of fewer than that none is. */
const SLIPS = 1 / 30;
const LEAST_FOR_SLIPS = 20;
/** Steps between a slip and the other answers. */
const ROOM = 2;

/** A column as numbers; null where it has other words than those that answer nothing, but for a slip here and there on a scale. */
export function numberColumn(column: JudgedColumn, mark: ',' | '.'): NumberColumn | null {
  const whole = withoutStrays(column, [], mark);
  const most = column.filled >= LEAST_FOR_SLIPS ? column.filled * SLIPS : 0;
  if (whole?.ends) {
    const far = farAbove(whole, column.counts, most);
    return (far.length > 0 && withoutStrays(column, far, mark)) || whole;
  }
  const others = [...column.counts.keys()].filter(
    (word) => !isNoAnswer(word) && numberFrom(word, mark) === null,
  );
  const slips = others.reduce((sum, word) => sum + column.counts.get(word)!, 0);
  const cleaned = slips > 0 && slips <= most ? withoutStrays(column, others, mark) : null;
  return cleaned?.ends ? cleaned : whole;
}

/** Numbers of a slip: few, and with room between them and the other answers; of eleven steps some are rare. */
function farAbove({ values, ends }: NumberColumn, counts: JudgedColumn['counts'], most: number): string[] {
  if (ends![1] === HIGHEST) return [];
  const sorted = [...values].sort(([, a], [, b]) => b - a);
  const at = sorted.findIndex(([, number], i) => i > 0 && sorted[i - 1]![1] - number > ROOM);
  const far = at < 0 ? [] : sorted.slice(0, at).map(([text]) => text);
  return far.reduce((sum, text) => sum + counts.get(text)!, 0) <= most ? far : [];
}

function withoutStrays(
  { name, counts, filled }: JudgedColumn,
  strays: string[],
  mark: ',' | '.',
): NumberColumn | null {
  const words = [...counts.keys()].filter((word) => !strays.includes(word));
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
  return withEnds({ name, filled, values, none, strays, labelled: labels.map(([word]) => word), ends: null });
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
  if (filled < LEAST || COUNTED.test(plainWords(shortName(name))) || !numbers.every(Number.isInteger))
    return column;
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
  const inFile = timesOf(columns);
  for (const run of runsOf(columns)) {
    const beside = timesOf(run);
    for (const column of run) {
      const ends = column.ends && (isComplete(column.ends) ? column.ends : roomier(column.ends, beside));
      const others = ends ? (inFile.get(keyOf(ends))?.times ?? 0) : 0;
      found.set(column.name, scaleOf(ends, others > 1, new Set(column.values.values()).size));
    }
  }
  return found;
}

/** How many columns have which ends. */
type Times = Map<string, { ends: Ends; times: number }>;
const keyOf = ([low, high]: Ends) => `${low}-${high}`;

function timesOf(columns: (NumberColumn | null)[]): Times {
  const found: Times = new Map();
  for (const column of columns) {
    if (!column?.ends) continue;
    const key = keyOf(column.ends);
    found.set(key, { ends: column.ends, times: (found.get(key)?.times ?? 0) + 1 });
  }
  return found;
}

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

/** The commonest ends beside a column that its own answers fit into; its own where there are none. */
function roomier([low, high]: Ends, beside: Times): Ends {
  const wider = [...beside.values()].filter(
    ({ ends, times }) =>
      ends[0] <= low &&
      ends[1] >= high &&
      keyOf(ends) !== keyOf([low, high]) &&
      (isComplete(ends) || times > 1),
  );
  return wider.sort((a, b) => b.times - a.times)[0]?.ends ?? [low, high];
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
