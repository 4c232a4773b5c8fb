import type { Indicator } from './indicator';
import { perceived } from './perceived-indicator';

export const GF3: Indicator = perceived('fairness', {
  code: 'GF3',
  dimension: 'D1',
  label: { pl: 'Odczuwana bezstronność procesu', en: 'Perceived fairness of the process' },
  meaning: {
    pl: 'Czy uczestnicy uważają, że wysłuchano ich bezstronnie i że nic nie było z góry przesądzone.',
    en: 'Whether those who took part think that they were heard impartially and nothing was settled beforehand.',
  },
  source: 'Rowe & Frewer 2000 (independence); Siedem zasad konsultacji (1)',
});
