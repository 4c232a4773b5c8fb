import { execFileSync } from 'node:child_process';
import { ROOT } from '../root';

/** Edges from method.md section 7 (20): summer time, winter time, the turn of a year. */
const EDGES = [
  ['2014-03-31T21:59:59Z', '2014-03-31', '2014-Q1'],
  ['2014-03-31T22:00:00Z', '2014-04-01', '2014-Q2'],
  ['2013-12-31T22:59:59Z', '2013-12-31', '2013-Q4'],
  ['2013-12-31T23:00:00Z', '2014-01-01', '2014-Q1'],
];

const SCRIPT = `
const { dayInWarsaw } = require('./dist/server/publish/today.js');
const { quarterName, quarterOf } = require('./dist/server/scores/quarter.js');
const days = process.argv.slice(1).map((instant) => dayInWarsaw(new Date(instant)));
console.log(JSON.stringify(days.map((day) => [day, quarterName(quarterOf(day))])));`;

it.each(['UTC', 'America/Los_Angeles', 'Pacific/Auckland'])(
  "takes the office's day of an instant on a machine in %s",
  (TZ) => {
    const instants = EDGES.map(([instant]) => instant!);
    const said = execFileSync(process.execPath, ['-e', SCRIPT, ...instants], {
      cwd: ROOT,
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
    expect(JSON.parse(said)).toEqual(EDGES.map(([, day, quarter]) => [day, quarter]));
  },
);
