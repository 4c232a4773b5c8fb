import { checklist } from './checklist';
import type { Indicator } from './indicator';
import { PERCENT } from './units';

export const TR1: Indicator = {
  code: 'TR1',
  dimension: 'D3',
  weight: 1,
  goalposts: [0, 100],
  unit: PERCENT,
  provisional: false,
  label: { pl: 'Kompletność ogłoszenia', en: 'Completeness of the announcement' },
  meaning: {
    pl: 'Czy ogłoszenie mówiło wszystko, co trzeba wiedzieć, by zabrać głos.',
    en: 'Whether the announcement said all one has to know to speak up.',
  },
  formula: {
    pl: '100 · spełnione / dotyczące, z 8 punktów ogłoszenia',
    en: '100 · met / applicable, of the 8 items of the announcement',
  },
  reason: {
    pl: 'Pierwsze pięć punktów to te, które ogłoszenia Lublina same wymieniają.',
    en: "The first five items are those that Lublin's own announcements list.",
  },
  missing: { pl: 'Odnotowano mniej niż 6 z 8 punktów.', en: 'Fewer than 6 of the 8 items are recorded.' },
  source: 'Siedem zasad konsultacji (3); Rowe & Frewer 2000 (task definition); UK Code 2008 (3)',
  ...checklist([
    'announcement_subject',
    'announcement_purpose',
    'announcement_period',
    'announcement_forms',
    'announcement_unit',
    'announcement_materials',
    'announcement_open_to_change',
    'announcement_next_steps',
  ]),
};
