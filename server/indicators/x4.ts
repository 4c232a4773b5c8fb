import type { Diagnostic } from './indicator';
import { DRAWN } from './perceived';
import { PERCENT } from './units';

export const X4: Diagnostic = {
  code: 'X4',
  unit: PERCENT,
  provisional: false,
  label: { pl: 'Zwrot ankiety', en: 'Survey response rate' },
  meaning: {
    pl: 'Jaka część zaproszonych wypełniła ankietę; sam zwrot nie mówi, czy odpowiedzieli inni niż reszta.',
    en: 'What share of those invited answered the survey; the rate alone does not say whether they differ from the rest.',
  },
  formula: {
    pl: '100 · wypełnione ankiety / zaproszeni, w ankiecie, która mówi o tych konsultacjach (jak w GF3). Wskaźnika R nie podajemy: wymaga cech wszystkich z operatu, a zapisano tylko tych, którzy odpowiedzieli',
    en: '100 · responses / invited, of the survey that speaks for the consultation (as in GF3). No R-indicator is told: it needs the attributes of everyone in the frame, and those who answered alone are recorded',
  },
  missing: {
    pl: 'Nie ma ankiety, nie odnotowano doboru osób lub liczby zaproszonych, albo odpowiedzi jest więcej niż zaproszonych. Ankieta z otwartym odnośnikiem i dobór kwotowy nie mają zwrotu: nie dotyczy. Dopóki ankieta trwa, termin nie minął.',
    en: 'There is no survey, its design or the number of those invited is not recorded, or there are more responses than invitations. An open link and a quota sample have no response rate: it does not apply. While the survey is open it is not due.',
  },
  source: 'AAPOR Standard Definitions; Schouten, Cobben & Bethlehem 2009',
  facts: ['surveys'],
  n: 'f.invited',
  when: {
    not_applicable: `f.survey_design IN ('open_link', 'quota')`,
    not_due: 'f.survey_runs',
    observed: `f.survey_design IN ${DRAWN} AND f.invited > 0 AND f.responses <= f.invited`,
  },
  numerator: 'f.responses',
  denominator: 'f.invited',
  x: `100 * CAST(f.responses AS double precision) / nullif(f.invited, 0)`,
};
