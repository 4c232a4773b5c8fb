import type { Indicator } from './indicator';
import { perceived } from './perceived-indicator';

export const RE4: Indicator = perceived('response', {
  code: 'RE4',
  dimension: 'D4',
  label: { pl: 'Odczuwana responsywność', en: 'Perceived responsiveness' },
  meaning: {
    pl: 'Czy uczestnicy uważają, że na ich głos odpowiedziano, i to do rzeczy.',
    en: 'Whether those who took part think that they were answered, and to the point.',
  },
  source: 'Siedem zasad konsultacji (4); Rowe & Frewer 2000 (acceptance)',
});
