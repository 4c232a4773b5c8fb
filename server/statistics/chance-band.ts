import { dissimilarity, expectedDissimilarity } from './dissimilarity';
import { randomOf } from './random';

/** Persons drawn in all at most: beyond that fewer samples say enough, for the band is narrow. */
const MOST_DRAWN = 2_000_000;
const SAMPLES = 1000;
const FEWEST_SAMPLES = 100;

/** A dimension that those who took part are compared by: the shares of its groups, and how many of them are known. */
export interface Compared {
  shares: readonly number[];
  known: number;
}

/**
 * Representativeness (0 to 100, the mean over dimensions; method.md section 2, OP2) that chance alone makes: the 5th and
 * the 95th percentile of what perfectly drawn samples of the same size give. No interval of the measured value: a
 * bootstrap of a distance excludes its own estimate.
 * @param seed decides the samples
 */
export function chanceBand(
  dimensions: readonly Compared[],
  seed: string,
): { low: number; high: number } | null {
  if (dimensions.length === 0 || dimensions.some(({ known }) => known < 1)) return null;
  const next = randomOf(seed);
  const persons = dimensions.reduce((sum, { known }) => sum + known, 0);
  const samples = Math.max(FEWEST_SAMPLES, Math.min(SAMPLES, Math.floor(MOST_DRAWN / persons)));
  const scores = Array.from({ length: samples }, () => {
    const found = dimensions.map((dimension) => adjusted(dimension, next));
    return 100 * (1 - found.reduce((sum, one) => sum + one, 0) / found.length);
  }).sort((a, b) => a - b);
  const at = (share: number) => scores[Math.round(share * (samples - 1))]!;
  return { low: at(0.05), high: at(0.95) };
}

/** The dissimilarity of one perfect sample, without what chance is expected to make. */
function adjusted({ shares, known }: Compared, next: () => number): number {
  const counts = Array<number>(shares.length).fill(0);
  for (let i = 0; i < known; i++) counts[drawn(shares, next())]!++;
  const [found, expected] = [dissimilarity(counts, shares) ?? 0, expectedDissimilarity(shares, known) ?? 0];
  return Math.sqrt(Math.max(0, found ** 2 - expected ** 2));
}

function drawn(shares: readonly number[], at: number): number {
  let sum = 0;
  const found = shares.findIndex((share) => (sum += share) > at);
  return found < 0 ? shares.length - 1 : found;
}
