/** What unequal weights cost. */
export interface Kish {
  n: number;
  sum_w: number;
  sum_w2: number;
  /** Rows of equal weight that would say as much; null without any weight. */
  n_eff: number | null;
  /** n / n_eff: by how much the variance of a mean grows. */
  deff_w: number | null;
}

/** Effective size of a weighted sample: (sum w)² / sum w² (Kish 1965, Survey Sampling). */
export function kish(weights: ArrayLike<number>): Kish {
  const n = weights.length;
  let [sum_w, sum_w2] = [0, 0];
  for (let row = 0; row < n; row++) {
    sum_w += weights[row]!;
    sum_w2 += weights[row]! ** 2;
  }
  const n_eff = sum_w2 > 0 ? sum_w ** 2 / sum_w2 : null;
  return { n, sum_w, sum_w2, n_eff, deff_w: n_eff === null ? null : n / n_eff };
}
