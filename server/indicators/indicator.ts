import type { Label } from '../contracts/field';

/** The state of a value. Only an observed one has a number; the others say why there is none. */
export const STATUS = {
  observed: { pl: 'obliczono', en: 'observed' },
  not_due: { pl: 'termin jeszcze nie minął', en: 'not due yet' },
  not_applicable: { pl: 'nie dotyczy', en: 'not applicable' },
  missing: { pl: 'brak danych', en: 'missing' },
  insufficient_n: { pl: 'za mało przypadków', en: 'too few cases' },
} satisfies Record<string, Label>;
export type Status = keyof typeof STATUS;

/** Rows of other records on which a value may stand. */
export type Beside = 'law' | 'plan' | 'report' | 'decision' | 'dispositions' | 'coding';

/** How the interval of a value as of a process is made (method.md 4.6, 4.7). A fact has none. */
export type IntervalMethod = 'none' | 'wilson' | 'poisson' | 'kaplan_meier' | 'chance_band' | 'taylor';

/** Of what a value is: of one consultation, or of an authority in a period. */
export type Level = 'consultation' | 'city';

/**
 * One thing that is measured of a consultation, or of an authority in a period. Its expressions are SQL over a row `f` of the facts
 * (indicators/facts; of an authority indicators/capacity) that DuckDB and Postgres both run: no median, no list functions, a cast before every division.
 */
export interface Indicator {
  code: string;
  /** Without it `consultation`. */
  level?: Level;
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
  /** Fields of the consultation it reads, and names of `RELATED` for other records. A score is traced to them. */
  facts: string[];
  /** What decides beside the record: the legal rule of its matter, the word that a register of its year is complete. */
  beside?: Beside[];
  /** Conditions, tried in this order; where none holds the value is missing. An unknown condition does not hold. */
  when: { not_applicable?: string; not_due?: string; observed: string };
  /** How many cases it stands on; without it one. */
  n?: string;
  /** Fewest cases for a value: below, or where `enough` does not hold, it is of insufficient n. Without it 1. */
  minN?: number;
  enough?: string;
  /** Without it `none`. */
  interval?: IntervalMethod;
  /** Other goalposts for some records, by a condition. */
  goalpostsWhere?: { sql: string; goalposts: [number, number] };
  /** What is to be said beside the value where a condition holds. */
  remark?: { sql: string; label: Label };
  /** The measure where it is observed: a double. */
  x: string;
  /** The measure were what is not recorded of an observed value the worst, and the best; `x` where nothing can be lacking. */
  xLow?: string;
  xHigh?: string;
  /** Parts of a ratio, where it is one: pooled over consultations they give the "typical contribution". */
  numerator?: string;
  denominator?: string;
}

/**
 * Something that is told of a consultation beside its scores and never enters one: it has no goalposts, because nobody can
 * say how much of it is good.
 */
export type Diagnostic = Omit<
  Indicator,
  'level' | 'dimension' | 'weight' | 'goalposts' | 'goalpostsWhere' | 'reason'
>;

/** What the plan can measure. */
export type Measure = Diagnostic & Partial<Pick<Indicator, 'goalposts' | 'goalpostsWhere'>>;
