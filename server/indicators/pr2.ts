import type { Indicator } from './indicator';
import { DAYS } from './units';

export const PR2: Indicator = {
  code: 'PR2',
  dimension: 'D6',
  weight: 1,
  goalposts: [0, 14],
  unit: DAYS,
  provisional: false,
  label: { pl: 'Wyprzedzenie informacji', en: 'Advance notice' },
  meaning: {
    pl: 'Na ile wcześniej ludzie się dowiedzieli.',
    en: 'How far ahead people were told.',
  },
  formula: {
    pl: 'dni od ogłoszenia do pierwszego wydarzenia (dnia, w którym się odbyło; odwołane się nie liczy) lub początku, zależnie co pierwsze',
    en: 'days from the announcement to the first event (the day it was held; one called off does not count) or the opening, whichever is first',
  },
  reason: {
    pl: '7 dni było do 2023 ustawowym wyprzedzeniem przy rewitalizacji; 14 to dwa razy tyle.',
    en: '7 days was the statutory notice for revitalisation until 2023; 14 is double.',
  },
  missing: {
    pl: 'Nie odnotowano dnia ogłoszenia albo początku.',
    en: 'The day of the announcement or of the opening is not recorded.',
  },
  source: 'Siedem zasad konsultacji (6); Aarhus art. 6(2)-(3)',
  facts: ['announced_on', 'opens_on', 'events'],
  when: { observed: 'f.announced_on IS NOT NULL AND f.opens_on IS NOT NULL' },
  x: 'CAST(least(f.first_event_on, f.opens_on) - f.announced_on AS double precision)',
};
