import { quarterNames } from './quarters';
import { formats, tidy } from './words';

const { count, number, plural } = formats('pl');
const quarter = quarterNames('pl');

const consultations = { one: 'konsultacja', few: 'konsultacje', many: 'konsultacji', other: 'konsultacji' };
const closed = {
  one: 'zamknęła się tylko',
  few: 'zamknęły się tylko',
  many: 'zamknęło się tylko',
  other: 'zamknęło się tylko',
};
const others = { one: 'inny wskaźnik', few: 'inne wskaźniki', many: 'innych wskaźników', other: 'innych' };

/** The Polish words of a quarter on one page. */
export const overviewWords = tidy({
  overview: {
    title: 'Przegląd kwartalny',
    quarter,
    choose: 'Kwartał',
    older: (name: string) => `Starszy kwartał: ${quarter.short(name)}`,
    newer: (name: string) => `Nowszy kwartał: ${quarter.short(name)}`,
    oldest: 'Starszego kwartału nie ma',
    newest: 'Nowszego kwartału nie ma',
    toNewest: 'Przejdź do najnowszego kwartału',
    unreleased: 'wstępne, niewydane',
    provisional: 'wstępne',
    says: {
      index: (name: string, value: string) =>
        `W ${quarter.inIt(name)} skuteczność konsultacji wyniosła ${value} na 100`,
      more: (by: string) => `, o ${by} pkt więcej niż`,
      less: (by: string) => `, o ${by} pkt mniej niż`,
      same: ', tyle samo co',
      against: (c: { name: string; other: string; now: string; before: string; n: number; m: number }) =>
        ` w ${quarter.inItAfter(c.other, c.name)} (${c.now} z ${number(c.n)} konsultacji wobec ${c.before} z ${number(c.m)})`,
      noneBefore: (name: string, other: string) =>
        `; w ${quarter.inItAfter(other, name)} nie zamknęły się żadne konsultacje`,
      noIndexBefore: (name: string, other: string) =>
        `; ${quarter.inItAfter(other, name).replace('kwartale', 'kwartału')} nie dało się ocenić`,
      weakest: (two: string[]) => `Najsłabiej wypadły: ${two.join(' oraz ')}.`,
      not: (name: string) => `Nie da się ocenić ${quarter.of(name)}`,
      tooFew: (n: number, least: number) =>
        `${plural(n, closed)} ${count(n, consultations)}, a indeks wymaga co najmniej ${number(least)}`,
      tooLittle: (known: number, all: number, least: number) =>
        `dość danych jest o ${number(known)} z ${number(all)} wymiarów, a indeks wymaga co najmniej ${number(least)}`,
      without: (name: string) => `nie wiadomo dość o wymiarze ${name}, bez którego nie ma indeksu`,
      only: (known: string[], more: number) =>
        `wiadomo tylko: ${[...known, more > 0 ? `i ${count(more, others)}` : ''].filter(Boolean).join(', ')}`,
      one: (name: string, code: string, k: number, n: number) =>
        `${code} dla ${number(k)} z ${number(n)} (${name})`,
      nothing: 'nie odnotowano niczego, co wskaźniki mierzą',
    },
    full: (n: number) => `pełny zapis, ${count(n, consultations)}`,
    consultations: (n: number) => count(n, consultations),
    compare: {
      with: (name: string) => `z ${quarter.short(name)}`,
      points: (signed: string) => `${signed} pkt`,
      was: (value: string, n: number) => `było ${value}, ${count(n, consultations)}`,
      none: 'bez konsultacji',
      noIndex: (n: number) => `bez indeksu, ${count(n, consultations)}`,
      incomparable:
        'Różnicy nie podajemy, gdy kwartał jeszcze trwa albo w którymś z dwóch zamknęło się mniej niż 5 konsultacji.',
      untested: 'Różnic nie sprawdzono jeszcze testem: mogą być przypadkowe.',
    },
    trend: {
      title: 'Indeks w kolejnych kwartałach',
      headline: (c: { high: string; highAt: string; low: string; lowAt: string }) =>
        `Najwyżej w ${quarter.inIt(c.highAt)}\u00a0(${c.high}), najniżej w ${quarter.inIt(c.lowAt)}\u00a0(${c.low})`,
      single: (name: string, value: string) => `Indeks ma jeden kwartał: ${quarter.short(name)} (${value})`,
      none: (n: number) =>
        n === 1 ? 'Ten kwartał nie ma indeksu' : `Żaden z ${number(n)} kwartałów nie ma indeksu`,
      sub: (from: string, to: string) =>
        from === to
          ? `Indeks skuteczności, punkty 0–100, ${quarter.short(to)}`
          : `Indeks skuteczności, punkty 0–100, od ${quarter.of(from)} do ${quarter.of(to)}`,
      noChart:
        'Wykresu nie ma, bo nie ma czego narysować: w tych kwartałach zamknęło się za mało konsultacji albo za mało o nich wiadomo. Liczby są w tabeli.',
      caption: 'Te same liczby co na wykresie',
      columns: {
        quarter: 'Kwartał',
        index: 'Indeks',
        filled: 'Gdyby luki wypełnić',
        low: 'Gdyby luki 0',
        high: 'Gdyby luki 100',
        grade: 'Ocena',
        n: 'Konsultacje',
        state: 'Stan',
      },
      final: 'po 120 dniach',
      line: (n: number, from: string, to: string) =>
        `Linia pokazuje indeks w ${number(n)} ${plural(n, { one: 'kwartale', few: 'kwartałach', many: 'kwartałach', other: 'kwartału' })}, od ${quarter.of(from)} do ${quarter.of(to)}; blade pasmo mówi, ile by wyniósł, gdyby luki wypełnić zerami albo setkami.`,
      provisional: (names: string[]) =>
        `Wstępne, rysowane kreskami i pustym kółkiem: ${names.map(quarter.short).join(', ')}.`,
      missing: (names: string[]) => `Bez indeksu: ${names.map(quarter.short).join(', ')}.`,
      keyBand: 'gdyby luki wypełnić',
      keyProvisional: 'wstępne: do 120 dni od końca kwartału',
    },
    dimensions: {
      title: 'Wymiary',
      sub: (name: string | null) =>
        name
          ? `Kropka to wynik, blade pole: gdyby luki wypełnić, pierścień: ${quarter.short(name)}`
          : 'Kropka to wynik, blade pole: gdyby luki wypełnić',
      caption: 'Wynik każdego wymiaru w kwartale, punkty 0–100',
      columns: {
        name: 'Wymiar',
        score: 'Wynik',
        picture: '0–100',
        filled: 'Gdyby luki wypełnić',
        known: 'Znane',
      },
    },
    tiles: {
      title: (n: number) =>
        `${count(n, { one: 'wskaźnik', few: 'wskaźniki', many: 'wskaźników', other: 'wskaźnika' })} od najniższego wyniku`,
      sub: 'Typowe konsultacje: każda liczy się raz',
      score: (value: string) => `wynik ${value} na 100`,
      of: (k: number, n: number) => `${number(k)} z ${number(n)} konsultacji`,
      ofCity: 'organ, ostatnie cztery kwartały',
      waiting: (n: number) => `${number(n)} przed terminem`,
      apart: 'pokazywany, nie wliczany',
      provisional: 'próg wstępny',
      none: 'nie odnotowano',
    },
    findings: {
      title: 'Wymaga decyzji',
      none: 'Żadna reguła niczego nie wskazała w tym kwartale.',
      rule: (code: string) => `reguła ${code}`,
      more: (n: number) => `i ${number(n)} więcej`,
    },
    units: {
      title: 'Jednostki',
      sub: (name: string) => `Cztery kwartały, które kończy ${quarter.short(name)}; według alfabetu`,
      caption: 'Jednostki w czterech kwartałach; poniżej 3 konsultacji nie ma indeksu',
      part: (shown: number, all: number) => `pokazano ${number(shown)} z ${number(all)}`,
      none: 'Żadne konsultacje z tych czterech kwartałów nie mają odnotowanej jednostki.',
      columns: {
        unit: 'Jednostka',
        n: 'Konsultacje',
        index: 'Indeks',
        filled: 'Gdyby luki wypełnić',
        grade: 'Ocena',
      },
    },
    closed: {
      title: 'Konsultacje zakończone w kwartale',
      sub: (n: number) => count(n, consultations),
      part: (shown: number, all: number) =>
        `pokazano ${number(shown)} z ${number(all)} najpóźniej zakończonych`,
      caption: 'Konsultacje zakończone w kwartale, od najpóźniej zakończonych',
      columns: {
        title: 'Konsultacje',
        unit: 'Jednostka',
        days: 'Dni',
        contributions: 'Uwagi',
        index: 'Indeks',
        filled: 'Gdyby luki wypełnić',
        picture: '0–100',
        grade: 'Ocena',
        flags: 'Zwraca uwagę',
      },
      all: 'Wszystkie konsultacje',
    },
  },
});

export type OverviewWords = typeof overviewWords;
