import { ofLevel } from '../indicators/catalogue';
import { closedHead } from '../indicators/facts';
import { METHOD, type Method } from '../indicators/method';
import { askedSql } from '../indicators/perceived';
import { cityValuesSql, closedSql, valuesSql } from '../indicators/plan';
import { cappedSql, gradeSql } from './grade';
import { samplingSql } from './sampling';
import { dimensionsSql, ENOUGH, FEW_ASKED, indexSql, isEnough } from './tree';

/** Consultations below which a period has no index: their dots are shown instead (method.md 4.10). */
export const FEWEST = 3;
/** A quarter is provisional until so many days after its end (method.md 4.1). */
export const PROVISIONAL_DAYS = 120;

const catalogueOf = ({ indicators }: Method) =>
  `(VALUES ${indicators.map(({ code, dimension, weight, unit, interval }, place) => `('${code}', '${dimension}', CAST(${weight} AS double), ${place}, ${unit.en === '%' ? 100 : 1}, CAST(${interval === 'taylor' ? FEW_ASKED : ENOUGH} AS double))`).join(', ')}) AS i(indicator, dimension, weight, place, factor, least)`;

const CONSULTATION = ['authority_id', 'consultation_id', 'consultation'];
const PERIOD = ['authority_id', 'unit', 'period', 'span'];

/** The leaves of a consultation: what is missing covers nothing, what is not due or does not apply is not expected. */
const leafOf = (method: Method) => `(SELECT v.*, i.dimension, i.weight, i.place, i.least,
  CASE v.status WHEN 'observed' THEN 1.0 WHEN 'missing' THEN 0.0 WHEN 'insufficient_n' THEN 0.0 END AS coverage
  FROM scored.value v JOIN ${catalogueOf(method)} USING (indicator))`;

/**
 * Every period a consultation belongs to: its quarter, and the four rolling quarters that end with it or later; once
 * for its authority (unit null) and once for its unit: the code on record, else that of the unit which has the recorded
 * name, else the name. Quarters are numbered year * 4 + quarter - 1.
 */
const MEMBERS = `SELECT c.authority_id, c.consultation_id, u.unit, c.year * 4 + c.quarter - 1 + s.later AS period, s.span
  FROM (SELECT k.*, coalesce(k.unit, n.code, k.unit_name) AS own FROM scored.closed k
    LEFT JOIN (SELECT authority_id, name_pl, min(code) AS code FROM unit GROUP BY ALL) n ON n.authority_id = k.authority_id AND n.name_pl = k.unit_name) c,
    LATERAL (SELECT NULL AS unit UNION ALL SELECT c.own WHERE c.own IS NOT NULL) u,
    (VALUES (1, 0), (4, 0), (4, 1), (4, 2), (4, 3)) AS s(span, later)`;

/**
 * An indicator in a period: the mean over its consultations ("typical consultation", each counts once), the share that
 * is observed, the bounds were the missing ones 0 or 100, and the pooled ratio ("typical contribution"), in the unit of
 * the measure. Where too few are observed it is missing (method.md 4.3): its bounds and counts say what is known.
 * Values are added up in their own order: the same digits whatever the order of rows.
 */
const periodIndicators = (
  method: Method,
) => `SELECT * REPLACE (${['score', 'x', 'se', 'pooled'].map((name) => `CASE WHEN ${isEnough('coverage', 'least')} THEN ${name} END AS ${name}`).join(', ')}) FROM (
  SELECT m.authority_id, m.unit, m.period, m.span, v.indicator, i.dimension, i.weight, i.place, i.least,
    count(*) AS consultations, count(v.score) AS observed, count(*) FILTER (WHERE v.status IN ('missing', 'insufficient_n')) AS missing,
    count(*) FILTER (WHERE v.status = 'not_due') AS not_due,
    avg(v.score ORDER BY v.score) AS score, avg(v.x ORDER BY v.x) AS x, stddev_samp(v.score ORDER BY v.score) / sqrt(count(v.score)) AS se,
    i.factor * sum(v.numerator ORDER BY v.numerator) / nullif(sum(v.denominator ORDER BY v.denominator), 0) AS pooled,
    CAST(count(v.score) AS double) / nullif(count(*) FILTER (WHERE v.status IN ('observed', 'missing', 'insufficient_n')), 0) AS coverage,
    sum(v.low ORDER BY v.low) / nullif(count(v.low), 0) AS low,
    sum(v.high ORDER BY v.high) / nullif(count(v.high), 0) AS high
  FROM scored.member m JOIN scored.value v USING (authority_id, consultation_id) JOIN ${catalogueOf(method)} USING (indicator)
  GROUP BY m.authority_id, m.unit, m.period, m.span, v.indicator, i.dimension, i.weight, i.place, i.factor, i.least)`;

