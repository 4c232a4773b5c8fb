import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process with this number exists and is more than an exit status that nobody has collected. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  try {
    return !/^.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return process.platform !== 'linux';
  }
}

/** Sends a signal; a process that is gone is not an error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * Stops whatever a killed process of ours left running on the data: the server named in `postmaster.pid` if it truly
 * serves this folder, then backends that outlived their server. A pid that now belongs to another program is left alone.
 */
export async function stopLeftovers(data: string, log: (line: string) => void): Promise<void> {
  const pid = await recordedPid(data);
  // a server waits for its backends, and what a signal has stopped takes no other in until it goes on
  for (const stopped of processesOf(data)) wake(stopped);
  if (pid !== null && isAlive(pid)) {
    if (serves(pid, data)) {
      log(`Postgres ${pid} was left running on ${data}: stopping it`);
      await stopPid(pid);
    } else {
      await disown(data);
      log(`postmaster.pid of ${data} names ${pid}, now another program: ignored`);
    }
  }
  await Promise.all(backends(data).map((backend) => stopPid(backend, ['SIGQUIT', 'SIGKILL'])));
}

/** Asks a process to end, each signal more urgent than the one before, until it is gone. */
export async function stopPid(
  pid: number,
  signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGQUIT', 'SIGKILL'],
  patience = 20_000,
): Promise<void> {
  for (const name of signals) {
    signal(pid, name);
    wake(pid);
    const until = Date.now() + patience;
    while (isAlive(pid) && Date.now() < until) await sleep(20);
    if (!isAlive(pid)) return;
  }
}

/** Lets a process go on that a signal has stopped; nothing happens to any other. */
function wake(pid: number): void {
  if (process.platform !== 'win32') signal(pid, 'SIGCONT');
}

async function recordedPid(data: string): Promise<number | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  // a server in single-user mode writes its number with a minus
  const pid = Math.abs(Number.parseInt(text, 10));
  return pid > 0 ? pid : null;
}

/**
 * Puts our own number in place of the stranger's: Postgres takes a file that names its parent for stale. Removing the
 * file instead would also remove the shared memory key by which Postgres notices backends still at work on the data.
 */
async function disown(data: string): Promise<void> {
  const path = join(data, 'postmaster.pid');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/^-?\d+/, String(process.pid)));
}

function serves(pid: number, data: string): boolean {
  const command = commandOf(pid);
  if (!/^postgres(\.exe)?$/.test(basename(command[0] ?? ''))) return false;
  return worksIn(pid, data) || command.includes(data) || command.includes(realpathSync(data));
}

function commandOf(pid: number): string[] {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(' ');
  } catch {
    return [];
  }
}

/** Every process of a cluster works in its data folder, under whatever name the folder has been reached. */
function worksIn(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return false;
  }
}

/** Numbers of the processes of a cluster, its server and what works for it; empty where the system does not tell. */
export function processesOf(data: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && worksIn(pid, data) && isPostgres(commandOf(pid)[0] ?? ''));
}

const isBackend = (name: string) => name.startsWith('postgres: ');
const isPostgres = (name: string) => isBackend(name) || basename(name) === 'postgres';

const backends = (data: string) => processesOf(data).filter((pid) => isBackend(commandOf(pid)[0] ?? ''));
