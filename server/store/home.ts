import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, unlinkSync } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A refusal that a person reads: what is wrong, with which value, what is allowed. */
export class Refusal extends Error {
  constructor(
    readonly pl: string,
    readonly en: string,
  ) {
    super(en);
  }
}

/** What the lock of a home says about the process that owns it. */
export interface LockContent {
  pid: number;
  /** Port of the owner's server; null while it does not listen. */
  port: number | null;
  /** Where its server listens, as this machine reaches it. */
  host?: string;
  /** Whoever can read the lock may send commands to the owner with this token. */
  token: string;
  /** Start of the process as the kernel counts it: a reused pid has another one. Null where the system does not tell. */
  started: string | null;
}

/** The home belongs to another process that lives. Carries the lock, so that a command can be sent to its owner. */
export class HomeInUse extends Refusal {
  constructor(
    readonly folder: string,
    readonly content: LockContent,
  ) {
    super(
      `Folder ${folder} jest zajęty przez proces ${content.pid}; zatrzymaj ten proces albo podaj inny folder w BUSOLA_HOME`,
      `The folder ${folder} is in use by process ${content.pid}; stop that process or name another folder in BUSOLA_HOME`,
    );
    this.message = `${this.en}\n${this.pl}`;
  }
}

const FOLDERS = ['mirror', 'uploads', 'imports', 'releases', 'work'] as const;

/** A folder of the home that only its owner may enter. */
export type HomeFolder = (typeof FOLDERS)[number];

/** Absolute paths of everything that an instance keeps on disk. */
export interface Home extends Record<HomeFolder, string> {
  folder: string;
  lock: string;
  postgres: string;
}

/** The paths of the home `folder`, whether it exists or not. */
export function homeAt(folder: string): Home {
  const root = resolve(folder);
  const at = (name: string) => join(root, name);
  return {
    folder: root,
    lock: at('lock'),
    postgres: at('postgres'),
    mirror: at('mirror'),
    uploads: at('uploads'),
    imports: at('imports'),
    releases: at('releases'),
    work: at('work'),
  };
}

/**
 * Creates the home and the folders asked for. The home itself can be passed through but not listed (0711): its
 * Postgres may have to run as another user. The folders and files in it are closed to others.
 */
export async function openHome(
  folder = process.env['BUSOLA_HOME'] || 'var',
  folders: readonly HomeFolder[] = FOLDERS,
): Promise<Home> {
  const home = homeAt(folder);
  await mkdir(home.folder, { recursive: true, mode: 0o711 });
  for (const name of folders) await mkdir(home[name], { recursive: true, mode: 0o700 });
  return home;
}

/** The lock of a home, held by this process until `release` or its exit. */
export class HomeLock {
  private readonly atExit = () => this.release();

  constructor(
    private readonly path: string,
    private content: LockContent,
  ) {
    process.once('exit', this.atExit);
  }

  get token(): string {
    return this.content.token;
  }

  /** Says where the server listens. */
  async publish(port: number, host = 'localhost'): Promise<void> {
    this.content = { ...this.content, port, host };
    await rename(await written(this.path, this.content), this.path);
  }

  /** Gives the home up. Removes the lock only while it is this one. Synchronous, so that it serves on exit too. */
  release(): void {
    process.off('exit', this.atExit);
    try {
      if (parsed(readFileSync(this.path, 'utf8'))?.token === this.content.token) unlinkSync(this.path);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}

/** Takes the home for this process. Throws `HomeInUse` where a living process has it. */
export async function takeLock(home: Home): Promise<HomeLock> {
  const token = randomBytes(32).toString('base64url');
  const mine: LockContent = { pid: process.pid, port: null, token, started: processStart(process.pid) };
  const draft = await written(home.lock, mine);
  try {
    let held: LockContent | null | 'again' = 'again';
    while (held === 'again') held = await attempt(home.lock, draft);
    if (held) throw new HomeInUse(home.folder, held);
  } finally {
    await rm(draft, { force: true });
  }
  return new HomeLock(home.lock, mine);
}

/** The lock of a home as it stands, for commands that look for a server; null where no living process holds it. */
export async function readLock(folder: string): Promise<LockContent | null> {
  const text = await textOf(homeAt(folder).lock);
  return text === null ? null : living(text);
}

/**
 * Tries to become the owner: null done, else who is. Among takers of one stale lock the right to replace it is itself
 * a file, linked once and named after the content it follows; a taker that died on the way is followed the same way.
 * Nobody ever renames a lock away, so no moment exists in which a third taker finds the place empty.
 */
async function attempt(lock: string, draft: string): Promise<LockContent | null | 'again'> {
  const stale: { path: string; text: string }[] = [];
  let path = lock;
  while (!(await linked(draft, path))) {
    const text = await textOf(path);
    if (text === null) return 'again';
    const owner = living(text);
    if (owner) return owner;
    stale.push({ path, text });
    path = `${lock}.after-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  }
  if (stale.length === 0) return null;
  // The claim counts only if all that it follows still stands: a slower taker may hold one to a lock long replaced.
  const current = await Promise.all(stale.map(async (seen) => (await textOf(seen.path)) === seen.text));
  const won = current.every(Boolean);
  if (won) await rename(await copied(lock, draft), lock);
  const claims = won ? [...stale.slice(1).map((seen) => seen.path), path] : [path];
  for (const claim of claims) await rm(claim, { force: true });
  return won ? null : 'again';
}

/** Start time of a living process; null where it does not live or the system does not tell. */
function processStart(pid: number): string | null {
  try {
    // field 2, the program's name, may hold spaces and brackets: count from behind it
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function living(text: string): LockContent | null {
  const content = parsed(text);
  if (!content) return null;
  if (content.started !== null) return processStart(content.pid) === content.started ? content : null;
  try {
    process.kill(content.pid, 0);
    return content;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? content : null;
  }
}

function parsed(text: string): LockContent | null {
  try {
    const { pid, port, host, token, started } = JSON.parse(text) as LockContent;
    const sound = Number.isInteger(pid) && pid > 0 && typeof token === 'string';
    return sound ? { pid, port: port ?? null, token, started: started ?? null, ...(host && { host }) } : null;
  } catch {
    return null;
  }
}

async function written(lock: string, content: LockContent): Promise<string> {
  const path = `${lock}.${process.pid}-${randomBytes(6).toString('hex')}`;
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(JSON.stringify(content));
  } finally {
    await file.close();
  }
  return path;
}

/** A second name of the draft: renaming a file onto another name of itself would do nothing. */
async function copied(lock: string, draft: string): Promise<string> {
  return written(lock, parsed(await readFile(draft, 'utf8'))!);
}

async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
