import { CHECK, EVENT_MODE, FORM, YES_NO } from './codes';
import { Code, Day, Decimal, Integer, Reference, Text } from './field';
import { Keeps } from './row-rule';

const flag = (pl: string, en: string) => Code(CHECK, { label: { pl, en }, unrecorded: 'not_recorded' });

/** A meeting, a form, a walk: one occasion to take part in a consultation, as announced and as held. */
@Keeps({
  constraint: 'event_moved_not_before_announced',
  rule: 'end_before_start',
  column: 'moved_notice_on',
  columns: ['announced_on', 'moved_notice_on'],
  sql: 'moved_notice_on >= announced_on',
})
export class ConsultationEvent {
  @Text({ label: { pl: 'Identyfikator wydarzenia', en: 'Event code' }, max: 80, key: true }) code!: string;
  @Reference('consultation', { label: { pl: 'Konsultacje', en: 'Consultation' }, required: true })
  consultation!: string;
  @Code(FORM, { label: { pl: 'Forma', en: 'Form' }, required: true }) kind!: string;
  @Day({ label: { pl: 'Ogłoszono', en: 'Announced' } }) announced_on!: string | null;
  @Day({ label: { pl: 'Planowany dzień', en: 'Planned for' } }) planned_on!: string | null;
  @Text({ label: { pl: 'Planowana godzina', en: 'Planned time' }, max: 5 }) planned_time!: string | null;
  @Text({ label: { pl: 'Ogłoszone miejsce', en: 'Announced place' } }) announced_place!: string | null;
  @Day({ label: { pl: 'Zmianę ogłoszono', en: 'Change announced' } }) moved_notice_on!: string | null;
  @Day({ label: { pl: 'Odbyło się', en: 'Held on' } }) held_on!: string | null;
  @Day({ label: { pl: 'Odwołano', en: 'Cancelled' } }) cancelled_on!: string | null;
  @Text({ label: { pl: 'Miejsce', en: 'Place' } }) place!: string | null;
  @Decimal({ label: { pl: 'Szerokość geograficzna', en: 'Latitude' }, min: -90, max: 90 }) latitude!:
    string | null;
  @Decimal({ label: { pl: 'Długość geograficzna', en: 'Longitude' }, min: -180, max: 180 }) longitude!:
    string | null;
  @Code(EVENT_MODE, { label: { pl: 'Sposób udziału', en: 'Mode' } }) mode!: string | null;
  @Integer({ label: { pl: 'Liczba obecnych', en: 'Attendance' } }) attendance!: number | null;
  @Code(YES_NO, {
    label: { pl: 'Poza godzinami 8–16 dni roboczych', en: 'Outside office hours' },
    unrecorded: 'not_recorded',
  })
  outside_office_hours!: string | null;
  @flag('Miejsce bez barier', 'Barrier-free place') barrier_free!: string | null;
  @flag('PJM lub pętla', 'Sign language or loop') hearing_support!: string | null;
  @flag('Opieka nad dziećmi', 'Childcare') childcare!: string | null;
}
