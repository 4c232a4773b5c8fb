/** Fewest persons, and the least share of them, of whom a dimension has to be known (method.md section 2, OP2). */
const FEWEST_KNOWN = 30;
const LEAST_SHARE = 0.6;
/** Three thirds of an organisation are not one for a double. */
const SLACK = 1e-9;
/** A dissimilarity that chance alone is expected to make, above which nothing can be told. */
const MOST_CHANCE = 0.2;

/** Those who are counted against the residents: not who came for an organisation, a firm, an office or a council. */
const RESIDENT = `coalesce(p.kind IN ('resident', 'other', 'unknown'), true)`;

/**
 * SQL of who took part, by category of each dimension; the weights of one member
 * add up to 1 in each dimension.
 */
const MEMBERS = `SELECT p.consultation_id, v.dimension, v.category, CAST(1 AS double precision) AS weight
    FROM persons p JOIN closing f ON f.id = p.consultation_id
    CROSS JOIN LATERAL (VALUES ('sex_age', p.sex || ' ' || p.age_band), ('district', p.district)) AS v(dimension, category)
    WHERE coalesce(f.addressee <> 'organisations', true) AND ${RESIDENT}
  UNION ALL SELECT m.consultation_id, 'organisation_kind', o.kind, 1
    FROM organised m JOIN organisation o ON o.authority_id = m.authority_id AND o.code = m.organisation
  UNION ALL SELECT m.consultation_id, 'field', s.field, 1 / CAST(count(*) OVER (PARTITION BY m.consultation_id, m.organisation) AS double precision)
    FROM organised m JOIN spheres s ON s.authority_id = m.authority_id AND s.organisation = m.organisation
    JOIN reference r ON r.consultation_id = m.consultation_id AND r.dimension = 'field' AND r.category = s.field`;

const ORGANISED = `SELECT DISTINCT p.consultation_id, p.authority_id, p.organisation FROM persons p JOIN closing f ON f.id = p.consultation_id
    WHERE f.addressee = 'organisations' AND p.organisation IS NOT NULL`;

/** The reference of each consultation: the latest of its scope and dimension that is not of a year after its end. */
const REFERENCE = `SELECT r.consultation_id, r.dimension, r.category, r.count / sum(r.count) OVER (PARTITION BY r.consultation_id, r.dimension) AS q
    FROM (SELECT f.id AS consultation_id, d.dimension, d.category, CAST(d.count AS double precision) AS count,
        rank() OVER (PARTITION BY f.id, d.dimension ORDER BY d.as_of DESC) AS place
      FROM closing f JOIN reference_distribution d ON d.authority_id = f.authority_id
        AND d.scope = CASE f.addressee WHEN 'organisations' THEN 'organisations' ELSE 'residents' END
        AND extract(year FROM d.as_of) <= extract(year FROM f.closed)) r
    WHERE r.place = 1`;

const SIZES = `SELECT p.consultation_id, count(*) FILTER (WHERE ${RESIDENT}) AS residents, count(DISTINCT p.organisation) AS organisations
    FROM persons p GROUP BY p.consultation_id`;

/** SQL of the mean over the dimensions of a dissimilarity without what chance makes. */
const meanOf = (found: string, byChance: string) =>
  `avg(sqrt(greatest(0.0, (${found}) * (${found}) - ${byChance} * ${byChance})) ORDER BY t.dimension)`;

/**
 * SQL of the groups of each dimension that a consultation is compared by: their share `q` of those whom it was for, and
 * how many of those who took part are in them (`part`; an organisation of several fields is in each by its part).
 */
export const groupsSql = `WITH organised AS (${ORGANISED}),
  spheres AS (SELECT o.authority_id, o.code AS organisation, unnest(o.fields) AS field FROM organisation o),
  reference AS (${REFERENCE}),
  member AS (${MEMBERS})
  SELECT r.consultation_id, r.dimension, r.category, r.q, coalesce(m.weight, 0) AS part
  FROM reference r LEFT JOIN (SELECT consultation_id, dimension, category, sum(weight ORDER BY weight) AS weight FROM member GROUP BY consultation_id, dimension, category) m
    ON m.consultation_id = r.consultation_id AND m.dimension = r.dimension AND m.category = r.category`;

/**
 * SQL of how far those who took part differ from those whom the consultation was for, a row for each consultation that
 * has a reference: the mean over its dimensions of the index of dissimilarity without what chance makes of so few
 * (method.md section 2, OP2; Duncan and Duncan 1955). Every dimension with a reference has to be told from chance, so
 * that leaving an attribute out never raises a score: `dimensions_told` says how many can. Those of whom
 * nothing is known may all be in the wrong group, or in the right ones: `dissimilarity_most` and `_least`. `least_evenness`:
 * over the dimensions the least ratio of the lowest rate of taking part to the highest.
 */
export const representationSql = `WITH share AS (${groupsSql}),
  size AS (${SIZES}),
  told_apart AS (SELECT s.consultation_id, s.dimension, k.known,
      0.5 * sum(abs(s.part / nullif(k.known, 0) - s.q) ORDER BY s.category) AS found,
      0.5 * sum(sqrt(2 * s.q * (1 - s.q) / pi()) ORDER BY s.category) / sqrt(nullif(k.known, 0)) AS by_chance,
      min(s.part / nullif(s.q, 0)) / nullif(max(s.part / nullif(s.q, 0)), 0) AS evenness
    FROM share s JOIN (SELECT consultation_id, dimension, sum(part ORDER BY category) AS known FROM share GROUP BY consultation_id, dimension) k
      ON k.consultation_id = s.consultation_id AND k.dimension = s.dimension
    GROUP BY s.consultation_id, s.dimension, k.known),
  measured AS (SELECT t.*, t.known / nullif(m.members, 0) AS share_known, m.members, t.by_chance * sqrt(t.known / nullif(m.members, 0)) AS by_chance_of_all
    FROM told_apart t LEFT JOIN (SELECT z.consultation_id, CASE WHEN f.addressee = 'organisations' THEN z.organisations ELSE z.residents END AS members
      FROM size z JOIN closing f ON f.id = z.consultation_id) m ON m.consultation_id = t.consultation_id)
  SELECT t.consultation_id AS representation_of, count(*) AS dimensions, min(t.known) AS members_known, max(t.members) AS members, min(t.evenness) AS least_evenness,
    count(*) FILTER (WHERE t.known >= ${FEWEST_KNOWN - SLACK} AND t.share_known >= ${LEAST_SHARE - SLACK} AND t.by_chance <= ${MOST_CHANCE}) AS dimensions_told,
    ${meanOf('t.found', 't.by_chance')} AS dissimilarity,
    ${meanOf('t.share_known * t.found + 1 - t.share_known', 't.by_chance_of_all')} AS dissimilarity_most,
    ${meanOf('greatest(0.0, t.share_known * t.found - (1 - t.share_known))', 't.by_chance')} AS dissimilarity_least
  FROM measured t GROUP BY t.consultation_id`;
