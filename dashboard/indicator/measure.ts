import { plain } from '../figures';
import type { WordsView } from '../../server/publish/score.view';
import type { Formats, Forms } from '../words';
import type { IndicatorWords } from '../words.indicator.pl';

/** Decimals that a measure deserves: ratios two, the others one unless they are whole. */
const decimalsOf = (x: number, unit: string): number => {
  if (unit === 'ratio') return 2;
  return Number.isInteger(x) ? 0 : 1;
};

/** How measures of one unit are written in one language; a score is written without decimals. */
export function measures(unit: WordsView, { language, number, plural }: Formats, own: IndicatorWords) {
  const forms = (own.units as Record<string, Forms>)[unit.en];
  const bare = (x: number) => number(plain(x, unit), decimalsOf(plain(x, unit), unit.en));
  return {
    /** The word of the unit, for a head. */
    unit: forms && unit.en.endsWith('(log₁₀)') ? forms.other : unit[language],
    decimals: unit.en === 'ratio' ? 2 : 1,
    bare,
    /** The number and its unit. */
    said: (x: number) => {
      if (unit.en === '%') return `${bare(x)}%`;
      if (!forms) return `${bare(x)} (${unit[language]})`;
      return `${bare(x)} ${plural(Number(x.toFixed(decimalsOf(x, unit.en))), forms)}`.replace(' ', '\u00a0');
    },
    score: (value: number) => number(value),
  };
}

export type Measures = ReturnType<typeof measures>;
