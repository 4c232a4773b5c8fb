import type { Label } from '../../../contracts/field';
import { plainWords } from '../../proposal';
import { shortName } from './header-words';
import type { SurveyRemark } from '../../../contracts/rules-survey';

/** A question with answers that are numbers of one scale; null where there is no answer. */
export interface Answered {
  name: string;
  /** Scale and its ends: only questions of the same one are a block. */
  scale: string;
  answers: (number | null)[];
}

/** What is found of a question that may be reversed. */
export interface Reversal {
  name: string;
  rule: Extract<SurveyRemark, 'reversed_proposed' | 'reversed_unmarked'>;
  reason: Label;
}

/** Correlation with the rest of the block below which a question is proposed as reversed, by at least so many rows. */
const REVERSED = { below: -0.2, rows: 30 };
/** What is only pointed out. */
const UNMARKED = { below: -0.1, rows: 10 };
/** From here on the answers say that words of denial reverse nothing. */
const ALONG = 0.1;
const LEAST_BLOCK = 3;
/** More questions than this are no block that was asked about one thing. */
const MOST_BLOCK = 200;

/** Questions that run against their block, by their answers or by their words. @param items in the order of the file */
export const reversals = (items: (Answered | null)[]): Reversal[] => blocksOf(items).flatMap(reversalsIn);

/** Questions side by side on the same scale; those that are numbered ("A1", "Q3[SQ2]") only with those of their letter. */
export function blocksOf(items: (Answered | null)[]): Answered[][] {
  const blocks: Answered[][] = [];
  let last: Answered | null = null;
  for (const item of items) {
    const isNext = item && last && item.scale === last.scale && seriesOf(item.name) === seriesOf(last.name);
    if (item && isNext) blocks.at(-1)!.push(item);
    else if (item) blocks.push([item]);
    last = item;
  }
  return blocks.filter((block) => block.length >= LEAST_BLOCK && block.length <= MOST_BLOCK);
}

/** What the names of one block have in common; the same for all questions that are not numbered. */
function seriesOf(header: string): string {
  const name = shortName(header);
  const row = /^(.+?)(?: \/ |\[)/.exec(name)?.[1];
  return row ?? /^(\p{L}[\p{L}\d]*?)[\s_.-]?\d+$/u.exec(name)?.[1] ?? '';
}

function reversalsIn(block: Answered[]): Reversal[] {
  const signs = directions(block);
  const denied = block.map(({ name }) => isDenied(name));
  // where most of a block denies, denying is its direction
  const stands = denied.filter(Boolean).length * 2 < block.length;
  const sums = sumsOf(block, signs);
  return block.flatMap((item, at) => {
    const correlation = correlationOf(item.answers, restOf(item, signs[at]!, sums));
    const found = verdict(correlation, stands && denied[at]!);
    return found ? [{ name: item.name, ...found }] : [];
  });
}

/**
 * The direction of every question of a block, 1 or -1, with 1 for most: the question that runs most against the others
 * is turned, until none does.
 */
function directions(block: Answered[]): number[] {
  const signs = block.map(() => 1);
  for (let turn = 0; turn < block.length; turn++) {
    const sums = sumsOf(block, signs);
    const found = block.map((item, at) => {
      const { r, rows } = correlationOf(item.answers, restOf(item, signs[at]!, sums));
      return rows >= REVERSED.rows ? r * signs[at]! : 0;
    });
    const worst = found.indexOf(Math.min(...found));
    if (found[worst]! >= REVERSED.below) break;
    signs[worst] = -signs[worst]!;
  }
  const turned = signs.filter((sign) => sign < 0).length * 2;
  const isTurned = turned > block.length || (turned === block.length && signs[0] === -1);
  return isTurned ? signs.map((sign) => -sign) : signs;
}

/** The sum of all answers of every row, those turned that run the other way; null where one is missing. */
function sumsOf(block: Answered[], signs: number[]): (number | null)[] {
  return block[0]!.answers.map((_answer, row) => {
    let sum = 0;
    for (const [at, { answers }] of block.entries()) {
      const answer = answers[row];
      if (answer === null || answer === undefined) return null;
      sum += answer * signs[at]!;
    }
    return sum;
  });
}

/** The same without the question itself. */
const restOf = ({ answers }: Answered, sign: number, sums: (number | null)[]): (number | null)[] =>
  sums.map((sum, row) => (sum === null ? null : sum - answers[row]! * sign));

/** Pearson's correlation over the rows that have both; 0 where one of them never changes. */
export function correlationOf(one: (number | null)[], other: (number | null)[]): { r: number; rows: number } {
  const pairs = one.flatMap((x, i) => (x === null || other[i] === null ? [] : [[x, other[i]!] as const]));
  const rows = pairs.length;
  if (rows < 2) return { r: 0, rows };
  const [meanX, meanY] = [0, 1].map((at) => pairs.reduce((sum, pair) => sum + pair[at]!, 0) / rows);
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - meanX!) * (y - meanY!);
    xx += (x - meanX!) ** 2;
    yy += (y - meanY!) ** 2;
  }
  return { r: xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy), rows };
}

function verdict(found: { r: number; rows: number }, denied: boolean): Omit<Reversal, 'name'> | null {
  const { r, rows } = found;
  const isSeen = rows >= REVERSED.rows;
  if (isSeen && r < REVERSED.below) return { rule: 'reversed_proposed', reason: seen(found, denied) };
  if (denied && !(isSeen && r >= ALONG)) return { rule: 'reversed_proposed', reason: WORDED };
  if (denied) return { rule: 'reversed_unmarked', reason: together(WORDED, told(found)) };
  const isHint = rows >= UNMARKED.rows && r < (isSeen ? UNMARKED.below : REVERSED.below);
  return isHint ? { rule: 'reversed_unmarked', reason: told(found) } : null;
}

const WORDED: Label = {
  pl: 'przeczy, a większość bloku nie przeczy',
  en: 'it denies, and most of its block does not',
};

function told({ r, rows }: { r: number; rows: number }): Label {
  const number = Math.abs(r).toFixed(2);
  const sign = r < 0 ? '−' : '';
  return {
    pl: `korelacja z sumą pozostałych pytań ${sign}${number.replace('.', ',')} w kompletnych wierszach (${rows})`,
    en: `correlation with the sum of the other questions ${sign}${number} over complete rows (${rows})`,
  };
}

const together = (one: Label, other: Label): Label => ({
  pl: `${one.pl}; ${other.pl}`,
  en: `${one.en}; ${other.en}`,
});
const seen = (found: { r: number; rows: number }, denied: boolean): Label =>
  denied ? together(told(found), WORDED) : told(found);

/** Whether a question denies something. */
export const isDenied = (question: string): boolean =>
  /(?:^| )(?:nie|nigdy|brak|brakuje|zabraklo|bez|zaden|zadnych|not|never|no|don t|doesn t|didn t|isn t|wasn t|cannot|can t|lack|lacks|without|nothing)(?: |$)/.test(
    plainWords(shortName(question)),
  );
