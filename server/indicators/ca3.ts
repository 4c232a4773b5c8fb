import type { Indicator } from './indicator';
import { PERCENT } from './units';

/** Share of consultations whose unit must be known (method.md 4.3). */
const IDENTIFIED = `f.units > 0 AND 3 * f.without_unit <= f.consultations`;
const share = (prepared: string, units: string) =>
  `100 * CAST(${prepared} AS double precision) / nullif(${units}, 0)`;

export const CA3: Indicator = {
  code: 'CA3',
  level: 'city',
  dimension: 'D8',
  weight: 1,
  goalposts: [0, 100],
  unit: PERCENT,
  provisional: false,
  label: { pl: 'Przeszkolone komórki', en: 'Consulting units with a trained person' },
  meaning: {
    pl: 'Jaka część komórek, które prowadziły konsultacje, ma choć jedną przeszkoloną osobę.',
    en: 'What share of the units that ran a consultation have at least one trained person.',
  },
  formula: {
    pl: '100 · komórki, które w czterech kwartałach zamknęły konsultacje i z których choć jedna osoba z urzędu ukończyła (jak w CA1) edycję zakończoną w dwunastu kwartałach do końca okresu / komórki, które zamknęły konsultacje',
    en: '100 · units that closed a consultation in the four quarters and of which at least one person of the city finished (as in CA1) an edition that ended in the twelve quarters up to the end of the period / units that closed one',
  },
  reason: {
    pl: 'Każda komórka, która konsultuje.',
    en: 'Every unit that consults.',
  },
  missing: {
    pl: 'Komórki nie odnotowano w ponad trzeciej części konsultacji, przy żadnym udziale nie zapisano komórki, albo którejś edycji z trzech lat brakuje obecności lub dnia zakończenia. Poniżej 3 komórek za mało przypadków.',
    en: 'The unit is not recorded of more than a third of the consultations, no enrolment names a unit, or an edition of the three years lacks attendance or the day of its end. Below 3 units there are too few cases.',
  },
  source: 'OECD iREG (oversight); Siedem zasad konsultacji (5)',
  facts: ['unit', 'unit_name', 'editions', 'enrolments', 'attendance'],
  n: 'f.units',
  minN: 3,
  interval: 'wilson',
  when: {
    observed: `${IDENTIFIED} AND f.learners_with_unit > 0 AND f.editions_undated = 0 AND f.fresh_unattended = 0`,
  },
  numerator: 'f.units_prepared',
  denominator: 'f.units',
  x: share('f.units_prepared', 'f.units'),
  // a consultation without a unit may be that of another one, with a trained person or without
  xLow: share('f.units_prepared', 'f.units + f.without_unit'),
  xHigh: share('f.units_prepared + f.without_unit', 'f.units + f.without_unit'),
};
