/** The answer refused what was asked for, or a part of it: it owes a reason. */
const REFUSED = `('rejected', 'partly')`;
const ADOPTED = `('accepted', 'partly')`;
/** A reason that goes into the matter. */
const REASONED = `('substantive', 'substantive_with_reference')`;

const all = (condition: string) => `count(*) FILTER (WHERE h.counts AND ${condition})`;

/** Whether it came after the end: on record, else by its day; null where neither tells. */
const AFTER_END = `CASE k.late WHEN 'yes' THEN true WHEN 'no' THEN false ELSE k.received_on > f.closed END`;

/**
 * SQL of every contribution to a closed consultation. It counts unless it is recorded as not valid or came late: on
 * record, else after the end; then it stands in the register only. Its answer is a published one: `days` from the end of
 * the consultation to it. `unrecorded`: nobody can say whether there is an answer.
 */
export const heardSql = `SELECT k.*, f.id AS consultation_id, f.competent_unit AS own_unit, f.as_of - f.closed AS age,
    ${AFTER_END} AS after_end, coalesce(k.valid <> 'no', true) AND NOT coalesce(${AFTER_END}, false) AS counts,
    coalesce(k.published_on <= f.as_of, false) AS answered,
    k.published_on IS NULL AND NOT f.dispositions_complete AS unrecorded,
    CASE WHEN k.published_on <= f.as_of THEN greatest(0, k.published_on - f.closed) END AS days
  FROM contribution k JOIN closing f ON f.authority_id = k.authority_id AND f.code = k.consultation`;

const IN_ORDER = `SELECT h.*, count(*) FILTER (WHERE h.counts) OVER (PARTITION BY h.consultation_id) AS n,
      row_number() OVER (PARTITION BY h.consultation_id, h.counts, h.answered ORDER BY h.days) AS nth
    FROM heard h`;

/**
 * SQL of how the contributions of a consultation were answered. `half_by` and `more_by` are the days by which at least
 * half of them, and more than half, had an answer: where the share that waits rests at one half, its median lies between.
 */
export const answersSql = `SELECT h.consultation_id AS answers_of, count(*) AS contributions,
    count(*) FILTER (WHERE h.counts) AS counted, ${all('h.answered')} AS answered, ${all('h.unrecorded')} AS unrecorded,
    ${all('h.answered AND h.outcome IS NULL')} AS outcomes_unknown,
    ${all(`h.answered AND h.outcome IN ${REFUSED}`)} AS refused,
    ${all(`h.answered AND h.outcome IN ${REFUSED} AND h.rationale_quality IS NULL`)} AS reasons_unknown,
    ${all(`h.answered AND h.outcome IN ${REFUSED} AND h.rationale_quality IN ${REASONED}`)} AS reasoned,
    ${all(`h.answered AND h.outcome IN ${ADOPTED}`)} AS adopted,
    ${all(`h.answered AND h.outcome IN ${ADOPTED} AND h.change_ref IS NOT NULL`)} AS traced,
    ${all('h.author_kind IS NOT NULL')} AS authors_recorded,
    ${all(`h.author_kind <> 'unknown' AND (h.author_kind <> 'organisation' OR h.organisation IS NOT NULL)`)} AS authors_known,
    ${all('h.answered AND (h.signed_unit IS NULL OR coalesce(h.competent_unit, h.own_unit) IS NULL)')} AS signers_unknown,
    ${all('h.answered AND h.signed_unit = coalesce(h.competent_unit, h.own_unit)')} AS signed_by_competent,
    min(h.days) FILTER (WHERE h.counts AND h.nth * 2 >= h.n) AS half_by, min(h.days) FILTER (WHERE h.counts AND h.nth * 2 > h.n) AS more_by
  FROM (${IN_ORDER}) h GROUP BY h.consultation_id`;

/** What an answer is worth to a proposal: half where it was taken over in part (method.md section 2, IN1). */
const CREDIT = `CASE WHEN h.answered THEN CASE h.outcome WHEN 'accepted' THEN 2 WHEN 'partly' THEN 1 ELSE 0 END ELSE 0 END`;

/**
 * SQL of the proposals of a consultation: substantive contributions, copies of one merged. What one copy achieved, the
 * proposal did. Credits are counted in halves, so that they stay whole.
 */
export const proposalsSql = `SELECT p.consultation_id AS proposals_of, count(*) AS proposals, sum(p.halves) AS halves_adopted, max(p.merged) AS merged
  FROM (SELECT h.consultation_id, max(${CREDIT}) AS halves, max(CASE WHEN h.cluster IS NULL THEN 0 ELSE 1 END) AS merged
    FROM heard h WHERE h.counts AND coalesce(h.substantive <> 'no', true)
    GROUP BY h.consultation_id, h.cluster, CASE WHEN h.cluster IS NULL THEN h.id END) p
  GROUP BY p.consultation_id`;
