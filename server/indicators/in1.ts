import { BEFORE_TERM, NOTHING_CAME, OUTCOMES_KNOWN } from './answered';
import { LEAST_KAPPA } from './agreement';
import type { Indicator } from './indicator';
import { PERCENT } from './units';

export const IN1: Indicator = {
  code: 'IN1',
  dimension: 'D7',
  weight: 1,
  goalposts: [0, 40],
  unit: PERCENT,
  provisional: true,
  label: { pl: 'Uwzględnione propozycje', en: 'Influence on the text' },
  meaning: {
    pl: 'Jaka część propozycji weszła do rozstrzygnięcia; kopie jednej propozycji liczą się raz.',
    en: 'What share of the proposals was taken over; copies of one proposal count once.',
  },
  formula: {
    pl: '100 · (uwzględnione + 0,5 · częściowo uwzględnione) / wszystkie merytoryczne propozycje; bez odpowiedzi: nieuwzględnione',
    en: '100 · (accepted + 0.5 · partly accepted) / all substantive proposals; unanswered ones count as not adopted',
  },
  reason: {
    pl: 'Od 40 % wyżej liczba mówi więcej o jakości projektu niż o wpływie; łatwe uwzględnianie się nie opłaca.',
    en: 'Beyond 40 % the share says more of the quality of the draft than of influence; easy acceptance is not rewarded.',
  },
  missing: {
    pl: 'Nie wiadomo, jak rozstrzygnięto którąś uwagę, albo kodowanie jest niewiarygodne (kappa z podwójnego kodowania poniżej 0,6). Gdy nie ma merytorycznych uwag, nie dotyczy.',
    en: 'It is not known how some contribution was decided, or the coding is not reliable (kappa of the double coding below 0.6). Where no contribution is substantive it does not apply.',
  },
  source: 'Rowe & Frewer 2000 (influence); OECD 2005',
  facts: ['contributions'],
  beside: ['law', 'dispositions', 'coding'],
  n: 'f.proposals',
  minN: 5,
  interval: 'wilson',
  remark: {
    sql: 'f.merged = 0',
    label: { pl: 'kopie nie są scalone', en: 'copies are not merged' },
  },
  when: {
    not_applicable: `(${NOTHING_CAME}) OR (f.counted > 0 AND f.proposals IS NULL)`,
    not_due: BEFORE_TERM,
    observed: `${OUTCOMES_KNOWN} AND coalesce(f.outcome_kappa >= ${LEAST_KAPPA}, true)`,
  },
  numerator: 'CAST(f.halves_adopted AS double precision) / 2',
  denominator: 'f.proposals',
  x: `50 * CAST(f.halves_adopted AS double precision) / f.proposals`,
};
