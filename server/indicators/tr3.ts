import { NOTHING_CAME } from './answered';
import type { Indicator } from './indicator';
import { PERCENT } from './units';

export const TR3: Indicator = {
  code: 'TR3',
  dimension: 'D3',
  weight: 1,
  goalposts: [50, 100],
  unit: PERCENT,
  provisional: false,
  label: { pl: 'Jawność stron', en: 'Known authorship of views' },
  meaning: {
    pl: 'Czy wiadomo, kto reprezentuje jaki pogląd.',
    en: 'Whether it is clear who represents which view.',
  },
  formula: {
    pl: '100 · uwagi, o których wiadomo, kto je złożył (organizacja: która) / uwagi ważne i w terminie',
    en: '100 · contributions of which it is known who made them (an organisation: which) / contributions, valid and in time',
  },
  reason: {
    pl: 'Połowa anonimowych to 0: „jasne musi być, kto reprezentuje jaki pogląd”.',
    en: 'Half of them anonymous is 0: it must be clear who represents which view.',
  },
  missing: {
    pl: 'Przy żadnej uwadze nie odnotowano, czyja jest, albo uwag nie wprowadzono. Gdy nie wpłynęła żadna, nie dotyczy.',
    en: 'Of no contribution it is recorded whose it is, or the contributions are not on record. Where none came it does not apply.',
  },
  source: 'Siedem zasad konsultacji (3)',
  facts: ['contributions'],
  n: 'f.counted',
  minN: 10,
  interval: 'wilson',
  when: { not_applicable: NOTHING_CAME, observed: 'f.authors_recorded > 0' },
  numerator: 'f.authors_known',
  denominator: 'f.counted',
  x: `100 * CAST(f.authors_known AS double precision) / nullif(f.counted, 0)`,
};
