import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  type Ended,
  folderForHomes,
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
import type { Check } from './prove';

/** Longer than this is a hang. */
export const BOUND = 60_000;

/** The file, where homes are made, and what is being said. */
export interface Stage extends Wanted {
  /** A home that has been started once: quicker to copy than to make. */
  made: string;
  /** Where its copies are put, one after the other. */
  home: string;
  command: string[];
  check: Check;
}

/** An import that was cut short, and the server after it. */
export interface Cut {
  home: string;
  server: Server;
  title: string;
  end: Ended;
}

/** Makes a home and the file in a folder of their own, and removes both whatever happens in between. */
export async function onStage(
  check: Check,
  generate: (folder: string) => Promise<Wanted & { command: string[] }>,
  play: (stage: Stage) => Promise<void>,
): Promise<void> {
  const folder = await folderForHomes();
  const made = join(folder, 'made');
  try {
    await stop(await serve(made));
    await play({ made, home: join(folder, 'home'), check, ...(await generate(folder)) });
  } finally {
    await removeHomes(
      folder,
      readdirSync(folder).map((name) => join(folder, name)),
    );
  }
}

/** The middle of each of so many equal parts of a time. */
export const instants = (took: number, parts: number): number[] =>
  Array.from({ length: parts }, (_none, i) => Math.round((took * (i + 0.5)) / parts));

/** A copy of the home, in the place of the one before. */
export async function freshHome({ home, made }: Stage): Promise<string> {
  await rm(home, { recursive: true, force: true });
  await promisify(execFile)('cp', ['-a', made, home]);
  return home;
}

const settingsOf = (home: string) => ({ BUSOLA_HOME: home, BUSOLA_DEMO: '0' });
/** Starts the server of a home and waits until it serves. */
export const serve = (home: string): Promise<Server> => serving(startServer(settingsOf(home)));
const workOf = (home: string) => readdirSync(join(home, 'work'));

/** Starts the import and waits until its first bytes have reached the server. */
export async function startImport(stage: Stage, home: string): Promise<Started> {
  const command = startCli(stage.command, settingsOf(home));
  let over = false;
  void command.ended.then(() => (over = true));
  await until(() => over || workOf(home).length > 0, 'the import has begun', BOUND);
  return command;
}

/** Asks a server to end. Throws where it does not end as asked. */
export async function stop(server: Server): Promise<void> {
  server.signal('SIGTERM');
  const { code } = await within(BOUND, server);
  if (code !== 0) throw new Error(`the server ended with ${code}: ${server.said.stderr}`);
}

/** Milliseconds of a whole import, on a home of its own; the median of so many. */
export async function duration(stage: Stage, runs = 3): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
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
  return Math.round(times.sort((a, b) => a - b)[runs >> 1]!);
}

/** Kills the server so many milliseconds into an import, or into a phase of it; says what was going on and what is left. */
export async function killServer(stage: Stage, at: number, from = 'the start'): Promise<string> {
  const home = await freshHome(stage);
  const first = await serve(home);
  const command = await startImport(stage, home);
  await until(() => from === 'the start' || [from, 'answered'].includes(phaseOf(home)), from, BOUND);
  await sleep(at);
  const phase = phaseOf(home);
  first.signal('SIGKILL');
  await first.ended;
  const end = await within(BOUND, command);
  const state = await next(stage, end, `server killed ${at} ms after ${from} (${phase})`);
  const drafts = readdirSync(join(home, 'uploads')).filter((name) => name.includes('.'));
  return `${at} ms after ${from}: ${phase}, ${state}, the command ended with ${end.code}${drafts.length > 0 ? `, ${drafts.length} draft left in uploads` : ''}`;
}

/** Starts the server again after a cut, checks what it finds, and stops it. */
export async function next(stage: Stage, end: Ended, title: string): Promise<State> {
  const { home } = stage;
  const server = await serve(home);
  leftProblem(stage, title);
  const state = await settle(stage, { home, server, title, end });
  await stop(server);
  return state;
}

/** Nothing that an import was working with outlives a start. */
export function leftProblem({ check, home }: Stage, title: string): void {
  const left = workOf(home);
  check(`${title}: the work folder is empty`, left.length === 0 ? null : left.join(', '));
}

/** What the store holds of the import: all of it or nothing, or the check fails. */
export async function stateOf(stage: Stage, home: string, title: string): Promise<State> {
  const whole = await problemOf(stage, home, 'whole');
  const absent = await problemOf(stage, home, 'absent');
  stage.check(`${title}: the batch is whole or absent`, whole && absent && `${whole}; ${absent}`);
  return whole === null ? 'whole' : 'absent';
}

/** Checks what an import cut short has left and what the command said of it, then imports again. */
export async function settle(stage: Stage, { home, server, title, end }: Cut): Promise<State> {
  const check: Check = (what, problem) => stage.check(`${title}: ${what}`, problem);
  const { status } = await server.get('/api/v1/health/ready');
  check('it serves', status === 200 ? null : `ready answered ${status}`);
  const state = await stateOf(stage, home, title);
  check('the command did not lie', lie(end, state));
  const again = await within(BOUND, startCli(stage.command, settingsOf(home)));
  check('a second import', againProblem(stage, again, state));
  check('is complete after it', await problemOf(stage, home, 'whole'));
  return state;
}

/** The outcomes, and how many there are of each phase and state. */
export function distribution(outcomes: string[]): string[] {
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
    `after the cut: whole ${counted('whole')}, absent ${counted('absent')}`,
  ];
}
