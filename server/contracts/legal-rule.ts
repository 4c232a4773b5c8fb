import { COUNT_FROM, MATTER_TYPE } from './codes';
import { Code, Day, Integer, Text, Url } from './field';
import { Keeps } from './row-rule';

/** What the law asks of consultations on one kind of matter, and from which day to which day it asks it. */
@Keeps({
  constraint: 'legal_rule_ends_after_start',
  rule: 'end_before_start',
  column: 'valid_until',
  columns: ['valid_since', 'valid_until'],
  sql: 'valid_until >= valid_since',
})
export class LegalRule {
  @Text({ label: { pl: 'Kod reguły', en: 'Rule code' }, max: 80, key: true }) code!: string;
  @Text({ label: { pl: 'Akt', en: 'Act' }, max: 300, required: true }) act!: string;
  @Text({ label: { pl: 'Artykuł', en: 'Article' }, max: 100, required: true }) article!: string;
  @Code(MATTER_TYPE, { label: { pl: 'Rodzaj sprawy', en: 'Matter' } }) matter_type!: string | null;
  @Integer({ label: { pl: 'Najkrótszy czas na uwagi (dni)', en: 'Shortest time for remarks (days)' } })
  min_days!: number | null;
  @Code(COUNT_FROM, { label: { pl: 'Liczony', en: 'Counted from' } }) count_from!: string | null;
  @Integer({ label: { pl: 'Najmniej form', en: 'Least number of forms' } }) min_forms!: number | null;
  @Integer({ label: { pl: 'Termin raportu (dni)', en: 'Report due (days)' } }) report_due_days!:
    number | null;
  @Integer({ label: { pl: 'Czas na opinię RDPP (dni)', en: 'Time for the NGO council (days)' } })
  council_days!: number | null;
  @Day({ label: { pl: 'Obowiązuje od', en: 'In force since' }, required: true }) valid_since!: string;
  @Day({ label: { pl: 'Obowiązuje do', en: 'In force until' } }) valid_until!: string | null;
  @Url({ label: { pl: 'Źródło', en: 'Source' }, required: true }) source_url!: string;
}
