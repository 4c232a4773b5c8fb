import type { Indicator } from './indicator';
import { CONSTRUCTS, FEWEST_ANSWERS } from './perceived';
import { POINTS } from './units';

/** An indicator of what a survey after the consultation says; all that differs is whom it is asked for. */
export function perceived(
  asks: keyof typeof CONSTRUCTS,
  own: Pick<Indicator, 'code' | 'dimension' | 'label' | 'meaning' | 'source'>,
): Indicator {
  const items = CONSTRUCTS[asks].join(', ');
  return {
    ...own,
    weight: 1,
    goalposts: [0, 100],
    unit: POINTS,
    provisional: false,
    formula: {
      pl: `średnia pytań ${items}: 100 · (średnia ważona odpowiedzi − początek skali) / długość skali; odwrócone liczą się od drugiego końca`,
      en: `mean of the items ${items}: 100 · (weighted mean of answers − lower end) / length of the scale; reversed ones from the other end`,
    },
    reason: { pl: 'Cała skala odpowiedzi.', en: 'The whole scale of answers.' },
    missing: {
      pl: `Nie ma ankiety po konsultacjach albo o to nie pytano. Za mało danych, gdy na któreś pytanie odpowiedziało mniej niż ${FEWEST_ANSWERS} osób; dopóki ankieta trwa, termin nie minął.`,
      en: `There is no survey after the consultation, or it did not ask. Too little is known where fewer than ${FEWEST_ANSWERS} answered one of the items; while the survey is open it is not due.`,
    },
    facts: ['surveys'],
    n: `f.${asks}_n`,
    minN: FEWEST_ANSWERS,
    interval: 'taylor',
    when: { not_due: 'f.survey_open = 1', observed: `f.${asks}_n IS NOT NULL` },
    x: `f.${asks}`,
  };
}
