/** Days that the council of NGOs has for its opinion where no rule says otherwise (uodpp art. 41i ust. 2). */
const COUNCIL_DAYS = 14;

/**
 * SQL of what is on record of the council's opinion on a consultation: drafts delivered to it, and whether before the
 * decision its opinion came or its time ran out.
 */
export const councilSql = `SELECT f.id AS council_of, count(o.delivered_on) AS drafts_delivered,
    count(*) FILTER (WHERE (o.opinion_on <= f.decided AND coalesce(o.result <> 'none', true)) OR o.delivered_on + coalesce(f.council_days, ${COUNCIL_DAYS}) <= f.decided) AS council_heard
  FROM council_opinion o JOIN closing f ON f.authority_id = o.authority_id AND f.code = o.consultation
  GROUP BY f.id`;
