import { YES_NO } from './codes';
import { DESIGN, SCALE, SURVEY_KIND } from './codes-survey';
import { Code, Day, Decimal, Integer, Reference, Text, TextList } from './field';
import { Keeps } from './row-rule';

/** A survey: whom it asked and how they were found. */
@Keeps({
  constraint: 'survey_ends_after_start',
  rule: 'end_before_start',
  column: 'closes_on',
  columns: ['opens_on', 'closes_on'],
  sql: 'closes_on >= opens_on',
})
export class Survey {
  @Text({ label: { pl: 'Kod ankiety', en: 'Survey code' }, max: 80, key: true }) code!: string;
  @Text({ label: { pl: 'Tytuł po polsku', en: 'Title in Polish' }, max: 1000 }) title_pl!: string | null;
  @Text({ label: { pl: 'Tytuł po angielsku', en: 'Title in English' }, max: 1000 }) title_en!: string | null;
  @Reference('consultation', { label: { pl: 'Konsultacje', en: 'Consultation' } }) consultation!:
    string | null;
  @Code(SURVEY_KIND, { label: { pl: 'Rodzaj', en: 'Kind' } }) kind!: string | null;
  @Integer({ label: { pl: 'Fala', en: 'Wave' }, min: 1 }) wave!: number | null;
  @Code(DESIGN, { label: { pl: 'Dobór osób', en: 'Design' } }) design!: string | null;
  @Integer({ label: { pl: 'Wielkość operatu', en: 'Size of the frame' } }) frame_size!: number | null;
  @Integer({ label: { pl: 'Zaproszeni', en: 'Invited' } }) invited!: number | null;
  @Day({ label: { pl: 'Początek', en: 'Opens' } }) opens_on!: string | null;
  @Day({ label: { pl: 'Koniec', en: 'Closes' } }) closes_on!: string | null;
}

/** One question of a survey; answers stand in its responses at its position. */
export class SurveyItem {
  @Text({ label: { pl: 'Kod pytania', en: 'Item code' }, max: 500, key: true }) code!: string;
  @Reference('survey', { label: { pl: 'Ankieta', en: 'Survey' }, required: true }) survey!: string;
  @Integer({ label: { pl: 'Numer', en: 'Position' }, min: 1, max: 20_000, required: true }) position!: number;
  @Text({ label: { pl: 'Pytanie po polsku', en: 'Question in Polish' }, max: 5000 }) text_pl!: string | null;
  @Text({ label: { pl: 'Pytanie po angielsku', en: 'Question in English' }, max: 5000 }) text_en!:
    string | null;
  @Code(SCALE, { label: { pl: 'Skala', en: 'Scale' }, required: true }) scale!: string;
  @Decimal({ label: { pl: 'Najniższa odpowiedź', en: 'Lowest answer' }, min: -1e12 }) lowest!: string | null;
  @Decimal({ label: { pl: 'Najwyższa odpowiedź', en: 'Highest answer' }, min: -1e12 }) highest!:
    string | null;
  /** Words of the answers, from the lowest code on. */
  @TextList({ label: { pl: 'Odpowiedzi słowami', en: 'Words of the answers' }, max: 5000 }) options!:
    string[] | null;
  @Code(YES_NO, { label: { pl: 'Odwrócone', en: 'Reversed' }, unrecorded: 'not_recorded' }) reversed!:
    string | null;
  @Text({ label: { pl: 'Konstrukt', en: 'Construct' }, max: 80 }) construct!: string | null;
}
