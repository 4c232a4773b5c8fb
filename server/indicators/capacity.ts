import { hasClosed } from './facts';
import { closedOn } from '../store/derived';

/** Share of the planned hours from which a training counts as attended, and the hours of an edition that has none on record. */
const ATTENDED = 0.8;
const HOURS = 32;
/** Hours are recorded to the minute at most: what is less than that is what is left of a multiplication. */
const SLACK = 1e-9;
/** Quarters that a capacity is measured over, and those in which a training still counts (method.md section 2, CA3). */
const ROLLING = 4;
const FRESH = 12;

const firstDay = (quarter: string) =>
  `make_date(CAST(floor((${quarter}) / 4.0) AS integer), (${quarter}) % 4 * 3 + 1, 1)`;

/** Everything that has closed, with the unit that ran it: the code on record, else that of the unit of the recorded name. */
const endedSql = (
  asOf: string,
) => `SELECT c.authority_id, ${closedOn(asOf)} AS closed, coalesce(c.unit, n.code) AS unit
    FROM consultation c LEFT JOIN (SELECT authority_id, name_pl, min(code) AS code FROM unit GROUP BY authority_id, name_pl) n
      ON n.authority_id = c.authority_id AND n.name_pl = c.unit_name
    WHERE ${hasClosed(asOf)}`;

/**
 * The periods of an authority: a quarter in which something closed, and each of the three after it, in whose four rolling
 * quarters that one is. Numbered year * 4 + quarter - 1.
 */
const PERIODS = `SELECT DISTINCT q.authority_id, q.quarter + l.later AS period
    FROM (SELECT e.authority_id, CAST(extract(year FROM e.closed) * 4 + extract(quarter FROM e.closed) - 1 AS integer) AS quarter FROM ended e) q
    CROSS JOIN (VALUES (0), (1), (2), (3)) AS l(later)`;

const frameSql = (
  asOf: string,
) => `SELECT p.authority_id, p.period, ${asOf} AS as_of, ${firstDay(`p.period - ${ROLLING - 1}`)} AS since,
      ${firstDay(`p.period - ${FRESH - 1}`)} AS fresh_since, least(${firstDay('p.period + 1')} - 1, ${asOf}) AS until
    FROM (${PERIODS}) p`;

const cameTo = (module: string) => `count(*) FILTER (WHERE a.hours > 0 AND ${module}) > 0`;

/** One in an edition: whether they finished it, and what the tests before and after it say of what was learned. */
const LEARNERS = `SELECT e.id, e.authority_id, e.edition, e.unit, e.sector, count(a.hours) AS attendances,
      coalesce(sum(CAST(a.hours AS DECIMAL(18, 6))), 0) >= ${ATTENDED} * coalesce(max(CAST(d.planned_hours AS double precision)), ${HOURS}) - ${SLACK}
        AND ${cameTo(`s.module = 'M1'`)} AND ${cameTo(`s.module = 'M2'`)}
        AND ${cameTo(`s.module = coalesce(e.chosen_module, s.module) AND s.module IN ('M3', 'M4')`)} AS completed
    FROM enrolment e JOIN training_edition d ON d.authority_id = e.authority_id AND d.code = e.edition
    LEFT JOIN attendance a ON a.authority_id = e.authority_id AND a.enrolment = e.code
    LEFT JOIN training_session s ON s.authority_id = a.authority_id AND s.code = a.session
    GROUP BY e.id, e.authority_id, e.edition, e.unit, e.sector`;

/** Results of a test as shares of its own most: the two need not be of the same length. */
const TESTED = `SELECT e.id, e.authority_id, e.edition, count(*) AS tests,
      max(CASE WHEN t.phase = 'pre' THEN t.share END) AS pre, max(CASE WHEN t.phase = 'post' THEN t.share END) AS post
    FROM enrolment e JOIN (SELECT t.*, CAST(t.score AS double precision) / nullif(CAST(t.most AS double precision), 0) AS share FROM training_test t) t
      ON t.authority_id = e.authority_id AND t.enrolment = e.code
    GROUP BY e.id, e.authority_id, e.edition`;

const EDITIONS = `SELECT d.authority_id, d.starts_on, d.ends_on, coalesce(l.enrolled, 0) AS enrolled, coalesce(l.completed, 0) AS completed,
      CASE WHEN l.attendances = 0 THEN 1 ELSE 0 END AS unattended, coalesce(t.tests, 0) AS tests, coalesce(t.pairs, 0) AS pairs, coalesce(t.gain, 0) AS gain
    FROM training_edition d
    LEFT JOIN (SELECT authority_id, edition, count(*) AS enrolled, count(*) FILTER (WHERE completed) AS completed, sum(attendances) AS attendances
      FROM learner GROUP BY authority_id, edition) l ON l.authority_id = d.authority_id AND l.edition = d.code
    LEFT JOIN (SELECT authority_id, edition, sum(tests) AS tests, count(*) FILTER (WHERE pre < 1 AND post IS NOT NULL) AS pairs,
        sum((post - pre) / (1 - pre) ORDER BY (post - pre) / (1 - pre)) FILTER (WHERE pre < 1 AND post IS NOT NULL) AS gain
      FROM tested GROUP BY authority_id, edition) t ON t.authority_id = d.authority_id AND t.edition = d.code`;

