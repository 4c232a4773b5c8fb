import { execFileSync } from 'node:child_process';
import { ROOT } from '../root';

/**
 * Local quarters of instants as R 4.2.2 tells them with the IANA time zones (golden cases `quarter_of_instant`); the edges of
 * method.md section 7 (20): summer time, winter time, the turn of a year.
 */
const GOLDEN = [
  [
    'quarter_of_instant-001-2013-12-31T225959Z',
    '2013-12-31T22:59:59Z',
    '2013-12-31T23:59:59+0100',
    '2013-Q4',
  ],
  [
    'quarter_of_instant-002-2013-12-31T230000Z',
    '2013-12-31T23:00:00Z',
    '2014-01-01T00:00:00+0100',
    '2014-Q1',
  ],
  [
    'quarter_of_instant-003-2014-03-31T215959Z',
    '2014-03-31T21:59:59Z',
    '2014-03-31T23:59:59+0200',
    '2014-Q1',
  ],
  [
    'quarter_of_instant-004-2014-03-31T220000Z',
    '2014-03-31T22:00:00Z',
    '2014-04-01T00:00:00+0200',
    '2014-Q2',
  ],
  [
    'quarter_of_instant-005-2014-06-30T220000Z',
    '2014-06-30T22:00:00Z',
    '2014-07-01T00:00:00+0200',
    '2014-Q3',
  ],
  [
    'quarter_of_instant-006-2014-09-30T215959Z',
    '2014-09-30T21:59:59Z',
    '2014-09-30T23:59:59+0200',
    '2014-Q3',
  ],
  [
    'quarter_of_instant-007-2014-12-31T230000Z',
    '2014-12-31T23:00:00Z',
    '2015-01-01T00:00:00+0100',
    '2015-Q1',
  ],
  [
    'quarter_of_instant-008-2014-03-30T005959Z',
    '2014-03-30T00:59:59Z',
    '2014-03-30T01:59:59+0100',
    '2014-Q1',
  ],
  [
    'quarter_of_instant-009-2014-03-30T010000Z',
    '2014-03-30T01:00:00Z',
    '2014-03-30T03:00:00+0200',
    '2014-Q1',
  ],
] as const;

const SCRIPT = `
const { dayInWarsaw } = require('./dist/server/publish/today.js');
const { quarterName, quarterOf } = require('./dist/server/scores/quarter.js');
const days = process.argv.slice(1).map((instant) => dayInWarsaw(new Date(instant)));
console.log(JSON.stringify(days.map((day) => [day, quarterName(quarterOf(day))])));`;

it.each(['UTC', 'America/Los_Angeles', 'Pacific/Auckland'])(
  "takes the office's day of an instant on a machine in %s",
  (TZ) => {
    const instants = GOLDEN.map(([, instant]) => instant);
    const said = execFileSync(process.execPath, ['-e', SCRIPT, ...instants], {
      cwd: ROOT,
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
    const found = JSON.parse(said) as [day: string, quarter: string][];
    expect(found.map((one, i) => [GOLDEN[i]![0], ...one])).toEqual(
      GOLDEN.map(([id, , local, quarter]) => [id, local.slice(0, 10), quarter]),
    );
  },
);
