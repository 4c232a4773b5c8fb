import type { IndicatorPointView } from '../../server/publish/indicator.view';
import { quarterName, quarterNumber } from '../quarters';

export type Scale = 'ocena' | 'miara';

/** A quarter of the drawing; every value is missing where nothing closed or there is no result. */
export interface QuarterPoint {
  quarter: string;
  /** The mean score, or the mean measure. */
  value: number | null;
  /** Bounds of the score were its gaps 0 and 100; a measure has none. */
  band: [number, number] | null;
  /** The solid line: quarters that are final. */
  final: number | null;
  /** The dashed line: provisional quarters, and the final one before them from which it sets out. */
  tail: number | null;
  isProvisional: boolean;
  /** What the API says of it; null where nothing closed. */
  view: IndicatorPointView | null;
}

const bandOf = (view: IndicatorPointView | undefined, scale: Scale): [number, number] | null =>
  scale === 'miara' || view?.score == null || view.low === null || view.high === null
    ? null
    : [view.low, view.high];

/** Every quarter from the first to the last, also those in which nothing closed: time is not skipped. */
export function quarterPoints(trend: IndicatorPointView[], scale: Scale): QuarterPoint[] {
  const [first, last] = [trend[0], trend.at(-1)];
  if (!first || !last) return [];
  const from = quarterNumber(first.quarter);
  const names = Array.from({ length: quarterNumber(last.quarter) - from + 1 }, (_, i) =>
    quarterName(from + i),
  );
  const found = names.map((name) => trend.find(({ quarter }) => quarter === name));
  return found.map((view, i) => pointOf(names[i]!, view, found[i + 1], scale));
}

const valueOf = (view: IndicatorPointView | undefined, scale: Scale): number | null =>
  (scale === 'miara' ? view?.x : view?.score) ?? null;

function pointOf(
  quarter: string,
  view: IndicatorPointView | undefined,
  next: IndicatorPointView | undefined,
  scale: Scale,
): QuarterPoint {
  const value = valueOf(view, scale);
  const isProvisional = view?.provisional === true;
  return {
    quarter,
    value,
    band: bandOf(view, scale),
    final: isProvisional ? null : value,
    tail: isProvisional || next?.provisional === true ? value : null,
    isProvisional,
    view: view ?? null,
  };
}

const NICE = [1, 2, 2.5, 5, 10];

/** Round numbers from below the least to above the greatest, about `most` of them. */
export function roundTicks(least: number, greatest: number, most: number): number[] {
  const span = greatest - least || Math.abs(greatest) || 1;
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = NICE.map((nice) => nice * power).find((one) => span / one <= most) ?? 10 * power;
  const first = Math.floor(least / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(greatest / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** The quarters named on the axis: the last one, and before it evenly as many as fit. */
export function namedQuarters(names: string[], most: number): string[] {
  const step = Math.ceil(names.length / most);
  return names.filter((_, i) => (names.length - 1 - i) % step === 0);
}
