import { NOTHING_CAME } from './answered';
import type { Diagnostic } from './indicator';
import { PERCENT } from './units';

export const X7: Diagnostic = {
  code: 'X7',
  unit: PERCENT,
  provisional: false,
  label: { pl: 'Kopie i kampanie', en: 'Copies and campaigns' },
  meaning: {
    pl: 'Jaka część uwag powtarza inną propozycję; dużo: prowadzono zbiórkę podpisów lub jednakowych pism.',
    en: 'What share of the contributions repeats another proposal; many: signatures or equal letters were collected.',
  },
  formula: {
    pl: '100 · (1 − propozycje / uwagi ważne i w terminie); uwaga bez przypisanej propozycji jest własną propozycją',
    en: '100 · (1 − proposals / contributions, valid and in time); a contribution that belongs to none is a proposal of its own',
  },
  missing: {
    pl: 'Żadnej uwadze nie przypisano propozycji albo uwag nie wprowadzono. Gdy nie wpłynęła żadna, nie dotyczy.',
    en: 'No contribution was assigned to a proposal, or they are not on record. Where none came it does not apply.',
  },
  source: 'docs/method.md (IN1: proposals, not copies)',
  facts: ['contributions'],
  beside: ['dispositions'],
  n: 'f.counted',
  when: { not_applicable: NOTHING_CAME, observed: 'f.counted > 0 AND f.clustered > 0' },
  numerator: 'f.counted - f.clusters',
  denominator: 'f.counted',
  x: `100 * CAST(f.counted - f.clusters AS double precision) / nullif(f.counted, 0)`,
};
