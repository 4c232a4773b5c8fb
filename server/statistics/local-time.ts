const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * An instant on the clocks of a time zone, by the IANA rules: `2014-03-30T03:00:00+0200`.
 * Throws `RangeError` for what is no instant or no time zone.
 */
export function localTime(instant: Date, timeZone: string): string {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute, second, timeZoneName = '' } = parts;
  const offset = /[+-]\d\d:\d\d/.exec(timeZoneName)?.[0].replace(':', '') ?? '+0000';
  return `${year!.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
}

/** The calendar day of an instant in a time zone, `YYYY-MM-DD`. */
export const localDay = (instant: Date, timeZone: string): string =>
  localTime(instant, timeZone).slice(0, 10);

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const [two, numeric] = ['2-digit', 'numeric'] as const;
  const clock = {
    hour: two,
    minute: two,
    second: two,
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  } as const;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, year: numeric, month: two, day: two, ...clock });
  formats.set(timeZone, made);
  return made;
}
