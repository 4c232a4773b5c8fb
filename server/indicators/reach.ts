/**
 * SQL of every trace of somebody in a closed consultation: the contributions that count, and the lists of those who came.
 * `trace` names the row where no key tells who it was.
 */
export const presentSql = `SELECT h.consultation_id, h.authority_id, h.person, h.author_kind AS kind, h.organisation, h.age_band, h.sex, h.district, concat('contribution ', h.id) AS trace
  FROM heard h WHERE h.counts
  UNION ALL SELECT f.id, p.authority_id, p.person, p.kind, p.organisation, p.age_band, p.sex, p.district, concat('participant ', p.id)
  FROM participant p JOIN closing f ON f.authority_id = p.authority_id AND f.code = p.consultation`;

/**
 * SQL of the persons in a consultation: each key once, by whichever channels it came; a row without a key is a person of
 * its own, because nobody can say whose it is. Where rows of one person disagree the greatest entry counts.
 */
export const personsSql = `SELECT p.consultation_id, p.authority_id, p.person IS NOT NULL AS keyed, max(p.kind) AS kind, max(p.organisation) AS organisation,
    max(p.age_band) AS age_band, max(p.sex) AS sex, max(p.district) AS district
  FROM present p GROUP BY p.consultation_id, p.authority_id, p.person, CASE WHEN p.person IS NULL THEN p.trace END`;

/**
 * SQL of how many took part: persons known by a key, and rows without one, each of which may be one of them or somebody
 * else; organisations likewise.
 */
export const reachSql = `SELECT p.consultation_id AS reach_of, count(*) FILTER (WHERE p.keyed) AS persons, count(*) FILTER (WHERE NOT p.keyed) AS without_key,
    count(DISTINCT p.organisation) AS organisations, count(*) FILTER (WHERE p.kind = 'organisation' AND p.organisation IS NULL) AS without_name,
    max(r.registered) AS registered
  FROM persons p LEFT JOIN (SELECT authority_id, count(*) AS registered FROM organisation GROUP BY authority_id) r ON r.authority_id = p.authority_id
  GROUP BY p.consultation_id`;
