import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../server/store/postgres/leftover';
import { postgresOf, until, within } from '../server/testing/process';
import {
  BOUND,
  distribution,
  duration,
  freshHome,
  instants,
  killServer,
  onStage,
  serve,
  settle,
  type Stage,
  startImport,
  stop,
} from './cut';
import { AUTHORITY, phaseOf, type Wanted } from './kill-state';
import type { Check, Proof } from './prove';

const ROWS = 60_000;
const SERVER_KILLS = 25;
/** The commit is short: these are counted from the moment at which the findings are written, some milliseconds apart. */
const COMMIT_KILLS = 5;
const COMMIT_STEP = 15;
const POSTGRES_KILLS = 5;

/** An import killed at any moment is in the store as a whole or not at all. */
export const killImport: Proof = {
  name: 'kill-import',
  minutes: 8,
  about: `kills the server at ${SERVER_KILLS + COMMIT_KILLS} instants of an import and its Postgres at ${POSTGRES_KILLS}: the batch is whole or absent, the next start serves, a second import completes it`,
  run,
};

function run(check: Check, say: (line: string) => void): Promise<void> {
  return onStage(check, generate, async (stage) => {
    const took = await duration(stage);
    say(`${ROWS} rows, ${stage.bad} of them bad: ${took} ms from the first byte received to the answer`);
    check('an import takes long enough to be killed in', took >= 500 ? null : `${took} ms`);
    const outcomes: string[] = [];
    for (const at of instants(took, SERVER_KILLS)) outcomes.push(await killServer(stage, at));
    for (let i = 0; i < COMMIT_KILLS; i++)
      outcomes.push(await killServer(stage, i * COMMIT_STEP, 'findings and commit'));
    for (const line of distribution(outcomes)) say(line);
    for (const state of ['whole', 'absent'])
      check(`some instants leave the batch ${state}`, outcomes.join().includes(state) ? null : 'none does');
    for (const at of instants(took, POSTGRES_KILLS)) say(await killPostgres(stage, at));
  });
}

const HEADER = 'code,title_pl,unit_name,announced_on,opens_on,closes_on,reported_participants,source_url';
const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** A register of its own making, the same at every run: one row in a hundred or so has a day that does not exist. */
async function generate(folder: string): Promise<Wanted & { command: string[] }> {
  let state = 2014;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const rows = Array.from({ length: ROWS }, (_none, i) => {
    const opens = 15_340 + random(5000);
    const closes = random(100) === 0 ? '2024-13-45' : day(opens + 14 + random(40));
    const title = `"Konsultacje projektu uchwały nr ${i}, dzielnica ${random(27)}"`;
    const days = `${day(opens - random(14))},${day(opens)},${closes}`;
    return `K-${i},${title},Wydział ${random(40)},${days},${random(900)},https://example.org/${i}`;
  });
  const file = join(folder, 'register.csv');
  await writeFile(file, `${[HEADER, ...rows].join('\n')}\n`);
  const bad = rows.filter((row) => row.includes('2024-13-45')).length;
  const command = ['import', file, '--as', 'consultation', '--authority', AUTHORITY, '--json'];
  const good = ROWS - bad;
  return { command, good, bad, type: 'consultation', tables: { consultation: good } };
}

/** Kills the Postgres so many milliseconds into an import; the server has to live on. */
async function killPostgres(stage: Stage, at: number): Promise<string> {
  const home = await freshHome(stage);
  const server = await serve(home);
  const command = await startImport(stage, home);
  await sleep(at);
  const phase = phaseOf(home);
  const pid = postgresOf(home);
  if (pid === null) throw new Error('no Postgres runs');
  process.kill(pid, 'SIGKILL');
  const end = await within(BOUND, command);
  const ready = async () => (await fetch(`${server.url}/api/v1/health/ready`)).status === 200;
  await until(() => !isAlive(pid) && postgresOf(home) !== pid, 'the killed Postgres is gone', BOUND);
  await until(ready, 'the server serves again', BOUND);
  const title = `Postgres killed after ${at} ms (${phase})`;
  const state = await settle(stage, { home, server, title, end });
  await stop(server);
  return `Postgres killed at ${at} ms: ${phase}, ${state}, the command ended with ${end.code} ${end.stderr.trim().split('\n')[0]}`;
}
