import type { Diagnostic } from './indicator';
import { PERCENT } from './units';
import { holidays } from './voices';

const DAYS_OPEN = '(f.closed - f.opens_on + 1)';
const HOLIDAYS = holidays('f.opens_on', 'f.closed');

export const X6: Diagnostic = {
  code: 'X6',
  unit: PERCENT,
  provisional: false,
  label: { pl: 'Dni wakacyjne i świąteczne', en: 'Holiday days of the window' },
  meaning: {
    pl: 'Jaka część konsultacji przypadła na wakacje i przełom roku.',
    en: 'What share of the consultation fell into the summer and the turn of the year.',
  },
  formula: {
    pl: '100 · dni trwania w lipcu, sierpniu i od 20 grudnia do 6 stycznia / dni trwania (oba końce liczone)',
    en: '100 · days open in July, August and from 20 December to 6 January / days open (both ends counted)',
  },
  missing: { pl: 'Nie odnotowano początku.', en: 'The opening is not recorded.' },
  source: 'UK Consultation Principles 2012; Siedem zasad konsultacji (6)',
  facts: ['opens_on', 'closes_on', 'remarks_until', 'closed_on'],
  n: DAYS_OPEN,
  when: { observed: 'f.opens_on IS NOT NULL' },
  numerator: HOLIDAYS,
  denominator: DAYS_OPEN,
  x: `100 * CAST(${HOLIDAYS} AS double precision) / nullif(${DAYS_OPEN}, 0)`,
};
