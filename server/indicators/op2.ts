import type { Indicator } from './indicator';
import { POINTS } from './units';

export const OP2: Indicator = {
  code: 'OP2',
  dimension: 'D2',
  weight: 1,
  goalposts: [50, 100],
  unit: POINTS,
  provisional: false,
  label: { pl: 'Reprezentatywność', en: 'Representativeness (bias-corrected)' },
  meaning: {
    pl: 'Na ile ci, którzy wzięli udział, są tacy jak ci, których sprawa dotyczy; bez tego, co robi sam przypadek.',
    en: 'How far those who took part are like those whom it concerns; without what chance alone makes.',
  },
  formula: {
    pl: '100 · (1 − średnia po wymiarach z √max(0, D² − E₀²)); D: wskaźnik niepodobieństwa, E₀: jego wartość oczekiwana przy doskonałym losowaniu',
    en: '100 · (1 − mean over dimensions of √max(0, D² − E₀²)); D: index of dissimilarity, E₀: its expected value for a perfect sample',
  },
  reason: {
    pl: 'Połowa w niewłaściwych grupach to 0; nikt poza przypadkiem to 100.',
    en: 'Half of them in the wrong groups is 0; none beyond chance is 100.',
  },
  missing: {
    pl: 'Nie ma rozkładu odniesienia albo uczestników. Za mało danych, gdy w którymś wymiarze znamy mniej niż 30 osób lub 60 % albo sam przypadek dałby ponad 0,2.',
    en: 'There is no reference distribution or nobody on record. Too little is known where in some dimension fewer than 30 persons or 60 % are known, or chance alone would make more than 0.2.',
  },
  source: 'Rowe & Frewer 2000 (representativeness); Duncan & Duncan 1955',
  facts: ['contributions', 'participants', 'addressee', 'reference_distributions'],
  n: 'f.members_known',
  minN: 30,
  enough: 'f.dimensions_told = f.dimensions',
  interval: 'chance_band',
  when: { observed: 'f.members > 0 AND f.dimensions > 0' },
  x: '100 * (1 - f.dissimilarity)',
  // those of whom nothing is known may be in the wrong group, all of them, or in the right ones
  xLow: '100 * (1 - f.dissimilarity_most)',
  xHigh: '100 * (1 - f.dissimilarity_least)',
};
