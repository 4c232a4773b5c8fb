/** Pairs of codings from which on agreement is judged, and the kappa below which coding is not reliable (method.md 4.15). */
const FEWEST_PAIRS = 30;
export const LEAST_KAPPA = 0.6;

/**
 * SQL of Cohen's kappa of the codings of one question, a row for each authority and year of closing that has enough pairs:
 * what the record says against what the first of the second coders said, without having seen it. Null where both use one
 * code throughout.
 */
const kappaSql = (field: 'outcome' | 'rationale_quality') => `SELECT m.authority_id, m.year,
      CASE WHEN m.n >= ${FEWEST_PAIRS} THEN (CAST(m.same AS double precision) / m.n - e.chance / m.n / m.n) / nullif(1 - e.chance / m.n / m.n, 0) END AS kappa
    FROM (SELECT authority_id, year, count(*) AS n, count(*) FILTER (WHERE ${field} = second_${field}) AS same
      FROM coded_twice WHERE ${field} IS NOT NULL AND second_${field} IS NOT NULL GROUP BY authority_id, year) m
    JOIN (SELECT o.authority_id, o.year, CAST(sum(o.n * t.n) AS double precision) AS chance
      FROM (SELECT authority_id, year, ${field} AS code, count(*) AS n FROM coded_twice WHERE ${field} IS NOT NULL AND second_${field} IS NOT NULL GROUP BY authority_id, year, ${field}) o
      JOIN (SELECT authority_id, year, second_${field} AS code, count(*) AS n FROM coded_twice WHERE ${field} IS NOT NULL AND second_${field} IS NOT NULL GROUP BY authority_id, year, second_${field}) t
        ON t.authority_id = o.authority_id AND t.year = o.year AND t.code = o.code
      GROUP BY o.authority_id, o.year) e ON e.authority_id = m.authority_id AND e.year = m.year`;

const CODED_TWICE = `SELECT h.authority_id, extract(year FROM f.closed) AS year, h.outcome, h.rationale_quality,
      s.outcome AS second_outcome, s.rationale_quality AS second_rationale_quality
    FROM (SELECT k.*, row_number() OVER (PARTITION BY k.authority_id, k.consultation, k.contribution ORDER BY k.id) AS place FROM coding k) s
    JOIN heard h ON h.authority_id = s.authority_id AND h.consultation = s.consultation AND h.code = s.contribution
    JOIN closing f ON f.id = h.consultation_id
    WHERE s.place = 1`;

/** SQL of how far the coding of answers can be relied on, a row for each authority and year of closing. */
export const agreementSql = `WITH coded_twice AS (${CODED_TWICE})
  SELECT coalesce(o.authority_id, r.authority_id) AS authority_id, coalesce(o.year, r.year) AS year, o.kappa AS outcome_kappa, r.kappa AS rationale_kappa
  FROM (${kappaSql('outcome')}) o FULL JOIN (${kappaSql('rationale_quality')}) r ON r.authority_id = o.authority_id AND r.year = o.year`;
