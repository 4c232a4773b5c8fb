import { setImmediate as breathe } from 'node:timers/promises';
import { correlations, covariances, completeRows } from '../statistics/correlation';
import { reliability, reversed } from '../statistics/cronbach-alpha';
import { valuesOf } from './survey.item';
import { endsOf, LEAST_MEAN } from './survey.limits';
import type { ItemRow, Responses } from './survey.responses';
import type { ScaleReliabilityView } from './survey.view';

/** Q_FAIR of Q_FAIR2. */
const stemOf = (construct: string | null) => /^(.*?\D)\d+$/.exec(construct ?? '')?.[1] ?? null;

/**
 * Alpha of the items of each construct. An item that runs against the others and of which nobody has said whether it was
 * asked the other way round leaves alpha open (method, blunder 16).
 */
export async function scalesOf(items: ItemRow[], { answers }: Responses): Promise<ScaleReliabilityView[]> {
  const stems = new Map<string, ItemRow[]>();
  for (const item of items) {
    const stem = stemOf(item.construct);
    const [lowest, highest] = endsOf(item);
    if (stem && lowest !== null && highest !== null) stems.set(stem, [...(stems.get(stem) ?? []), item]);
  }
  const views: ScaleReliabilityView[] = [];
  for (const [stem, of] of stems) {
    if (of.length < 2) continue;
    await breathe();
    const asked = of.map((item) => valuesOf(item, answers.get(item.code)!));
    views.push(scaleView(stem, of, asked));
  }
  return views;
}

function scaleView(stem: string, items: ItemRow[], asked: (number | null)[][]): ScaleReliabilityView {
  const turned = items.map((item, i) => {
    const [lowest, highest] = endsOf(item);
    return item.reversed === 'yes' ? reversed(asked[i]!, lowest!, highest!) : asked[i]!;
  });
  const codes = items.map(({ code }) => code);
  const { n, raw_alpha } = reliability(named(codes, turned));
  const view = { stem, items: codes, n, alpha: null, alpha_as_asked: null, doubtful: [] };
  if (n < LEAST_MEAN) return { ...view, reason: 'too_few' };
  const as_asked = reliability(named(codes, asked)).raw_alpha;
  const isOpen = ({ reversed: said }: ItemRow) => said !== 'yes' && said !== 'no';
  const against = items.some(isOpen) ? againstOthers(turned) : [];
  const doubtful = items.filter((item, i) => isOpen(item) && against[i]).map(({ code }) => code);
  const counted = { ...view, alpha_as_asked: as_asked, doubtful };
  if (doubtful.length > 0) return { ...counted, reason: 'reversed_unknown' };
  return { ...counted, alpha: raw_alpha, reason: raw_alpha === null ? 'no_variance' : null };
}

const named = (codes: string[], columns: (number | null)[][]) =>
  Object.fromEntries(codes.map((code, i) => [code, columns[i]!]));

/** Of each item, whether it correlates negatively with the sum of the others. */
function againstOthers(columns: (number | null)[][]): boolean[] {
  const rows = completeRows(columns);
  return columns.map((_column, i) => {
    const pairs = rows.map((row) => [row[i]!, row.reduce((sum, value) => sum + value, -row[i]!)]);
    const covariance = covariances(pairs);
    const [, r] = (covariance && correlations(covariance)[0]) ?? [];
    return r !== undefined && r !== null && r < 0;
  });
}
