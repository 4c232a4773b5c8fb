import { quarterNames } from './quarters';
import { formats, tidy } from './words';
import { capacityWords } from './words.capacity.pl';
import { catalogueWords } from './words.catalogue.pl';

const { count, number, list, plural } = formats('pl');
const quarter = quarterNames('pl');

const consultations = { one: 'konsultacja', few: 'konsultacje', many: 'konsultacji', other: 'konsultacji' };
const units = { one: 'jednostka', few: 'jednostki', many: 'jednostek', other: 'jednostki' };
const have = { one: 'ma', few: 'mają', many: 'ma', other: 'ma' };
/** „z dwóch”, lecz „ze stu”. */
const of = (n: number) => `${/^1\d\d$/.test(String(n)) ? 'ze' : 'z'} ${number(n)}`;
const ofConsultations = (n: number) => `${of(n)} konsultacji`;

/** The Polish words of the catalogue of indicators and of the page of one. */
export const indicatorWords = tidy({
  quarter,
  units: {
    'per 1,000 (log₁₀)': { one: 'na 1000', other: 'na 1000' },
    days: { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' },
    hours: { one: 'godzina', few: 'godziny', many: 'godzin', other: 'godziny' },
    forms: { one: 'forma', few: 'formy', many: 'form', other: 'formy' },
    points: { one: 'pkt', other: 'pkt' },
  },
  status: {
    observed: 'obliczono',
    not_due: 'termin jeszcze nie minął',
    not_applicable: 'nie dotyczy',
    missing: 'brak danych',
    insufficient_n: 'za mało przypadków',
  } as Record<string, string>,
  ofHundred: 'na 100',
  ...capacityWords,
  ...catalogueWords,
  dimension: (label: string) => `wymiar ${label}`,
  toCatalogue: 'Przejdź do wszystkich wskaźników',
  finding: {
    latest: (f: { name: string; score: string; observed: number; consultations: number }) =>
      `W ${quarter.inIt(f.name)} średnia ocena wyniosła ${f.score} na 100; wartość ma ${
        f.observed === f.consultations
          ? f.observed === 1
            ? 'jedyna zamknięta konsultacja'
            : `każda ${of(f.consultations)} zamkniętych konsultacji`
          : `${number(f.observed)} ${of(f.consultations)} zamkniętych konsultacji`
      }.`,
    before: (name: string, score: string, n: number) =>
      `W ${quarter.inIt(name)} było to ${score} na 100 (${count(n, consultations)}).`,
    bounds: (low: string, high: string) =>
      `Gdyby luki były zerami albo setkami, średnia byłaby od ${low} do ${high}.`,
    unknown: (name: string, observed: number, all: number) =>
      `W ${quarter.inIt(name)} nie ma wyniku: wartość ma ${number(observed)} ${of(all)} zamkniętych konsultacji, a potrzeba dwóch trzecich.`,
    last: (name: string, score: string) => `Ostatni wynik jest z ${quarter.of(name)}: ${score} na 100.`,
    nothing: (authority: string, total: number) =>
      `${authority}: tego wskaźnika nie da się dziś policzyć. Wartości nie ma żadna ${of(total)} zamkniętych konsultacji.`,
    noRecords: (authority: string) => `${authority}: nie ma jeszcze zamkniętych konsultacji.`,
    because: (counts: { status: string; n: number }[]) =>
      `Powód: ${list(counts.map(({ status, n }) => `${status} (${number(n)})`))}.`,
  },
  hero: {
    base: (k: number, n: number) => `${number(k)} ${ofConsultations(n)}`,
    full: 'pełny zapis',
    bounds: (low: string, high: string) => `granice ${low}–${high}`,
    mean: (measure: string) => `średnia miara: ${measure}`,
    scale: (score: string, low: string, high: string) =>
      `Skala od 0 do 100: średnia ${score}${low === high ? '' : `, granice od ${low} do ${high}`}`,
    goalposts: (worst: string, best: string) => `Skala: ocena 0 przy ${worst}, ocena 100 przy ${best}`,
  },
  chips: {
    n: (n: number) => `n = ${number(n)}`,
    nIn: (n: number, name: string) => `n = ${number(n)}, ${quarter.short(name)}`,
    asOf: (day: string) => `dane do ${day}`,
    method: (version: string) => `metoda ${version}`,
    snapshot: (n: number) => `migawka ${number(n)}`,
    full: 'pełny zapis',
    bounds: 'granice przy lukach 0 i 100',
    rolling: (from: string, to: string) => `${quarter.short(from)} – ${quarter.short(to)}`,
  },
  trend: {
    title: 'W czasie',
    switch: 'Co pokazać',
    scales: { ocena: 'Ocena 0–100', miara: 'Miara' },
    headline: (t: { from: string; to: string; low: string; high: string; last: string }) =>
      t.from === t.to
        ? `W ${quarter.inIt(t.from)}: ${t.last}`
        : t.low === t.high
          ? `Od ${quarter.of(t.from)} do ${quarter.of(t.to)} stale ${t.last}`
          : `Od ${quarter.of(t.from)} do ${quarter.of(t.to)} średnia była od ${t.low} do ${t.high}; ostatnio ${t.last}`,
    sub: (what: string, authority: string) => `${what}, średnia kwartału, ${authority}`,
    score: 'Ocena od 0 do 100',
    measure: (unit: string) => `Miara (${unit})`,
    note: 'Pasmo: średnia, gdyby brakujące wartości były 0 albo 100. Kwartał bez wyniku przerywa linię. Kółko i linia przerywana: kwartał wstępny.',
    noteMeasure: 'Cienkie linie: miara, która daje ocenę 0 i 100. Kwartał bez wyniku przerywa linię.',
    goalpost: (n: number) => `ocena ${number(n)}`,
    point: (p: { name: string; value: string; base: string; band: string | null; isProvisional: boolean }) =>
      [
        `${quarter.short(p.name)}: ${p.value}`,
        p.base,
        p.band && `granice ${p.band}`,
        p.isProvisional && 'wstępne',
      ]
        .filter(Boolean)
        .join('; '),
    noPoint: (name: string) => `${quarter.short(name)}: nie ma wyniku`,
    caption: 'Te same liczby co na wykresie i druga skala',
    columns: {
      quarter: 'Kwartał',
      score: 'Ocena',
      low: 'Gdyby luki 0',
      high: 'Gdyby luki 100',
      x: (unit: string) => `Miara (${unit})`,
      consultations: 'Konsultacje',
      observed: 'Z wartością',
      missing: 'Brak danych',
      not_due: 'Przed terminem',
      provisional: 'Stan',
    },
    states: { provisional: 'wstępne', final: 'ostateczne' },
    empty: 'Tu stanie linia średniej oceny kwartałów, gdy choć jeden kwartał będzie miał wynik.',
  },
  distribution: {
    title: 'Rozkład miary',
    most: (from: string, to: string, n: number, all: number) =>
      `Najczęściej od ${from} do ${to}: ${number(n)} ${ofConsultations(all)}`,
    between: (from: string, to: string, all: number) =>
      `Miary od ${from} do ${to}, ${count(all, consultations)}`,
    same: (value: string, all: number) => `Każda miara to ${value}: ${count(all, consultations)}`,
    sub: (unit: string, authority: string) =>
      `Liczba konsultacji według miary (${unit}), wszystkie zamknięte, ${authority}`,
    point: (from: string, to: string, n: number) =>
      `${from === to ? from : `od ${from} do ${to}`}: ${count(n, consultations)}`,
    caption: 'Przedziały równej szerokości; każdy poza ostatnim bez swojego końca',
    columns: { from: 'Od', to: 'Do', consultations: 'Konsultacje' },
    tooFew: (n: number) => `Za mało danych: ${count(n, consultations)} z miarą, a rozkład pokazujemy od 3.`,
    empty: 'Tu stanie rozkład, gdy co najmniej 3 konsultacje będą miały miarę.',
  },
  unitRows: {
    title: 'Według jednostki',
    headline: (shown: number, all: number, low: string, high: string) =>
      `${count(shown, units)} ${of(all)} ${plural(shown, have)} co najmniej 3 konsultacje z wartością${low === high ? `: średnia ${low}` : `; średnie od ${low} do ${high}`}`,
    none: (all: number) =>
      `Żadna ${all === 1 ? 'jednostka' : `${of(all)} jednostek`} nie ma 3 konsultacji z wartością`,
    sub: (authority: string) => `Średnia ocena od 0 do 100, ostatnie cztery kwartały, ${authority}`,
    note: 'Kolejność według średniej nie jest rankingiem: przy kilku konsultacjach różnice bywają dziełem przypadku. Poniżej 3 konsultacji z wartością średniej nie pokazujemy.',
    tooFew: 'za mało',
    kOfN: (k: number, n: number) => `${number(k)} ${of(n)}`,
    point: (name: string, value: string | null, k: number, n: number) =>
      `${name}: ${value === null ? 'za mało danych' : `${value} na 100`}; wartość ma ${number(k)} ${ofConsultations(n)}`,
    caption: 'Jednostki w ostatnich czterech kwartałach',
    columns: {
      unit: 'Jednostka',
      score: 'Średnia ocena',
      x: (unit: string) => `Miara (${unit})`,
      observed: 'Z wartością',
      consultations: 'Konsultacje',
    },
    empty: 'W ostatnich czterech kwartałach żadna jednostka nie zamknęła konsultacji.',
  },
  values: {
    title: 'Wartości',
    caption: 'Zamknięte konsultacje, od ostatniej; bez miary stoi powód, nigdy 0',
    columns: {
      consultation: 'Konsultacja',
      closed: 'Zamknięto',
      status: 'Stan wartości',
      x: (unit: string) => `Miara (${unit})`,
      score: 'Ocena',
    },
    count: (n: number) => count(n, consultations),
    all: (n: number) => `Pokaż wszystkie ${number(n)}`,
    fewer: 'Pokaż tylko ostatnie',
    limited: (n: number, all: number) => `Pokazano ${number(n)} ${of(all)}; całość jest w pliku`,
    toData: 'Pobierz wartości wskaźników',
    json: 'Ten wskaźnik jako JSON',
    none: '–',
  },
  source: (authority: string) => `Źródło: zapis konsultacji, ${authority}. CC BY 4.0`,
});

export type IndicatorWords = typeof indicatorWords;
