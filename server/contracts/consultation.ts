import { ADDRESSEE, CHECK, FORM, IAP2_LEVEL, INITIATOR, MATTER_TYPE, STAGE, YES_NO } from './codes';
import { Code, CodeList, Day, Decimal, Integer, Reference, Text, TextList, Url } from './field';
import { Keeps } from './row-rule';

const yesNo = (pl: string, en: string) => Code(YES_NO, { label: { pl, en }, unrecorded: 'not_recorded' });
const check = (pl: string, en: string) => Code(CHECK, { label: { pl, en }, unrecorded: 'not_recorded' });
const text = (pl: string, en: string, max = 500) => Text({ label: { pl, en }, max });
const day = (pl: string, en: string) => Day({ label: { pl, en } });
const count = (pl: string, en: string) => Integer({ label: { pl, en } });

/**
 * One proceeding with a subject and days: its facts as the source states them. Null means "not recorded"; whether a
 * thing did not happen is derived (store/derived), never typed. Fields of method.md section 3.
 */
@Keeps({
  constraint: 'consultation_ends_after_start',
  rule: 'end_before_start',
  column: 'closes_on',
  columns: ['opens_on', 'closes_on'],
  sql: 'closes_on >= opens_on',
})
@Keeps({
  constraint: 'consultation_remarks_after_start',
  rule: 'end_before_start',
  column: 'remarks_until',
  columns: ['opens_on', 'remarks_until'],
  sql: 'remarks_until >= opens_on',
})
@Keeps({
  constraint: 'consultation_closed_after_start',
  rule: 'end_before_start',
  column: 'closed_on',
  columns: ['opens_on', 'closed_on'],
  sql: 'closed_on >= opens_on',
})
@Keeps({
  constraint: 'consultation_parts_within_whole',
  rule: 'parts_exceed_whole',
  column: 'reported_accepted',
  columns: ['reported_accepted', 'reported_partly', 'reported_contributions'],
  sql: 'CAST(coalesce(reported_accepted, 0) AS bigint) + coalesce(reported_partly, 0) <= reported_contributions',
})
export class Consultation {
  @Text({ label: { pl: 'Identyfikator konsultacji', en: 'Consultation code' }, max: 80, key: true })
  code!: string;
  @text('Sygnatura', 'Register number', 200) register_no!: string | null;
  @text('Tytuł po polsku', 'Title in Polish', 1000) title_pl!: string | null;
  @text('Tytuł po angielsku', 'Title in English', 1000) title_en!: string | null;
  @TextList({ label: { pl: 'Tematy', en: 'Topics' } }) topics!: string[] | null;
  @Code(MATTER_TYPE, { label: { pl: 'Rodzaj sprawy', en: 'Matter' } }) matter_type!: string | null;
  @Code(ADDRESSEE, { label: { pl: 'Adresaci', en: 'Addressees' } }) addressee!: string | null;
  @Code(INITIATOR, { label: { pl: 'Inicjator', en: 'Initiator' } }) initiator!: string | null;
  @Code(IAP2_LEVEL, { label: { pl: 'Poziom udziału (IAP2)', en: 'Level of participation (IAP2)' } })
  iap2_level!: string | null;
  @Code(STAGE, { label: { pl: 'Etap sprawy w chwili ogłoszenia', en: 'Stage of the matter at launch' } })
  stage_at_launch!: string | null;

  @Reference('unit', { label: { pl: 'Komórka odpowiedzialna (kod)', en: 'Responsible unit (code)' } }) unit!:
    string | null;
  @text('Komórka odpowiedzialna', 'Responsible unit', 300) unit_name!: string | null;
  @Reference('unit', { label: { pl: 'Komórka właściwa merytorycznie (kod)', en: 'Competent unit (code)' } })
  competent_unit!: string | null;
  @yesNo('Wskazano komórkę w ogłoszeniu', 'Unit named in the announcement') unit_named!: string | null;
  @yesNo('Wskazano osobę do kontaktu', 'Contact person named') coordinator_named!: string | null;
  @yesNo('Wskazano, kto decyduje', 'Political owner named') political_owner_named!: string | null;
  @Reference('legal_rule', { label: { pl: 'Reguła prawna (kod)', en: 'Legal rule (code)' } }) legal_rule!:
    string | null;
  @text('Podstawa', 'Legal basis', 1000) legal_basis!: string | null;

