import { betaQuantile } from './beta';
import { normalReach } from './normal';

const NEARLY_NORMAL = 1e5;

/**
 * The two-sided quantile of Student's t for a confidence level: 2.228 of 0.95 and 10 degrees of freedom.
 * It is a quantile of the beta distribution (DLMF 8.17).
 * Null without degrees of freedom. Throws `RangeError` for a level outside 0 to 1.
 */
export function studentReach(level: number, degrees: number): number | null {
  if (!(level > 0 && level < 1))
    throw new RangeError(`a confidence level lies between 0 and 1, not ${level}`);
  if (!(degrees > 0)) return null;
  if (degrees > NEARLY_NORMAL) return expanded(normalReach(level), degrees);
  const inner = betaQuantile(level, 0.5, degrees / 2);
  if (inner < 0.5) return Math.sqrt((degrees * inner) / (1 - inner));
  // solved for the other tail, the small number keeps its digits
  const outer = betaQuantile(1 - level, degrees / 2, 0.5);
  return Math.sqrt((degrees * (1 - outer)) / outer);
}

/** Around the normal quantile, in powers of 1 / degrees (Cornish and Fisher; Abramowitz and Stegun 26.7.5). */
const expanded = (z: number, degrees: number): number =>
  z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
