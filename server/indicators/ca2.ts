import type { Indicator } from './indicator';
import { NO_TRAINING, NONE_ENDED_YET } from './trainings';
import { PERCENT } from './units';

export const CA2: Indicator = {
  code: 'CA2',
  level: 'city',
  dimension: 'D8',
  weight: 1,
  goalposts: [0, 60],
  unit: PERCENT,
  provisional: true,
  label: { pl: 'Przyrost wiedzy', en: 'Learning gain' },
  meaning: {
    pl: 'Jaką część tego, czego przed szkoleniem brakowało, uczestnicy umieli po nim.',
    en: 'What share of what those trained did not know before they knew afterwards.',
  },
  formula: {
    pl: 'średnia po osobach z oboma testami: 100 · (po − przed) / (najwyższy wynik − przed), każdy test jako część swojego najwyższego wyniku; bez osób, które miały najwyższy wynik już przed szkoleniem. Licznik: osoby z parą testów, mianownik: udziały',
    en: 'mean over persons with both tests of 100 · (after − before) / (most − before), each test as a share of its own most; without those who had the most before. Numerator: persons with a pair of tests, denominator: enrolments',
  },
  reason: {
    pl: 'Przyrost znormalizowany Hake’a: 30 średni, 70 duży; 60 to 100 punktów.',
    en: 'Hake’s normalised gain: 30 is medium, 70 high; 60 scores 100.',
  },
  missing: {
    pl: 'Szkoleń albo testów nie odnotowano, albo nie wiadomo, kiedy edycja się skończyła. Dopóki edycja trwa i żadna się nie skończyła, termin nie minął; gdy szkolenia są znane, a żadna edycja nie skończyła się w tych kwartałach, nie dotyczy. Poniżej 10 par za mało przypadków.',
    en: 'No training or no test is on record, or of an edition it is not known when it ended. While an edition runs and none has ended it is not due; where trainings are on record and no edition ended in these quarters it does not apply. Below 10 pairs there are too few cases.',
  },
  source: 'Hake 1998, Am. J. Phys. 66 (1); UK Code 2008 (7); OECD 2005',
  facts: ['editions', 'enrolments', 'tests'],
  n: 'f.pairs',
  minN: 10,
  remark: {
    sql: 'f.pairs < f.enrolled',
    label: {
      pl: 'Nie każdy ma parę testów: licznik i mianownik mówią, jaka część',
      en: 'Not everyone has a pair of tests: numerator and denominator say what share',
    },
  },
  when: {
    not_applicable: NO_TRAINING,
    not_due: NONE_ENDED_YET,
    observed: 'f.editions_ended > 0 AND f.editions_undated = 0 AND f.tests > 0',
  },
  numerator: 'f.pairs',
  denominator: 'f.enrolled',
  x: `100 * f.gain / nullif(f.pairs, 0)`,
};
