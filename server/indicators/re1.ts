import { ANSWERS_KNOWN, BEFORE_TERM, NOTHING_CAME } from './answered';
import type { Indicator } from './indicator';
import { PERCENT } from './units';

export const RE1: Indicator = {
  code: 'RE1',
  dimension: 'D4',
  weight: 1,
  goalposts: [0, 100],
  unit: PERCENT,
  provisional: false,
  label: { pl: 'Uwagi z rozstrzygnięciem', en: 'Answered contributions' },
  meaning: {
    pl: 'Jaka część uwag dostała opublikowaną odpowiedź.',
    en: 'What share of the contributions got a published answer.',
  },
  formula: {
    pl: '100 · uwagi ważne i w terminie z opublikowanym rozstrzygnięciem / uwagi ważne i w terminie; odpowiedź zbiorcza liczy się każdej uwadze, którą wymienia',
    en: '100 · contributions, valid and in time, with a published disposition / contributions, valid and in time; a collective answer counts for every one it names',
  },
  reason: { pl: 'Zasada żąda odpowiedzi dla każdego.', en: 'The principle demands an answer to everyone.' },
  missing: {
    pl: 'Nie wiadomo, czy na którąś uwagę odpowiedziano, albo uwag nie wprowadzono. Dopóki trwa termin raportu, wartość nie jest wymagana; gdy nie wpłynęła żadna uwaga, nie dotyczy.',
    en: 'Of some contribution it is not known whether it was answered, or the contributions are not on record. Until the term of the report it is not due; where none came it does not apply.',
  },
  source: 'Siedem zasad konsultacji (4); OECD Public Integrity Indicators, principle 13',
  facts: ['contributions'],
  beside: ['law', 'dispositions'],
  n: 'f.counted',
  interval: 'wilson',
  when: { not_applicable: NOTHING_CAME, not_due: BEFORE_TERM, observed: ANSWERS_KNOWN },
  numerator: 'f.answered',
  denominator: 'f.counted',
  x: `100 * CAST(f.answered AS double precision) / nullif(f.counted, 0)`,
};
