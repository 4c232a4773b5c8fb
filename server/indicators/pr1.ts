import type { Indicator } from './indicator';
import { RATIO } from './units';

/** Days that the Kanon lokalnych konsultacji recommends at least. */
const RECOMMENDED = 21;
const days = '(f.closed - f.opens_on + 1)';
const benchmark = `greatest(f.min_days, ${RECOMMENDED})`;

export const PR1: Indicator = {
  code: 'PR1',
  dimension: 'D6',
  weight: 1,
  goalposts: [0.5, 1.5],
  unit: RATIO,
  provisional: false,
  label: { pl: 'Długość konsultacji', en: 'Length of the consultation window' },
  meaning: {
    pl: 'Czy był czas, żeby się dowiedzieć, zastanowić i odpowiedzieć.',
    en: 'Whether there was time to hear of it, to think and to answer.',
  },
  formula: {
    pl: 'dni trwania (oba końce liczone) / większa z liczb: ustawowe minimum w tym dniu, 21',
    en: 'days open (both ends counted) / the greater of: the statutory minimum on that day, 21',
  },
  reason: {
    pl: '21 dni zaleca Kanon; ustawa może wymagać więcej. Połowa tego to 0, półtora raza tyle to 100, dotrzymanie minimum to 50.',
    en: 'The Kanon recommends 21 days; a statute may ask for more. Half of that is 0, one and a half is 100, the minimum itself is 50.',
  },
  missing: { pl: 'Nie odnotowano początku.', en: 'The opening is not recorded.' },
  source: 'Siedem zasad konsultacji (6); Gunning 3; Kanon lokalnych konsultacji; UK Code 2008 (2)',
  facts: ['opens_on', 'closes_on', 'remarks_until', 'closed_on'],
  beside: ['law'],
  when: { observed: 'f.opens_on IS NOT NULL' },
  numerator: days,
  denominator: benchmark,
  x: `CAST(${days} AS double precision) / ${benchmark}`,
};
