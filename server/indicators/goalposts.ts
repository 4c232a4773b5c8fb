/** SQL of the ends of a scale: the measure that scores least, and the one that scores most; the first may be greater. */
export interface Goalposts {
  worst: string;
  best: string;
}

/** What the ends become, and whether a measure beyond them counts as the end. */
export interface Scale {
  from: number;
  to: number;
  truncated: boolean;
}

/** The scale of every score: 0 to 100, whatever lies beyond the goalposts (method.md 4.2). */
const SCORE: Scale = { from: 0, to: 100, truncated: true };

/**
 * SQL of a measure between its goalposts: from + (to - from) (x - worst) / (best - worst). Fixed ends, not those of the
 * data: a new unit never moves an old score (OECD and JRC 2008, Handbook on Constructing Composite Indicators, step 5).
 * Null without a measure: `greatest` would make a zero of it.
 * @param x SQL of a double
 */
export function goalpostsSql(x: string, { worst, best }: Goalposts, scale: Scale = SCORE): string {
  const share = `(${x} - ${worst}) / (${best} - ${worst})`;
  const kept = scale.truncated ? `least(1.0, greatest(0.0, ${share}))` : share;
  const start = scale.from === 0 ? '' : `${scale.from} + `;
  return `CASE WHEN ${x} IS NOT NULL THEN ${start}${scale.to - scale.from} * ${kept} END`;
}
