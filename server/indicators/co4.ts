import { ANSWERS_KNOWN, BEFORE_TERM, NOTHING_CAME } from './answered';
import type { Indicator } from './indicator';
import { PERCENT } from './units';

export const CO4: Indicator = {
  code: 'CO4',
  dimension: 'D5',
  weight: 0.5,
  goalposts: [50, 100],
  unit: PERCENT,
  provisional: false,
  label: { pl: 'Odpowiedź właściwej komórki', en: 'Substantive unit answered itself' },
  meaning: {
    pl: 'Czy odpowiadał ten, kto zna się na rzeczy.',
    en: 'Whether those answered who know the matter.',
  },
  formula: {
    pl: '100 · odpowiedzi podpisane przez komórkę właściwą / odpowiedzi',
    en: '100 · answers signed by the competent unit / answers',
  },
  reason: { pl: 'Połowa to 0.', en: 'Half is 0.' },
  missing: {
    pl: 'Przy którejś odpowiedzi nie odnotowano, kto ją podpisał albo kto jest właściwy. Gdy nie ma odpowiedzi, nie dotyczy.',
    en: 'Of some answer it is not recorded who signed it or who is competent. Where there is no answer it does not apply.',
  },
  source: 'Siedem zasad konsultacji (5); OECD iREG (oversight)',
  facts: ['contributions', 'competent_unit'],
  beside: ['law', 'dispositions'],
  n: 'f.answered',
  minN: 5,
  interval: 'wilson',
  when: {
    not_applicable: `(${NOTHING_CAME}) OR (NOT (${BEFORE_TERM}) AND ${ANSWERS_KNOWN} AND f.answered = 0)`,
    not_due: BEFORE_TERM,
    observed: `${ANSWERS_KNOWN} AND f.signers_unknown = 0`,
  },
  numerator: 'f.signed_by_competent',
  denominator: 'f.answered',
  x: `100 * CAST(f.signed_by_competent AS double precision) / nullif(f.answered, 0)`,
};
