import type { Field, Label } from './field';
import { PERSONAL, type PersonalKind } from './personal';
import { say, type Sentence } from './sentence';

/** What can be wrong with one cell, whichever way it came in. */
export const CELL_RULES = {
  missing_code: say(
    'Brak identyfikatora: bez niego nie wiadomo, którego rekordu dotyczy wiersz',
    'The code is missing: without it nobody knows which record the row is',
  ),
  missing_value: say('Brak wartości wymaganej', 'A required value is missing'),
  unknown_code: say(
    'Nieznana wartość „{value}”; dozwolone: {allowed}',
    'Unknown value “{value}”; allowed: {allowed}',
  ),
  unknown_answer: say(
    '„{value}” nie jest odpowiedzią na to pytanie; dozwolone: {allowed}',
    '“{value}” is no answer to this question; allowed: {allowed}',
  ),
  unknown_reference: say(
    'Nie ma rekordu o kodzie „{value}”; najpierw wczytaj ten rekord',
    'No record has the code “{value}”; bring that record in first',
  ),
  not_an_integer: say(
    '„{value}” nie jest liczbą całkowitą; zapisz np. 1250',
    '“{value}” is not a whole number; write for example 1250',
  ),
  not_a_number: say('„{value}” nie jest liczbą', '“{value}” is not a number'),
  negative_count: say('Wartość ujemna {value}; dozwolone od 0', 'Negative value {value}; allowed from 0'),
  out_of_range: say('Wartość {value} poza zakresem {allowed}', 'Value {value} is outside {allowed}'),
  not_a_date: say(
    '„{value}” nie jest datą; zapisz np. 2025-03-12 albo 12.03.2025',
    '“{value}” is not a date; write for example 2025-03-12 or 12.03.2025',
  ),
  impossible_date: say('Nie ma takiego dnia: „{value}”', 'There is no such day: “{value}”'),
  two_digit_year: say(
    'Rok zapisany dwiema cyframi: „{value}”; nie zgadujemy wieku, podaj cztery cyfry',
    'Two-digit year: “{value}”; the century is not guessed, give four digits',
  ),
  ambiguous_date: say(
    'Nie wiadomo, co w „{value}” jest dniem, a co miesiącem; podaj zapis daty w mapowaniu',
    'Day and month of “{value}” cannot be told apart; give the date format in the mapping',
  ),
  date_out_of_range: say('Data {value} poza zakresem {allowed}', 'The date {value} is outside {allowed}'),
  not_a_list: say('„{value}” nie jest listą', '“{value}” is not a list'),
  not_a_text: say('„{value}” nie jest tekstem', '“{value}” is not a text'),
  not_an_address: say(
    '„{value}” nie jest adresem http ani https',
    '“{value}” is not an http or https address',
  ),
  too_long: say(
    'Tekst ma więcej niż {allowed} znaków; nic nie skracamy po cichu',
    'The text is longer than {allowed} characters; nothing is cut silently',
  ),
  control_character: say(
    'Znak sterujący w tekście; usuń go w źródle',
    'Control character in the text; remove it at the source',
  ),
  mixed_script: say(
    'Kod „{value}” miesza litery łacińskie z cyrylicą lub greką',
    'The code “{value}” mixes Latin letters with Cyrillic or Greek',
  ),
  personal_code: say(
    'Kod zawiera adres e-mail albo PESEL; nadaj rekordowi inny kod',
    'The code holds an e-mail address or a PESEL number; give the record another code',
  ),
} as const;

/** What can be wrong with a row of a file: its structure, its key, its cells together. */
export const ROW_RULES = {
  duplicate_code: say(
    'Kod „{value}” już wystąpił w tym pliku; pierwszy wiersz go zachowuje',
    'The code “{value}” already stands in this file; the first row keeps it',
  ),
  broken_quote: say(
    'Cudzysłów zamknięty w środku komórki albo niezamknięty',
    'A quote is closed inside the cell or never closed',
  ),
  extra_column: say(
    'Wiersz ma więcej komórek niż nagłówek ({value})',
    'The row has more cells than the header ({value})',
  ),
  missing_column: say(
    'Wiersz ma mniej komórek niż nagłówek ({value}); wartości mogą być przesunięte',
    'The row has fewer cells than the header ({value}); values may be shifted',
  ),
  invalid_encoding: say(
    'Bajty spoza zadeklarowanego kodowania pliku',
    'Bytes that the encoding of the file does not allow',
  ),
  total_row: say('Wiersz podsumowania „{value}”, nie rekord', 'A total (“{value}”), not a record'),
  end_before_start: say(
    'Koniec jest wcześniejszy niż początek: {value}',
    'The end is before the start: {value}',
  ),
  another_edition: say(
    'Zajęcia i udział należą do różnych edycji ({value})',
    'The session and the enrolment belong to different editions ({value})',
  ),
  parts_exceed_whole: say('Części przekraczają całość: {value}', 'The parts exceed the whole: {value}'),
} as const;

