/** A quarter of the office's calendar as a number: year * 4 + quarter - 1, so that neighbours differ by one. */
export type Quarter = number;

const NAME = /^(\d{4})-Q([1-4])$/;

/** `2026-Q3`. */
export const quarterName = (quarter: Quarter): string => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;

/** The quarter of a name as `quarterName` writes it; null where it is none. */
export function quarterNamed(name: string): Quarter | null {
  const [, year, quarter] = NAME.exec(name) ?? [];
  return year === undefined ? null : Number(year) * 4 + Number(quarter) - 1;
}

/** The quarter of a day, `YYYY-MM-DD`; a day is never shifted by a time zone. */
export const quarterOf = (day: string): Quarter =>
  Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);

/** The last day of a quarter, `YYYY-MM-DD`. */
export function lastDay(quarter: Quarter): string {
  const day = new Date(Date.UTC(Math.floor(quarter / 4), (quarter % 4) * 3 + 3, 0));
  return day.toISOString().slice(0, 10);
}
