import { execFile } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isAlive } from '../server/store/postgres/leftover';
import {
  type Ended,
  folderForHomes,
  postgresOf,
  removeHomes,
  type Server,
  serving,
  startCli,
  type Started,
  startServer,
  until,
  within,
} from '../server/testing/process';
import { againProblem, lie, phaseOf, problemOf, type State, type Wanted } from './kill-state';
import type { Check, Proof } from './prove';

const ROWS = 60_000;
const SERVER_KILLS = 25;
/** The commit is short: these are counted from the moment at which the findings are written, some milliseconds apart. */
const COMMIT_KILLS = 5;
const COMMIT_STEP = 15;
const POSTGRES_KILLS = 5;
/** Longer than this is a hang. */
const BOUND = 60_000;

/** An import killed at any moment is in the store as a whole or not at all. */
export const killImport: Proof = {
  name: 'kill-import',
  minutes: 8,
  about: `kills the server at ${SERVER_KILLS + COMMIT_KILLS} instants of an import and its Postgres at ${POSTGRES_KILLS}: the batch is whole or absent, the next start serves, a second import completes it`,
  run,
};

/** The file, where homes are made, and what is being said. */
interface Stage extends Wanted {
  folder: string;
  /** A home that has been started once: quicker to copy than to make. */
  made: string;
  command: string[];
  check: Check;
}

/** An import that was cut short, and the server after it. */
interface Cut {
  home: string;
  server: Server;
  title: string;
  end: Ended;
}

async function run(check: Check, say: (line: string) => void): Promise<void> {
  const folder = await folderForHomes();
  const made = join(folder, 'made');
  const stage: Stage = { folder, made, check, ...generate(folder) };
  try {
    await stop(await serving(startServer({ BUSOLA_HOME: made, BUSOLA_DEMO: '0' })));
    const took = await duration(stage);
    say(`${ROWS} rows, ${stage.bad} of them bad: ${took} ms from the first byte received to the answer`);
    check('an import takes long enough to be killed in', took >= 500 ? null : `${took} ms`);
    const outcomes: string[] = [];
    for (let i = 0; i < SERVER_KILLS; i++)
      outcomes.push(await killServer(stage, Math.round((took * (i + 0.5)) / SERVER_KILLS)));
    for (let i = 0; i < COMMIT_KILLS; i++)
      outcomes.push(await killServer(stage, i * COMMIT_STEP, 'findings and commit'));
    for (const line of distribution(outcomes)) say(line);
    for (const state of ['whole', 'absent'])
      check(`some instants leave the batch ${state}`, outcomes.join().includes(state) ? null : 'none does');
    for (let i = 0; i < POSTGRES_KILLS; i++)
      say(await killPostgres(stage, Math.round((took * (i + 0.5)) / POSTGRES_KILLS)));
  } finally {
    await removeHomes(
      folder,
      readdirSync(folder).map((name) => join(folder, name)),
    );
  }
}

const HEADER = 'code,title_pl,unit_name,announced_on,opens_on,closes_on,reported_participants,source_url';
const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** A register of its own making, the same at every run: one row in a hundred or so has a day that does not exist. */
function generate(folder: string): Pick<Stage, 'command' | 'good' | 'bad'> {
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
  writeFileSync(file, `${[HEADER, ...rows].join('\n')}\n`);
  const bad = rows.filter((row) => row.includes('2024-13-45')).length;
  const command = ['import', file, '--as', 'consultation', '--authority', 'PROOF', '--json'];
  return { command, good: ROWS - bad, bad };
}

async function freshHome({ folder, made }: Stage): Promise<string> {
  const home = join(folder, 'home');
  await rm(home, { recursive: true, force: true });
  await promisify(execFile)('cp', ['-a', made, home]);
  return home;
}

const settingsOf = (home: string) => ({ BUSOLA_HOME: home, BUSOLA_DEMO: '0' });
const serve = (home: string) => serving(startServer(settingsOf(home)));
const workOf = (home: string) => readdirSync(join(home, 'work'));

/** Starts the import and waits until its first bytes have reached the server. */
async function startImport(stage: Stage, home: string): Promise<Started> {
  const command = startCli(stage.command, settingsOf(home));
  let over = false;
  void command.ended.then(() => (over = true));
  await until(() => over || workOf(home).length > 0, 'the import has begun', BOUND);
  return command;
}

async function stop(server: Server): Promise<void> {
  server.signal('SIGTERM');
  const { code } = await within(BOUND, server);
  if (code !== 0) throw new Error(`the server ended with ${code}: ${server.said.stderr}`);
}

/** Milliseconds of a whole import, on a home of its own; the median of three. */
async function duration(stage: Stage): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    const home = await freshHome(stage);
    const server = await serve(home);
    const command = await startImport(stage, home);
    const began = performance.now();
    await until(() => command.said.stdout !== '', 'the import has answered', BOUND);
    times.push(performance.now() - began);
    await within(BOUND, command);
    stage.check('an import that nothing disturbs', await problemOf(stage, home, 'whole'));
    await stop(server);
  }
  return Math.round(times.sort((a, b) => a - b)[1]!);
}

/** Kills the server so many milliseconds into an import, or into a phase of it; says what was going on and what is left. */
async function killServer(stage: Stage, at: number, from = 'the start'): Promise<string> {
  const home = await freshHome(stage);
  const first = await serve(home);
  const command = await startImport(stage, home);
  await until(() => from === 'the start' || [from, 'answered'].includes(phaseOf(home)), from, BOUND);
  await sleep(at);
  const phase = phaseOf(home);
  first.signal('SIGKILL');
  await first.ended;
  const end = await within(BOUND, command);
  const second = await serve(home);
  const left = workOf(home);
  const title = `server killed ${at} ms after ${from} (${phase})`;
  stage.check(`${title}: the work folder is empty`, left.length === 0 ? null : left.join(', '));
  const state = await settle(stage, { home, server: second, title, end });
  const drafts = readdirSync(join(home, 'uploads')).filter((name) => name.includes('.'));
  await stop(second);
  return `${at} ms after ${from}: ${phase}, ${state}, the command ended with ${end.code}${drafts.length > 0 ? `, ${drafts.length} draft left in uploads` : ''}`;
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

/** Checks what an import cut short has left and what the command said of it, then imports again. */
async function settle(stage: Stage, { home, server, title, end }: Cut): Promise<State> {
  const check: Check = (what, problem) => stage.check(`${title}: ${what}`, problem);
  const { status } = await server.get('/api/v1/health/ready');
  check('it serves', status === 200 ? null : `ready answered ${status}`);
  const whole = await problemOf(stage, home, 'whole');
  const absent = await problemOf(stage, home, 'absent');
  check('the batch is whole or absent', whole && absent && `${whole}; ${absent}`);
  const state = whole === null ? 'whole' : 'absent';
  check('the command did not lie', lie(end, state));
  const again = await within(BOUND, startCli(stage.command, settingsOf(home)));
  check('a second import', againProblem(stage, again, state));
  check('is complete after it', await problemOf(stage, home, 'whole'));
  return state;
}

function distribution(outcomes: string[]): string[] {
  const counted = (word: string) =>
    outcomes.filter((outcome) => outcome.includes(`: ${word}`) || outcome.includes(`, ${word}`)).length;
  const phases = [
    'upload or answer',
    'reading and checking',
    'copy of the rows',
    'findings and commit',
    'answered',
  ];
  return [
    ...outcomes,
    `instants by phase: ${phases.map((phase) => `${phase} ${counted(phase)}`).join(', ')}`,
    `after the kill: whole ${counted('whole')}, absent ${counted('absent')}`,
  ];
}
