import type { IndexView, WordsView } from '../server/publish/score.view';
import type { Speech } from './language';
import type { Formats } from './words';
import type { Words } from './words.pl';

const NBSP = '\u00a0';
const MINUS = '\u2212';

/** Scores at which a grade begins (method.md 4.5). */
const GRADES = [35, 50, 65, 80];

/** Reach is measured by its logarithm, and read as so many of a thousand. */
const LOG = ' (log₁₀)';
export const plain = (x: number, unit: WordsView) => (unit.en.endsWith(LOG) ? 10 ** x : x);

/** Rounded to the tenth that is shown, so that differences of shown numbers are the shown differences. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Scores, points and measures as the house writes them in one language; rounding happens here and nowhere else. */
export function figures({ language, number }: Formats, words: Words) {
  const decimals = (x: number, unit: string) =>
    unit === '%' ? 1 : unit === 'ratio' ? 2 : Number.isInteger(x) ? 0 : 1;
  // 64.6 beside its grade C must not read as 65, where B begins
  const score = (value: number) =>
    GRADES.includes(Math.round(value)) && value < Math.round(value)
      ? number(Math.floor(value * 10) / 10, 1)
      : number(value);
  const unitWord = (x: number, unit: WordsView) => {
    const word = words.units[unit.en];
    return word ? word(Number(x.toFixed(decimals(x, unit.en)))) : unit[language].replace(LOG, '');
  };
  const figure = (x: number, unit: WordsView) => {
    const shown = plain(x, unit);
    return number(shown, decimals(shown, unit.en));
  };
  return {
    score,
    tenth: (value: number) => number(tenth(value), 1),
    /** With its sign, also a plus; a zero has none. */
    signed: (value: number) => {
      const shown = number(Math.abs(tenth(value)), 1);
      if (tenth(value) === 0) return shown;
      return `${value < 0 ? MINUS : '+'}${shown}`;
    },
    share: (value: number) => `${number(value * 100)}%`,
    /** Two scores as a range; one number where both are shown alike. */
    range: (low: number, high: number) =>
      score(low) === score(high) ? score(low) : `${score(low)}–${score(high)}`,
    /** The number of a measure, and the word of its unit beside it. */
    figure,
    unitWord,
    /** A measure in a sentence or a cell. */
    measure: (x: number, unit: WordsView) => {
      if (unit.en === '%') return `${figure(x, unit)}%`;
      if (unit.en === 'ratio') return `${figure(x, unit)}×`;
      return `${figure(x, unit)}${NBSP}${unitWord(x, unit)}`;
    },
  };
}

export type Figures = ReturnType<typeof figures>;

/** What the index would be were its gaps filled, or that it has none; null without bounds. */
export function filledIn(
  { index, low, high }: Pick<IndexView, 'index' | 'low' | 'high'>,
  { words, formats }: Speech,
): string | null {
  if (low === null || high === null) return null;
  const isWhole = index !== null && tenth(low) === tenth(index) && tenth(high) === tenth(index);
  return isWhole ? words.index.noGaps : words.index.filled(figures(formats, words).range(low, high));
}

/** The first letter small, for a name inside a sentence. */
export const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
