import { UNDECIDED } from './answered';
import type { Indicator } from './indicator';
import { POINTS } from './units';

export const CO3: Indicator = {
  code: 'CO3',
  dimension: 'D5',
  weight: 1,
  goalposts: [0, 100],
  unit: POINTS,
  provisional: false,
  label: { pl: 'Udział RDPP', en: 'NGO council consulted when due' },
  meaning: {
    pl: 'Czy rada organizacji mogła się wypowiedzieć przed decyzją, gdy prawo tego wymaga.',
    en: 'Whether the council of NGOs could speak before the decision where the law asks for it.',
  },
  formula: {
    pl: '100, gdy przed decyzją przyszła opinia albo od doręczenia projektu minął termin rady (14 dni, o ile reguła nie mówi inaczej); inaczej 0',
    en: '100 where its opinion came before the decision, or its term since the draft was delivered had run out (14 days unless the rule says otherwise); else 0',
  },
  reason: { pl: 'Fakt ustawowy.', en: 'A statutory fact.' },
  missing: {
    pl: 'Nie odnotowano, czy opinia była wymagana, dnia decyzji albo dnia doręczenia projektu. Gdy opinia nie jest wymagana, nie dotyczy; dopóki decyzji nie ma, termin nie minął.',
    en: 'It is not recorded whether an opinion was due, when the decision was taken or when the draft was delivered. Where none is due it does not apply; while there is no decision it is not due.',
  },
  source: 'uodpp art. 41i ust. 2; art. 5 ust. 2 pkt 3-4 i ust. 5; art. 5a ust. 2a',
  facts: ['council_due', 'decision_on', 'decision_published_on', 'council_opinions'],
  beside: ['law', 'decision'],
  when: {
    not_applicable: `f.council_due = 'no'`,
    not_due: `f.council_due = 'yes' AND (${UNDECIDED})`,
    observed: `f.council_due = 'yes' AND f.decided IS NOT NULL AND (f.council_heard > 0 OR f.drafts_delivered > 0)`,
  },
  x: `CAST(CASE WHEN f.council_heard > 0 THEN 100 ELSE 0 END AS double precision)`,
};
