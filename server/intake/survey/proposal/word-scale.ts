import { isNoAnswer } from './dont-know';
import { rungsOf, stepOf } from './answer-words';

/** A scale of words as a mapping says it. */
export interface WordScale {
  scale: 'likert5' | 'likert7' | 'single';
  /** Words from the lowest answer. */
  codes: Record<string, number | null>;
  /** Whether the scale has two sides and no word between them. */
  hasNoMiddle: boolean;
}

/** Whether the words of a column, without those that answer nothing, are all on one scale of words; its family. */
export function familyOf(words: string[]): string | null {
  const steps = words.filter((word) => !isNoAnswer(word)).map(stepOf);
  const families = new Set(steps.map((step) => step?.family));
  families.delete('');
  const [family] = families;
  return families.size === 1 && family !== undefined && steps.length > 1 ? family : null;
}

/**
 * The scale of a family of words, by all words that the file uses of it: every question of a block gets the same codes,
 * whichever answers it was given.
 * @returns null where the words tell no order of more than two
 */
export function wordScale(words: string[]): WordScale | null {
  const answers = words.filter((word) => !isNoAnswer(word));
  const steps = new Map(answers.map((word) => [word, stepOf(word)!.level]));
  const sides = [-1, 1].map((sign) => [...steps.values()].filter((level) => level * sign > 0));
  const most = Math.max(...sides.map((side) => new Set(side).size));
  if (new Set(steps.values()).size < 3) return null;
  const hasNoMiddle = ![...steps.values()].includes(0);
  const places = new Map([...steps].map(([word, level]) => [word, placeOf(level, most, sides)]));
  const scale = most === 3 ? 'likert7' : most === 2 ? 'likert5' : 'single';
  return { scale, codes: coded(words, places), hasNoMiddle };
}

/** The scale of a column whose words are a ladder from little to much; null where they are none. */
export function ladderScale(words: string[]): WordScale | null {
  const rungs = rungsOf(words.filter((word) => !isNoAnswer(word)));
  return rungs && { scale: 'likert5', codes: coded(words, rungs), hasNoMiddle: false };
}

/** Places of one, two or three steps on each side of the middle. */
function placeOf(level: number, most: number, [against, favour]: number[][]): number {
  const middle = most + 1;
  if (level === 0 || most === 3) return middle + level;
  return middle + Math.sign(level) * (most === 2 && isOuter(level, against!, favour!) ? 2 : 1);
}

/** Whether a word is the end of its side. Where it is the only one there, the other side tells: a mild word leaves it the end. */
function isOuter(level: number, against: number[], favour: number[]): boolean {
  const size = Math.abs(level);
  const [own, other] = level < 0 ? [against, favour] : [favour, against];
  if (size === 3) return true;
  if (new Set(own).size === 2) return size === Math.max(...own.map(Math.abs));
  return size === 2 && other.some((one) => Math.abs(one) === 1);
}

/** The codes, lowest first; what answers nothing comes behind with null. */
function coded(words: string[], places: Map<string, number>): Record<string, number | null> {
  const known = [...places].sort(([, a], [, b]) => a - b);
  return Object.fromEntries([
    ...known,
    ...words.filter((word) => !places.has(word)).map((word) => [word, null] as const),
  ]);
}
