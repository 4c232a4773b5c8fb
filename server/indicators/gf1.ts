import type { Indicator } from './indicator';
import { POINTS } from './units';

export const GF1: Indicator = {
  code: 'GF1',
  dimension: 'D1',
  weight: 1,
  goalposts: [0, 100],
  unit: POINTS,
  provisional: false,
  label: { pl: 'Etap sprawy w chwili ogłoszenia', en: 'Stage of the matter at launch' },
  meaning: {
    pl: 'Czy pytano wtedy, gdy można jeszcze było coś zmienić.',
    en: 'Whether people were asked while something could still be changed.',
  },
  formula: {
    pl: 'diagnoza lub założenia 100, warianty 75, gotowy projekt 40, projekt po akceptacji 0',
    en: 'diagnosis or assumptions 100, variants 75, draft 40, draft after approval 0',
  },
  reason: {
    pl: 'Skala porządkowa jest już oceną; jej punkty to etapy cyklu polityki.',
    en: 'The ordinal scale is already a score; its anchors are the stages of the policy cycle.',
  },
  missing: { pl: 'Etapu nie odnotowano.', en: 'The stage is not recorded.' },
  source: 'Siedem zasad konsultacji (1, 6); Rowe & Frewer 2000 (early involvement); Gunning 1',
  facts: ['stage_at_launch'],
  when: { observed: 'f.stage_at_launch IS NOT NULL' },
  x: `CAST(CASE f.stage_at_launch WHEN 'diagnosis' THEN 100 WHEN 'assumptions' THEN 100 WHEN 'variants' THEN 75 WHEN 'draft' THEN 40 ELSE 0 END AS double precision)`,
};
