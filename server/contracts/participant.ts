import { AGE_BAND, AUTHOR_KIND, SEX } from './codes-people';
import { Code, Pseudonym, Reference, Text } from './field';

/** One taking part in one consultation: attributes as they were then, and no name. */
export class Participant {
  @Text({ label: { pl: 'Identyfikator wpisu', en: 'Code of the entry' }, max: 80, key: true }) code!: string;
  @Reference('consultation', {
    label: { pl: 'Konsultacje', en: 'Consultation' },
    required: true,
    alias: 'consultation_code',
  })
  consultation!: string;
  @Reference('consultation_event', { label: { pl: 'Wydarzenie', en: 'Event' } }) event!: string | null;
  @Pseudonym({ label: { pl: 'Klucz osoby', en: 'Key of the person' } }) person!: string | null;
  @Code(AUTHOR_KIND, { label: { pl: 'Kim jest', en: 'Who they are' } }) kind!: string | null;
  @Reference('organisation', { label: { pl: 'Organizacja', en: 'Organisation' } }) organisation!:
    string | null;
  @Code(AGE_BAND, { label: { pl: 'Wiek', en: 'Age' } }) age_band!: string | null;
  @Code(SEX, { label: { pl: 'Płeć', en: 'Sex' } }) sex!: string | null;
  @Reference('district', { label: { pl: 'Dzielnica', en: 'District' } }) district!: string | null;
}
