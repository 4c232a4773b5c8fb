/**
 * What is not typed but follows from the recorded days, as SQL over a row `c` of consultation. `asOf` is the SQL of the
 * day that counts as today. Kept to what Postgres and DuckDB both run.
 */

/** The day it really closed: stated by the source, else the later of both ends once that day is past. */
export const closedOn = (asOf: string) =>
  `coalesce(c.closed_on, CASE WHEN greatest(c.closes_on, c.remarks_until) < ${asOf} THEN greatest(c.closes_on, c.remarks_until) END)`;

/** The day by which it is put in order and counted to a year: its end, else the last day that is known. */
export const LAST_DAY =
  'coalesce(greatest(c.closed_on, c.closes_on, c.remarks_until), c.opens_on, c.announced_on)';

/**
 * planned, announced, open, closed, reported, decided or cancelled; null where the recorded days do not tell: an opening
 * of 2012 without an end says nothing of today.
 */
export const status = (asOf: string) => `CASE
  WHEN c.cancelled_on <= ${asOf} THEN 'cancelled'
  WHEN c.decision_on <= ${asOf} OR c.decision_published_on <= ${asOf} THEN 'decided'
  WHEN c.report_published_on <= ${asOf} OR (c.report_published_on IS NULL AND c.report_url IS NOT NULL) THEN 'reported'
  WHEN ${closedOn(asOf)} <= ${asOf} THEN 'closed'
  WHEN c.opens_on <= ${asOf} AND greatest(c.closes_on, c.remarks_until) >= ${asOf} THEN 'open'
  WHEN c.announced_on <= ${asOf} AND c.opens_on > ${asOf} THEN 'announced'
  WHEN c.opens_on > ${asOf} OR c.announced_on > ${asOf} THEN 'planned'
  WHEN c.plan_listed_on IS NOT NULL AND coalesce(c.announced_on, c.opens_on, c.closes_on, c.remarks_until) IS NULL THEN 'planned'
END`;

const HAPPENED: Record<string, string> = {
  plan: 'c.plan_listed_on IS NOT NULL',
  report: 'c.report_published_on IS NOT NULL OR c.report_url IS NOT NULL',
  decision: 'c.decision_on IS NOT NULL OR c.decision_published_on IS NOT NULL',
  decision_publication: 'c.decision_published_on IS NOT NULL',
};

/** Whether the authority declared a register of the year of a consultation complete. */
export const isComplete = (
  register: string,
) => `EXISTS (SELECT 1 FROM register_complete r WHERE r.authority_id = c.authority_id
    AND r.register = '${register}' AND r.year = extract(year FROM ${LAST_DAY}))`;

/** happened, not_happened (only where the register of that year is declared complete), not_recorded. */
export const state = (what: 'plan' | 'report' | 'decision' | 'decision_publication') => `CASE
  WHEN ${HAPPENED[what]} THEN 'happened'
  WHEN ${isComplete(what === 'decision_publication' ? 'decision' : what)} THEN 'not_happened'
  ELSE 'not_recorded' END`;
