import type { Indicator } from './indicator';
import { ATTENDANCE_KNOWN, NO_TRAINING, NONE_ENDED_YET } from './trainings';
import { HOURS } from './units';

export const CA4: Indicator = {
  code: 'CA4',
  level: 'city',
  dimension: 'D8',
  weight: 0.5,
  goalposts: [0, 3],
  unit: HOURS,
  provisional: true,
  label: { pl: 'Doradztwo na przeszkoloną osobę', en: 'Advice hours per trained person' },
  meaning: {
    pl: 'Ile godzin doradztwa przypadło na osobę, która ukończyła szkolenie.',
    en: 'How many hours of advice there were for each person who finished a training.',
  },
  formula: {
    pl: 'godziny doradztwa udzielonego w czterech kwartałach / osoby, które ukończyły (jak w CA1) edycje zakończone w nich; godzina z grupą liczy się raz: każdemu przypada jej część, a części sumują się do godziny',
    en: 'hours of advice delivered in the four quarters / persons who finished (as in CA1) editions that ended in them; an hour with a group counts once: each person has a share of it, and the shares sum to the hour',
  },
  reason: {
    pl: '3 godziny na osobę to cel programu (225 godzin na 75 osób).',
    en: '3 hours a person is the aim of the programme (225 hours for 75 persons).',
  },
  missing: {
    pl: 'Szkoleń, obecności albo doradztwa nie odnotowano, albo nie wiadomo, kiedy edycja się skończyła. Dopóki edycja trwa i żadna się nie skończyła, termin nie minął; gdy w tych kwartałach nikt nie ukończył szkolenia, nie dotyczy. Poniżej 10 osób za mało przypadków.',
    en: 'No training, attendance or advice is on record, or of an edition it is not known when it ended. While an edition runs and none has ended it is not due; where nobody finished a training in these quarters it does not apply. Below 10 persons there are too few cases.',
  },
  source: 'Programme of the Observatory: 5 editions, 75 persons, 225 hours of advice',
  facts: ['editions', 'enrolments', 'attendance', 'advice'],
  n: 'f.completed',
  minN: 10,
  when: {
    not_applicable: `(${NO_TRAINING}) OR (${ATTENDANCE_KNOWN} AND f.completed = 0)`,
    not_due: NONE_ENDED_YET,
    observed: `${ATTENDANCE_KNOWN} AND f.advice > 0`,
  },
  numerator: 'f.advice_hours',
  denominator: 'f.completed',
  x: `f.advice_hours / nullif(f.completed, 0)`,
  // of advice without a day nobody can say whether it was given in these quarters
  xHigh: `(f.advice_hours + f.advice_hours_undated) / nullif(f.completed, 0)`,
};
