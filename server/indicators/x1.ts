import { NOTHING_CAME } from './answered';
import type { Diagnostic } from './indicator';
import { ZLOTYS } from './units';

export const X1: Diagnostic = {
  code: 'X1',
  unit: ZLOTYS,
  provisional: false,
  label: { pl: 'Koszt na uwagę', en: 'Cost per valid contribution' },
  meaning: {
    pl: 'Ile kosztowała jedna uwaga; mało uwag drogo zebranych nie musi znaczyć złych konsultacji.',
    en: 'What one contribution cost; few contributions dearly come by need not mean a bad consultation.',
  },
  formula: {
    pl: '(koszt bezpośredni + godziny pracy urzędu · stawka) / uwagi ważne i w terminie',
    en: '(direct cost + staff hours · rate) / contributions, valid and in time',
  },
  missing: {
    pl: 'Nie odnotowano kosztu bezpośredniego, godzin pracy albo uwag. Stawki godzinowej urząd jeszcze nigdzie nie podaje: gdy godziny są większe od zera, wartości nie ma, bo koszt bez pracy byłby zaniżony. Gdy nie wpłynęła żadna uwaga, nie dotyczy.',
    en: 'The direct cost, the staff hours or the contributions are not recorded. The hourly rate of the authority is recorded nowhere yet: where the hours are above zero there is no value, because a cost without the work would be too low. Where no contribution came it does not apply.',
  },
  source: 'Rowe & Frewer 2000 (cost-effectiveness)',
  facts: ['direct_cost', 'staff_hours', 'contributions'],
  beside: ['dispositions'],
  n: 'f.counted',
  when: {
    not_applicable: NOTHING_CAME,
    observed: 'f.counted > 0 AND f.direct_cost IS NOT NULL AND f.staff_hours = 0',
  },
  numerator: 'f.direct_cost',
  denominator: 'f.counted',
  x: `CAST(f.direct_cost AS double precision) / nullif(f.counted, 0)`,
};
