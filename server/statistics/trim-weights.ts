const PASSES = 10_000;

/**
 * Weights cut to two limits, their sum kept: what is cut off is spread equally over those that were inside, again until
 * none is outside (R survey trimWeights, strict). Throws `RangeError` where the limits cannot hold the sum, where none is
 * inside to take what was cut, and for limits in the wrong order.
 */
export function trimWeights(weights: ArrayLike<number>, lower: number, upper: number): Float64Array {
  if (!(lower <= upper))
    throw new RangeError(`the limits of weights are ${lower} and ${upper}; the lower first`);
  const trimmed = Float64Array.from(weights);
  const sum = trimmed.reduce((all, weight) => all + weight, 0);
  const refused = new RangeError(
    `${trimmed.length} weights with the sum ${sum} cannot be kept between ${lower} and ${upper}`,
  );
  if (sum < lower * trimmed.length || sum > upper * trimmed.length) throw refused;
  const isInside = (weight: number) => weight >= lower && weight <= upper;
  // one at a limit takes its part again, so what is over shrinks from pass to pass
  for (let pass = 0; pass < PASSES; pass++) {
    const inside = trimmed.map((weight) => Number(isInside(weight)));
    const takers = inside.reduce((all, one) => all + one, 0);
    if (takers === trimmed.length) return trimmed;
    if (takers === 0) break;
    const cut = trimmed.map((weight) => Math.min(upper, Math.max(lower, weight)));
    const left = trimmed.reduce((all, weight, row) => all + weight - cut[row]!, 0) / takers;
    trimmed.set(cut.map((weight, row) => (inside[row] ? weight + left : weight)));
  }
  throw refused;
}
