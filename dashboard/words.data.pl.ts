import { formats, tidy } from './words';

const { count, number } = formats('pl');

const rows = { one: 'wiersz', few: 'wiersze', many: 'wierszy', other: 'wiersza' };
const columns = { one: 'kolumna', few: 'kolumny', many: 'kolumn', other: 'kolumny' };
const sets = { one: 'zbiór danych', few: 'zbiory danych', many: 'zbiorów danych', other: 'zbioru danych' };

/** The Polish words of the page of data sets. */
export const dataWords = tidy({
  title: 'Dane',
  headline: (authority: string, n: number, all: number) =>
    `${authority}: ${count(n, sets)}, ${count(all, rows)}`,
  lead: 'Każdy plik jest kompletny i ma sumę kontrolną. Te same liczby są na stronach i w API.',
  snapshot: (n: number) => `migawka ${number(n)}`,
  asOf: (day: string) => `stan na ${day}`,
  method: (version: string) => `metoda ${version}`,
  notReleased: 'wstępne, niewydane',
  empty: {
    title: 'Co znaczy puste pole',
    text: 'Puste pole znaczy: nie odnotowano, nigdy zero. Przy wartości wskaźnika powód stoi w kolumnie „status”:',
  },
  statuses: [
    { code: 'observed', means: 'wartość obliczono z odnotowanych faktów' },
    { code: 'not_due', means: 'termin jeszcze nie minął, więc wartości nie wymagamy' },
    { code: 'not_applicable', means: 'wskaźnik nie dotyczy tych konsultacji' },
    { code: 'missing', means: 'brakuje odnotowanego faktu; nie znaczy to, że czegoś nie było' },
    { code: 'insufficient_n', means: 'wszystko jest znane, ale przypadków jest za mało na liczbę' },
  ],
  size: (n: number, wide: number) => `${count(n, rows)}, ${count(wide, columns)}`,
  files: {
    caption: (set: string) => `Pliki zbioru: ${set}`,
    columns: { format: 'Plik', forWhom: 'Co to jest', rows: 'Wiersze', bytes: 'Rozmiar', sum: 'SHA-256' },
    names: {
      csv: 'CSV dla programów',
      excel_csv: 'CSV dla Excela',
      arrow: 'Arrow',
      codebook_csv: 'słownik kolumn (CSV)',
    } as Record<string, string>,
    about: {
      csv: 'RFC 4180, UTF-8, przecinek, kropka dziesiętna',
      excel_csv: 'UTF-8 z BOM, średnik, przecinek dziesiętny',
      arrow: 'strumień z typami kolumn, do R, Pythona i DuckDB',
      codebook_csv: 'nazwa, typ i opis każdej kolumny',
    } as Record<string, string>,
    get: (what: string, n: number, size: string) => `Pobierz ${what} (${count(n, rows)}, ${size})`,
    note: 'Tekst, który arkusz wziąłby za formułę, zaczyna się w plikach CSV od apostrofu; w Arrow go nie ma.',
  },
  bytes: (value: number, unit: string) => `${number(value, unit === 'MB' ? 1 : 0)} ${unit}`,
  columnTable: {
    open: (n: number) => `Kolumny: nazwa, typ i opis (${number(n)})`,
    caption: (set: string) => `Kolumny zbioru: ${set}`,
    columns: { name: 'Nazwa', type: 'Typ', label: 'Opis' },
    types: {
      text: 'tekst',
      code: 'kod',
      number: 'liczba',
      integer: 'liczba całkowita',
      day: 'dzień (RRRR-MM-DD)',
      list: 'lista, przedzielona znakiem |',
    } as Record<string, string>,
  },
  cite: {
    title: 'Jak cytować',
    copy: 'Kopiuj cytowanie',
    copied: 'Skopiowano',
    failed: 'Nie udało się skopiować; zaznacz tekst powyżej.',
    licence: 'Licencja',
    licenceText: 'Wolno kopiować i zmieniać, podając źródło.',
    snapshot: 'Migawka',
    snapshotText: 'Numer stanu zapisu. Ten sam numer, dzień i metoda dają te same bajty.',
    asOf: 'Stan na',
    method: 'Metoda',
    notReleased: 'Wydanie',
  },
  snippets: {
    open: 'Jak wczytać (R, Python, curl)',
    titles: { r: 'R', python: 'Python', curl: 'curl' },
    check: 'suma SHA-256 z tej strony',
    copy: 'Kopiuj',
  },
});

export type DataWords = typeof dataWords;
