import { ADVICE_KIND, CHOSEN_MODULE, MODULE, SECTOR, TEST_PHASE } from './codes-training';
import { Code, Day, Decimal, Integer, Pseudonym, Reference, Text } from './field';
import { Keeps } from './row-rule';

const code = (pl: string, en: string) => Text({ label: { pl, en }, max: 80, key: true });
const day = (pl: string, en: string) => Day({ label: { pl, en } });
const edition = () =>
  Reference('training_edition', { label: { pl: 'Edycja', en: 'Edition' }, required: true });

/** One round of the training programme. */
@Keeps({
  constraint: 'training_edition_ends_after_start',
  rule: 'end_before_start',
  column: 'ends_on',
  columns: ['starts_on', 'ends_on'],
  sql: 'ends_on >= starts_on',
})
export class TrainingEdition {
  @code('Kod edycji', 'Edition code') code!: string;
  @Text({ label: { pl: 'Nazwa', en: 'Name' }, max: 300 }) name_pl!: string | null;
  @day('Początek', 'Starts') starts_on!: string | null;
  @day('Koniec', 'Ends') ends_on!: string | null;
  @Decimal({ label: { pl: 'Planowane godziny', en: 'Planned hours' } }) planned_hours!: string | null;
  @Integer({ label: { pl: 'Planowane osoby', en: 'Planned persons' } }) planned_persons!: number | null;
}

/** What one module of an edition is about, and how long it was planned to be. */
export class TrainingModule {
  @code('Kod modułu w edycji', 'Code of the module in its edition') code!: string;
  @edition() edition!: string;
  @Code(MODULE, { label: { pl: 'Moduł', en: 'Module' }, required: true }) module!: string;
  @Text({ label: { pl: 'Nazwa', en: 'Name' }, max: 300 }) name_pl!: string | null;
  @Decimal({ label: { pl: 'Planowane godziny', en: 'Planned hours' } }) planned_hours!: string | null;
}

/** One meeting of a module. */
export class TrainingSession {
  @code('Kod zajęć', 'Session code') code!: string;
  @edition() edition!: string;
  @Code(MODULE, { label: { pl: 'Moduł', en: 'Module' }, required: true }) module!: string;
  @day('Odbyły się', 'Held on') held_on!: string | null;
  @Decimal({ label: { pl: 'Godziny', en: 'Hours' }, max: 24, required: true }) hours!: string;
}

/** One person in one edition: M1 and M2 are for all, one of M3 and M4 is chosen. */
export class Enrolment {
  @code('Kod udziału', 'Enrolment code') code!: string;
  @edition() edition!: string;
  @Pseudonym({ label: { pl: 'Klucz osoby', en: 'Key of the person' } }) person!: string | null;
  @Code(CHOSEN_MODULE, { label: { pl: 'Wybrany moduł', en: 'Chosen module' } }) chosen_module!: string | null;
  @Code(SECTOR, { label: { pl: 'Skąd', en: 'Sector' } }) sector!: string | null;
  @Reference('unit', { label: { pl: 'Komórka', en: 'Unit' } }) unit!: string | null;
  @Reference('organisation', { label: { pl: 'Organizacja', en: 'Organisation' } }) organisation!:
    string | null;
  @day('Zapisano', 'Enrolled') enrolled_on!: string | null;
  @day('Zrezygnowano', 'Withdrawn') withdrawn_on!: string | null;
}

/** How long one person was at one session. */
export class Attendance {
  @Reference('training_session', { label: { pl: 'Zajęcia', en: 'Session' }, required: true })
  session!: string;
  @Reference('enrolment', { label: { pl: 'Udział', en: 'Enrolment' }, required: true }) enrolment!: string;
  @Decimal({ label: { pl: 'Godziny obecności', en: 'Hours attended' }, max: 24, required: true })
  hours!: string;
}

/** What one person scored before or after the training. */
@Keeps({
  constraint: 'training_test_score_within_most',
  rule: 'parts_exceed_whole',
  column: 'score',
  columns: ['score', 'most'],
  sql: 'score <= most',
})
export class TrainingTest {
  @Reference('enrolment', { label: { pl: 'Udział', en: 'Enrolment' }, required: true }) enrolment!: string;
  @Code(TEST_PHASE, { label: { pl: 'Kiedy', en: 'Phase' }, required: true }) phase!: string;
  @day('Dzień', 'Day') taken_on!: string | null;
  @Decimal({ label: { pl: 'Wynik', en: 'Score' }, required: true }) score!: string;
  @Decimal({ label: { pl: 'Najwyższy możliwy wynik', en: 'Highest possible score' }, required: true })
  most!: string;
}

/** One hour or more of advice, to one person or to a group; person-hours are derived. */
export class AdviceSession {
  @code('Kod doradztwa', 'Advice code') code!: string;
  @edition() edition!: string;
  @Code(ADVICE_KIND, { label: { pl: 'Rodzaj', en: 'Kind' }, required: true }) kind!: string;
  @day('Odbyło się', 'Held on') held_on!: string | null;
  @Decimal({ label: { pl: 'Godziny doradztwa', en: 'Hours of advice' }, required: true })
  service_hours!: string;
  @Integer({ label: { pl: 'Liczba osób', en: 'Persons' } }) persons!: number | null;
  @Reference('unit', { label: { pl: 'Komórka', en: 'Unit' } }) unit!: string | null;
  @Reference('organisation', { label: { pl: 'Organizacja', en: 'Organisation' } }) organisation!:
    string | null;
}
