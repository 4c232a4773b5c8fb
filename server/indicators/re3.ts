import { ANSWERS_KNOWN, BEFORE_TERM, NOTHING_CAME } from './answered';
import type { Indicator } from './indicator';
import { DAYS } from './units';

const AGE = 'f.as_of - f.closed';

export const RE3: Indicator = {
  code: 'RE3',
  dimension: 'D4',
  weight: 1,
  goalposts: [60, 14],
  unit: DAYS,
  provisional: true,
  label: { pl: 'Czas odpowiedzi', en: 'Time to the answer' },
  meaning: {
    pl: 'Po ilu dniach od zamknięcia połowa uwag miała odpowiedź; uwagi bez odpowiedzi nie znikają.',
    en: 'After how many days from the end half of the contributions had an answer; the unanswered do not vanish.',
  },
  formula: {
    pl: 'mediana dni od zamknięcia do publikacji odpowiedzi (Kaplan-Meier; bez odpowiedzi: do dziś)',
    en: 'median of days from the end to the published answer (Kaplan-Meier; unanswered: until today)',
  },
  reason: {
    pl: '14 dni prawo daje samej radzie (RDPP); 60 to dwa miesiące.',
    en: '14 days is what the law gives the council itself (RDPP); 60 is two months.',
  },
  missing: {
    pl: 'Nie wiadomo, czy na którąś uwagę odpowiedziano. Do terminu raportu wartość nie jest wymagana, chyba że odpowiedziano na wszystkie. Gdy odpowiedziano na mniej niż połowę, liczy się czas, który już minął.',
    en: 'Of some contribution it is not known whether it was answered. Until the term of the report it is not due unless all are answered. Where fewer than half are, the time that has passed counts.',
  },
  source: 'Siedem zasad konsultacji (4); uodpp art. 41i ust. 2; Kaplan and Meier 1958',
  facts: ['contributions'],
  beside: ['law', 'dispositions'],
  n: 'f.counted',
  minN: 5,
  interval: 'kaplan_meier',
  when: {
    not_applicable: NOTHING_CAME,
    not_due: `${BEFORE_TERM} AND coalesce(f.answered < f.counted, true)`,
    observed: ANSWERS_KNOWN,
  },
  x: `CAST(coalesce(f.half_by, ${AGE}) + coalesce(f.more_by, ${AGE}) AS double precision) / 2`,
};
