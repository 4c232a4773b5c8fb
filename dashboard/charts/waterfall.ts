import type { ScoreView } from '../../server/publish/score.view';
import { tenth } from '../figures';

/** What one dimension took away: where the index stood before and after it, in tenths as they are shown. */
export interface Step {
  code: string;
  from: number;
  to: number;
  /** Zero or less. */
  points: number;
}

/** The way from 100 to the index, the greatest loss first; empty without an index. */
export function stepsOf({ index, dimensions }: Pick<ScoreView, 'index' | 'dimensions'>): Step[] {
  if (index === null) return [];
  let at = 100;
  return dimensions
    .filter(({ shown }) => shown !== null)
    .sort((a, b) => a.shown! - b.shown!)
    .map(({ code, shown }) => {
      const from = at;
      at = tenth(at + shown!);
      return { code, from, to: at, points: shown! };
    });
}

/** Borders of the axis: from the tens below the index up to 100; a bar stands for its length wherever it begins. */
export const waterfallDomain = (index: number): [number, number] => [
  Math.min(90, Math.floor(index / 10) * 10),
  100,
];
