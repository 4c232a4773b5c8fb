import { localDay } from '../statistics/local-time';

/** The day of the office's calendar at an instant, `YYYY-MM-DD`. */
export const dayInWarsaw = (instant = new Date()): string => localDay(instant, 'Europe/Warsaw');

let known = { second: -1, day: '' };

/** The same for now; asked thousands of times a second it is worked out once in each. */
export function today(): string {
  const second = Math.floor(Date.now() / 1000);
  if (second !== known.second) known = { second, day: dayInWarsaw() };
  return known.day;
}