const ENDED_IN = 'd.ends_on BETWEEN w.since AND w.until';
const inside = (column: string) => `coalesce(sum(d.${column}) FILTER (WHERE ${ENDED_IN}), 0)`;

/** What the trainings of an authority tell of a period; `undated`: nobody can say whether an edition ended in it. */
const TRAINED = `SELECT w.authority_id, w.period, count(d.authority_id) AS editions,
      count(*) FILTER (WHERE ${ENDED_IN}) AS editions_ended, count(*) FILTER (WHERE d.starts_on <= w.until AND d.ends_on > w.as_of) AS editions_running,
      count(*) FILTER (WHERE d.authority_id IS NOT NULL AND d.ends_on IS NULL AND coalesce(d.starts_on BETWEEN w.since AND w.until, true)) AS editions_undated,
      ${['unattended', 'enrolled', 'completed', 'tests', 'pairs'].map((column) => `${inside(column)} AS ${column}`).join(', ')},
      sum(d.gain ORDER BY d.gain) FILTER (WHERE ${ENDED_IN}) AS gain,
      coalesce(sum(d.unattended) FILTER (WHERE d.ends_on BETWEEN w.fresh_since AND w.until), 0) AS fresh_unattended
    FROM frame w LEFT JOIN edition d ON d.authority_id = w.authority_id GROUP BY w.authority_id, w.period`;

/** A unit of the city whose person finished an edition that ended while a training still counts. */
const PREPARED = `SELECT DISTINCT w.authority_id, w.period, l.unit
    FROM frame w JOIN training_edition d ON d.authority_id = w.authority_id AND d.ends_on BETWEEN w.fresh_since AND w.until
    JOIN learner l ON l.authority_id = d.authority_id AND l.edition = d.code
    WHERE l.completed AND l.unit IS NOT NULL AND l.sector = 'city'`;

const CONSULTING = `SELECT w.authority_id, w.period, count(DISTINCT e.unit) AS units, count(*) FILTER (WHERE e.unit IS NULL) AS without_unit,
      count(*) AS consultations, count(DISTINCT p.unit) AS units_prepared
    FROM frame w JOIN ended e ON e.authority_id = w.authority_id AND e.closed BETWEEN w.since AND w.until
    LEFT JOIN prepared p ON p.authority_id = w.authority_id AND p.period = w.period AND p.unit = e.unit
    GROUP BY w.authority_id, w.period`;

const hours = (where: string) =>
  `CAST(coalesce(sum(CAST(a.service_hours AS DECIMAL(18, 6))) FILTER (WHERE ${where}), 0) AS double precision)`;

const ADVISED = `SELECT w.authority_id, w.period, count(a.id) AS advice, ${hours('a.held_on BETWEEN w.since AND w.until')} AS advice_hours,
      ${hours('a.held_on IS NULL')} AS advice_hours_undated
    FROM frame w LEFT JOIN advice_session a ON a.authority_id = w.authority_id GROUP BY w.authority_id, w.period`;

const FACT = `SELECT w.*, t.editions, t.editions_ended, t.editions_running, t.editions_undated, t.unattended, t.enrolled, t.completed, t.tests, t.pairs,
      t.gain, t.fresh_unattended, c.units, c.without_unit, c.consultations, c.units_prepared, a.advice, a.advice_hours, a.advice_hours_undated,
      coalesce(u.named, 0) AS learners_with_unit
    FROM frame w
    JOIN trained t ON t.authority_id = w.authority_id AND t.period = w.period
    JOIN consulting c ON c.authority_id = w.authority_id AND c.period = w.period
    JOIN advised a ON a.authority_id = w.authority_id AND a.period = w.period
    LEFT JOIN (SELECT authority_id, count(*) AS named FROM learner WHERE unit IS NOT NULL AND sector = 'city' GROUP BY authority_id) u ON u.authority_id = w.authority_id`;

/**
 * The head of a statement over the capacity of authorities: a row `f` of `fact` for every authority and period, over the
 * four rolling quarters that end with it, cut at the day that counts as today. It is always four quarters, also where the
 * period is one: a capacity is a stock that lasts beyond the quarter in which an edition happened to end.
 * @param asOf SQL of the day that counts as today
 */
export const capacityHead = (asOf: string) =>
  `WITH ${Object.entries({
    ended: endedSql(asOf),
    frame: frameSql(asOf),
    learner: LEARNERS,
    tested: TESTED,
    edition: EDITIONS,
    trained: TRAINED,
    prepared: PREPARED,
    consulting: CONSULTING,
    advised: ADVISED,
    fact: FACT,
  })
    .map(([name, sql]) => `${name} AS ${MANY_READERS.has(name) ? 'MATERIALIZED ' : ''}(${sql})`)
    .join(',\n')}`;

/** Relations that several others read. */
const MANY_READERS = new Set(['ended', 'frame', 'learner']);
