import type { Indicator } from './indicator';
import { POINTS } from './units';

export const GF2: Indicator = {
  code: 'GF2',
  dimension: 'D1',
  weight: 1,
  goalposts: [0, 100],
  unit: POINTS,
  provisional: false,
  label: { pl: 'Brak decyzji przed raportem', en: 'No decision before the report' },
  meaning: {
    pl: 'Czy decyzję podjęto dopiero po ogłoszeniu, co powiedzieli uczestnicy.',
    en: 'Whether the decision was taken only after what people said had been published.',
  },
  formula: {
    pl: '100, jeśli decyzja zapadła w dniu raportu lub później; 0, jeśli wcześniej albo raportu nie było',
    en: '100 where the decision is of the day of the report or later; 0 where it is earlier or there was no report',
  },
  reason: { pl: 'Fakt o dwóch stanach.', en: 'A fact of two states.' },
  missing: {
    pl: 'Nie odnotowano dnia decyzji albo raportu, albo raport nosi dzień sprzed końca: taki nie mówi, co powiedziano. Dopóki decyzji nie ma, termin nie minął.',
    en: 'The day of the decision or of the report is not recorded, or the report is dated before the end: such a one does not tell what was said. While there is no decision it is not due.',
  },
  source: 'Gunning 1 and 4; Kanon lokalnych konsultacji, step 0',
  facts: ['decision_on', 'report_published_on'],
  beside: ['decision', 'report'],
  when: {
    not_due: `f.decision_on > f.as_of OR (f.decision_on IS NULL AND f.decision_state = 'not_happened')`,
    observed: `f.decision_on IS NOT NULL AND (f.report_published_on >= f.closed OR f.report_state = 'not_happened')`,
  },
  x: `CAST(CASE WHEN f.decision_on >= f.report_published_on THEN 100 ELSE 0 END AS double precision)`,
};
