import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Binaries } from './binaries';
import { NAME } from './data';
import { spawnAs, type Identity } from './identity';
import type { Journal } from './journal';
import { signal, stopPid } from './leftover';
import { serverSettings } from './settings';

/** Everything a server needs to be started, the port apart. */
export interface Plan {
  data: string;
  binaries: Binaries;
  who: Identity;
  password: string;
  journal: Journal;
  settings: Record<string, string>;
}

/** Postgres ended before it served. `log` is what it said. */
export class StartFailure extends Error {
  constructor(
    readonly data: string,
    readonly log: string,
  ) {
    super(`Postgres does not start on ${data}: ${log || 'it said nothing'}`);
  }

  get portTaken(): boolean {
    return /could not create any TCP\/IP sockets/.test(this.log);
  }

  /** Processes of a server that was killed have not noticed yet. */
  get dataBusy(): boolean {
    return /pre-existing shared memory block/.test(this.log);
  }
}

class Ended extends Error {}

/** The password kept in the home is not the one of the data. */
export class WrongPassword extends Error {}

/** A Postgres that accepts connections. */
export interface Server {
  pid: number;
  port: number;
  /** Resolves when the process is gone, with how it went. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

/** Address of a database of the server. */
export function address(port: number, password: string, database = NAME): string {
  return `postgres://${NAME}:${password}@127.0.0.1:${port}/${database}`;
}

/** Starts a server and waits until it answers. Throws `StartFailure` where it ends instead; `aborted` gives up waiting. */
export async function launch(plan: Plan, port: number, aborted?: AbortSignal): Promise<Server> {
  const { data, binaries, who, journal } = plan;
  const from = journal.end;
  const settings = Object.entries(serverSettings(port, plan.settings)).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  const out = journal.descriptor;
  // a session of its own: Ctrl-C in the terminal must reach us, not the database under us
  const child = spawnAs(who, binaries.postgres, ['-D', data, ...settings], {
    env: binaries.env,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', out, out],
  });
  const ended = ending(child);
  if (child.pid === undefined) throw new StartFailure(data, await ended);
  const stop = async () => {
    // once collected, its number may be another program's
    if (child.exitCode === null && child.signalCode === null) await stopPid(child.pid!);
    await ended;
  };
  const server = { pid: child.pid, port, ended, stop };
  try {
    await ready(plan, server, aborted);
  } catch (error) {
    await server.stop();
    throw error instanceof Ended ? new StartFailure(data, journal.since(from) || error.message) : error;
  }
  return server;
}

function ending(child: ChildProcess): Promise<string> {
  // the last thing a node that exits without having stopped it can do for its database
  const atExit = () => child.pid !== undefined && signal(child.pid, 'SIGINT');
  process.once('exit', atExit);
  return new Promise((resolve) => {
    const end = (how: string) => {
      process.off('exit', atExit);
      resolve(how);
    };
    child.once('exit', (code, by) => end(by ? `ended by ${by}` : `ended with code ${code}`));
    child.once('error', (error) => end(error.message));
  });
}

/** Asks by connecting, for as long as the process lives: recovery after a crash takes the time it takes. */
async function ready({ password }: Plan, { port, ended }: Server, aborted?: AbortSignal): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  for (;;) {
    if (over) throw new Ended(await ended);
    aborted?.throwIfAborted();
    const answer = await knock(address(port, password, 'postgres'));
    if (answer === null && !over) return;
    if (answer === '28P01')
      throw new WrongPassword(`The password of ${NAME} is not the one kept in the home`);
    if (answer?.startsWith('28'))
      throw new Error(`Postgres on port ${port} turns ${NAME} away: SQLSTATE ${answer}`);
    await Promise.race([sleep(25), ended]);
  }
}

async function knock(url: string): Promise<string | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? 'no answer';
  } finally {
    await client.end().catch(() => undefined);
  }
}
