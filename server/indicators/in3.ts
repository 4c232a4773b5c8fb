import type { Indicator } from './indicator';
import { POINTS } from './units';

export const IN3: Indicator = {
  code: 'IN3',
  dimension: 'D7',
  weight: 1,
  goalposts: [0, 100],
  unit: POINTS,
  provisional: false,
  label: { pl: 'Decyzja odwołująca się do raportu', en: 'Decision published with reference to the report' },
  meaning: {
    pl: 'Czy decyzja mówi, co zrobiono z głosami uczestników.',
    en: 'Whether the decision says what became of what people had said.',
  },
  formula: {
    pl: '0 nieopublikowana, 50 opublikowana, 100 opublikowana i odwołująca się do raportu',
    en: '0 unpublished, 50 published, 100 published and referring to the report',
  },
  reason: { pl: 'Fakt o trzech stanach.', en: 'A fact of three states.' },
  missing: {
    pl: 'Nie odnotowano decyzji, jej publikacji albo odwołania do raportu. Dopóki decyzja jest dopiero przed nami, a gdy jej nie ma, przez rok, wartość nie jest wymagana.',
    en: 'The decision, its publication or its reference to the report is not recorded. While the decision is still ahead it is not due, nor for a year where there is none.',
  },
  source: 'Siedem zasad konsultacji (3, 7); OECD Public Integrity Indicators, principle 13',
  facts: ['decision_on', 'decision_published_on', 'decision_refers_to_report'],
  beside: ['decision'],
  when: {
    not_due: `f.decision_on > f.as_of OR (f.decision_state = 'not_happened' AND f.as_of <= CAST(f.closed + INTERVAL '12 months' AS date))`,
    observed: `(f.decision_published_on <= f.as_of AND f.decision_refers_to_report IS NOT NULL) OR f.decision_state = 'not_happened' OR f.publication_state = 'not_happened'`,
  },
  x: `CAST(CASE WHEN f.decision_published_on <= f.as_of THEN CASE f.decision_refers_to_report WHEN 'yes' THEN 100 ELSE 50 END ELSE 0 END AS double precision)`,
};
