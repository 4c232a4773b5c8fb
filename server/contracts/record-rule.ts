import type { RowRule, Warning } from './rules';

/** A rule over a record and the records that it names. */
export interface RecordRule {
  rule: RowRule | Warning;
  /** The field a person should look at first; where a file does not have it, nothing is judged. */
  field: string;
  /** The fields of the record that are judged, with those that name the others. */
  fields: string[];
  /** What is needed of the others: field that names one → fields of it. In `sql` they stand as `its_FIELD.field`. */
  others: Record<string, string[]>;
  /** SQL that is true where the rule is broken, false or null where it is kept or not known. */
  sql: string;
  /** SQL of what is shown of it. */
  shown: string;
  /** A refused row is not taken in; else it is worth a word. */
  refused: boolean;
}

const END = (of: string) => `coalesce(${of}.closed_on, greatest(${of}.closes_on, ${of}.remarks_until))`;

/** Rules over several records, by the type whose rows are judged. */
export const RECORD_RULES: Record<string, RecordRule[]> = {
  contribution: [
    {
      rule: 'outside_term',
      field: 'received_on',
      fields: ['consultation', 'received_on', 'late'],
      others: { consultation: ['opens_on', 'closes_on', 'remarks_until', 'closed_on'] },
      sql: `received_on < its_consultation.opens_on OR (received_on > ${END('its_consultation')} AND late IS DISTINCT FROM 'yes')`,
      shown: `concat(received_on, '; ', its_consultation.opens_on, ' – ', ${END('its_consultation')})`,
      refused: false,
    },
  ],
  training_session: [
    {
      rule: 'outside_term',
      field: 'held_on',
      fields: ['edition', 'held_on'],
      others: { edition: ['starts_on', 'ends_on'] },
      sql: 'held_on < its_edition.starts_on OR held_on > its_edition.ends_on',
      shown: `concat(held_on, '; ', its_edition.starts_on, ' – ', its_edition.ends_on)`,
      refused: false,
    },
  ],
  attendance: [
    {
      rule: 'another_edition',
      field: 'enrolment',
      fields: ['session', 'enrolment'],
      others: { session: ['edition'], enrolment: ['edition'] },
      sql: 'its_session.edition <> its_enrolment.edition',
      shown: `concat(session, ': ', its_session.edition, '; ', enrolment, ': ', its_enrolment.edition)`,
      refused: true,
    },
  ],
};
