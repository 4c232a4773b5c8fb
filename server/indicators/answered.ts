/**
 * Conditions over a row `f` of the facts that indicators of contributions and their answers share (docs/method.md,
 * "Contributions and answers").
 */

/** Nothing came that an answer would be owed to, and that is known: not merely that no record was brought. */
export const NOTHING_CAME = `coalesce(f.counted, 0) = 0 AND (f.contributions IS NOT NULL OR f.reported_contributions = 0
      OR (f.reported_contributions IS NULL AND f.dispositions_complete))`;

/** The term for answers has not passed. */
export const BEFORE_TERM = 'f.as_of <= f.closed + f.due_days';

/** Of every contribution that counts it is known whether it was answered. */
export const ANSWERS_KNOWN = 'f.counted > 0 AND f.unrecorded = 0';

/** And what the answer was. */
export const OUTCOMES_KNOWN = `${ANSWERS_KNOWN} AND f.outcomes_unknown = 0`;

/** The decision is still ahead, or known not to have been taken. */
export const UNDECIDED = `f.decided > f.as_of OR f.decision_state = 'not_happened'`;
