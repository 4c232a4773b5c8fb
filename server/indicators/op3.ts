import type { Indicator } from './indicator';
import { FORMS } from './units';

export const OP3: Indicator = {
  code: 'OP3',
  dimension: 'D2',
  weight: 1,
  goalposts: [1, 4],
  unit: FORMS,
  provisional: false,
  label: { pl: 'Różnorodność form', en: 'Variety of forms used' },
  meaning: {
    pl: 'Na ile różnych sposobów naprawdę można było wziąć udział.',
    en: 'In how many different ways one could really take part.',
  },
  formula: {
    pl: 'liczba różnych rodzajów form, które się odbyły',
    en: 'number of different kinds of forms that were held',
  },
  reason: {
    pl: 'Jedna forma to 0, cztery to 100; ustawa o rewitalizacji wymaga pisma i co najmniej dwóch innych form.',
    en: 'One form is 0, four are 100; the act on revitalisation asks for writing and at least two others.',
  },
  missing: {
    pl: 'Nie odnotowano wydarzeń albo nie wiadomo, czy któreś się odbyło.',
    en: 'No events are recorded, or it is not known whether one of them was held.',
  },
  source: 'Ustawa o rewitalizacji art. 6 ust. 4; Siedem zasad konsultacji (2)',
  facts: ['events'],
  when: { observed: 'f.events > 0 AND f.events_unsettled = 0' },
  x: 'CAST(f.kinds_held AS double precision)',
};
