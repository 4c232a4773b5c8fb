import type { PeriodIndexView } from '../../server/publish/overview.view';
import { quarterName, quarterNumber } from '../quarters';

/** A quarter of the drawing; every value is missing where nothing closed or there is no index. */
export interface TrendPoint {
  quarter: string;
  index: number | null;
  /** Bounds of the index, were the gaps filled; only where there is an index to stand in them. */
  band: [number, number] | null;
  /** The solid line: quarters that are final. */
  final: number | null;
  /** The dashed line: provisional quarters, and the last final one before them, from which it sets out. */
  provisional: number | null;
  isProvisional: boolean;
}

/** Every quarter from the first to the last, also those in which nothing closed: time is not skipped. */
export function trendPoints(trend: PeriodIndexView[]): TrendPoint[] {
  const [first, last] = [trend[0], trend.at(-1)];
  if (!first || !last) return [];
  const from = quarterNumber(first.quarter);
  const names = Array.from({ length: quarterNumber(last.quarter) - from + 1 }, (_, i) =>
    quarterName(from + i),
  );
  const found = names.map((name) => trend.find(({ quarter }) => quarter === name));
  return found.map((one, i) =>
    one ? known(one, found[i + 1]?.provisional === true) : { ...NOTHING, quarter: names[i]! },
  );
}

const NOTHING = { index: null, band: null, final: null, provisional: null, isProvisional: false };

/** @param leads whether a provisional quarter follows */
function known({ quarter, index, low, high, provisional }: PeriodIndexView, leads: boolean): TrendPoint {
  return {
    quarter,
    index,
    band: index === null || low === null || high === null ? null : [low, high],
    final: provisional ? null : index,
    provisional: provisional || leads ? index : null,
    isProvisional: provisional,
  };
}

/** Borders of the axis: tens around everything drawn, never closer than twenty points. */
export function trendDomain(points: TrendPoint[]): [number, number] {
  const values = points.flatMap(({ index, band }) => (index === null ? [] : [index, ...(band ?? [])]));
  const low = Math.floor(Math.min(...values) / 10) * 10;
  const high = Math.ceil(Math.max(...values) / 10) * 10;
  if (high - low >= 20) return [low, high];
  return high < 100 ? [low, Math.min(100, low + 20)] : [80, 100];
}

/** The quarters named on the axis: the last one, and before it evenly as many as fit. */
export function namedQuarters(points: TrendPoint[], most: number): string[] {
  const step = Math.ceil(points.length / most);
  return points.filter((_, i) => (points.length - 1 - i) % step === 0).map(({ quarter }) => quarter);
}

/** The numbers named on the axis of the index: every ten, or every twenty where the axis is long. */
export function trendTicks([low, high]: [number, number]): number[] {
  const step = high - low > 60 ? 20 : 10;
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step);
}
