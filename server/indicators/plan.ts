import { factsHead } from './facts';
import { GATES } from './gates';
import { goalpostsSql } from './goalposts';
import type { Indicator } from './indicator';

const statusSql = ({ when: { not_applicable, not_due, observed } }: Indicator) =>
  [
    'CASE',
    ...(not_applicable ? [`WHEN ${not_applicable} THEN 'not_applicable'`] : []),
    ...(not_due ? [`WHEN ${not_due} THEN 'not_due'`] : []),
    `WHEN ${observed} THEN 'observed'`,
    `ELSE 'missing' END`,
  ].join(' ');

const rowOf = (indicator: Indicator) => {
  const { code, x, xLow = x, xHigh = x, numerator, denominator, goalposts } = indicator;
  const [worst, best] = goalposts;
  return `('${code}', ${statusSql(indicator)}, ${[x, number(numerator), number(denominator), xLow, xHigh, double(worst), double(best)].join(', ')})`;
};

const number = (sql: string | undefined) => `CAST(${sql ?? 'NULL'} AS double precision)`;

/** Only an observed value is a number: an expression may have computed one from a fact that is not there. */
const observed = (column: string) => `CASE WHEN v.status = 'observed' THEN v.${column} END AS ${column}`;

const scoreSql = (x: string) => goalpostsSql(`v.${x}`, { worst: 'v.worst', best: 'v.best' });
/** The bound of a score: of a missing one the end of the scale. */
const boundSql = (x: string, end: number) =>
  `CASE v.status WHEN 'missing' THEN ${double(end)} ELSE ${scoreSql(x)} END`;
const double = (value: number) => `CAST(${value} AS double precision)`;

/**
 * The one statement that measures everything: a row for every consultation and indicator, with status, x, numerator,
 * denominator, score (0 to 100, method.md 4.2) and its bounds were what is not recorded the worst and the best. It reads
 * each relation once, and both engines run it.
 * @param asOf SQL of the day that counts as today
 */
export const valuesSql = (indicators: Indicator[], asOf: string) => `${factsHead(asOf)},
value AS (SELECT f.authority_id, f.id AS consultation_id, f.code AS consultation, v.indicator, v.status, ${['x', 'numerator', 'denominator', 'x_low', 'x_high'].map(observed).join(', ')}, v.worst, v.best
  FROM fact f CROSS JOIN LATERAL (VALUES
    ${indicators.map(rowOf).join(',\n    ')}
  ) AS v(indicator, status, x, numerator, denominator, x_low, x_high, worst, best))
SELECT v.authority_id, v.consultation_id, v.consultation, v.indicator, v.status, v.x, v.numerator, v.denominator,
  ${scoreSql('x')} AS score, ${boundSql('x_low', 0)} AS low, ${boundSql('x_high', 100)} AS high
FROM value v`;

/** What else is told of each consultation that has closed: its quarter, unit, gates, and what stands on its pages. */
export const closedSql = (asOf: string) => `${factsHead(asOf)}
SELECT f.authority_id, f.id AS consultation_id, f.code AS consultation, f.unit, f.unit_name, f.closed, f.batch_id, f.line,
  CAST(extract(year FROM f.closed) AS integer) AS year, CAST(extract(quarter FROM f.closed) AS integer) AS quarter,
  f.reported_contributions, f.closed - f.opens_on + 1 AS days, f.report_state,
  ${GATES.map(({ code, sql }) => `coalesce(${sql}, false) AS ${code.toLowerCase()}`).join(', ')}
FROM fact f`;
