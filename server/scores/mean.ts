/** Sums in the order of `place`: the same digits whatever the order of rows and the number of threads. */
const total = (what: string, where: string) =>
  `sum(${what} ORDER BY place)${where ? ` FILTER (WHERE ${where})` : ''}`;

/**
 * SQL of weighted means over a relation that has a column `place` (R COINr: a_amean, a_gmean, a_hmean). Values and
 * weights are SQL of doubles; `where` says which rows count: a row left out is left out with its weight. Null where none
 * counts. DuckDB refuses a geometric mean of 0 or below.
 */
export const MEAN_SQL = {
  arithmetic: (value: string, weight: string, where = '') =>
    `${total(`${weight} * ${value}`, where)} / ${total(weight, where)}`,
  geometric: (value: string, weight: string, where = '') =>
    `exp(${total(`${weight} * ln(${value})`, where)} / ${total(weight, where)})`,
  harmonic: (value: string, weight: string, where = '') =>
    `${total(weight, where)} / ${total(`${weight} / ${value}`, where)}`,
};

export type Mean = keyof typeof MEAN_SQL;
export const MEANS = Object.keys(MEAN_SQL) as Mean[];
