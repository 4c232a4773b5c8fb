import { quarterNames } from './quarters';
import { formats } from './words';

const { count, number, plural, day } = formats('pl');
const quarter = quarterNames('pl');

/** The Polish words of the score of one consultation. */
export const scoreWords = {
  index: {
    outOf: 'na 100',
    grade: (grade: string) => `ocena ${grade}`,
    noIndex: 'brak indeksu',
    noGaps: 'bez luk w danych',
    filled: (range: string) => `gdyby luki wypełnić: ${range}`,
    beyond:
      'Granice liczą też wymiary, o których wiadomo za mało, by weszły do indeksu; dlatego mogą go nie obejmować.',
    asOf: (iso: string) => `stan na ${day(iso)}`,
    tooFew: (n: number) => `za mało: ${number(n)}`,
    tooLittle: 'za mało danych',
    scale: {
      value: (value: string) => `Skala 0–100: indeks ${value}`,
      none: 'Skala 0–100 bez indeksu',
      bounds: (range: string) => `, gdyby luki wypełnić ${range}`,
      before: (name: string, value: string) => `, ${quarter.short(name)} ${value}`,
      ring: (name: string) => `pierścień: ${quarter.short(name)}`,
      block: 'blade pole: gdyby luki wypełnić',
    },
  },
  score: {
    title: 'Ocena',
    pending: 'Jeszcze bez oceny',
    big: (value: string) => `${value} na 100`,
    why: 'Dlaczego nie ma indeksu',
    lacking: 'Brakuje faktów',
    waiting: 'Jeszcze przed terminem',
    gates: 'Bramki',
    cap: (grade: string) => `ocena najwyżej ${grade}`,
    observed: (k: number, n: number) => `${number(k)} z ${number(n)} wymiarów`,
    headline: (names: string[], points: string) =>
      `Najwięcej odebrały: ${names.join(' i ')}, razem ${points} pkt`,
    headlineOne: (name: string, points: string) => `Najwięcej odebrał wymiar ${name}: ${points} pkt`,
    headlineNone: 'Nic nie obniżyło indeksu',
    sub: 'Droga od 100 do indeksu, punkty',
    start: 'Pełna skala',
    end: 'Indeks',
    axis: 'punkty w skali 0–100',
    axisFrom: (from: number) => `punkty w skali 0–100; oś zaczyna się od ${number(from)}`,
    caption: 'Te same kroki co na wykresie',
    columns: { code: 'Kod', step: 'Krok', points: 'Punkty', after: 'Po nim' },
    describe: (from: string, to: string) => `Wykres schodzi od ${from} do ${to}.`,
    step: (name: string, points: string) => `${name} ${points} pkt.`,
    at: (name: string, points: string, after: string) => `${name}: ${points} pkt, po nim ${after}`,
    key: 'Kreskowane: ile wymiar odebrał. Kreska pionowa: indeks.',
    parts: {
      title: 'Z czego wynika ocena',
      caption: 'Każdy wskaźnik otwiera fakty i wiersze plików, z których powstał',
      columns: { name: 'Wymiar i wskaźnik', x: 'Wartość', score: 'Wynik', weight: 'Waga', points: 'Punkty' },
      apart: 'pokazywany, nie wliczany',
      known: (k: number, n: number) => `znane ${number(k)} z ${number(n)}`,
      sum: (parts: string, whole: string) => `${parts} = ${whole}`,
      sumNote: 'Punkty zaokrąglono tak, by suma zgadzała się co do dziesiątej.',
      noSum: 'Bez indeksu nie ma punktów do podziału.',
      facts: 'Fakty',
      sources: (n: number) =>
        count(n, {
          one: 'wiersz źródłowy',
          few: 'wiersze źródłowe',
          many: 'wierszy źródłowych',
          other: 'wiersza źródłowego',
        }),
    },
    units: {
      days: (x: number) => plural(x, { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' }),
      forms: (x: number) => plural(x, { one: 'forma', few: 'formy', many: 'form', other: 'formy' }),
    } as Record<string, (x: number) => string>,
    status: {
      observed: 'obliczono',
      not_due: 'przed terminem',
      not_applicable: 'nie dotyczy',
      missing: 'brak danych',
    } as Record<string, string>,
  },
};
