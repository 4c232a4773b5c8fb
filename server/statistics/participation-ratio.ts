/** How evenly the categories of a population take part; null where nobody of it does. */
export interface Participation {
  /** Participants over population by category; null of a category without people. */
  rates: Record<string, number | null>;
  /** Lowest rate over the highest. */
  min_max_ratio: number | null;
  /** Lowest rate over the mean of the rates. */
  min_mean_ratio: number | null;
  /** Sum over categories of the lesser of the two shares: 1 less the index of dissimilarity. */
  proportional_similarity: number | null;
}

/**
 * Participation of the categories of a population (Feinsinger, Spears and Poole 1981 for the similarity). Participants
 * of no category of the population are left out; a category without participants counts 0. None of the ratios is a
 * score: under perfect representativeness the first measures the size of the sample (method.md 8).
 */
export function participation(
  participants: Record<string, number>,
  population: Record<string, number>,
): Participation {
  const categories = Object.keys(population).filter((name) => population[name]! > 0);
  const came = (name: string) => (Object.hasOwn(participants, name) ? participants[name]! : 0);
  const rates = categories.map((name) => came(name) / population[name]!);
  const all = categories.reduce((sum, name) => sum + came(name), 0);
  const people = categories.reduce((sum, name) => sum + population[name]!, 0);
  const shared = categories.some((name) => came(name) > 0);
  const least = Math.min(...rates);
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const similarity = categories.reduce(
    (sum, name) => sum + Math.min(came(name) / all, population[name]! / people),
    0,
  );
  return {
    rates: Object.fromEntries(
      Object.keys(population).map((name) => [
        name,
        population[name]! > 0 ? came(name) / population[name]! : null,
      ]),
    ),
    min_max_ratio: shared ? least / Math.max(...rates) : null,
    min_mean_ratio: shared ? least / mean : null,
    proportional_similarity: shared ? similarity : null,
  };
}