/** What is worth a word but loses nothing: the row is taken. */
export const WARNINGS = {
  formula: say(
    'Tekst wygląda jak formuła; zachowany jako tekst, unieszkodliwiany przy eksporcie',
    'The text looks like a formula; kept as text, neutralised when exported',
  ),
  thousands_separator: say(
    'Liczba z odstępem tysięcy odczytana jako {allowed}',
    'Number with a thousands separator, read as {allowed}',
  ),
  time_24: say('Godzina 24:00: liczy się ten dzień', 'The hour 24:00: the day itself counts'),
  trimmed: say('Usunięto odstępy z początku lub końca', 'Blanks at the ends were removed'),
  not_normalised: say(
    'Litery złożone z części zapisano jako pojedyncze znaki',
    'Decomposed letters were stored composed',
  ),
  markup: say(
    'Tekst zawiera znaczniki; pokazywany dosłownie',
    'The text contains markup; it is shown literally',
  ),
  bom_inside: say(
    'Usunięto znacznik kolejności bajtów wewnątrz tekstu',
    'A byte order mark inside the text was removed',
  ),
  blank_title: say('Brak tytułu w obu językach', 'No title in either language'),
  report_before_end: say(
    'Raport nosi dzień sprzed końca: nie mówi, co powiedziano, więc czasu do raportu nie liczymy',
    'The report is dated before the end: it does not tell what was said, so the time to it is not counted',
  ),
  outside_term: say(
    'Dzień spoza terminu ({value}); przyjęte, sprawdź dzień albo zaznacz, że po terminie',
    'The day is outside the term ({value}); taken, check the day or say that it was late',
  ),
  answered_before_received: say(
    'Rozstrzygnięto przed wpływem uwagi; przyjęte, sprawdź oba dni',
    'Decided before the contribution was received; taken, check both days',
  ),
  decimal_zero: say(
    'Liczba całkowita zapisana z zerem po przecinku, odczytana jako {allowed}',
    'Whole number written with a zero after the mark, read as {allowed}',
  ),
  duplicate_person: say(
    'Ta sama osoba więcej niż raz w tych samych konsultacjach (ile razy i w których wierszach: {value}); przyjęte',
    'The same person more than once in one consultation (how many times, and on which lines: {value}); taken',
  ),
  copied_text: say(
    'Ten sam tekst w kilku uwagach (w ilu i w których wierszach: {value}); przyjęte, scal je w propozycję przy kodowaniu',
    'The same text in several contributions (in how many, and on which lines: {value}); taken, merge them when coding',
  ),
  personal_masked: say(
    'Dane osobowe w tekście (e-mail, PESEL, adres IP lub telefon) zastąpiono znacznikiem',
    'Personal data in the text (e-mail, PESEL, IP address or phone) was replaced by a mark',
  ),
  personal_column: say(
    'Kolumna z danymi osobowymi ({allowed}) nie została przyjęta; jeśli to pomyłka, wymień ją w keep_columns mapowania',
    'The column of personal data ({allowed}) was not taken in; where this is a mistake, name it in keep_columns of the mapping',
  ),
  personal_column_kept: say(
    'Kolumna wygląda na dane osobowe ({allowed}); przyjęta, bo mapowanie wymienia ją w keep_columns',
    'The column looks like personal data ({allowed}); taken in, because the mapping names it in keep_columns',
  ),
  personal_column_keyed: say(
    'Z kolumny z danymi osobowymi ({allowed}) zapisano tylko klucze osób',
    'Of the column of personal data ({allowed}) only keys of people were stored',
  ),
} as const;

/** Warnings of a whole column: their value is a kind of personal data, never a cell. */
export const OF_COLUMN: readonly string[] = [
  'personal_column',
  'personal_column_kept',
  'personal_column_keyed',
] satisfies Warning[];

export type CellRule = keyof typeof CELL_RULES;
export type RowRule = keyof typeof ROW_RULES;
export type Warning = keyof typeof WARNINGS;
export type Rule = CellRule | RowRule | Warning;

const ALL: Record<string, Sentence> = { ...CELL_RULES, ...ROW_RULES, ...WARNINGS };

/** The sentence of a rule in both languages: what is wrong, with which value, what is allowed. */
export function sentence(
  rule: Rule,
  field: Field | null,
  value: string | null,
  allowed: string | null = null,
): Label {
  // a value that must not be shown leaves its place
  const shown =
    value === null ? '…' : [...value].length > 80 ? `${[...value].slice(0, 80).join('')}…` : value;
  return ALL[rule]!(shown, allowed === null ? allowedBy(rule, field, shown) : { pl: allowed, en: allowed });
}

function allowedBy(rule: Rule, field: Field | null, value: string): Label {
  const same = (text: string) => ({ pl: text, en: text });
  if (rule === 'thousands_separator' || rule === 'decimal_zero')
    return same(value.replace(/[.,]0$/, '').replace(/\D/g, ''));
  if (OF_COLUMN.includes(rule)) return PERSONAL[value as PersonalKind] ?? same('');
  if (!field) return same('');
  if (field.codes) return same(Object.keys(field.codes).join(', '));
  return same(rule === 'too_long' ? String(field.max) : `${field.min} – ${field.max}`);
}
