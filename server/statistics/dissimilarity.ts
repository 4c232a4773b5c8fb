/**
 * Index of dissimilarity: the share of one group that would have to change places to lie as the other does (Duncan and
 * Duncan 1955, https://doi.org/10.2307/2088328; R segregation). 0 alike, 1 apart; null where a group is empty.
 * @param one counts of a group by place, @param other counts of the other by the same places
 */
export function dissimilarity(one: readonly number[], other: readonly number[]): number | null {
  if (one.length !== other.length)
    throw new RangeError(`groups over ${one.length} and ${other.length} places cannot be compared`);
  for (const count of [...one, ...other])
    if (!(count >= 0)) throw new RangeError(`a count of a group is ${count}; at least 0 is needed`);
  const [ofOne, ofOther] = [sumOf(one), sumOf(other)];
  if (ofOne === 0 || ofOther === 0) return null;
  return sumOf(one.map((count, i) => Math.abs(count / ofOne - other[i]! / ofOther))) / 2;
}

/**
 * The index that perfectly drawn samples of n people have on average over groups of these shares: a half of
 * sum √(2 q (1-q) / (π n)), the mean of the folded normal distribution. Null of no sample.
 */
export function expectedDissimilarity(shares: readonly number[], n: number): number | null {
  for (const share of shares)
    if (!(share >= 0 && share <= 1)) throw new RangeError(`a share is ${share}; 0 to 1 is needed`);
  if (!(n > 0)) return null;
  return sumOf(shares.map((share) => Math.sqrt((2 * share * (1 - share)) / (Math.PI * n)))) / 2;
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
