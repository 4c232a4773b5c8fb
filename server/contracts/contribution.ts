import { FORM, YES_NO } from './codes';
import { AGE_BAND, AUTHOR_KIND, SEX, STANCE } from './codes-people';
import { Disposition } from './disposition';
import { Code, Day, Integer, Pseudonym, Reference, Text } from './field';

const yesNo = (pl: string, en: string) => Code(YES_NO, { label: { pl, en }, unrecorded: 'not_recorded' });

/**
 * One remark or proposal, as it came and as it was answered. Who made it is a key and a few attributes; the text is not
 * for the public. Codes are unique within their consultation.
 */
export class Contribution extends Disposition {
  @Reference('consultation_event', { label: { pl: 'Wydarzenie', en: 'Event' } }) event!: string | null;
  @Text({ label: { pl: 'Odpowiedź na uwagę', en: 'Reply to the contribution' }, max: 80 }) parent!:
    string | null;
  @Code(FORM, { label: { pl: 'Droga', en: 'Channel' } }) channel!: string | null;
  @Day({ label: { pl: 'Wpłynęła', en: 'Received' } }) received_on!: string | null;
  @yesNo('Ważna', 'Valid') valid!: string | null;
  @Text({ label: { pl: 'Powód nieważności', en: 'Why it is not valid' } }) invalid_reason!: string | null;
  @yesNo('Po terminie', 'Late') late!: string | null;
  @yesNo('Merytoryczna', 'Substantive') substantive!: string | null;
  @Text({ label: { pl: 'Propozycja (po scaleniu kopii)', en: 'Proposal (copies merged)' }, max: 80 })
  cluster!: string | null;
  @Text({ label: { pl: 'Temat', en: 'Topic' }, max: 200 }) topic!: string | null;
  @Code(STANCE, { label: { pl: 'Stanowisko', en: 'Stance' } }) stance!: string | null;
  @Text({ label: { pl: 'Miejsce', en: 'Place' }, max: 1000 }) place!: string | null;
  @Integer({ label: { pl: 'Poparcie', en: 'Support' } }) support!: number | null;
  @Reference('unit', { label: { pl: 'Komórka właściwa', en: 'Competent unit' } }) competent_unit!:
    string | null;
  @Text({ label: { pl: 'Treść', en: 'Text' }, max: 100_000, restricted: true }) text!: string | null;
  @Pseudonym({ label: { pl: 'Klucz osoby', en: 'Key of the person' } }) person!: string | null;
  @Code(AUTHOR_KIND, { label: { pl: 'Czyj to pogląd', en: 'Whose view it is' } }) author_kind!: string | null;
  @Reference('organisation', { label: { pl: 'Organizacja', en: 'Organisation' } }) organisation!:
    string | null;
  @Code(AGE_BAND, { label: { pl: 'Wiek', en: 'Age' } }) age_band!: string | null;
  @Code(SEX, { label: { pl: 'Płeć', en: 'Sex' } }) sex!: string | null;
  @Reference('district', { label: { pl: 'Dzielnica', en: 'District' } }) district!: string | null;
}
