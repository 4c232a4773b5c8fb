import { BEFORE_TERM, NOTHING_CAME, OUTCOMES_KNOWN } from './answered';
import { LEAST_KAPPA } from './agreement';
import type { Indicator } from './indicator';
import { PERCENT } from './units';

export const RE2: Indicator = {
  code: 'RE2',
  dimension: 'D4',
  weight: 1,
  goalposts: [0, 100],
  unit: PERCENT,
  provisional: false,
  label: { pl: 'Uzasadnienie odmów', en: 'Refusals with reasons' },
  meaning: {
    pl: 'Czy ten, komu odmówiono, dowiedział się merytorycznie dlaczego.',
    en: 'Whether those who were refused were told why, in substance.',
  },
  formula: {
    pl: '100 · odpowiedzi „nieuwzględniona” i „częściowo” z uzasadnieniem merytorycznym / wszystkie takie odpowiedzi',
    en: '100 · answers “rejected” and “partly” with a substantive reason / all such answers',
  },
  reason: {
    pl: 'Każda odmowa wymaga merytorycznego uzasadnienia.',
    en: 'Every refusal needs a substantive reason.',
  },
  missing: {
    pl: 'Nie wiadomo, jak rozstrzygnięto którąś uwagę albo jakie jest uzasadnienie; albo kodowanie jest niewiarygodne (kappa z podwójnego kodowania poniżej 0,6). Gdy nikomu nie odmówiono, nie dotyczy.',
    en: 'It is not known how some contribution was decided or how a refusal was reasoned; or the coding is not reliable (kappa of the double coding below 0.6). Where nobody was refused it does not apply.',
  },
  source:
    'Siedem zasad konsultacji (4); Gunning 4; ustawa o zasadach prowadzenia polityki rozwoju art. 6 ust. 6',
  facts: ['contributions'],
  beside: ['law', 'dispositions', 'coding'],
  n: 'f.refused',
  minN: 5,
  interval: 'wilson',
  when: {
    not_applicable: `(${NOTHING_CAME}) OR (NOT (${BEFORE_TERM}) AND ${OUTCOMES_KNOWN} AND f.refused = 0)`,
    not_due: BEFORE_TERM,
    observed: `${OUTCOMES_KNOWN} AND f.reasons_unknown = 0 AND coalesce(f.rationale_kappa >= ${LEAST_KAPPA}, true)`,
  },
  numerator: 'f.reasoned',
  denominator: 'f.refused',
  x: `100 * CAST(f.reasoned AS double precision) / nullif(f.refused, 0)`,
};
