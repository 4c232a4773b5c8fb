import type { Label } from '../contracts/field';

/** A breach that caps the grade, whatever the score. Raised by recorded facts only: an empty cell raises none. */
export interface Gate {
  code: string;
  /** The best grade that is left. */
  cap: 'C' | 'D';
  label: Label;
  /** Condition over a row `f` of the facts. */
  sql: string;
}

/** Days of grace after the term of a report before its absence caps the grade (method.md section 2). */
const GRACE = 90;

export const GATES: Gate[] = [
  {
    code: 'G1',
    cap: 'D',
    label: { pl: 'krócej niż ustawowe minimum', en: 'shorter than the statutory minimum' },
    sql: 'f.law_kept = false',
  },
  {
    code: 'G2',
    cap: 'D',
    label: { pl: 'decyzja przed zamknięciem', en: 'decided before the end' },
    sql: 'f.decision_on < f.closed',
  },
  {
    code: 'G3',
    cap: 'C',
    label: {
      pl: 'raportu nie ogłoszono w terminie i 90 dni po nim',
      en: 'no report by 90 days after its term',
    },
    sql: `f.report_state = 'not_happened' AND f.as_of > f.closed + f.due_days + ${GRACE}`,
  },
];
