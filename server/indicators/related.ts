import type { Label } from '../contracts/field';

/** Records beside its own row that a consultation or an authority is measured by, under the name by which indicators say so. */
export interface Related {
  /** Table of the records, which is the name of their type. */
  type: string;
  label: Label;
}

export const RELATED: Record<string, Related> = {
  events: { type: 'consultation_event', label: { pl: 'Wydarzenia', en: 'Events' } },
  contributions: { type: 'contribution', label: { pl: 'Uwagi', en: 'Contributions' } },
  participants: { type: 'participant', label: { pl: 'Uczestnicy', en: 'Participants' } },
  council_opinions: {
    type: 'council_opinion',
    label: { pl: 'Opinie RDPP', en: 'Opinions of the NGO council' },
  },
  surveys: { type: 'survey_response', label: { pl: 'Wypełnione ankiety', en: 'Survey responses' } },
  editions: { type: 'training_edition', label: { pl: 'Edycje szkoleń', en: 'Training editions' } },
  enrolments: { type: 'enrolment', label: { pl: 'Udziały w szkoleniach', en: 'Enrolments in trainings' } },
  attendance: { type: 'attendance', label: { pl: 'Obecność na zajęciach', en: 'Attendance at sessions' } },
  tests: { type: 'training_test', label: { pl: 'Testy uczestników szkoleń', en: 'Tests of those trained' } },
  advice: { type: 'advice_session', label: { pl: 'Doradztwo', en: 'Advice sessions' } },
  reference_distributions: {
    type: 'reference_distribution',
    label: { pl: 'Rozkłady odniesienia', en: 'Reference distributions' },
  },
};
