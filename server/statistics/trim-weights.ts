const PASSES = 10_000;

/**
 * Weights cut to two limits, their sum kept: what is cut off is spread equally over those that were inside, again until
 * none is outside (R survey trimWeights, strict). Throws `RangeError` where none is inside to take what was cut, and for
 * limits in the wrong order.
 */
export function trimWeights(weights: ArrayLike<number>, lower: number, upper: number): Float64Array {
  if (!(lower <= upper))
    throw new RangeError(`the limits of weights are ${lower} and ${upper}; the lower first`);
  const trimmed = Float64Array.from(weights);
  const isInside = (weight: number) => weight >= lower && weight <= upper;
  // one at a limit takes its part again, so what is over shrinks from pass to pass
  for (let pass = 0; pass < PASSES; pass++) {
    const inside = trimmed.map((weight) => Number(isInside(weight)));
    const takers = inside.reduce((sum, one) => sum + one, 0);
    if (takers === trimmed.length) return trimmed;
    if (takers === 0) break;
    const cut = trimmed.map((weight) => Math.min(upper, Math.max(lower, weight)));
    const left = trimmed.reduce((sum, weight, row) => sum + weight - cut[row]!, 0) / takers;
    trimmed.set(cut.map((weight, row) => (inside[row] ? weight + left : weight)));
  }
  throw new RangeError(`weights cannot be kept between ${lower} and ${upper} with their sum`);
}
