import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../root';
import type { LockContent } from '../store/home';
import { isAlive, stopLeftovers } from '../store/postgres/leftover';
import { address } from '../store/postgres/server';

/** How a process ended and everything that it said. */
export interface Ended {
  /** Exit code; null where a signal ended it. */
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A process of the built service, leader of a group of its own. */
export interface Started {
  pid: number;
  /** What it has said so far. */
  said: { stdout: string; stderr: string };
  ended: Promise<Ended>;
  /** Sends a signal to the process alone. */
  signal(name: NodeJS.Signals): void;
}

/** A server that serves. */
export interface Server extends Started {
  url: string;
  /** The answer of an address, read as JSON. */
  get<T>(path: string): Promise<{ status: number; body: T }>;
}

type Settings = Record<string, string>;

const PATIENCE = 60_000;
const started = new Set<Started>();

/** Runs a program of the project with nothing in its environment but what every machine has and the settings given. */
export function start(program: string[], settings: Settings): Started {
  const child = spawn(process.execPath, program, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: tmpdir(), ...settings },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = collected(child);
  const ended = new Promise<Ended>((done, failed) => {
    child.once('error', failed);
    child.once('close', (code, signal) => done({ code, signal, ...said }));
  });
  const run: Started = { pid: child.pid!, said, ended, signal: (name) => void child.kill(name) };
  started.add(run);
  void ended.finally(() => started.delete(run)).catch(() => undefined);
  return run;
}

/** Starts the built server; waiting for its address is the business of `serving`. */
export const startServer = (settings: Settings): Started =>
  start([join(ROOT, 'dist/server/main.js')], { PORT: '0', ...settings });

/** Runs one command of the built command line to its end. */
export const runCli = (args: string[], settings: Settings): Promise<Ended> => startCli(args, settings).ended;

/** Starts one command of the built command line. */
export const startCli = (args: string[], settings: Settings): Started =>
  start([join(ROOT, 'dist/server/cli.js'), ...args], settings);

/** Waits until the server has printed its address. Throws with what it said where it ends instead. */
export async function serving(server: Started): Promise<Server> {
  let end: Ended | null = null;
  void server.ended.then((how) => (end = how));
  await until(() => end !== null || server.said.stdout.includes('\n'), 'the server printed its address');
  const url = /http:\/\/\S+/.exec(server.said.stdout)?.[0];
  if (!url || end) throw new Error(`The server does not serve: ${JSON.stringify(end ?? server.said)}`);
  return {
    ...server,
    url,
    get: async <T>(path: string) => {
      const response = await fetch(url + path);
      return { status: response.status, body: (await response.json()) as T };
    },
  };
}

/** Waits for a condition. Throws, naming it, where it does not come true in time. */
export async function until(
  condition: () => unknown,
  what: string,
  patience: number = PATIENCE,
): Promise<void> {
  const end = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`not within ${patience / 1000} s: ${what}`);
    await sleep(10);
  }
}

/** How a process ends. Kills it and throws where that takes longer: it hangs. */
export async function within(patience: number, run: Started): Promise<Ended> {
  const end = await Promise.race([run.ended, sleep(patience, null, { ref: false })]);
  if (end) return end;
  run.signal('SIGKILL');
  throw new Error(`process ${run.pid} has not ended within ${patience / 1000} s: ${run.said.stderr}`);
}

/** Whether any process of the group that a started process led still runs. */
export function groupLives({ pid }: Started): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Number of the embedded Postgres of a home; null where none runs. */
export function postgresOf(home: string): number | null {
  const path = join(home, 'postgres/postmaster.pid');
  const pid = existsSync(path) ? Number.parseInt(readFileSync(path, 'utf8'), 10) : 0;
  return pid > 0 && isAlive(pid) ? pid : null;
}

/** Address of the database in the embedded Postgres that runs on a home. */
export function databaseOf(home: string): string {
  const port = readFileSync(join(home, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  return address(Number(port), readFileSync(join(home, 'postgres-password'), 'utf8').trim());
}

/** The lock of a home as it lies on disk; null where there is none. */
export function lockOf(home: string): LockContent | null {
  const path = join(home, 'lock');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as LockContent) : null;
}

/** Where a home can be made. Others may pass through: the embedded Postgres of root runs as another user. */
export async function folderForHomes(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'busola-process-'));
  await chmod(folder, 0o711);
  return folder;
}

/** Ends what a test that failed left running, then removes its homes. */
export async function removeHomes(folder: string, homes: string[]): Promise<void> {
  const left = [...started];
  for (const one of left) one.signal('SIGKILL');
  await Promise.all(left.map(({ ended }) => ended));
  for (const home of homes) await stopLeftovers(join(home, 'postgres'), () => undefined);
  await rm(folder, { recursive: true, force: true });
}

function collected(child: ChildProcess): { stdout: string; stderr: string } {
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]!.setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
      const log = process.env['BUSOLA_TEST_LOG'];
      if (log && name === 'stderr') appendFileSync(log, text);
    });
  return said;
}
