import type { Diagnostic } from './indicator';
import { PERCENT } from './units';

export const X5: Diagnostic = {
  code: 'X5',
  unit: PERCENT,
  provisional: false,
  label: { pl: 'Uwagi po terminie', en: 'Late contributions' },
  meaning: {
    pl: 'Jaka część uwag przyszła po zakończeniu; dużo: o konsultacjach dowiedziano się za późno.',
    en: 'What share of the contributions came after the end; many: people heard of the consultation too late.',
  },
  formula: {
    pl: '100 · uwagi otrzymane po zamknięciu / wszystkie uwagi, także nieważne',
    en: '100 · contributions received after the end / all contributions, also those not valid',
  },
  missing: {
    pl: 'Nie wprowadzono uwag albo o którejś nie wiadomo, czy przyszła w terminie. Gdy nie wpłynęła żadna, nie dotyczy.',
    en: 'The contributions are not on record, or of some it is not known whether it came in time. Where none came it does not apply.',
  },
  source: 'Kanon lokalnych konsultacji; UK Code 2008 (2)',
  facts: ['contributions', 'closes_on', 'remarks_until', 'closed_on'],
  beside: ['dispositions'],
  n: 'f.contributions',
  when: {
    not_applicable: `f.contributions IS NULL AND (f.reported_contributions = 0 OR (f.reported_contributions IS NULL AND f.dispositions_complete))`,
    observed: 'f.contributions > 0 AND f.after_end_unknown = 0',
  },
  numerator: 'f.after_end',
  denominator: 'f.contributions',
  x: `100 * CAST(f.after_end AS double precision) / nullif(f.contributions, 0)`,
};
