import { CONSTRUCTS, DRAWN } from '../indicators/perceived';
import type { Method } from '../indicators/method';

/** The indicator that is asked for by items, by what they ask. */
const INDICATOR_OF: Record<keyof typeof CONSTRUCTS, string> = {
  fairness: 'GF3',
  information: 'TR4',
  response: 'RE4',
  influence: 'IN4',
};
/** What the index is called among the targets of a sampling error, which else are codes of indicators. */
export const INDEX = 'index';
/** Below it a dimension moves nothing: the floor of the geometric mean (scores/tree). */
const FLOOR = 1;

const values = (rows: (string | number)[][]) =>
  `(VALUES ${rows.map((row) => `(${row.map((cell) => (typeof cell === 'string' ? `'${cell}'` : `CAST(${cell} AS double)`)).join(', ')})`).join(', ')})`;

/** Answers that count, turned round where their item is reversed, to the surveys that were drawn. */
const ANSWERED = `SELECT q.consultation_id, q.position, a.response_id, a.weight, a.stratum, a.psu,
    CASE q.reversed WHEN 'yes' THEN q.lowest + q.highest - a.value ELSE a.value END AS y
  FROM scored.asked q JOIN survey_answer a ON a.authority_id = q.authority_id AND a.survey = q.survey AND a.position = q.position
  WHERE q.design IN ${DRAWN} AND a.value >= 0 AND a.value BETWEEN q.lowest AND q.highest AND a.weight > 0`;

const MEANS = `SELECT consultation_id, position, sum(w ORDER BY y) AS weight, sum(w * y ORDER BY y) / sum(w ORDER BY y) AS mean
  FROM (SELECT consultation_id, position, y, CAST(sum(CAST(weight AS DECIMAL(38, 12))) AS double) AS w FROM answered GROUP BY ALL) GROUP BY ALL`;

/** Points of its indicator that one step of the mean of an item makes. */
const SLOPES = `SELECT q.consultation_id, q.position, n.indicator, 100 / (q.highest - q.lowest) / count(*) OVER (PARTITION BY q.consultation_id, q.asks) AS slope
  FROM scored.asked q JOIN ${values(Object.entries(INDICATOR_OF))} AS n(asks, indicator) USING (asks)
  JOIN scored.value v ON v.consultation_id = q.consultation_id AND v.indicator = n.indicator AND v.status = 'observed'`;

/** Points of the index that one point of an indicator makes: the derivative of a geometric mean of arithmetic ones. */
const gradients = ({
  indicators,
  dimensions,
}: Method) => `SELECT l.consultation_id, l.indicator, s.index * d.part * l.part / d.score AS gradient
  FROM (SELECT v.consultation_id, v.indicator, i.dimension, i.weight / sum(i.weight) OVER (PARTITION BY v.consultation_id, i.dimension) AS part
    FROM scored.value v JOIN ${values(indicators.map(({ code, dimension, weight }) => [code, dimension, weight]))} AS i(indicator, dimension, weight) USING (indicator)
    WHERE v.status = 'observed' AND i.weight > 0) l
  JOIN (SELECT d.consultation_id, d.dimension, d.score, w.weight / sum(w.weight) OVER (PARTITION BY d.consultation_id) AS part
    FROM scored.consultation_dimension d JOIN ${values(dimensions.map(({ code, weight }) => [code, weight]))} AS w(dimension, weight) USING (dimension)
    WHERE d.score IS NOT NULL AND w.weight > 0) d ON d.consultation_id = l.consultation_id AND d.dimension = l.dimension
  JOIN scored.consultation_score s ON s.consultation_id = l.consultation_id
  WHERE s.index IS NOT NULL AND d.score > ${FLOOR}`;

/** What each primary sampling unit moves a target by; a response without one is its own. */
const UNITS = `SELECT a.consultation_id, g.target, a.stratum, coalesce(a.psu, concat('response ', a.response_id)) AS psu,
    sum(g.slope * a.weight * (a.y - m.mean) / m.weight ORDER BY a.response_id, a.position) AS moved
  FROM answered a JOIN means m ON m.consultation_id = a.consultation_id AND m.position = a.position
  JOIN (SELECT consultation_id, indicator AS target, position, slope FROM slopes
    UNION ALL SELECT s.consultation_id, '${INDEX}', s.position, s.slope * g.gradient FROM slopes s JOIN gradients g USING (consultation_id, indicator)) g
    ON g.consultation_id = a.consultation_id AND g.position = a.position
  GROUP BY ALL`;

/** The units that were drawn in each stratum, whoever of them answered, and the share of its population that they are. */
const STRATA = `SELECT *, CASE WHEN design = 'cluster' OR population IS NULL THEN 0.0 ELSE least(1.0, drawn / population) END AS fraction
  FROM (SELECT q.consultation_id, r.stratum, q.design, count(DISTINCT coalesce(r.psu, concat('response ', r.id))) AS drawn,
      CAST(coalesce(max(r.stratum_size), CASE WHEN q.design IN ('census', 'srs') THEN max(q.frame_size) END) AS double) AS population
    FROM (SELECT DISTINCT consultation_id, authority_id, survey, design, frame_size FROM scored.asked WHERE design IN ${DRAWN}) q
    JOIN survey_response r ON r.authority_id = q.authority_id AND r.survey = q.survey
    WHERE coalesce(r.weight > 0, true) GROUP BY q.consultation_id, r.stratum, q.design)`;

/**
 * SQL of the sampling error of each indicator that a drawn sample was asked for, and of the index (target "index"), by
 * Taylor linearisation with the covariance of all items that one person answered (method.md 4.6): standard error in
 * points, null where a stratum has one unit and so no spread, and degrees of freedom (units less strata). Reads
 * `scored.asked`, `value`, `consultation_dimension` and `consultation_score`.
 */
export const samplingSql = (method: Method) => `WITH answered AS MATERIALIZED (${ANSWERED}),
means AS (${MEANS}),
slopes AS (${SLOPES}),
gradients AS (${gradients(method)}),
units AS (${UNITS}),
strata AS (${STRATA}),
squares AS (SELECT consultation_id, target, stratum, sum(moved ORDER BY moved) AS moved, sum(moved * moved ORDER BY moved) AS square FROM units GROUP BY ALL),
targets AS (SELECT DISTINCT consultation_id, target FROM units)
SELECT t.consultation_id, t.target,
  CASE WHEN bool_and(h.drawn > 1 OR h.fraction = 1) THEN sqrt(sum(CASE WHEN h.fraction = 1 THEN 0
    ELSE (1 - h.fraction) * h.drawn / (h.drawn - 1) * greatest(0, coalesce(s.square, 0) - coalesce(s.moved, 0) ** 2 / h.drawn) END ORDER BY h.stratum)) END AS se,
  CAST(sum(h.drawn) - count(*) AS integer) AS degrees
FROM targets t JOIN strata h ON h.consultation_id = t.consultation_id
LEFT JOIN squares s ON s.consultation_id = t.consultation_id AND s.target = t.target AND s.stratum IS NOT DISTINCT FROM h.stratum
GROUP BY t.consultation_id, t.target`;