/**
 * An indicator of the authority in a period: one value, not a mean over consultations, so it stands on none of them and has
 * neither a standard error nor a pooled ratio. What is known of it is the whole or nothing.
 */
const cityIndicators = (
  method: Method,
) => `SELECT m.authority_id, NULL AS unit, m.period, m.span, v.indicator, i.dimension, i.weight, i.place, i.least, 0 AS consultations,
    CAST(v.status = 'observed' AS integer) AS observed, CAST(v.status IN ('missing', 'insufficient_n') AS integer) AS missing,
    CAST(v.status = 'not_due' AS integer) AS not_due, v.score, v.x, NULL AS se, NULL AS pooled,
    CASE v.status WHEN 'observed' THEN 1.0 WHEN 'missing' THEN 0.0 WHEN 'insufficient_n' THEN 0.0 END AS coverage, v.low, v.high
  FROM (SELECT DISTINCT authority_id, period, span FROM scored.member WHERE unit IS NULL) m
  JOIN scored.city_value v USING (authority_id, period) JOIN ${catalogueOf(method)} USING (indicator)`;

const consultationScores = (
  method: Method,
) => `SELECT c.*, s.dimensions_observed, s.dimensions_expected, s.has_needed, s.low, s.high, s.index, s.arithmetic,
    CASE WHEN s.index IS NOT NULL THEN ${cappedSql(gradeSql('s.index'))} END AS grade
  FROM scored.closed c JOIN (${indexSql('scored.consultation_dimension', CONSULTATION, method)}) s USING (authority_id, consultation_id, consultation)`;

/** A unit has no training of its own: its index is of the dimensions of consultations. */
const leastOfPeriod = ({ needed }: Method) =>
  `CASE WHEN unit IS NULL THEN ${needed.ofAuthority} ELSE ${needed.dimensions} END`;

const periodScores = (method: Method) => `SELECT p.*, s.* EXCLUDE (${PERIOD.join(', ')}, index, arithmetic),
    CASE WHEN p.consultations >= ${FEWEST} THEN s.index END AS index, CASE WHEN p.consultations >= ${FEWEST} THEN s.arithmetic END AS arithmetic,
    ${gradeSql(`CASE WHEN p.consultations >= ${FEWEST} THEN s.index END`)} AS grade
  FROM (SELECT authority_id, unit, period, span, count(*) AS consultations FROM scored.member GROUP BY ALL) p
  JOIN (${indexSql('scored.period_dimension', PERIOD, method, leastOfPeriod(method))}) s
    ON s.authority_id = p.authority_id AND s.unit IS NOT DISTINCT FROM p.unit AND s.period = p.period AND s.span = p.span`;

/**
 * The statements that score everything the mirror holds, in their order; each makes a table of the schema `scored`.
 * @param asOf the day that counts as today, `YYYY-MM-DD`
 * @param method the version in force unless told
 */
export function runStatements(asOf: string, method: Method = METHOD): string[] {
  const day = `DATE '${asOf}'`;
  const table = (name: string, sql: string) => `CREATE OR REPLACE TABLE scored.${name} AS ${sql}`;
  const city = ofLevel('city', method.indicators);
  return [
    'CREATE SCHEMA IF NOT EXISTS scored',
    table('value', valuesSql([...ofLevel('consultation', method.indicators), ...method.diagnostics], day)),
    table('closed', closedSql(day)),
    table('consultation_dimension', dimensionsSql(leafOf(method), CONSULTATION)),
    table('consultation_score', consultationScores(method)),
    table('asked', `${closedHead(day)} SELECT * FROM (${askedSql}) asked`),
    table('sampling', samplingSql(method)),
    table('member', MEMBERS),
    ...(city.length > 0 ? [table('city_value', cityValuesSql(city, day))] : []),
    table(
      'period_indicator',
      [periodIndicators(method), ...(city.length > 0 ? [cityIndicators(method)] : [])].join(
        '\n  UNION ALL BY NAME ',
      ),
    ),
    table('period_dimension', dimensionsSql('scored.period_indicator', PERIOD)),
    table('period_score', periodScores(method)),
  ];
}
