import type { Indicator } from './indicator';
import { POINTS } from './units';

export const PR4: Indicator = {
  code: 'PR4',
  dimension: 'D6',
  weight: 1,
  goalposts: [0, 100],
  unit: POINTS,
  provisional: false,
  label: { pl: 'Dotrzymanie harmonogramu', en: 'Schedule kept' },
  meaning: {
    pl: 'Czy nikomu nie skrócono zapowiedzianego czasu ani nie zabrano zapowiedzianej formy.',
    en: 'Whether nobody lost announced time or an announced form.',
  },
  formula: {
    pl: '0, jeśli zamknięto przed pierwotnie ogłoszonym końcem lub odwołano formę, inaczej 100; przedłużenie nie szkodzi',
    en: '0 where it closed before the first announced end or a form was called off, else 100; an extension does no harm',
  },
  reason: { pl: 'Fakt o dwóch stanach.', en: 'A fact of two states.' },
  missing: {
    pl: 'Nie odnotowano pierwotnie ogłoszonego końca.',
    en: 'The first announced end is not recorded.',
  },
  source: 'Siedem zasad konsultacji (6)',
  facts: ['announced_closes_on', 'closes_on', 'remarks_until', 'closed_on', 'events'],
  when: { observed: 'f.announced_closes_on IS NOT NULL OR f.events_cancelled > 0' },
  x: 'CAST(CASE WHEN f.closed < f.announced_closes_on OR f.events_cancelled > 0 THEN 0 ELSE 100 END AS double precision)',
};
