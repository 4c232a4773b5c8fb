import type { Diagnostic } from './indicator';
import { RATIO } from './units';

export const X3: Diagnostic = {
  code: 'X3',
  unit: RATIO,
  provisional: false,
  label: { pl: 'Najniższy wskaźnik udziału grupy', en: 'Lowest group participation ratio' },
  meaning: {
    pl: 'Jak często brała udział najrzadziej obecna grupa wobec najczęściej obecnej; czytać tylko razem z liczbą osób, bo w małych grupach mierzy głównie ją.',
    en: 'How often the group least present took part against the one most present; to be read with the number of persons only, for among few it measures mostly that.',
  },
  formula: {
    pl: 'w każdym wymiarze odniesienia najmniejszy udział grupy (uczestnicy / ludność) podzielony przez największy; z wymiarów najmniejszy',
    en: 'in each reference dimension the least rate of a group (participants / population) over the greatest; the least of the dimensions',
  },
  missing: {
    pl: 'Nie ma rozkładu odniesienia z roku zamknięcia lub wcześniejszego. Poniżej 30 osób o znanej grupie w którymś wymiarze za mało przypadków: przy 30 osobach w 8 grupach sam przypadek daje przeciętnie 0,20.',
    en: 'There is no reference distribution of the year of closing or before. Below 30 persons of a known group in some dimension there are too few cases: with 30 persons in 8 groups chance alone makes 0.20 on average.',
  },
  source: 'Go Vocal, representation score; docs/method.md, section on peers',
  facts: ['contributions', 'participants', 'reference_distributions'],
  // thirds of organisations add up to a whole but for what is left of a division
  n: 'floor(f.members_known + 1e-9)',
  minN: 30,
  when: { observed: 'f.dimensions > 0' },
  x: 'f.least_evenness',
};
