import type { Indicator } from './indicator';
import { ATTENDANCE_KNOWN, NO_TRAINING, NONE_ENDED_YET } from './trainings';
import { PERCENT } from './units';

export const CA1: Indicator = {
  code: 'CA1',
  level: 'city',
  dimension: 'D8',
  weight: 1,
  goalposts: [50, 95],
  unit: PERCENT,
  provisional: false,
  label: { pl: 'Ukończenie szkoleń', en: 'Training completion' },
  meaning: {
    pl: 'Jaka część zapisanych na szkolenia o konsultacjach je ukończyła.',
    en: 'What share of those enrolled in the trainings on consultation finished them.',
  },
  formula: {
    pl: '100 · udziały z obecnością co najmniej 80% planowanych godzin edycji (32, gdy ich nie zapisano), z obecnością w modułach M1, M2 i wybranym / wszystkie udziały w edycjach zakończonych w czterech kwartałach; rezygnacja liczy się w mianowniku',
    en: '100 · enrolments with at least 80 % of the planned hours of the edition attended (32 where none are recorded), with attendance in modules M1, M2 and the chosen one / all enrolments of editions that ended in the four quarters; one withdrawn counts in the denominator',
  },
  reason: {
    pl: 'Połowa to 0; 95% to praktyczny kres. Zawsze cztery kwartały: kompetencje trwają dłużej niż kwartał, w którym edycja się skończyła.',
    en: 'Half is 0; 95 % is the practical ceiling. Always four quarters: competence outlasts the quarter in which an edition ended.',
  },
  missing: {
    pl: 'Szkoleń nie odnotowano, nie wiadomo, kiedy edycja się skończyła, albo w którejś nie zapisano obecności. Dopóki edycja trwa i żadna się nie skończyła, termin nie minął; gdy szkolenia są znane, a żadna edycja nie skończyła się w tych kwartałach, nie dotyczy. Poniżej 10 udziałów za mało przypadków.',
    en: 'No training is on record, of an edition it is not known when it ended, or in one no attendance was recorded. While an edition runs and none has ended it is not due; where trainings are on record and no edition ended in these quarters it does not apply. Below 10 enrolments there are too few cases.',
  },
  source: 'UK Code 2008 (7, capacity to consult)',
  facts: ['editions', 'enrolments', 'attendance'],
  n: 'f.enrolled',
  minN: 10,
  interval: 'wilson',
  when: { not_applicable: NO_TRAINING, not_due: NONE_ENDED_YET, observed: ATTENDANCE_KNOWN },
  numerator: 'f.completed',
  denominator: 'f.enrolled',
  x: `100 * CAST(f.completed AS double precision) / nullif(f.enrolled, 0)`,
};
