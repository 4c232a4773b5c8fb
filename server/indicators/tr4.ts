import type { Indicator } from './indicator';
import { perceived } from './perceived-indicator';

export const TR4: Indicator = perceived('information', {
  code: 'TR4',
  dimension: 'D3',
  label: { pl: 'Zrozumiałość informacji', en: 'Perceived clarity of information' },
  meaning: {
    pl: 'Czy uczestnicy zrozumieli, o co pytano i z czego mieli korzystać.',
    en: 'Whether those who took part understood what was asked and what they were given.',
  },
  source: 'Rowe & Frewer 2000 (task definition); Gunning 2',
});
