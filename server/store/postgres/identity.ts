import { execFile, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chown, lchown, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../home';
import type { Binaries } from './binaries';

const run = promisify(execFile);

/** As whom Postgres runs: it refuses to be root. */
export interface Identity {
  name: string;
  /** Owner of the data on disk. */
  uid: number;
  gid: number;
  /** Program and arguments put before the command: a user namespace in which root is nobody. */
  wrap: readonly string[];
  /** Whether the process is given another uid. */
  switches: boolean;
}

const NOBODY = 65534;

/** Starts a program under the identity, away from the caller's folder, which the identity may not be able to enter. */
export function spawnAs(
  who: Identity,
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const [first, ...rest] = [...who.wrap, program, ...args];
  return spawn(first!, rest, { cwd: '/', ...options, ...(who.switches && { uid: who.uid, gid: who.gid }) });
}

/**
 * The identity that can run the binaries and write the data folder; existing data keeps its owner where that works and
 * is handed over (`chown`) where the machine has changed. Nothing may run on `data` meanwhile; null where there is none yet.
 */
export async function settleIdentity(
  binaries: Binaries,
  home: string,
  data: string | null,
): Promise<Identity> {
  if (process.getuid?.() !== 0) return myself();
  const owner = data === null ? null : await stat(data);
  for (const candidate of await candidates(home, owner)) {
    if (!(await reaches(candidate, binaries, home))) continue;
    if (data !== null && owner?.uid !== candidate.uid) await handOver(data, candidate);
    return candidate;
  }
  throw new Refusal(
    `Postgres nie działa jako root, a żaden inny użytkownik nie ma dostępu do ${home} i ${binaries.postgres}; uruchom program jako zwykły użytkownik albo podaj własny serwer w DATABASE_URL`,
    `Postgres does not run as root, and no other user can reach ${home} and ${binaries.postgres}; start the program as an ordinary user or name a server of yours in DATABASE_URL`,
  );
}

function myself(): Identity {
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  return { name: 'its own user', uid, gid, wrap: [], switches: false };
}

/** Refuses data of somebody else before anything looks into it; root may become its owner. */
export async function requireOwner(data: string): Promise<void> {
  const me = process.getuid?.() ?? 0;
  const owner = await stat(data).catch(() => null);
  if (me === 0 || !owner || owner.uid === me) return;
  throw new Refusal(
    `Dane w ${data} należą do użytkownika o numerze ${owner.uid}, a program działa jako ${me}; uruchom go jako ich właściciel albo zmień właściciela przez chown -R`,
    `The data in ${data} belongs to the user number ${owner.uid}, and the program runs as ${me}; start it as their owner or change the owner with chown -R`,
  );
}

async function candidates(home: string, owner: { uid: number; gid: number } | null): Promise<Identity[]> {
  const mapped = {
    name: 'nobody in a user namespace of root',
    uid: 0,
    gid: 0,
    wrap: ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'],
    switches: false,
  };
  // root working in somebody's folder: that person can reach it where the system users cannot
  const host = await stat(dirname(home));
  const users = [
    ...(await systemUsers()).map(({ name, uid, gid }) => asUser(name, uid, gid)),
    ...(host.uid === 0 ? [] : [asUser(`user ${host.uid}`, host.uid, host.gid)]),
    mapped,
  ];
  if (!owner) return users;
  const same = users.find(({ uid }) => uid === owner.uid);
  return [same ?? asUser(`user ${owner.uid}`, owner.uid, owner.gid), ...users];
}

function asUser(name: string, uid: number, gid: number): Identity {
  return { name, uid, gid, wrap: [], switches: true };
}

async function systemUsers(): Promise<{ name: string; uid: number; gid: number }[]> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => ''))
    .split('\n')
    .map((line) => line.split(':'));
  return ['postgres', 'nobody'].flatMap((wanted) => {
    const found = lines.find(([name]) => name === wanted);
    return found ? [{ name: wanted, uid: Number(found[2]), gid: Number(found[3]) }] : [];
  });
}

/** Tries it out: modes, namespaces, capabilities and mounts together are more than a look at the modes can tell. */
async function reaches(who: Identity, { postgres, env }: Binaries, home: string): Promise<boolean> {
  const probe = await mkdtemp(join(home, 'postgres-probe-'));
  try {
    await chown(probe, who.uid, who.gid);
    const [first, ...rest] = [
      ...who.wrap,
      '/bin/sh',
      '-c',
      '"$0" --version && : >"$1/reached"',
      postgres,
      probe,
    ];
    await run(first!, rest, { cwd: '/', env, ...(who.switches && { uid: who.uid, gid: who.gid }) });
    return true;
  } catch {
    return false;
  } finally {
    await rm(probe, { recursive: true, force: true });
  }
}

/** The folder itself comes last: cut short, the next start sees the old owner and does it again. */
async function handOver(folder: string, who: Identity): Promise<void> {
  for (const name of await readdir(folder, { recursive: true }))
    await lchown(join(folder, name), who.uid, who.gid);
  await lchown(folder, who.uid, who.gid);
}
