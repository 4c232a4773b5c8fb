import type { Indicator } from '../indicators/indicator';
import { kaplanMeier, type Waited } from '../statistics/kaplan-meier';
import { poissonInterval } from '../statistics/poisson-interval';
import { proportionInterval } from '../statistics/proportion-interval';
import { studentReach } from '../statistics/student';

/**
 * What an interval is of. `process`: as if the office went on in the same way; the records themselves are all there are.
 * `sampling`: a sample was drawn. `chance_band`: what chance alone would make of so many. `model`: answers that nobody
 * drew have no margin of error. `none`: a fact.
 */
export type IntervalKind = 'none' | 'process' | 'sampling' | 'chance_band' | 'model';

/** Ends at 95 % in the unit of the measure (a chance band: 5 and 95 %); null where there are none. */
export interface ValueInterval {
  kind: IntervalKind;
  low: number | null;
  high: number | null;
}

/** What is known of a value beside its measure. */
export interface Known {
  x: number | null;
  numerator: number | null;
  denominator: number | null;
  /** Of a value from a drawn sample. */
  sampling?: { se: number | null; degrees: number } | undefined;
  /** How long contributions waited for an answer. */
  waits?: Waited[] | undefined;
  band?: { low: number; high: number } | null | undefined;
}

const NONE: ValueInterval = { kind: 'none', low: null, high: null };
const clipped = (points: number) => Math.min(100, Math.max(0, points));

/** The interval of an observed value of an indicator (method.md 4.6 and 4.7); of one that is not there `none`. */
export function valueInterval({ interval = 'none' }: Indicator, known: Known): ValueInterval {
  return known.x === null ? NONE : WAYS[interval](known, known.x);
}

const WAYS: Record<NonNullable<Indicator['interval']>, (known: Known, x: number) => ValueInterval> = {
  none: () => NONE,
  wilson({ numerator, denominator }) {
    if (numerator === null || !denominator) return NONE;
    const { low, high } = proportionInterval(numerator, denominator);
    return { kind: 'process', low: low! * 100, high: high! * 100 };
  },
  poisson({ numerator, denominator }) {
    if (numerator === null || !denominator) return NONE;
    const { low, high } = poissonInterval(numerator);
    const reach = (count: number) => Math.log10(Math.max(0.1, (1000 * count) / denominator));
    return { kind: 'process', low: reach(low), high: reach(high) };
  },
  kaplan_meier({ waits = [] }) {
    if (waits.length === 0) return { ...NONE, kind: 'process' };
    const { median_low, median_high } = kaplanMeier(waits);
    return { kind: 'process', low: median_low, high: median_high };
  },
  chance_band: ({ band = null }) => ({
    kind: 'chance_band',
    low: band?.low ?? null,
    high: band?.high ?? null,
  }),
  taylor: ({ sampling }, x) => (sampling ? aroundMean('sampling', x, sampling) : { ...NONE, kind: 'model' }),
};

function aroundMean(
  kind: IntervalKind,
  x: number,
  { se, degrees }: NonNullable<Known['sampling']>,
): ValueInterval {
  const reach = se === null ? null : studentReach(0.95, degrees);
  if (reach === null) return { kind, low: null, high: null };
  return { kind, low: clipped(x - reach * se!), high: clipped(x + reach * se!) };
}

/** The sampling interval of an index, on the scale of logarithms so that it stays above 0 (method.md 4.6). */
export function indexInterval(index: number | null, sampling: Known['sampling']): ValueInterval {
  if (index === null || !sampling) return NONE;
  const reach = sampling.se === null ? null : studentReach(0.95, sampling.degrees);
  if (reach === null) return { kind: 'sampling', low: null, high: null };
  const factor = Math.exp((reach * sampling.se!) / index);
  return { kind: 'sampling', low: index / factor, high: clipped(index * factor) };
}
