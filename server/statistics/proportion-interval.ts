import { betaQuantile } from './beta';
import { normalReach } from './normal';

/** Share of x in n with the ends of its interval; null of nothing. */
export interface ProportionInterval {
  estimate: number | null;
  low: number | null;
  high: number | null;
}

type Ends = [number, number];

const METHODS = {
  wilson: (x: number, n: number, level: number): Ends => {
    const z = normalReach(level);
    const centre = (x + z ** 2 / 2) / (n + z ** 2);
    const reach = (z / (n + z ** 2)) * Math.sqrt((x * (n - x)) / n + z ** 2 / 4);
    // at the borders the formula is 0 and 1 but for the last digit
    return [x === 0 ? 0 : centre - reach, x === n ? 1 : centre + reach];
  },
  clopper_pearson: (x: number, n: number, level: number): Ends => {
    const tail = (1 - level) / 2;
    return [
      x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
      x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
    ];
  },
  agresti_coull: (x: number, n: number, level: number): Ends => {
    const z = normalReach(level);
    const [size, centre] = [n + z ** 2, (x + z ** 2 / 2) / (n + z ** 2)];
    const reach = z * Math.sqrt((centre * (1 - centre)) / size);
    return [centre - reach, centre + reach];
  },
};

/**
 * `wilson`: score interval without correction (Wilson 1927; Newcombe 1998, method 3). `clopper_pearson`: exact.
 * `agresti_coull`: Agresti and Coull 1998. Wald's is not offered: at n = 10 and 5 % it covers 40 % instead of 95.
 */
export type IntervalMethod = keyof typeof METHODS;
export const INTERVAL_METHODS = Object.keys(METHODS) as IntervalMethod[];

/**
 * Interval of a share. x and n may be effective numbers of a survey, so need not be whole.
 * @param clip whether ends beyond 0 and 1 are cut; only Agresti and Coull's can lie there
 * Throws `RangeError` for x outside 0 to n.
 */
export function proportionInterval(
  x: number,
  n: number,
  method: IntervalMethod = 'wilson',
  level = 0.95,
  clip = true,
): ProportionInterval {
  if (!(x >= 0 && x <= n)) throw new RangeError(`a share needs 0 to ${n} of ${n}, not ${x}`);
  if (n === 0) return { estimate: null, low: null, high: null };
  const [low, high] = METHODS[method](x, n, level);
  return { estimate: x / n, low: clip ? Math.max(0, low) : low, high: clip ? Math.min(1, high) : high };
}
