import { formats, tidy } from './words';

const { count, number } = formats('pl');

const surveys = { one: 'ankieta', few: 'ankiety', many: 'ankiet', other: 'ankiety' };
const people = { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' };
const answered = (n: number) =>
  formats('pl').plural(n, {
    one: 'odpowiedziała',
    few: 'odpowiedziały',
    many: 'odpowiedziało',
    other: 'odpowiedziało',
  });
const range = (low: string, high: string) => `95% PU: ${low}–${high}`;

/** The Polish words of surveys. */
export const surveyWords = tidy({
  title: 'Ankiety',
  headline: (n: number) => (n === 0 ? 'Nie ma jeszcze żadnej ankiety' : `${count(n, surveys)} z wynikami`),
  lead: 'O co pytano, kto odpowiedział i co z tego wynika. Margines błędu mają tylko ankiety, w których osoby wylosowano albo zapytano wszystkich.',
  empty: 'Ten organ nie wczytał jeszcze odpowiedzi na ankietę.',
  caption: 'Ankiety, najnowsze na początku',
  toList: 'Przejdź do listy ankiet',
  columns: {
    survey: 'Ankieta',
    consultation: 'Konsultacje',
    kind: 'Rodzaj',
    design: 'Dobór osób',
    n: 'Odpowiedzi',
    closes: 'Koniec',
  },
  wave: (n: number) => `fala ${number(n)}`,
  none: '—',
  notKnown: 'nie odnotowano',
  finding: {
    n: (n: number) => `${count(n, people)} ${answered(n)} na tę ankietę.`,
    highest: (name: string, mean: string, top: string) =>
      `Najwyżej oceniono „${name}”: średnio ${mean} na ${top}.`,
    lowest: (name: string, mean: string) => `Najniżej „${name}”: ${mean}.`,
  },
  facts: {
    title: 'Fakty o ankiecie',
    n: 'Odpowiedzi',
    invited: 'Zaproszeni',
    rate: 'Odsetek odpowiedzi',
    design: 'Dobór osób',
    period: 'Termin',
    consultation: 'Konsultacje',
    weights: 'Wagi',
    sample: 'Próba',
  },
  rate: {
    not_random: 'nie ma go: osób nie losowano',
    design_unknown: 'nie ma go: nie odnotowano doboru osób',
    no_invited: 'nie odnotowano, ilu osób pytano',
    invited_below_n: 'odpowiedzi jest więcej niż zaproszonych',
  },
  weights: {
    none: 'każda odpowiedź liczy się raz',
    some: (n_eff: string, deff: string) =>
      `tak; odpowiedzi warte są tyle co ${n_eff} równych (${deff} raza mniej)`,
  },
  sample: (s: { units: string; strata: string; df: string; fpc: boolean }) =>
    `jednostki: ${s.units}, warstwy: ${s.strata}, stopnie swobody: ${s.df}${s.fpc ? ', z poprawką na wielkość populacji' : ''}`,
  designSays: {
    sampling:
      'Osoby wylosowano lub zapytano wszystkich, więc przy wynikach stoi 95-procentowy przedział ufności (PU). Mówi tylko o błędzie losowania.',
    not_random:
      'To nie jest próba losowa: wyniki mówią o tych, którzy odpowiedzieli, i nie mają marginesu błędu.',
    design_unknown:
      'Nie odnotowano, jak dobrano osoby: wyniki mówią o tych, którzy odpowiedzieli, i nie mają marginesu błędu.',
    no_clusters: 'Nie odnotowano wylosowanych zespołów, więc błędu losowania nie da się policzyć.',
    design_incomplete:
      'Warstwę lub zespół odnotowano tylko przy części odpowiedzi, więc błędu losowania nie da się policzyć.',
    one_unit_in_stratum:
      'W którejś warstwie jest tylko jedna jednostka, więc błędu losowania nie da się policzyć.',
  } as Record<string, string>,
  opinions: {
    title: 'Oceny',
    headline: (name: string, share: string) => `Najwięcej odpowiedzi powyżej środka: „${name}” (${share})`,
    sub: (low: string, high: string) =>
      `Odsetek odpowiedzi, od ${low} (po lewej) do ${high} (po prawej); środek skali dzieli oś na pół`,
    caption: 'Odsetki są ważone i liczone od tych, którzy odpowiedzieli; liczby osób nie są ważone.',
    point: (p: {
      name: string;
      below: string;
      middle: string;
      above: string;
      mean: string;
      n: string;
      silent: string;
    }) =>
      `${p.name}: poniżej środka ${p.below}, środek ${p.middle}, powyżej ${p.above}; średnia ${p.mean}; odpowiedzi ${p.n}, bez odpowiedzi ${p.silent}`,
    row: (n: string, silent: string) => `n = ${n} · bez odp. ${silent}`,
    columns: {
      item: 'Pytanie',
      base: 'Pytano',
      n: 'Odpowiedzi',
      silent: 'Bez odpowiedzi',
      mean: 'Średnia',
      low: 'PU od',
      high: 'PU do',
    },
    share: (answer: string) => `${answer} (%)`,
    source: (authority: string) => `Źródło: ${authority}, odpowiedzi na ankietę`,
    n: (n: number) => `n = ${number(n)}`,
    asOf: (day: string) => `dane do ${day}`,
    snapshot: (n: number) => `migawka ${number(n)}`,
    below: 'niżej',
    middle: 'środek',
    above: 'wyżej',
  },
  breakdown: {
    title: 'Podział odpowiedzi',
    by: { '': 'bez podziału', plec: 'płeć', wiek: 'wiek', dzielnica: 'dzielnica' } as Record<string, string>,
    name: { sex: 'Płeć', age_band: 'Wiek', district: 'Dzielnica' },
    caption: (name: string) => `Odpowiedzi według: ${name}; odsetki w grupie`,
    n: 'Odpowiedzi',
    rest: { group: '', small: 'mniejsze grupy razem', unknown: 'nie wiadomo' },
    small: 'n poniżej 30: nie porównujemy',
    hidden:
      '[c] Podziału tego pytania nie pokazujemy: jakaś jego komórka dotyczyłaby mniej niż 5 osób albo dałaby się odtworzyć.',
    sides: 'Odpowiedzi połączono w trzy, żeby każda komórka dotyczyła co najmniej 5 osób albo nikogo.',
  },
  items: {
    title: 'Pytania',
    note: 'Treść dokładnie taka, jak w ankiecie.',
    base: (base: number, n: number) =>
      `pytano ${count(base, { one: 'osobę', few: 'osoby', many: 'osób', other: 'osoby' })}, ${answered(n)} ${number(n)}`,
    silent: {
      skipped: 'bez odpowiedzi',
      not_applicable: 'nie dotyczy lub nie wiem',
      dont_know: 'nie wiem',
      unreadable: 'nieczytelne',
    },
    mean: (mean: string) => `średnia ${mean}`,
    unweighted: (mean: string) => `bez wag ${mean}`,
    range,
    reversed: 'pytanie odwrócone: wyższa odpowiedź znaczy gorzej',
    caption: (name: string) => `Odpowiedzi: ${name}`,
    each: 'Odpowiedzi jedna po drugiej',
    answer: 'Odpowiedź',
    count: 'Osoby',
    share: 'Odsetek',
    rare: 'inne, każda od mniej niż 5 osób',
    several: 'Można było wskazać kilka odpowiedzi; odsetki liczymy od tych, którzy wskazali choć jedną.',
    yesNo: ['nie', 'tak'],
    hidden: {
      too_few: 'Za mało odpowiedzi (n < 10), by pokazać wynik.',
      suppressed:
        '[c] Wszyscy odpowiedzieli tak samo, a jest ich mniej niż 20: wynik mówiłby, co odpowiedziała każda z tych osób.',
      no_answers: 'Nikt nie odpowiedział.',
      own_words: 'Wypowiedzi własnymi słowami nie pokazujemy.',
    } as Record<string, string>,
  },
  waves: {
    title: 'W kolejnych falach',
    caption: 'Średnia w kolejnych falach',
    wave: 'Fala',
    mean: 'Średnia',
    n: 'Odpowiedzi',
    break: '[b] zmieniono pytanie: nie porównujemy z falą wcześniejszą',
  },
  scales: {
    title: 'Czy pytania mierzą to samo',
    caption: 'Alfa Cronbacha pytań o jedno',
    columns: { stem: 'Konstrukt', items: 'Pytania', n: 'Odpowiedzi', alpha: 'Alfa', note: 'Uwaga' },
    reversed_unknown: (items: string) =>
      `czeka: ${items} idzie pod prąd, a nie wiadomo, czy pytanie jest odwrócone`,
    too_few: 'za mało odpowiedzi (n < 10)',
    no_variance: 'odpowiedzi się nie różnią',
  },
  json: 'Wyniki tej ankiety jako JSON',
});

export type SurveyWords = typeof surveyWords;
