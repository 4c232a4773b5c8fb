import type { OverviewView } from '../server/publish/overview.view';
import type { Language } from './words';

const NBSP = '\u00a0';
const ROMAN = ['I', 'II', 'III', 'IV'];

/** `2026-Q3` as a number of which neighbours differ by one. */
export const quarterNumber = (name: string): number =>
  Number(name.slice(0, 4)) * 4 + Number(name.slice(6)) - 1;

/** The name of a quarter's number. */
export const quarterName = (quarter: number): string => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;

/** The quarter of an ISO day. */
export const quarterOfDay = (iso: string): string =>
  `${iso.slice(0, 4)}-Q${Math.floor((Number(iso.slice(5, 7)) - 1) / 3) + 1}`;

/** The quarter that opens where the address names none: the last that has ended, as the server takes it. */
export const defaultQuarter = ({
  quarters,
  meta,
}: Pick<OverviewView, 'quarters' | 'meta'>): string | undefined =>
  quarters.find((one) => one < quarterOfDay(meta.as_of)) ?? quarters[0];

/** Names of a quarter as sentences need them; a name never breaks over a line. */
export function quarterNames(language: Language) {
  const parts = (name: string) => ({ year: name.slice(0, 4), place: Number(name.slice(6)) });
  const join = (...words: string[]) => words.join(NBSP);
  if (language === 'en') {
    const english = (name: string) => join(`Q${parts(name).place}`, parts(name).year);
    return { short: english, long: english, of: english, inIt: english, inItAfter: english };
  }
  const place = (name: string) => ROMAN[parts(name).place - 1] ?? '';
  const polish = (noun: string) => (name: string) => join(place(name), noun, parts(name).year, 'r.');
  const locative = polish('kwartale');
  return {
    /** On axes and in tables: "III kw. 2026". */
    short: (name: string) => join(place(name), 'kw.', parts(name).year),
    /** Alone: "III kwartał 2026 r.". */
    long: polish('kwartał'),
    /** Of it: "III kwartału 2026 r.". */
    of: polish('kwartału'),
    /** In it: "III kwartale 2026 r.". */
    inIt: locative,
    /** In it, beside another one: the year is said only where it differs. */
    inItAfter: (name: string, other: string) =>
      name.slice(0, 4) === other.slice(0, 4) ? join(place(name), 'kwartale') : locative(name),
  };
}
