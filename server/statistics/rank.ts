/**
 * Ranks, 1 the greatest; equal values share the lowest rank and the next is skipped, a missing one has none
 * (competition ranking; R rank with ties.method = "min").
 */
export const ranks = (values: readonly (number | null)[]): (number | null)[] =>
  values.map((value) =>
    value === null ? null : 1 + values.filter((other) => other !== null && other > value).length,
  );

/** How many values lie strictly below each; null for a missing one (Borda's count; COINr n_borda). */
export const countsBelow = (values: readonly (number | null)[]): (number | null)[] =>
  values.map((value) =>
    value === null ? null : values.filter((other) => other !== null && other < value).length,
  );

/** The share of the other values that lie strictly below each (COINr n_prank); null where there is no other. */
export function sharesBelow(values: readonly (number | null)[]): (number | null)[] {
  const others = values.filter((value) => value !== null).length - 1;
  return countsBelow(values).map((count) => (count === null || others < 1 ? null : count / others));
}
