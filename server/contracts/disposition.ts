import { OUTCOME, RATIONALE } from './codes-people';
import { Code, Day, Reference, Text } from './field';
import { Keeps } from './row-rule';

/**
 * What the authority answered to one contribution. A collective answer stands at every contribution that it names,
 * with one `answer_group`. It is kept with its contribution, and a file of answers alone adds them to those known.
 */
@Keeps({
  constraint: 'disposition_published_after_decided',
  rule: 'end_before_start',
  column: 'published_on',
  columns: ['decided_on', 'published_on'],
  sql: 'published_on >= decided_on',
})
export class Disposition {
  @Text({ label: { pl: 'Identyfikator uwagi', en: 'Contribution code' }, max: 80, key: true }) code!: string;
  @Reference('consultation', {
    label: { pl: 'Konsultacje', en: 'Consultation' },
    required: true,
    alias: 'consultation_code',
  })
  consultation!: string;
  @Code(OUTCOME, { label: { pl: 'Rozstrzygnięcie', en: 'Outcome' } }) outcome!: string | null;
  @Text({ label: { pl: 'Uzasadnienie', en: 'Rationale' }, max: 100_000, restricted: true }) rationale!:
    string | null;
  @Code(RATIONALE, { label: { pl: 'Jakość uzasadnienia', en: 'Quality of the rationale' } })
  rationale_quality!: string | null;
  @Reference('unit', { label: { pl: 'Komórka, która odpowiedziała', en: 'Unit that answered' } })
  signed_unit!: string | null;
  @Day({ label: { pl: 'Rozstrzygnięto', en: 'Decided' } }) decided_on!: string | null;
  @Day({ label: { pl: 'Odpowiedź opublikowano', en: 'Answer published' } }) published_on!: string | null;
  @Day({ label: { pl: 'Powiadomiono', en: 'Notified' } }) notified_on!: string | null;
  @Text({ label: { pl: 'Zmiana w akcie', en: 'Change in the act' } }) change_ref!: string | null;
  @Text({ label: { pl: 'Odpowiedź zbiorcza', en: 'Collective answer' }, max: 80 }) answer_group!:
    string | null;
}
