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
    pl: 'liczba różnych rodzajów form, które się odbyły, z ośmiu: na piśmie (list, e-mail, formularz internetowy), otwarte spotkanie, wysłuchanie, warsztat, spacer, ankieta, punkt (także ustnie do protokołu i wyłożenie), telefon',
    en: 'number of different kinds of forms that were held, of eight: in writing (letter, e-mail, online form), open meeting, hearing, workshop, walk, survey, point (also orally on record and public display), phone',
  },
  reason: {
    pl: 'Jedna forma to 0, cztery to 100; ustawa o rewitalizacji wymaga pisma i co najmniej dwóch innych form.',
    en: 'One form is 0, four are 100; the act on revitalisation asks for writing and at least two others.',
  },
  missing: {
    pl: 'Nie odnotowano wydarzeń albo nie wiadomo, czy któreś się odbyło. Dopóki jakieś jest dopiero przed nami, termin nie minął.',
    en: 'No events are recorded, or it is not known whether one of them was held. While one is still ahead it is not due.',
  },
  source: 'Ustawa o rewitalizacji art. 6 ust. 4; Siedem zasad konsultacji (2)',
  facts: ['events'],
  when: {
    not_due: 'f.events_pending > 0 AND f.events_unsettled = 0',
    observed: 'f.events > 0 AND f.events_unsettled = 0',
  },
  x: 'CAST(f.kinds_held AS double precision)',
};
