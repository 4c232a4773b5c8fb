import type { Indicator } from './indicator';
import { perceived } from './perceived-indicator';

export const IN4: Indicator = perceived('influence', {
  code: 'IN4',
  dimension: 'D7',
  label: { pl: 'Odczuwany wpływ', en: 'Perceived influence' },
  meaning: {
    pl: 'Czy uczestnicy uważają, że ich głos coś zmienił.',
    en: 'Whether those who took part think that their voice changed something.',
  },
  source: 'Rowe & Frewer 2000 (influence); OECD 2005',
});
