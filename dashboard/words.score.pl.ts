import { formats, tidy } from './words';

const { count, number } = formats('pl');

/** The Polish words of the score of one consultation. */
export const scoreWords = tidy({
  score: {
    title: 'Ocena',
    pending: 'Jeszcze bez oceny',
    big: (value: string) => `${value} na 100`,
    unscored: {
      cancelled: 'Konsultacje odwołano: nie mają oceny.',
      ahead: 'Konsultacje jeszcze się nie zamknęły: ocenę dostają po zamknięciu.',
      unknown: 'Nie odnotowano dnia, w którym konsultacje się zamknęły: bez niego nie mają oceny.',
    },
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
    beside: {
      title: 'Obok oceny',
      caption: 'Pokazywane obok, bez wpływu na ocenę',
      columns: { name: 'Miara', says: 'Co mówi', x: 'Wartość', n: 'Przypadki' },
    },
    certainty: {
      n: (cases: number) => `n = ${number(cases)}`,
      least: (cases: number, fewest: number) => `n = ${number(cases)} z potrzebnych ${number(fewest)}`,
      interval: {
        process: (ends: string) => `95%: ${ends} (proces)`,
        sampling: (ends: string) => `95%: ${ends} (próba)`,
        chance_band: (ends: string) => `sam przypadek: ${ends}`,
        model: () => 'ankieta otwarta, nie losowa: bez błędu próby',
      } as Record<string, (ends: string) => string>,
      index: (ends: string) => `Przedział 95% z błędu próby ankiety: ${ends}`,
    },
    status: {
      observed: 'obliczono',
      not_due: 'przed terminem',
      not_applicable: 'nie dotyczy',
      missing: 'brak danych',
      insufficient_n: 'za mało przypadków',
    } as Record<string, string>,
  },
});

export type ScoreWords = typeof scoreWords;
