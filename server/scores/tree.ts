import type { Method } from '../indicators/method';
import { MEAN_SQL } from './mean';

/** Share of the expected weight that must be observed for a score to stand (method.md 4.3). */
export const ENOUGH = 2 / 3;
/** Not every consultation is followed by a survey: what surveys say of a period stands from a third of them (4.10). */
export const FEW_ASKED = 1 / 3;
const INDICATORS_NEEDED = 2;
/** Below this a dimension counts as this: the logarithm of zero would leave nothing of the rest (method.md 4.4). */
const FLOOR = 1;
/** Two thirds of three are not two for a double. */
const SLACK = 1e-12;

/** SQL: whether so much is observed that a score stands. */
export const isEnough = (coverage: string, least: number | string = ENOUGH) =>
  `${coverage} >= ${least} - ${SLACK}`;

const { arithmetic, geometric } = MEAN_SQL;

/**
 * SQL of the dimensions of every scope (method.md 4.3), a row for each dimension with an expected indicator.
 * @param leaf relation of (…keys, indicator, dimension, place, weight, least, score, coverage, low, high): the score of an
 *   indicator in a scope, the share of its records that are observed and the least that it needs, and its score were the
 *   missing ones 0 or 100
 * @param keys the columns that name a scope
 * Sums are taken in the order of the catalogue: the same digits whatever the order of rows and the number of threads.
 */
export const dimensionsSql = (leaf: string, keys: string[]) => `SELECT *,
    CASE WHEN ${isEnough('coverage')} AND observed >= ${INDICATORS_NEEDED} THEN weighed END AS score
  FROM (SELECT ${keys.join(', ')}, dimension, count(*) AS expected,
      count(*) FILTER (WHERE ${isEnough('coverage', 'least')}) AS observed,
      ${arithmetic('coverage', 'weight')} AS coverage,
      ${arithmetic('score', 'weight', isEnough('coverage', 'least'))} AS weighed,
      ${arithmetic('low', 'weight')} AS low, ${arithmetic('high', 'weight')} AS high
    FROM ${leaf} WHERE coverage IS NOT NULL AND weight > 0 GROUP BY ${keys.join(', ')}, dimension)`;

/** A mean of hundreds is a hundred, not what is left of it after logarithms. */
const floored = (column: string, where: string) =>
  `least(100.0, ${geometric(`greatest(${column}, ${FLOOR})`, 'w', where)})`;

/**
 * SQL of the index of every scope (method.md 4.4 and 4.5): geometric over the dimensions that have a score, its
 * arithmetic variant, its bounds were every gap 0 or 100, and its grade before any gate.
 * @param dimensions relation as `dimensionsSql` makes it
 * @param least SQL of how many dimensions the index of a scope needs
 */
export const indexSql = (
  dimensions: string,
  keys: string[],
  { dimensions: catalogue, needed }: Method,
  least = String(needed.dimensions),
) => {
  const weights = catalogue
    .filter(({ weight }) => weight > 0)
    .map(({ code, weight }, place) => `('${code}', ${weight}, ${place})`);
  // one that could have no score were every gap filled has no say in the bounds either
  const able = `expected >= ${INDICATORS_NEEDED}`;
  const enough = `dimensions_observed >= ${least} AND has_needed`;
  return `SELECT ${keys.join(', ')}, dimensions_observed, dimensions_expected, has_needed, low, high,
    CASE WHEN ${enough} THEN geometric END AS index, CASE WHEN ${enough} THEN arithmetic END AS arithmetic
  FROM (SELECT ${keys.join(', ')}, count(score) AS dimensions_observed, count(*) AS dimensions_expected,
      count(score) FILTER (WHERE dimension IN (${needed.among.map((code) => `'${code}'`).join(', ')})) = ${needed.among.length} AS has_needed,
      ${floored('score', 'score IS NOT NULL')} AS geometric,
      ${arithmetic('score', 'w', 'score IS NOT NULL')} AS arithmetic,
      ${floored('low', able)} AS low, ${floored('high', able)} AS high
    FROM ${dimensions} JOIN (VALUES ${weights.join(', ')}) AS d(dimension, w, place) USING (dimension)
    GROUP BY ${keys.join(', ')})`;
};
