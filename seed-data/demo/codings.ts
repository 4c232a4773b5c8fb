import type { ContributionRow } from './contributions';
import { Draw } from './random';

const REFUSALS = ['rejected', 'partly'];
/** Of a hundred, so many times the second person sees the same outcome, and the same quality. */
const AGREED = { outcome: 95, quality: 87 };

/** A drawn tenth of the refusals, coded again by somebody who did not see the first coding. */
export function codingsOf(contributions: ContributionRow[]) {
  const draw = new Draw(415);
  const refused = contributions.filter(({ outcome }) => outcome !== null && REFUSALS.includes(outcome));
  return draw.some(refused, Math.round(refused.length / 10)).map((row) => ({
    consultation: row.consultation,
    contribution: row.code,
    coder: 'K2',
    outcome: draw.below(100) < AGREED.outcome ? row.outcome : draw.pick(['explained', 'partly', 'rejected']),
    rationale_quality:
      draw.below(100) < AGREED.quality ? row.rationale_quality : beside(row.rationale_quality!),
  }));
}

/** One step away: who sees it otherwise is not far off. */
const beside = (quality: number): number => (quality === 0 ? 1 : quality - 1);
