import { Answers, Day, Decimal, Facts, Integer, Reference, Text } from './field';

/**
 * One filled-in survey. Answers stand together on the row: coded ones in `answers` by the position of their item (a
 * negative one is a kind of missing, see `MISSING`), all others in `others` by the code of their item. The day it came
 * is kept and not the instant, which may tell who it was.
 */
export class SurveyResponse {
  @Text({ label: { pl: 'Identyfikator odpowiedzi', en: 'Response code' }, max: 80, key: true }) code!: string;
  @Reference('survey', { label: { pl: 'Ankieta', en: 'Survey' }, required: true }) survey!: string;
  @Day({ label: { pl: 'Wypełniono', en: 'Submitted' } }) submitted_on!: string | null;
  @Text({ label: { pl: 'Warstwa', en: 'Stratum' }, max: 200 }) stratum!: string | null;
  @Text({ label: { pl: 'Zespół (PSU)', en: 'Primary sampling unit' }, max: 200 }) psu!: string | null;
  /** 0 adds nothing to weighted values; null: no weight was given, each counts once. */
  @Decimal({ label: { pl: 'Waga', en: 'Weight' } }) weight!: string | null;
  /** For the finite population correction. */
  @Integer({ label: { pl: 'Wielkość warstwy', en: 'Size of the stratum' }, min: 1 }) stratum_size!:
    number | null;
  @Facts({ label: { pl: 'Cechy osoby', en: 'Attributes' } }) attributes!: Record<string, string>;
  @Answers({ label: { pl: 'Odpowiedzi kodowane', en: 'Coded answers' } }) answers!: (number | null)[];
  @Facts({ label: { pl: 'Inne odpowiedzi', en: 'Other answers' } }) others!: Record<
    string,
    string | number | string[]
  >;
}

/** Why a coded answer is not there. */
export const MISSING = { skipped: -1, not_applicable: -2, dont_know: -3, unreadable: -4 } as const;
