import { localDay, localTime } from './local-time';

it.each([
  // summer time of 2014 in Poland: from 30 March 01:00 to 26 October 01:00 UTC (IANA tz, europe)
  ['2013-12-31T22:59:59Z', '2013-12-31T23:59:59+0100'],
  ['2013-12-31T23:00:00Z', '2014-01-01T00:00:00+0100'],
  ['2014-03-30T00:59:59Z', '2014-03-30T01:59:59+0100'],
  ['2014-03-30T01:00:00Z', '2014-03-30T03:00:00+0200'],
  ['2014-10-26T00:59:59Z', '2014-10-26T02:59:59+0200'],
  ['2014-10-26T01:00:00Z', '2014-10-26T02:00:00+0100'],
])('%s is %s in Warsaw', (utc, local) => {
  expect(localTime(new Date(utc), 'Europe/Warsaw')).toBe(local);
  expect(localDay(new Date(utc), 'Europe/Warsaw')).toBe(local.slice(0, 10));
});

it('knows other zones, also those of no whole hours and of none', () => {
  const instant = new Date('2014-06-30T22:00:00Z');
  expect(localTime(instant, 'UTC')).toBe('2014-06-30T22:00:00+0000');
  expect(localTime(instant, 'Asia/Kolkata')).toBe('2014-07-01T03:30:00+0530');
  expect(localTime(instant, 'America/St_Johns')).toBe('2014-06-30T19:30:00-0230');
});

it('refuses what is no instant and no zone', () => {
  expect(() => localTime(new Date('yesterday'), 'UTC')).toThrow(RangeError);
  expect(() => localTime(new Date(0), 'Europe/Lublin')).toThrow(RangeError);
});
