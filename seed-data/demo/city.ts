import type { District } from '../../server/contracts/district';
import type { Unit } from '../../server/contracts/unit';

/** How a unit goes about its consultations, from 0 (as little as possible) to 1 (all that can be done). */
export interface Habit {
  care: number;
  /** Whether the reform of 2025-Q2 changed anything there. */
  reformed: boolean;
}

type Row = [code: string, name_pl: string, name_en: string, kind: string, care: number, topics: string[]];

const ROWS: Row[] = [
  [
    'WPP',
    'Wydział Planowania Przestrzennego',
    'Spatial Planning Department',
    'department',
    0.42,
    ['planowanie przestrzenne'],
  ],
  ['WZM', 'Wydział Zieleni Miejskiej', 'City Greenery Department', 'department', 0.5, ['zieleń']],
  ['WTR', 'Wydział Transportu i Dróg', 'Transport and Roads Department', 'department', 0.37, ['transport']],
  ['WKU', 'Wydział Kultury', 'Culture Department', 'department', 0.5, ['kultura']],
  ['WSR', 'Wydział Sportu i Rekreacji', 'Sport and Recreation Department', 'department', 0.42, ['sport']],
  ['WED', 'Wydział Edukacji', 'Education Department', 'department', 0.4, ['edukacja', 'młodzież']],
  [
    'WPS',
    'Wydział Polityki Społecznej',
    'Social Policy Department',
    'department',
    0.5,
    ['polityka społeczna'],
  ],
  ['WOS', 'Wydział Ochrony Środowiska', 'Environment Department', 'department', 0.45, ['środowisko']],
  [
    'WGK',
    'Wydział Gospodarki Komunalnej',
    'Municipal Services Department',
    'department',
    0.14,
    ['gospodarka komunalna'],
  ],
  ['BPS', 'Biuro Partycypacji Społecznej', 'Participation Office', 'office', 0.68, ['partycypacja']],
  ['BRE', 'Biuro Rewitalizacji', 'Revitalisation Office', 'office', 0.57, ['rewitalizacja']],
  ['BSE', 'Biuro Polityki Senioralnej', 'Senior Citizens Office', 'office', 0.97, ['polityka społeczna']],
];

/** The unit whose consultations are unfair throughout, and the one that has two, both excellent. */
export const UNFAIR = 'WGK';
export const STAR = 'BSE';

export const UNITS: Unit[] = ROWS.map(([code, name_pl, name_en, kind, , topics]) => ({
  code,
  name_pl,
  name_en,
  kind,
  topics,
  parent: null,
  exists_from: '2019-01-01',
  exists_to: null,
}));

/** How the unit of a code works. */
export function habitOf(unit: string): Habit {
  const [, , , , care] = ROWS.find(([code]) => code === unit)!;
  return { care, reformed: unit !== UNFAIR };
}

/** Names that any city could have, and populations that none has. */
const DISTRICTS_AND_PEOPLE: [name: string, people: number][] = [
  ['Brzeziny', 9840],
  ['Cegielnia', 7310],
  ['Dąbrowa', 14_260],
  ['Dolina', 11_480],
  ['Górki', 16_920],
  ['Jeziorna', 8130],
  ['Kamienna', 12_750],
  ['Kolonia', 6240],
  ['Lipowa', 18_370],
  ['Łęgi', 3980],
  ['Młynarska', 13_610],
  ['Nadrzecze', 10_290],
  ['Nowe Miasto', 27_840],
  ['Ogrody', 15_530],
  ['Olszyny', 9170],
  ['Osada', 4620],
  ['Pod Lasem', 8450],
  ['Podwale', 11_960],
  ['Południowa', 24_310],
  ['Przystań', 5740],
  ['Słoneczna', 21_680],
  ['Stacja', 12_140],
  ['Stare Miasto', 7820],
  ['Śródmieście', 26_390],
  ['Wrzosy', 10_860],
  ['Wzgórze', 13_270],
  ['Zacisze', 7040],
];

/** The day of which all invented populations are. */
export const COUNTED_ON = '2022-12-31';

const slug = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll(' ', '-');

export const DISTRICTS: District[] = DISTRICTS_AND_PEOPLE.map(([name_pl, population]) => ({
  code: slug(name_pl),
  name_pl,
  population,
  population_as_of: COUNTED_ON,
  source: null,
}));

/** Everybody in the city; NGOs in its register. Both invented. */
export const PEOPLE = DISTRICTS.reduce((sum, { population }) => sum + population!, 0);
export const ORGANISATIONS = 640;

/** Where meetings take place; no address, so that none can be mistaken for a real one. */
export const PLACES = [
  'Ratusz, sala obrad',
  'Biblioteka Główna',
  'Dom Kultury „Przystań”',
  'Szkoła Podstawowa nr 12',
  'Centrum Aktywności Lokalnej',
  'Hala Sportowa',
  'Klub Osiedlowy „Ogrody”',
  'Liceum nr 4',
  'Centrum Organizacji Pozarządowych',
  'Dom Sąsiedzki „Zacisze”',
];
