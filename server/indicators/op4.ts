import { checklist } from './checklist';
import type { Indicator } from './indicator';
import { PERCENT } from './units';

export const OP4: Indicator = {
  code: 'OP4',
  dimension: 'D2',
  weight: 1,
  goalposts: [0, 100],
  unit: PERCENT,
  provisional: false,
  label: { pl: 'Dostępność', en: 'Accessibility' },
  meaning: {
    pl: 'Czy mogli wziąć udział także ci, którym jest trudniej.',
    en: 'Whether those for whom it is harder could take part too.',
  },
  formula: {
    pl: '100 · spełnione / dotyczące, z 8 punktów listy dostępności',
    en: '100 · met / applicable, of the 8 items of the accessibility checklist',
  },
  reason: { pl: 'Udział spełnionych obowiązków.', en: 'Share of the duties that were met.' },
  missing: {
    pl: 'Odnotowano mniej niż 6 z 8 punktów.',
    en: 'Fewer than 6 of the 8 items are recorded.',
  },
  source:
    'Siedem zasad konsultacji (2); ustawa o zapewnianiu dostępności 2019; upzp art. 8e; Rowe & Frewer 2000 (resource accessibility)',
  ...checklist([
    'accessibility_plain_language',
    'accessibility_documents',
    'accessibility_offline',
    'accessibility_hours',
    'accessibility_place',
    'accessibility_hearing',
    'accessibility_care',
    'accessibility_print',
  ]),
};
