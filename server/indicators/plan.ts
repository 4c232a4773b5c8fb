import { capacityHead } from './capacity';
import { closedHead, factsHead } from './facts';
import { GATES } from './gates';
import { goalpostsSql } from './goalposts';
import type { Indicator, Measure } from './indicator';

const statusSql = ({ when, n, minN = 1, enough = 'true' }: Measure) => {
  const { not_applicable, not_due, observed } = when;
  const isEnough = n ? `${n} >= ${minN} AND ${enough}` : enough;
  return [
    'CASE',
    ...(not_applicable ? [`WHEN ${not_applicable} THEN 'not_applicable'`] : []),
    ...(not_due ? [`WHEN ${not_due} THEN 'not_due'`] : []),
    `WHEN (${observed}) AND (${isEnough}) THEN 'observed'`,
    `WHEN ${observed} THEN 'insufficient_n'`,
    `ELSE 'missing' END`,
  ].join(' ');
};

/** SQL of a goalpost: the ordinary one, or that of the records for which there are others; null of what has no score. */
const goalpostSql = ({ goalposts, goalpostsWhere: other }: Measure, end: 0 | 1) => {
  if (!goalposts) return number(undefined);
  return other
    ? `CASE WHEN ${other.sql} THEN ${double(other.goalposts[end])} ELSE ${double(goalposts[end])} END`
    : double(goalposts[end]);
};

const rowOf = (indicator: Measure) => {
  const { code, n = '1', remark, x, xLow = x, xHigh = x, numerator, denominator } = indicator;
  const cells = [
    statusSql(indicator),
    `CAST(${n} AS integer)`,
    `coalesce(${remark?.sql ?? 'false'}, false)`,
    ...[x, numerator, denominator, xLow, xHigh].map(number),
    goalpostSql(indicator, 0),
    goalpostSql(indicator, 1),
  ];
  return `('${code}', ${cells.join(', ')})`;
};

const number = (sql: string | undefined) => `CAST(${sql ?? 'NULL'} AS double precision)`;

/** Only an observed value is a number: an expression may have computed one from a fact that is not there. */
const observed = (column: string) => `CASE WHEN v.status = 'observed' THEN v.${column} END AS ${column}`;

const scored = (sql: string) => `CASE WHEN v.worst IS NOT NULL THEN ${sql} END`;
const scoreSql = (x: string) => goalpostsSql(`v.${x}`, { worst: 'v.worst', best: 'v.best' });
/** The bound of a score: of a missing one the end of the scale. */
const boundSql = (x: string, end: number) =>
  `CASE WHEN v.status IN ('missing', 'insufficient_n') THEN ${double(end)} ELSE ${scoreSql(x)} END`;
const double = (value: number) => `CAST(${value} AS double precision)`;

/**
 * SQL of every value of every row `f` of `fact`: the columns that name the row, then status, n (the cases it stands on, also
 * where they are too few), whether its remark is to be said, x, numerator, denominator, score (0 to 100, method.md 4.2)
 * and its bounds were what is not recorded the worst and the best.
 * @param keys columns of a row `f`, each with the name under which it is told
 */
const measuredSql = (
  indicators: Measure[],
  keys: Record<string, string>,
) => `value AS (SELECT ${Object.entries(keys)
  .map(([name, column]) => `f.${column} AS ${name}`)
  .join(
    ', ',
  )}, v.indicator, v.status, CASE WHEN v.status IN ('observed', 'insufficient_n') THEN v.n END AS n, ${['remark', 'x', 'numerator', 'denominator', 'x_low', 'x_high'].map(observed).join(', ')}, v.worst, v.best
  FROM fact f CROSS JOIN LATERAL (VALUES
    ${indicators.map(rowOf).join(',\n    ')}
  ) AS v(indicator, status, n, remark, x, numerator, denominator, x_low, x_high, worst, best))
SELECT ${Object.keys(keys)
  .map((name) => `v.${name}`)
  .join(', ')}, v.indicator, v.status, v.n, v.remark, v.x, v.numerator, v.denominator,
  ${scored(scoreSql('x'))} AS score, ${scored(boundSql('x_low', 0))} AS low, ${scored(boundSql('x_high', 100))} AS high
FROM value v`;

/**
 * The one statement that measures everything of consultations: a row for every consultation and indicator or
 * diagnostic, which has no score, as `measuredSql` has it. It reads each relation once, and both engines run it.
 * @param asOf SQL of the day that counts as today
 */
export const valuesSql = (indicators: Measure[], asOf: string) =>
  `${factsHead(asOf)},\n${measuredSql(indicators, { authority_id: 'authority_id', consultation_id: 'id', consultation: 'code' })}`;

/**
 * The statement that measures everything of authorities: a row for every authority, period (the four rolling quarters that
 * end with it, numbered year * 4 + quarter - 1) and indicator of level `city`.
 * @param asOf SQL of the day that counts as today
 */
export const cityValuesSql = (indicators: Indicator[], asOf: string) =>
  `${capacityHead(asOf)},\n${measuredSql(indicators, { authority_id: 'authority_id', period: 'period' })}`;

/** What else is told of each consultation that has closed: its quarter, unit, gates, and what stands on its pages. */
export const closedSql = (asOf: string) => `${closedHead(asOf)}
SELECT f.authority_id, f.id AS consultation_id, f.code AS consultation, f.unit, f.unit_name, f.closed, f.batch_id, f.line,
  CAST(extract(year FROM f.closed) AS integer) AS year, CAST(extract(quarter FROM f.closed) AS integer) AS quarter,
  f.reported_contributions, f.closed - f.opens_on + 1 AS days, f.report_state,
  ${GATES.map(({ code, sql }) => `coalesce(${sql}, false) AS ${code.toLowerCase()}`).join(', ')}
FROM closing f`;
