import type {
  BinView,
  IndicatorPageView,
  IndicatorPointView,
  IndicatorUnitView,
} from '../../server/publish/indicator.view';
import { quarterNumber } from '../quarters';
import type { IndicatorWords } from '../words.indicator.pl';
import type { Measures } from './measure';
import type { QuarterPoint, Scale } from './trend';

/** A unit with its name in the language of the page. */
export type NamedUnit = Omit<IndicatorUnitView, 'name'> & { name: string };

/** Fewer consultations than these make no mean of a unit and no distribution (method.md). */
export const ENOUGH = 3;

/** Whether anything at all was measured. */
export const isObserved = (page: IndicatorPageView): boolean =>
  page.distribution.length > 0 || page.trend.some(({ score }) => score !== null);

/** The finding of the page: the newest quarter, the one before it beside it, without a verdict on the difference. */
export function findings(
  page: IndicatorPageView,
  authority: string,
  own: IndicatorWords,
  m: Measures,
): string[] {
  const { finding } = own;
  const last = page.trend.at(-1);
  if (last?.city) return cityFindings(page.trend, own, m);
  if (!last || page.values_total === 0) return [finding.noRecords(authority)];
  if (!isObserved(page)) return [finding.nothing(authority, page.values_total), because(page, own)];
  if (last.score === null) {
    const known = page.trend.findLast(({ score }) => score !== null);
    const here = finding.unknown(last.quarter, last.observed, last.consultations);
    return known ? [here, finding.last(known.quarter, m.score(known.score!))] : [here, because(page, own)];
  }
  return [
    finding.latest({
      name: last.quarter,
      score: m.score(last.score),
      observed: last.observed,
      consultations: last.consultations,
    }),
    ...before(page.trend, own, m),
    ...bounds(last, own, m),
  ];
}

/** The newest value of the authority, or why there is none and when there was one. */
function cityFindings(trend: IndicatorPointView[], own: IndicatorWords, m: Measures): string[] {
  const { latest, none } = own.capacity;
  const told = ({ quarter, score, x }: IndicatorPointView) => latest(quarter, m.score(score!), m.said(x!));
  const last = trend.at(-1)!;
  if (last.score !== null) return [told(last), ...bounds(last, own, m)];
  const known = trend.findLast(({ score }) => score !== null);
  const { status } = last.city!;
  return [none(last.quarter, own.status[status] ?? status), ...(known ? [told(known)] : [])];
}

function before(trend: IndicatorPointView[], own: IndicatorWords, m: Measures): string[] {
  const [one, last] = trend.slice(-2);
  if (!one || !last || one.score === null) return [];
  if (quarterNumber(last.quarter) - quarterNumber(one.quarter) !== 1) return [];
  return [own.finding.before(one.quarter, m.score(one.score), one.observed)];
}

function bounds({ low, high, missing }: IndicatorPointView, own: IndicatorWords, m: Measures): string[] {
  if (low === null || high === null || missing === 0) return [];
  return [own.finding.bounds(m.score(low), m.score(high))];
}

/** How many values are missing for which reason, the most common first. */
function because(page: IndicatorPageView, own: IndicatorWords): string {
  const sorted = Object.entries(page.statuses).sort(([, a], [, b]) => b - a);
  return own.finding.because(sorted.map(([status, n]) => ({ status: own.status[status] ?? status, n })));
}

/** The finding of the trend: from where to where, and the last one; claims no rise and no fall. */
export function trendHeadline(
  points: QuarterPoint[],
  scale: Scale,
  own: IndicatorWords,
  m: Measures,
): string {
  const known = points.filter(({ value }) => value !== null);
  const values = known.map(({ value }) => value!);
  const said = scale === 'miara' ? m.said : m.score;
  return own.trend.headline({
    from: known[0]!.quarter,
    to: known.at(-1)!.quarter,
    low: (scale === 'miara' ? m.bare : m.score)(Math.min(...values)),
    high: said(Math.max(...values)),
    last: said(values.at(-1)!),
  });
}

/** The finding of the distribution: the fullest bin where there is one alone, else the range. */
export function distributionHeadline(bins: BinView[], own: IndicatorWords, m: Measures): string {
  const total = bins.reduce((sum, { consultations }) => sum + consultations, 0);
  const [first, last] = [bins[0]!, bins.at(-1)!];
  if (first.from === last.to) return own.distribution.same(m.said(first.from), total);
  const most = Math.max(...bins.map(({ consultations }) => consultations));
  const fullest = bins.filter(({ consultations }) => consultations === most);
  const [only] = fullest;
  return fullest.length === 1 && only
    ? own.distribution.most(m.bare(only.from), m.said(only.to), most, total)
    : own.distribution.between(m.bare(first.from), m.said(last.to), total);
}

/** The mean of a unit, or null where it stands on too few consultations to be shown. */
export const shownMean = ({ score, observed }: NamedUnit): number | null =>
  observed < ENOUGH ? null : score;

/**
 * Units as the page lists them: by mean, and those whose mean is not shown after all others, by name; among the others
 * their place would tell it.
 */
export function listedUnits(units: NamedUnit[], collator: Intl.Collator): NamedUnit[] {
  const shown = units.filter((unit) => shownMean(unit) !== null);
  const rest = units.filter((unit) => shownMean(unit) === null);
  return [
    ...shown.sort((a, b) => shownMean(b)! - shownMean(a)! || collator.compare(a.name, b.name)),
    ...rest.sort((a, b) => collator.compare(a.name, b.name)),
  ];
}

/** The finding of the units: how many have enough consultations, and between what their means lie. */
export function unitsHeadline(units: NamedUnit[], own: IndicatorWords, m: Measures): string {
  const means = units.map(shownMean).filter((mean) => mean !== null);
  if (means.length === 0) return own.unitRows.none(units.length);
  const range = [Math.min(...means), Math.max(...means)].map(m.score);
  return own.unitRows.headline(means.length, units.length, range[0]!, range[1]!);
}
