import { closedOn, LAST_DAY } from '../store/derived';

/** The day from which a rule counts, which is also the day whose law applies. */
const COUNTED = `CASE l.count_from WHEN 'announcement' THEN c.announced_on ELSE c.opens_on END`;

/** The rule that the record names goes before the one for its matter, its own authority's before the state's. */
const ORDER = `CASE WHEN c.legal_rule = l.code THEN 0 ELSE 1 END, CASE WHEN a.id = c.authority_id THEN 0 ELSE 1 END, l.valid_since DESC, l.code`;

/** Whether a rule was in force on the day the matter began; null where no day of it is known. */
const IN_FORCE = `coalesce(${COUNTED}, ${LAST_DAY}) BETWEEN l.valid_since AND coalesce(l.valid_until, DATE '2100-01-01')`;

/**
 * SQL of one row a consultation: the rule that the record names, if it was in force on its day, else the one for its
 * matter that was, of its own authority before the state's. The statutory test does not count the day of the event: a
 * rule of 35 days from 1 March is kept on 5 April. Opinions could be given until the later of the recorded ends, unless
 * it was really closed before that. `kept` is null where a day or the rule's minimum is not known.
 * @param asOf SQL of the day that counts as today
 */
export const lawSql = (asOf: string) => `SELECT * FROM (
  SELECT c.id AS consultation_id, l.id AS rule_id, l.code, l.act, l.article, l.source_url,
    CASE WHEN c.legal_rule = l.code THEN 'recorded' ELSE 'by_matter' END AS basis,
    l.min_days, l.count_from, ${COUNTED} + l.min_days AS may_close_on,
    least(greatest(c.closes_on, c.remarks_until), ${closedOn(asOf)}) >= ${COUNTED} + l.min_days AS kept,
    l.report_due_days, ${closedOn(asOf)} + l.report_due_days AS report_due_on, l.council_days,
    row_number() OVER (PARTITION BY c.id ORDER BY ${ORDER}) AS place
  FROM consultation c
  JOIN legal_rule l ON (c.legal_rule = l.code AND coalesce(${IN_FORCE}, true)) OR (l.matter_type = c.matter_type AND ${IN_FORCE})
  JOIN authority a ON a.id = l.authority_id AND (a.id = c.authority_id OR a.kind = 'state')
) ranked WHERE place = 1`;
