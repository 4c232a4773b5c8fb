import type { Indicator } from './indicator';
import { PERCENT } from './units';

const NAMED = ['unit_named', 'coordinator_named', 'political_owner_named'];
const named = `(${NAMED.map((fact) => `CASE WHEN f.${fact} = 'yes' THEN 1 ELSE 0 END`).join(' + ')})`;

export const CO1: Indicator = {
  code: 'CO1',
  dimension: 'D5',
  weight: 1,
  goalposts: [0, 100],
  unit: PERCENT,
  provisional: false,
  label: { pl: 'Gospodarz konsultacji', en: 'Host named: unit, person, decision maker' },
  meaning: {
    pl: 'Czy było wiadomo, kto prowadzi, z kim rozmawiać i kto zdecyduje.',
    en: 'Whether one could tell who runs it, whom to talk to and who decides.',
  },
  formula: {
    pl: '100 · wskazane / 3: komórka, osoba do kontaktu, decydent',
    en: '100 · named / 3: unit, contact person, political owner',
  },
  reason: { pl: 'Trzy fakty.', en: 'Three facts.' },
  missing: { pl: 'Któregoś z trzech faktów nie odnotowano.', en: 'One of the three facts is not recorded.' },
  source: 'Siedem zasad konsultacji (5)',
  facts: NAMED,
  when: { observed: NAMED.map((fact) => `f.${fact} IS NOT NULL`).join(' AND ') },
  numerator: named,
  denominator: '3',
  x: `100 * CAST(${named} AS double precision) / 3`,
};
