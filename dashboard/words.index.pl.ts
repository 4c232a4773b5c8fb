import { quarterNames } from './quarters';
import { formats } from './words';

const { number, plural, day } = formats('pl');
const quarter = quarterNames('pl');

/** The Polish words of an index and of the units of measures, wherever they stand. */
export const indexWords = {
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
  units: {
    days: (x: number) => plural(x, { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' }),
    hours: (x: number) => plural(x, { one: 'godzina', few: 'godziny', many: 'godzin', other: 'godziny' }),
    persons: (x: number) => plural(x, { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' }),
    forms: (x: number) => plural(x, { one: 'forma', few: 'formy', many: 'form', other: 'formy' }),
  } as Record<string, (x: number) => string>,
};
