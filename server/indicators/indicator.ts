import type { Label } from '../contracts/field';

/** The state of a value. Only an observed one has a number; the others say why there is none. */
export const STATUS = {
  observed: { pl: 'obliczono', en: 'observed' },
  not_due: { pl: 'termin jeszcze nie minął', en: 'not due yet' },
  not_applicable: { pl: 'nie dotyczy', en: 'not applicable' },
  missing: { pl: 'brak danych', en: 'missing' },
} satisfies Record<string, Label>;
export type Status = keyof typeof STATUS;

/** Rows of other records on which a value may stand. */
export type Beside = 'law' | 'plan' | 'report' | 'decision';

/**
 * One thing that is measured of a consultation. Its expressions are SQL over a row `f` of the facts (indicators/facts)
 * that DuckDB and Postgres both run: no median, no list functions, a cast before every division.
 */
export interface Indicator {
  code: string;
  dimension: string;
  /** Weight within the dimension; 0 for one that is shown and not aggregated. */
  weight: number;
  /** The measure that scores 0, and the one that scores 100; the first may be the greater. */
  goalposts: [number, number];
  /** What the measure is counted in. */
  unit: Label;
  /** A goalpost that is judgement until four quarters of data exist. */
  provisional: boolean;
  label: Label;
  /** What it asks, in one sentence. */
  meaning: Label;
  formula: Label;
  /** Why these goalposts. */
  reason: Label;
  /** When there is no value. */
  missing: Label;
  /** Papers, laws and standards it implements. */
  source: string;
  /** Fields of the consultation it reads; `events` stands for its events. A score is traced to them. */
  facts: string[];
  /** What decides beside the record: the legal rule of its matter, the word that a register of its year is complete. */
  beside?: Beside[];
  /** Conditions, tried in this order; where none holds the value is missing. An unknown condition does not hold. */
  when: { not_applicable?: string; not_due?: string; observed: string };
  /** The measure where it is observed: a double. */
  x: string;
  /** The measure were what is not recorded of an observed value the worst, and the best; `x` where nothing can be lacking. */
  xLow?: string;
  xHigh?: string;
  /** Parts of a ratio, where it is one: pooled over consultations they give the "typical contribution". */
  numerator?: string;
  denominator?: string;
}
