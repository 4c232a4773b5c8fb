import type { EstimateView, SurveyItemView } from '../../server/publish/survey.view';
import { inLanguage } from '../language';
import type { Formats } from '../words';
import type { Own } from './words';

/** Numbers and names of surveys as the house writes them in one language; rounding happens here and nowhere else. */
export function sayings(formats: Formats, own: Own) {
  const { language, number } = formats;
  const percent = (share: number) => `${number(share * 100, 1)}%`;
  const mean = (value: number) => number(value, 2);
  const between = ({ low, high }: EstimateView, say: (value: number) => string) =>
    low === null || high === null ? null : own.items.range(say(low), say(high));
  /** The estimate, and its interval where there is one. */
  const whole = (estimate: EstimateView, say: (value: number) => string) => {
    const interval = between(estimate, say);
    return interval === null ? say(estimate.estimate) : `${say(estimate.estimate)} (${interval})`;
  };
  return {
    percent,
    mean,
    whole,
    name: ({ text, code }: Pick<SurveyItemView, 'text' | 'code'>) => inLanguage(text, language)?.text ?? code,
    /** The words of an answer: those of the survey, or its place on the scale. */
    answer: (item: SurveyItemView, at: number): string => {
      const { label, value, rare } = item.answers[at]!;
      if (rare) return own.items.rare;
      if (label !== null) return label;
      if (item.scale === 'bool') return own.items.yesNo[value ?? 0]!;
      return number(value ?? 0);
    },
  };
}
export type Sayings = ReturnType<typeof sayings>;
