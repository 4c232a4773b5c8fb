import type { Indicator } from './indicator';
import { DAYS } from './units';

export const TR2: Indicator = {
  code: 'TR2',
  dimension: 'D3',
  weight: 1,
  goalposts: [90, 30],
  unit: DAYS,
  provisional: true,
  label: { pl: 'Czas do publikacji raportu', en: 'Time to the published report' },
  meaning: {
    pl: 'Jak długo uczestnicy czekali na raport.',
    en: 'How long people waited for the report.',
  },
  formula: {
    pl: 'dni od zamknięcia do publikacji raportu; bez raportu: dni, które już minęły',
    en: 'days from the end to the publication of the report; without one: the days that have passed',
  },
  reason: {
    pl: '30 dni to ustawowy termin raportu o strategii; 90 to trzy razy tyle.',
    en: '30 days is the statutory term for the report on a strategy; 90 is three times that.',
  },
  missing: {
    pl: 'Raportu nie odnotowano, a rejestr raportów za ten rok nie jest kompletny; albo nosi dzień sprzed końca: taki nie mówi, co powiedziano. Do terminu raportu wartość nie jest wymagana.',
    en: 'No report is recorded, and the register of reports of that year is not complete; or it is dated before the end: such a one does not tell what was said. Until the term of the report it is not due.',
  },
  source:
    'Ustawa o zasadach prowadzenia polityki rozwoju art. 6 ust. 6; Siedem zasad konsultacji (3, 4); UK Code 2008 (6)',
  facts: ['report_published_on'],
  beside: ['law', 'report'],
  when: {
    not_due: `coalesce(f.report_published_on > f.as_of, true) AND f.report_url IS NULL AND f.as_of <= f.closed + f.due_days`,
    observed: `f.report_published_on BETWEEN f.closed AND f.as_of OR f.report_state = 'not_happened'`,
  },
  x: `CAST(CASE WHEN f.report_published_on <= f.as_of THEN f.report_published_on ELSE f.as_of END - f.closed AS double precision)`,
};
