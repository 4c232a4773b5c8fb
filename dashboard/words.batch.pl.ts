import { formats, tidy } from './words';

const { count, number } = formats('pl');

const rows = { one: 'wiersz', few: 'wiersze', many: 'wierszy', other: 'wiersza' };
const rowsOf = { one: 'wiersza', few: 'wierszy', many: 'wierszy', other: 'wiersza' };

/** The Polish words of the pages of what came in; only those pages fetch them. */
export const batchWords = tidy({
  batches: {
    title: 'Zasilanie',
    headline: (files: number, taken: number) =>
      `Przyjęto ${count(files, { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' })}, a w nich ${count(taken, rows)}`,
    none: 'Nie przyjęto jeszcze żadnego pliku',
    caption: 'Przyjęte pliki, od najnowszego',
    columns: {
      file: 'Plik',
      type: 'Rodzaj zapisów',
      at: 'Przyjęto',
      rows: 'Wiersze',
      accepted: 'Przyjęte',
      rejected: 'Odrzucone',
      state: 'Stan',
    },
    states: { in_force: 'obowiązuje', reverted: 'cofnięta' } as Record<string, string>,
  },
  batch: {
    reason: 'Powód',
    crumb: (id: number | string) => `partia ${id}`,
    taken: (accepted: number, all: number, file: string) =>
      `Z pliku ${file} przyjęto ${number(accepted)} z ${count(all, rowsOf)}`,
    rejected: (n: number) => (n === 0 ? '; niczego nie odrzucono.' : `; ${count(n, rows)} odrzucono.`),
    reverted: (at: string) => `Tę partię cofnięto ${at}; jej zapisy nie obowiązują.`,
    line: (line: number) => `Wiersz ${line}`,
    lineRejected: (line: number) => `Wiersz ${line} tego pliku odrzucono.`,
    lineTaken: (line: number) => `Z wiersza ${line} tego pliku pochodzi zapis`,
    lineUnnamed: (line: number) => `Wskazano wiersz ${line} tego pliku.`,
    lineBeyond: (line: number) => `Ten plik nie ma zapisu w wierszu ${line}.`,
    toList: 'lista konsultacji',
    read: 'Jak odczytano plik',
    dialect: {
      encoding: 'Kodowanie',
      delimiter: 'Rozdzielnik',
      decimal: 'Znak dziesiętny',
      header_rows: 'Wiersze nagłówka',
      quote: 'Cudzysłów',
      escape: 'Znak ucieczki',
      skip_rows: 'Wiersze nad nagłówkiem',
      sheet: 'Arkusz',
      range: 'Komórki',
      section: 'Część pliku',
      formulas: 'Komórki z formułą',
    } as Record<string, string>,
    signs: {
      ',': 'przecinek',
      ';': 'średnik',
      '\t': 'tabulator',
      '.': 'kropka',
      '|': 'kreska pionowa',
    } as Record<string, string>,
    type: 'Rodzaj zapisów',
    sum: 'Suma SHA-256',
    at: 'Przyjęto',
    reconTitle: 'Co przyjęto',
    reconTried: 'Co się stanie po wczytaniu',
    recon: {
      rows: 'wierszy w pliku',
      new: 'nowe',
      changed: 'zmienione',
      unchanged: 'bez zmian',
      rejected: 'odrzucone',
    },
    sumNote: (parts: string, all: string) => `${parts} = ${all}. Przyjęcie jest jedną transakcją.`,
    findings: 'Co znaleziono w pliku',
    noFindings: 'W tym pliku nie znaleziono błędów ani ostrzeżeń.',
    findingsCount: (errors: number, warnings: number) =>
      `${count(errors, { one: 'błąd', few: 'błędy', many: 'błędów', other: 'błędu' })}, ${count(warnings, { one: 'ostrzeżenie', few: 'ostrzeżenia', many: 'ostrzeżeń', other: 'ostrzeżenia' })}`,
    findingsCaption: 'Błędy i ostrzeżenia; wiersz z błędem nie został przyjęty',
    columns: {
      weight: 'Waga',
      line: 'Wiersz',
      column: 'Kolumna',
      value: 'W pliku',
      message: 'Co jest nie tak',
      rule: 'Reguła',
    },
    error: 'błąd',
    warning: 'ostrzeżenie',
    moreFindings: (shown: number, all: number) =>
      `Pokazujemy pierwsze ${number(shown)} z ${number(all)}; wszystkie są w pliku CSV.`,
    findingsFile: 'Pobierz listę błędów (CSV)',
    emptyCell: '(puste)',
    hiddenCell: '(nie pokazujemy)',
    hiddenNote:
      'Zawartości komórek nie pokazujemy publicznie: odrzucona komórka może zawierać dane osobowe. Widzi je gospodarz tej instancji.',
    wholeRow: '(cały wiersz)',
    dropped: 'Kolumny pominięte',
    noneDropped: 'Żadnej kolumny nie pominięto.',
    mapping: 'Mapowanie kolumn (JSON)',
    columnsTitle: 'Kolumny i mapowanie',
  },
});

export type BatchWords = typeof batchWords;
