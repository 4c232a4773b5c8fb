import type { Label } from './field';
import { say } from './sentence';

/** What is said of a column where a survey is proposed for a file; a person confirms or corrects it. */
export const SURVEY_REMARKS = {
  reversed_proposed: say(
    'Pytanie odwrócone wobec swojego bloku: {allowed}; proponujemy „reversed”: true',
    'The question is reversed against its block: {allowed}; “reversed”: true is proposed',
  ),
  reversed_unmarked: say(
    'Pytanie może być odwrócone wobec swojego bloku: {allowed}; nie proponujemy zmiany, sprawdź treść',
    'The question may be reversed against its block: {allowed}; no change is proposed, look at its wording',
  ),
  dont_know_proposed: say(
    'Odpowiedzi, które nie są odpowiedzią („nie wiem”, „nie dotyczy”): {value}; proponujemy wartość null',
    'Answers that are none (“don’t know”, “not applicable”): {value}; null is proposed for them',
  ),
  stray_answers: say(
    'Pojedyncze komórki nie pasują do skali: {value}; ich wiersze zostaną odrzucone, dopóki ich nie poprawisz albo nie zmienisz skali',
    'Single cells do not fit the scale: {value}; their rows are refused until they are mended or the scale is changed',
  ),
  weight_proposed: say(
    'Kolumna wygląda na wagę odpowiedzi: liczby od {value}',
    'The column looks like the weight of a response: numbers from {value}',
  ),
  weight_doubtful: say(
    'Kolumna nazywa się jak waga odpowiedzi, ale na nią nie wygląda („{value}”), więc proponujemy ją jako pytanie; jeśli to waga, popraw wartości i wskaż ją',
    'The column is called like the weight of a response but does not look like one (“{value}”), so it is proposed as a question; if it is the weight, mend its values and name it',
  ),
  several_answers: say(
    'Kilka odpowiedzi w jednej komórce, rozdzielonych „{value}”',
    'Several answers in one cell, set apart by “{value}”',
  ),
  constant_column: say(
    'W każdym obejrzanym wierszu z wartością stoi to samo: „{value}”',
    'Every row looked at that has a value has the same one: “{value}”',
  ),
  free_text: say(
    'Wypowiedzi własnymi słowami: nie są pokazywane, a dane osobowe w nich są maskowane',
    'Answers in people’s own words: they are not shown, and personal data in them are masked',
  ),
  no_middle: say(
    'Słowa skali nie mają środka; proponujemy 1, 2, 4, 5, żeby środek został pusty',
    'The words of the scale have no middle; 1, 2, 4, 5 are proposed, so that the middle stays empty',
  ),
  attribute_codes_missing: say(
    'Z pliku nie wynika, co znaczą wartości {value}; podaj kody, do tego czasu cecha nie jest zapisywana',
    'The file does not tell what the values {value} mean; give their codes, until then the attribute is not recorded',
  ),
} as const;

export type SurveyRemark = keyof typeof SURVEY_REMARKS;

/** The sentence of a remark. @param reason what else it rests on, in both languages */
export const remarkSentence = (
  rule: SurveyRemark,
  value: string,
  reason: Label = { pl: '', en: '' },
): Label => SURVEY_REMARKS[rule](value, reason);
