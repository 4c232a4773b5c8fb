const DAY = 86_400_000;

/** A calendar day as a number, so that days can be counted. */
export const dayOf = (text: string): number => Date.parse(text) / DAY;

/** The day as files write it. */
export const written = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The same of a day that may not have come. */
export const writtenIf = (day: number | null): string | null => (day === null ? null : written(day));

export const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear();

/** Saturday or Sunday. */
export const isWeekend = (day: number): boolean => [0, 6].includes(new Date(day * DAY).getUTCDay());

/** Public holidays that are the same day every year. */
const HOLIDAYS = ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-24', '12-25', '12-26'];

const isFree = (day: number) => isWeekend(day) || HOLIDAYS.includes(written(day).slice(5));

/** The day itself, or the next one on which offices work: they announce, open and close on working days. */
export function workingDay(day: number): number {
  return isFree(day) ? workingDay(day + 1) : day;
}

/** The day itself, or the last one before it on which offices work. */
export function lastWorkingDay(day: number): number {
  return isFree(day) ? lastWorkingDay(day - 1) : day;
}

/** First day of a quarter: 0 is the first of the demonstration, October 2023. */
export function quarterStart(quarter: number): number {
  const months = 9 + quarter * 3;
  return Date.UTC(2023 + Math.floor(months / 12), months % 12, 1) / DAY;
}
