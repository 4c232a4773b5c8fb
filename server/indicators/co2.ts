import type { Indicator } from './indicator';
import { PERCENT } from './units';

/** Forms that take place on a day; the others have none that could be missed. */
const MEETINGS = `ARRAY['orally_on_record', 'open_meeting', 'public_hearing', 'workshop', 'walk', 'consultation_point', 'display']`;

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
    pl: 'Nie odnotowano wydarzeń albo nie wiadomo, czy któreś się odbyło. Bez zapowiedzianych wydarzeń nie dotyczy.',
    en: 'No events are recorded, or it is not known whether one was held. Without announced events it does not apply.',
  },
  source: 'Siedem zasad konsultacji (5, 6); Rowe & Frewer 2000 (structured decision making)',
  facts: ['events'],
  when: {
    not_applicable: `(f.events > 0 AND f.events_due = 0) OR (f.events = 0 AND NOT f.forms && ${MEETINGS})`,
    observed: 'f.events_due > 0 AND f.events_unsettled = 0',
  },
  numerator: 'f.events_kept',
  denominator: 'f.events_due',
  x: '100 * CAST(f.events_kept AS double precision) / nullif(f.events_due, 0)',
};
