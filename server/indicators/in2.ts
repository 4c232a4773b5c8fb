import { NOTHING_CAME, OUTCOMES_KNOWN, UNDECIDED } from './answered';
import type { Indicator } from './indicator';
import { POINTS } from './units';

export const IN2: Indicator = {
  code: 'IN2',
  dimension: 'D7',
  weight: 1,
  goalposts: [0, 100],
  unit: POINTS,
  provisional: false,
  label: { pl: 'Udokumentowana zmiana', en: 'Change traced to contributions' },
  meaning: {
    pl: 'Czy można wskazać, co się w akcie zmieniło dzięki uwagom.',
    en: 'Whether one can point at what changed in the act because of contributions.',
  },
  formula: {
    pl: '100, gdy choć jedna uwzględniona uwaga wskazuje zmianę w akcie; 0, gdy uwzględniono, a nie wskazano żadnej',
    en: '100 where at least one accepted contribution refers to a change in the act; 0 where some were accepted and none does',
  },
  reason: { pl: 'Dwa stany.', en: 'Two states.' },
  missing: {
    pl: 'Decyzji albo odpowiedzi nie odnotowano, albo rejestr odpowiedzi nie jest kompletny i nie wiadomo, czy zmian nie wskazano. Gdy niczego nie uwzględniono, nie dotyczy; dopóki akt jest przed nami, termin nie minął.',
    en: 'The decision or the answers are not recorded, or the register of answers is not complete and it is not known whether no change was named. Where nothing was accepted it does not apply; while the act is ahead it is not due.',
  },
  source: 'IAP2 core value 7; Rowe & Frewer 2000 (influence)',
  facts: ['contributions', 'decision_on', 'decision_published_on'],
  beside: ['decision', 'dispositions'],
  when: {
    not_applicable: `(${NOTHING_CAME}) OR (${OUTCOMES_KNOWN} AND f.adopted = 0 AND NOT coalesce(${UNDECIDED}, false))`,
    not_due: UNDECIDED,
    observed: `f.decided IS NOT NULL AND (f.traced > 0 OR (f.adopted > 0 AND f.dispositions_complete))`,
  },
  x: `CAST(CASE WHEN f.traced > 0 THEN 100 ELSE 0 END AS double precision)`,
};
