import { formats } from './words';

const { count, number } = formats('pl');

const indicators = { one: 'wskaźnik', few: 'wskaźniki', many: 'wskaźników', other: 'wskaźnika' };
const dimensions = { one: 'wymiarze', few: 'wymiarach', many: 'wymiarach', other: 'wymiaru' };

/** The Polish words of the catalogue of indicators, and of the definition of one. */
export const catalogueWords = {
  catalogue: {
    title: 'Wskaźniki',
    headline: (c: { all: number; dimensions: number; counted: number }) =>
      `${count(c.all, indicators)} w ${count(c.dimensions, dimensions)}: ${number(c.counted)} wlicza się do indeksu, ${number(c.all - c.counted)} tylko pokazujemy.`,
    lead: 'Każdy wskaźnik mierzy jedne konsultacje, a te z wymiaru D8 organ przez cztery kwartały, i zamienia miarę na ocenę od 0 do 100 według stałych granic.',
    caption: 'Wskaźniki według wymiarów; miara w dwóch ostatnich liczbach daje ocenę 0 i ocenę 100',
    columns: {
      name: 'Wskaźnik',
      asks: 'O co pyta',
      unit: 'Jednostka',
      worst: 'Ocena 0 przy',
      best: 'Ocena 100 przy',
      weight: 'Waga w wymiarze',
    },
    weight: (one: number, all: number) => `${number(one)} z ${number(all)}`,
    notCounted: 'pokazywany, nie wliczany',
    provisional: 'wartości graniczne tymczasowe',
  },
  definition: {
    title: 'Definicja',
    scale: 'Skala oceny',
    scaleSays: (worst: string, best: string) => `Miara ${worst} daje ocenę 0, miara ${best} daje ocenę 100.`,
    points: (n: number) => `${number(n)} pkt`,
    more: 'więcej znaczy lepiej',
    less: 'mniej znaczy lepiej',
    direction: 'Kierunek',
    weight: 'Waga',
    why: 'Dlaczego tak',
    missing: 'Kiedy nie ma wartości',
    source: 'Źródło zasady',
    facts: 'Z jakich faktów',
    related: {
      events: 'Wydarzenia konsultacji (formy, dni, miejsca)',
      contributions: 'Uwagi',
      participants: 'Uczestnicy',
      council_opinions: 'Opinie RDPP',
      surveys: 'Wypełnione ankiety',
      reference_distributions: 'Rozkłady odniesienia',
      editions: 'Edycje szkoleń',
      enrolments: 'Udziały w szkoleniach',
      attendance: 'Obecność na zajęciach',
      tests: 'Testy uczestników szkoleń',
      advice: 'Doradztwo',
    } as Record<string, string>,
    method: 'Od metody',
    unit: 'Jednostka',
  },
};
