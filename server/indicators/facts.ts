import { closedOn, isComplete, state } from '../store/derived';
import { agreementSql } from './agreement';
import { answersSql, heardSql, proposalsSql } from './contributions';
import { councilSql } from './council';
import { kindOf, onDay } from './forms';
import { lawSql } from './law';
import { personsSql, presentSql, reachSql } from './reach';
import { perceivedSql } from './perceived';
import { representationSql } from './representation';
import { responseSql, voicesSql } from './voices';

/** Days after the end within which a report is due where no rule says otherwise (method.md section 3, setting). */
export const REPORT_DUE_DAYS = 30;

/** A change of an event is no broken promise where it was announced so many days before (CO2). */
const FAIR_NOTICE = 7;

/**
 * What became of an event by the day that counts as today. What is recorded for a later day has not happened yet: such an
 * event is pending. One that is neither held nor cancelled though its day has come, or has none, is unsettled: nobody knows.
 */
const eventSql = (asOf: string) => `SELECT e.*, ${kindOf('e.kind')} AS form,
    CASE WHEN e.held_on <= ${asOf} THEN 'held' WHEN e.cancelled_on <= ${asOf} THEN 'cancelled'
      WHEN greatest(e.planned_on, e.held_on) > ${asOf} THEN 'pending' ELSE 'unsettled' END AS fate,
    coalesce(e.moved_notice_on <= e.planned_on - ${FAIR_NOTICE}, false) AS moved_in_time
  FROM consultation_event e`;

const ON_ITS_DAY = `e.fate = 'held' AND e.held_on = e.planned_on`;

/** Whether nobody can say that an event took place as announced: its day, its fate or one of its two places is not recorded. */
const UNJUDGED = `CASE
      WHEN e.planned_on IS NULL THEN ${onDay('e.kind')} OR e.announced_on IS NOT NULL OR e.announced_place IS NOT NULL
      ELSE e.fate = 'unsettled' OR (${ON_ITS_DAY} AND NOT e.moved_in_time AND (e.place IS NULL) <> (e.announced_place IS NULL)) END`;

/** What the events of a consultation tell, once for every indicator. */
const eventsSql = (asOf: string) => `SELECT e.authority_id, e.consultation,
    count(*) AS events,
    count(DISTINCT CASE WHEN e.fate = 'held' THEN e.form END) AS kinds_held,
    count(*) FILTER (WHERE e.planned_on <= ${asOf} AND e.fate <> 'pending') AS events_due,
    count(*) FILTER (WHERE e.planned_on <= ${asOf} AND e.fate = 'held'
      AND (e.moved_in_time OR (${ON_ITS_DAY} AND coalesce(e.place = e.announced_place, true)))) AS events_kept,
    count(*) FILTER (WHERE ${UNJUDGED}) AS events_unjudged,
    count(*) FILTER (WHERE e.fate = 'unsettled') AS events_unsettled,
    count(*) FILTER (WHERE e.fate = 'pending') AS events_pending,
    count(*) FILTER (WHERE e.cancelled_on <= ${asOf}) AS events_cancelled,
    min(CASE e.fate WHEN 'held' THEN e.held_on WHEN 'cancelled' THEN NULL ELSE least(e.planned_on, e.held_on) END) AS first_event_on
  FROM (${eventSql(asOf)}) e GROUP BY e.authority_id, e.consultation`;

/** SQL: whether a consultation `c` has closed by the day that counts as today, and was not cancelled. */
export const hasClosed = (asOf: string) =>
  `${closedOn(asOf)} <= ${asOf} AND coalesce(c.cancelled_on > ${asOf}, true)`;

/**
 * SQL of one row `f` for every consultation that has closed by `asOf` and was not cancelled, with all its fields, its real
 * end `closed`, the states of what may have happened, the law on its day, and its events counted.
 */
const closingSql = (asOf: string) => `SELECT c.*, ${asOf} AS as_of, ${closedOn(asOf)} AS closed,
    ${state('plan')} AS plan_state, ${state('report')} AS report_state, ${state('decision')} AS decision_state, ${state('decision_publication')} AS publication_state,
    ${isComplete('dispositions')} AS dispositions_complete, coalesce(c.decision_on, c.decision_published_on) AS decided,
    l.min_days, l.kept AS law_kept, coalesce(l.report_due_days, ${REPORT_DUE_DAYS}) AS due_days, l.council_days,
    coalesce(e.events, 0) AS events, e.kinds_held, e.events_due, e.events_kept, e.events_unjudged, e.events_unsettled, e.events_pending, e.events_cancelled, e.first_event_on
  FROM consultation c
  LEFT JOIN law l ON l.consultation_id = c.id
  LEFT JOIN told e ON e.authority_id = c.authority_id AND e.consultation = c.code
  WHERE ${hasClosed(asOf)}`;

/** What is added to a row of `closing`: everything is of one row a consultation, or of none. */
const PARTS = [
  'answers',
  'proposals',
  'council',
  'reach',
  'representation',
  'perceived',
  'voices',
  'response',
];

const FACT = `SELECT f.*, ${PARTS.map((part) => `${part}.*`).join(', ')}, agreement.outcome_kappa, agreement.rationale_kappa
  FROM closing f
  ${PARTS.map((part) => `LEFT JOIN ${part} ON ${part}.${part}_of = f.id`).join('\n  ')}
  LEFT JOIN agreement ON agreement.authority_id = f.authority_id AND agreement.year = extract(year FROM f.closed)`;

/**
 * The head of a statement over the consultations that have closed: a row `f` of `closing` each, with all its fields, the
 * states of what may have happened, the law on its day, and its events.
 * @param asOf SQL of the day that counts as today
 */
export const closedHead = (asOf: string) =>
  `WITH law AS (${lawSql(asOf)}),\ntold AS (${eventsSql(asOf)}),\nclosing AS MATERIALIZED (${closingSql(asOf)})`;

/**
 * The head of a statement over the facts: a row `f` of `fact` for each of `closing`, with what its contributions, the
 * answers to them, and those who took part add. Every relation is read once, for all authorities.
 */
export const factsHead = (asOf: string) =>
  [
    closedHead(asOf),
    ...Object.entries({
      heard: heardSql,
      answers: answersSql,
      proposals: proposalsSql,
      council: councilSql,
      agreement: agreementSql,
      present: presentSql,
      persons: personsSql,
      reach: reachSql,
      representation: representationSql,
      perceived: perceivedSql,
      voices: voicesSql,
      response: responseSql,
      fact: FACT,
    }).map(([name, sql]) => `${name} AS ${MANY_READERS.has(name) ? 'MATERIALIZED ' : ''}(${sql})`),
  ].join(',\n');

/** Relations that several others read. */
const MANY_READERS = new Set(['heard', 'persons']);
