import { faultOf } from '../../contracts/cell';
import type { Field } from '../../contracts/field';
import type { CellRule } from '../../contracts/rules';
import { localDay } from '../../statistics/local-time';
import { Refusal } from '../../store/home';
import { broken, read, type Reading } from './reading';

const MONTHS: Record<'pl' | 'en', string[][]> = {
  pl: [
    'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia'.split(
      ' ',
    ),
    'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień'.split(
      ' ',
    ),
  ],
  en: [
    'january february march april may june july august september october november december'.split(' '),
    'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
  ],
};

const PARTS: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  MMMM: '(?<month>\\p{L}+)\\.?',
  MMM: '(?<month>\\p{L}+)\\.?',
  MM: '(?<month>\\d{1,2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  D: '(?<day>\\d{1,2})',
};
/** Google Forms write "6:15:22 PM GMT+1" and, where people live, "CET". */
const TIME =
  '(?:[T ]+(?<time>\\d{1,2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)? ?(?<half>[AaPp]\\.?[Mm]\\.?)? ?(?<zone>Z|[+-]\\d{2}:?\\d{2}|(?:GMT|UTC)(?:[+-]\\d{1,2}(?::?\\d{2})?)?|CES?T)?)?';

/** Turns `D MMMM YYYY` into a pattern with the groups year, month and day. Throws `Refusal` where a part is missing. */
export function dayPattern(format: string): RegExp {
  const pattern = format.replace(
    /YYYY|MMMM|MMM|MM|M|DD|D|[.*+?^${}()|[\]\\]/g,
    (token) => PARTS[token] ?? `\\${token}`,
  );
  const wrong = ['year', 'month', 'day'].some((part) => pattern.split(`?<${part}>`).length !== 2);
  if (!wrong) return new RegExp(`^${pattern}(?: ?r\\.?)?${TIME}$`, 'u');
  throw new Refusal(
    `Zapis daty „${format}”; dozwolone części: YYYY, MM lub MMMM, DD`,
    `Date format “${format}”; allowed parts: YYYY, MM or MMMM, DD`,
  );
}

/** Ways of writing a day that can be read in one way only; a day with slashes needs a mapping that says which is which. */
const UNAMBIGUOUS = [
  'YYYY-M-D',
  'D.M.YYYY',
  'D MMMM YYYY',
  'YYYY.M.D',
  'YYYY/M/D',
  'D-M-YYYY',
  'MMMM D, YYYY',
].map(dayPattern);

/** A calendar day, written in one of `patterns` or, without them, in any way that can be read in one way only. */
export function readDay(
  field: Field,
  text: string,
  patterns: RegExp[] | null,
  locale: 'pl' | 'en' | null,
): Reading {
  const found = matched(text, patterns ?? UNAMBIGUOUS);
  if (!found) return broken(unreadable(text));
  const groups = { ...found, time: byTwelve(found) };
  const day = dayOf(groups, locale);
  if (day === null || !isTime(groups.time)) return broken('not_a_date');
  const local = inWarsaw(day, groups);
  const fault = faultOf(field, local);
  return fault ? broken(fault) : read(local, groups.time === '24:00' ? ['time_24'] : []);
}

function matched(text: string, patterns: RegExp[]): Record<string, string | undefined> | undefined {
  for (const pattern of patterns) {
    const groups = pattern.exec(text)?.groups;
    if (groups) return groups;
  }
  return undefined;
}

function unreadable(text: string): CellRule {
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/.test(text)) return 'two_digit_year';
  return /^\d{1,2}\/\d{1,2}\/\d{4}/.test(text) ? 'ambiguous_date' : 'not_a_date';
}

function dayOf(groups: Record<string, string | undefined>, locale: 'pl' | 'en' | null): string | null {
  const month = monthOf(groups['month']!, locale);
  return month && `${groups['year']}-${month.padStart(2, '0')}-${groups['day']!.padStart(2, '0')}`;
}

/** An hour of the clock with two halves of a day as one of 24; what is none stays as it is, to be refused. */
function byTwelve({ time, half }: Record<string, string | undefined>): string | undefined {
  if (time === undefined || half === undefined) return time;
  const [hour, minutes] = time.split(':') as [string, string];
  if (Number(hour) < 1 || Number(hour) > 12) return '-';
  return `${(Number(hour) % 12) + (/p/i.test(half) ? 12 : 0)}:${minutes}`;
}

const isTime = (time: string | undefined) =>
  time === undefined || /^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/.test(time);

function monthOf(word: string, locale: 'pl' | 'en' | null): string | null {
  if (/^\d/.test(word)) return word;
  const lists = locale ? MONTHS[locale] : [...MONTHS.pl, ...MONTHS.en];
  const places = lists.map((list) => list.indexOf(word.toLowerCase())).filter((place) => place >= 0);
  return places.length > 0 ? String(places[0]! + 1) : null;
}

/** "+0100", "GMT+1" and "UTC" as "+01:00" and "Z". */
function offsetOf(zone: string): string {
  const [, sign, hours, minutes = '00'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  return sign === undefined ? 'Z' : `${sign}${hours!.padStart(2, '0')}:${minutes}`;
}

/** An instant with a zone belongs to the day that the office's clock shows at that instant. */
function inWarsaw(day: string, { time, zone }: Record<string, string | undefined>): string {
  if (!zone || zone.startsWith('C') || time === '24:00') return day;
  const instant = new Date(`${day}T${time!.padStart(5, '0')}:00${offsetOf(zone)}`);
  return Number.isNaN(instant.getTime()) ? day : localDay(instant, 'Europe/Warsaw');
}
