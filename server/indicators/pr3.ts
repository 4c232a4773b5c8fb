import type { Indicator } from './indicator';
import { POINTS } from './units';

export const PR3: Indicator = {
  code: 'PR3',
  dimension: 'D6',
  weight: 1,
  goalposts: [0, 100],
  unit: POINTS,
  provisional: false,
  label: { pl: 'W planie konsultacji', en: 'In the yearly consultation plan' },
  meaning: {
    pl: 'Czy konsultacje były zapowiedziane w rocznym planie.',
    en: 'Whether it was foreseen in the yearly plan.',
  },
  formula: {
    pl: '100, jeśli wpisano do planu przed ogłoszeniem; 0, jeśli nie wcześniej albo jeśli kompletny rejestr planów nie ma wpisu, także gdy ogłoszenia nie odnotowano',
    en: '100 where it was listed in the plan before the announcement; 0 where not before it, or where the complete register of plans has no entry, even if the announcement is not recorded',
  },
  reason: { pl: 'Fakt o dwóch stanach.', en: 'A fact of two states.' },
  missing: {
    pl: 'Wpisu nie odnotowano, a rejestr planów za ten rok nie jest kompletny; albo jest wpis, a nie odnotowano ogłoszenia.',
    en: 'No listing is recorded, and the register of plans of that year is not complete; or there is one and the announcement is not recorded.',
  },
  source: 'Siedem zasad konsultacji (6); uchwała Rady Miasta Lublin 722/XXVIII/2017 § 21',
  facts: ['plan_listed_on', 'announced_on'],
  beside: ['plan'],
  when: {
    observed: `(f.plan_listed_on IS NOT NULL AND f.announced_on IS NOT NULL) OR f.plan_state = 'not_happened'`,
  },
  x: 'CAST(CASE WHEN f.plan_listed_on < f.announced_on THEN 100 ELSE 0 END AS double precision)',
};
