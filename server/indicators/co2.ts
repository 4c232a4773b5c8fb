import { ON_DAY } from './forms';
import type { Indicator } from './indicator';
import { PERCENT } from './units';

export const CO2: Indicator = {
  code: 'CO2',
  dimension: 'D5',
  weight: 1,
  goalposts: [50, 100],
  unit: PERCENT,
  provisional: false,
  label: { pl: 'Realizacja zapowiedzianych form', en: 'Forms delivered as announced' },
  meaning: {
    pl: 'Czy to, co zapowiedziano, odbyło się w zapowiedzianym dniu i miejscu.',
    en: 'Whether what was announced took place on the announced day and in the announced place.',
  },
  formula: {
    pl: '100 · dotrzymane / zapowiedziane wydarzenia; zmiana ogłoszona co najmniej 7 dni wcześniej jest dotrzymaniem',
    en: '100 · kept / announced events; a change announced at least 7 days before counts as kept',
  },
  reason: { pl: 'Połowa dotrzymanych to 0.', en: 'Half delivered is 0.' },
  missing: {
    pl: 'Nie odnotowano wydarzeń albo o którymś nie wiadomo, na kiedy je zapowiedziano, czy się odbyło lub jedno z dwóch miejsc. Nie dotyczy, gdy tylko pisano bez zapowiedzianego dnia; dopóki wszystko jest przed nami, termin nie minął.',
    en: 'No events are recorded, or of one it is not known for which day it was announced, whether it was held, or one of its two places. It does not apply where people only wrote and no day was announced; while everything is still ahead it is not due.',
  },
  source: 'Siedem zasad konsultacji (5, 6); Rowe & Frewer 2000 (structured decision making)',
  facts: ['events'],
  when: {
    not_applicable: `(f.events > 0 AND f.events_due + f.events_pending + f.events_unjudged = 0) OR (f.events = 0 AND NOT f.forms && ${ON_DAY})`,
    not_due: 'f.events_pending > 0 AND f.events_due + f.events_unjudged = 0',
    observed: 'f.events_due > 0 AND f.events_unjudged + f.events_unsettled = 0',
  },
  numerator: 'f.events_kept',
  denominator: 'f.events_due',
  x: '100 * CAST(f.events_kept AS double precision) / nullif(f.events_due, 0)',
};
