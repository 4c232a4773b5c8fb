import { formats, tidy } from './words';
import { indexWords } from './words.index.pl';
import { chartWords } from './words.chart.pl';

const { count, number, day } = formats('pl');

const consultations = { one: 'konsultacja', few: 'konsultacje', many: 'konsultacji', other: 'konsultacji' };
const days = { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' };
const results = { one: 'wynik', few: 'wyniki', many: 'wyników', other: 'wyniku' };
const years = (from: number, to: number) => (from === to ? `z roku ${from}` : `z lat ${from}–${to}`);

/** The Polish words of the pages: the source; every other language has exactly these. */
export const pl = tidy({
  product: 'Obserwatorium Partycypacji',
  skip: 'Przejdź do treści',
  mainMenu: 'Główna',
  barLabel: 'Organ, druk i język',
  overviewPage: 'Przegląd',
  consultationsPage: 'Konsultacje',
  indicatorsPage: 'Wskaźniki',
  surveysPage: 'Ankiety',
  dataPage: 'Dane',
  intakePage: 'Zasilanie',
  otherLanguage: 'English',
  print: 'Drukuj lub PDF',
  demonstration: {
    label: 'Dane demonstracyjne',
    says: 'Miasto Przykładowe nie istnieje, liczby są wytworzone',
  },
  authority: 'Organ',
  chooseAuthority: 'Wybierz organ',
  inAuthority: (n: number) => count(n, consultations),
  footer:
    'Obserwatorium Partycypacji pokazuje, jak władze publiczne pytają mieszkańców o zdanie. Każdy fakt ma tu swoje źródło; czego nie odnotowano, tego nie zgadujemy.',
  apiLink: 'Opis API (OpenAPI)',
  codebookLink: 'Książka kodów (JSON)',
  signIn: 'Zaloguj się',
  notRecorded: 'nie odnotowano',
  untitled: (code: string) => `(bez tytułu) ${code}`,
  days: (n: number) => count(n, days),
  loading: 'Wczytywanie…',
  failed: 'Nie udało się wczytać tej części strony.',
  failedBecause: 'Serwer nie odpowiada. Sprawdź połączenie i spróbuj ponownie.',
  retry: 'Spróbuj ponownie',
  external: 'otwiera stronę źródła',
  lost: {
    back: 'Przejdź do listy konsultacji',
  },
  list: {
    title: 'Konsultacje',
    headline: (h: { authority: string; total: number; years: [number, number] | null }) =>
      [`${h.authority}: ${count(h.total, consultations)}`, h.years && years(...h.years)]
        .filter(Boolean)
        .join(' '),
    selected: (h: { authority: string; total: number; all: number; years: [number, number] | null }) =>
      [
        `${h.authority}: ${number(h.total)} z ${count(h.all, { ...consultations, one: 'konsultacji', few: 'konsultacji' })} w tym wyborze`,
        h.years && years(...h.years),
      ]
        .filter(Boolean)
        .join(', '),
    reports: (n: number, all: boolean) =>
      n === 0
        ? '; w żadnej nie odnotowano raportu'
        : all
          ? `; ${n === 1 ? 'raport odnotowano' : 'raport odnotowano w każdej'}`
          : `; w ${number(n)} odnotowano raport`,
    mostly: (label: string, n: number) => `; najczęściej: ${label} (${number(n)})`,
    nothing: (authority: string, all: number) =>
      `${authority}: żadna z ${count(all, { ...consultations, one: 'konsultacji', few: 'konsultacji' })} nie pasuje do tego wyboru.`,
    noRecords: (authority: string) => `${authority}: nie odnotowano jeszcze żadnych konsultacji.`,
    search: 'Szukaj w tytułach, kodach i komórkach',
    searchHint: 'Polskie znaki nie są potrzebne: „lodz” znajdzie „Łódź”.',
    clearSearch: 'Wyczyść',
    filters: 'Filtry',
    filtersChosen: (n: number) => (n === 0 ? 'Filtry' : `Filtry (${number(n)})`),
    close: 'Zamknij',
    show: (n: number) => (n === 1 ? 'Pokaż 1 wynik' : `Pokaż ${count(n, results)}`),
    found: (shown: number, total: number) =>
      shown < total
        ? `Pokazano ${number(shown)} z ${count(total, { ...consultations, one: 'konsultacji', few: 'konsultacji' })}`
        : count(total, consultations),
    chosen: 'Wybrane filtry',
    remove: (what: string) => `Usuń filtr: ${what}`,
    removeAll: 'Usuń wszystkie filtry',
    emptied: (what: string) => `Po usunięciu filtra „${what}” lista nie będzie pusta.`,
    emptiedTogether: 'Żaden zapis nie spełnia wszystkich warunków naraz.',
    searched: (text: string) => `szukane: ${text}`,
    facet: { stan: 'Stan', rodzaj: '', forma: '', temat: '', jedn: '', adresat: '', rok: 'Rok' },
    sort: 'Kolejność',
    sorts: {
      '-last_day': 'od najnowszych',
      last_day: 'od najstarszych',
      title: 'według tytułu',
      '-reported_contributions': 'najwięcej uwag',
      '-index': 'najwyższy indeks',
    },
    caption: 'Konsultacje w tym wyborze; „nie odnotowano” znaczy, że źródło tego nie podaje',
    columns: {
      title: 'Konsultacje',
      status: 'Stan',
      period: 'Termin',
      forms: 'Formy',
      contributions: 'Uwagi',
      report: 'Raport',
      index: 'Indeks',
    },
    pending: 'jeszcze bez oceny',
    running: 'liczymy',
    captionIndex: (method: string) => `Indeks, 0–100, i (gdyby luki wypełnić): ${method}`,
    from: (iso: string) => `od ${day(iso)}`,
    until: (iso: string) => `do ${day(iso)}`,
    announced: (iso: string) => `ogłoszono ${day(iso)}`,
    more: (n: number) => `Pokaż kolejne ${number(n)}`,
    json: 'Ten wybór jako JSON',
  },
  source: {
    title: 'Skąd te dane',
    lead: 'Źródło',
    noSource: 'Zapis nie podaje adresu źródła.',
    table: 'Pliki, z których pochodzi zapis',
    columns: {
      file: 'Plik i wiersz',
      batch: 'Partia',
      revision: 'Wersja',
      at: 'Przyjęto',
      sum: 'SHA-256',
    },
    batch: (id: number) => `partia ${id}`,
    line: (n: number) => `wiersz ${n}`,
    current: 'obowiązuje',
    earlier: 'wcześniejsza',
    wholeSum: 'cała suma',
    json: 'Ten zapis jako JSON',
  },
  ...indexWords,
  ...chartWords,
});

export type Words = typeof pl;
