import { EVENT_KIND } from './codes-training';
import { Code, Day, Integer, Reference, Text } from './field';

/** A seminar or a conference of the observatory, with the survey that its guests filled in. */
export class Event {
  @Text({ label: { pl: 'Kod wydarzenia', en: 'Event code' }, max: 80, key: true }) code!: string;
  @Code(EVENT_KIND, { label: { pl: 'Rodzaj', en: 'Kind' } }) kind!: string | null;
  @Text({ label: { pl: 'Tytuł po polsku', en: 'Title in Polish' }, max: 1000 }) title_pl!: string | null;
  @Text({ label: { pl: 'Tytuł po angielsku', en: 'Title in English' }, max: 1000 }) title_en!: string | null;
  @Day({ label: { pl: 'Odbyło się', en: 'Held on' } }) held_on!: string | null;
  @Text({ label: { pl: 'Miejsce', en: 'Place' } }) place!: string | null;
  @Integer({ label: { pl: 'Zapisani', en: 'Registered' } }) registered!: number | null;
  @Integer({ label: { pl: 'Obecni', en: 'Attended' } }) attended!: number | null;
  @Reference('survey', { label: { pl: 'Ankieta', en: 'Survey' } }) feedback_survey!: string | null;
}