  @day('Wpisano do planu', 'Listed in the plan') plan_listed_on!: string | null;
  @day('Ogłoszono', 'Announced') announced_on!: string | null;
  @day('Pierwotnie ogłoszony koniec', 'First announced end') announced_closes_on!: string | null;
  @day('Początek', 'Opens') opens_on!: string | null;
  @day('Koniec', 'Closes') closes_on!: string | null;
  @day('Uwagi do', 'Remarks until') remarks_until!: string | null;
  @day('Faktyczne zamknięcie', 'Closed') closed_on!: string | null;
  @day('Odwołano', 'Cancelled') cancelled_on!: string | null;
  @day('Raport opublikowano', 'Report published') report_published_on!: string | null;
  @Url({ label: { pl: 'Adres raportu', en: 'Address of the report' } }) report_url!: string | null;
  @day('Decyzja', 'Decision') decision_on!: string | null;
  @day('Decyzję opublikowano', 'Decision published') decision_published_on!: string | null;
  @yesNo('Decyzja odwołuje się do raportu', 'Decision refers to the report') decision_refers_to_report!:
    string | null;
  @yesNo('Wymagana opinia RDPP', 'Opinion of the NGO council due') council_due!: string | null;

  @check('Ogłoszenie: przedmiot', 'Announcement: subject') announcement_subject!: string | null;
  @check('Ogłoszenie: cel', 'Announcement: purpose') announcement_purpose!: string | null;
  @check('Ogłoszenie: termin', 'Announcement: period') announcement_period!: string | null;
  @check('Ogłoszenie: formy', 'Announcement: forms') announcement_forms!: string | null;
  @check('Ogłoszenie: komórka odpowiedzialna', 'Announcement: responsible unit') announcement_unit!:
    string | null;
  @check('Ogłoszenie: materiały', 'Announcement: materials attached') announcement_materials!: string | null;
  @check('Ogłoszenie: co można zmienić', 'Announcement: what is open to change')
  announcement_open_to_change!: string | null;
  @check('Ogłoszenie: zasady i dalsze kroki', 'Announcement: rules and next steps') announcement_next_steps!:
    string | null;

  @check('Dostępność: streszczenie prostym językiem', 'Accessibility: plain-language summary')
  accessibility_plain_language!: string | null;
  @check('Dostępność: dokumenty zgodne z WCAG', 'Accessibility: WCAG documents') accessibility_documents!:
    string | null;
  @check('Dostępność: udział bez internetu', 'Accessibility: offline path') accessibility_offline!:
    string | null;
  @check('Dostępność: spotkanie poza godzinami pracy', 'Accessibility: meeting outside office hours')
  accessibility_hours!: string | null;
  @check('Dostępność: miejsce bez barier', 'Accessibility: barrier-free place') accessibility_place!:
    string | null;
  @check('Dostępność: PJM lub pętla na życzenie', 'Accessibility: sign language or loop on request')
  accessibility_hearing!: string | null;
  @check('Dostępność: opieka nad dziećmi lub udział zdalny', 'Accessibility: childcare or hybrid')
  accessibility_care!: string | null;
  @check('Dostępność: duży druk lub tekst łatwy', 'Accessibility: large print or easy-read')
  accessibility_print!: string | null;

  @CodeList(FORM, { label: { pl: 'Formy', en: 'Forms' } }) forms!: string[] | null;
  @TextList({ label: { pl: 'Dzielnice', en: 'Districts' }, alias: 'district' }) districts!: string[] | null;
  @count('Liczba adresatów', 'Target population') target_population!: number | null;
  @day('Liczba adresatów: stan na', 'Target population: as of') target_population_as_of!: string | null;
  @Decimal({ label: { pl: 'Koszt bezpośredni (PLN)', en: 'Direct cost (PLN)' } }) direct_cost!: string | null;
  @Decimal({ label: { pl: 'Godziny pracy urzędu', en: 'Staff hours' } }) staff_hours!: string | null;
  @count('Uczestnicy według źródła', 'Participants as reported') reported_participants!: number | null;
  @count('Uwagi według źródła', 'Contributions as reported') reported_contributions!: number | null;
  @count('Uwzględnione według źródła', 'Accepted as reported') reported_accepted!: number | null;
  @count('Częściowo uwzględnione według źródła', 'Partly accepted as reported') reported_partly!:
    number | null;
  @Url({ label: { pl: 'Źródło', en: 'Source' } }) source_url!: string | null;
  @text('Dokładność źródła', 'Precision of the source') source_precision!: string | null;
}
