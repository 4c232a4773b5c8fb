import type { Indicator } from './indicator';
import { POINTS } from './units';

const BROKEN = '(f.closed < f.announced_closes_on OR f.events_cancelled > 0)';

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
    pl: '0, jeśli zamknięto przed pierwotnie ogłoszonym końcem lub odwołano formę (także gdy tego końca nie odnotowano), inaczej 100; przedłużenie nie szkodzi',
    en: '0 where it closed before the first announced end or a form was called off (even if that end is not recorded), else 100; an extension does no harm',
  },
  reason: { pl: 'Fakt o dwóch stanach.', en: 'A fact of two states.' },
  missing: {
    pl: 'Nie odnotowano pierwotnie ogłoszonego końca albo nie wiadomo, co się stało z którymś wydarzeniem: mogło być odwołane. Jeśli skądinąd wiadomo, że harmonogramu nie dotrzymano, jest 0.',
    en: 'The first announced end is not recorded, or it is not known what became of an event: it may have been called off. Where the schedule is known to be broken anyway it is 0.',
  },
  source: 'Siedem zasad konsultacji (6)',
  facts: ['announced_closes_on', 'closes_on', 'remarks_until', 'closed_on', 'events'],
  when: {
    observed: `${BROKEN} OR (f.announced_closes_on IS NOT NULL AND coalesce(f.events_unsettled, 0) = 0)`,
  },
  x: `CAST(CASE WHEN ${BROKEN} THEN 0 ELSE 100 END AS double precision)`,
};
