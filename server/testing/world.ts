import { complete } from './measure';
import type { Given, Records } from './records';

export const EIGHT = [
  'subject',
  'purpose',
  'period',
  'forms',
  'unit',
  'materials',
  'open_to_change',
  'next_steps',
];
export const ACCESS = [
  'plain_language',
  'documents',
  'offline',
  'hours',
  'place',
  'hearing',
  'care',
  'print',
];
/** A checklist of which the first `met` are met. */
export const items = (prefix: string, names: string[], met: number): Given =>
  Object.fromEntries(names.map((name, i) => [`${prefix}_${name}`, i < met ? 'met' : 'not_met']));

/** A consultation with every fact on record. */
export const WHOLE: Given = {
  code: 'W',
  addressee: 'residents',
  target_population: 40_000,
  council_due: 'no',
  competent_unit: 'U',
  unit_name: 'Wydział A',
  opens_on: '2025-03-01',
  closes_on: '2025-03-21',
  announced_on: '2025-02-22',
  announced_closes_on: '2025-03-21',
  plan_listed_on: '2025-01-05',
  stage_at_launch: 'draft',
  report_published_on: '2025-05-20',
  decision_on: '2025-06-01',
  decision_published_on: '2025-06-05',
  decision_refers_to_report: 'no',
  unit_named: 'yes',
  coordinator_named: 'no',
  political_owner_named: 'yes',
  ...items('announcement', EIGHT, 5),
  ...items('accessibility', ACCESS, 4),
};
const eventsOf = (code: string): Given[] => [
  { code: `${code}1`, consultation: code, kind: 'letter', held_on: '2025-03-01' },
  {
    code: `${code}2`,
    consultation: code,
    kind: 'open_meeting',
    planned_on: '2025-03-10',
    held_on: '2025-03-10',
  },
];
/** Forty persons, half of them from either district, of whom 36 say who they are; 30 days after the end 30 had an answer. */
const contributionsOf = (code: string): Given[] =>
  Array.from({ length: 40 }, (_, i): Given => ({
    consultation: code,
    code: `${code}-U${i}`,
    person: `p${i}`,
    district: i % 2 === 0 ? 'N' : 'S',
    author_kind: i < 36 ? 'resident' : 'unknown',
    ...(i < 30
      ? {
          published_on: '2025-04-20',
          outcome: i < 10 ? 'accepted' : 'rejected',
          rationale_quality: i < 25 ? 'substantive' : 'none',
          signed_unit: i < 24 ? 'U' : 'V',
          change_ref: i === 0 ? 'par. 3' : null,
        }
      : {}),
  }));
const REFERENCE = ['N', 'S'].map((category): Given => ({
  scope: 'residents',
  dimension: 'district',
  category,
  count: 500,
  as_of: '2024-12-31',
}));

/** What ten people said of it: 4 of 5 to everything, which is 75. */
export const SAID = 75;
const surveyOf = (code: string): Records => ({
  survey: [{ code: `S-${code}`, consultation: code, kind: 'after_consultation', design: 'srs' }],
  survey_item: ['Q_FAIR1', 'Q_INFO1', 'Q_RESP1', 'Q_INFL1'].map((construct, i) => ({
    code: `${code}-${construct}`,
    survey: `S-${code}`,
    position: i + 1,
    scale: 'likert5',
    construct,
  })),
  survey_response: Array.from({ length: 10 }, (_, i) => ({
    code: `${code}-R${i}`,
    survey: `S-${code}`,
    answers: [4, 4, 4, 4],
  })),
});

/** Announced on the day it opened, for ten days, unplanned, and closed before the end announced: D6 is 0. */
export const ABRUPT: Given = {
  announced_on: '2025-03-12',
  opens_on: '2025-03-12',
  announced_closes_on: '2025-03-30',
  plan_listed_on: '2025-03-15',
};

/** The rows of every table, one after the other. */
const joined = (all: Records[]): Records =>
  Object.fromEntries(Object.keys(all[0] ?? {}).map((table) => [table, all.flatMap((one) => one[table]!)]));

/** An authority with consultations, each of them with its events, contributions and survey; `more` replaces tables. */
export const world = (consultation: Given[], more: Records = {}): Records => ({
  authority: [{ id: 1, code: 'T' }],
  consultation,
  consultation_event: consultation.flatMap(({ code }) => eventsOf(String(code))),
  contribution: consultation.flatMap(({ code }) => contributionsOf(String(code))),
  ...joined(consultation.map(({ code }) => surveyOf(String(code)))),
  reference_distribution: REFERENCE,
  register_complete: complete('dispositions'),
  ...more,
});

/** So many of the whole consultation, `C0`, `C1`, …; `more` states what is different. */
export const copies = (count: number, more: (i: number) => Given = () => ({})): Given[] =>
  Array.from({ length: count }, (_, i) => ({ ...WHOLE, code: `C${i}`, ...more(i) }));

/** The geometric mean with the floor of 1 (method.md 4.4). */
export const geometric = (scores: number[]) =>
  Math.exp(scores.reduce((sum, score) => sum + Math.log(Math.max(score, 1)), 0) / scores.length);
