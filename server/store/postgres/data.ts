import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Refusal } from '../home';
import type { Binaries } from './binaries';
import { spawnAs, type Identity } from './identity';

/** The superuser, and the database, of the embedded server. */
export const NAME = 'busola';

/** Files of the embedded server in a home. */
export function dataPaths(home: string) {
  return {
    data: join(home, 'postgres'),
    password: join(home, 'postgres-password'),
    journal: join(home, 'postgres.log'),
    libraries: join(home, 'postgres-lib'),
  };
}

/** Whether the folder holds data of this Postgres. Refuses data of another version and folders of something else. */
export async function hasData(data: string, { major, version }: Binaries): Promise<boolean> {
  const names: string[] = await readdir(data).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0) return false;
  if (!names.includes('PG_VERSION')) {
    throw new Refusal(
      `Folder ${data} nie jest pusty i nie zawiera danych Postgresa (brak pliku PG_VERSION); opróżnij go albo podaj inny folder w BUSOLA_HOME`,
      `The folder ${data} is not empty and holds no Postgres data (no file PG_VERSION); empty it or name another folder in BUSOLA_HOME`,
    );
  }
  const made = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  if (made === major) return true;
  throw new Refusal(
    `Dane w ${data} utworzył Postgres ${made}, a ten program ma Postgresa ${version}; przywróć kopię zapasową w nowym folderze BUSOLA_HOME albo użyj programu z Postgresem ${made}`,
    `The data in ${data} was made by Postgres ${made}, and this program brings Postgres ${version}; restore a backup into a new BUSOLA_HOME or use the program with Postgres ${made}`,
  );
}

/** Makes the data folder aside and renames it into place: killed at any moment it leaves a home that starts. */
export async function createData(
  home: string,
  binaries: Binaries,
  who: Identity,
  password: string,
): Promise<void> {
  for (const name of await readdir(home)) {
    if (name.startsWith('postgres-new-'))
      await rm(join(home, name), { recursive: true, force: true, maxRetries: 5 });
  }
  const aside = await mkdtemp(join(home, 'postgres-new-'));
  try {
    const secret = join(aside, 'password');
    await writeFile(secret, password, { mode: 0o600 });
    if (process.platform !== 'win32') for (const path of [aside, secret]) await chown(path, who.uid, who.gid);
    await initdb(binaries, who, join(aside, 'data'), secret);
    await rename(join(aside, 'data'), dataPaths(home).data);
  } finally {
    await rm(aside, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Letters are told from signs by LC_CTYPE C.UTF-8: under plain C pg_trgm drops ą, ł and ż. Order and case come from the
 * provider built into Postgres, the same on every machine. A system without C.UTF-8 gets C.
 */
async function initdb(binaries: Binaries, who: Identity, data: string, secret: string): Promise<void> {
  const args = ['-D', data, '-U', NAME, `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const first = await output(binaries, who, binaries.initdb, [...args, ...locale, '--lc-ctype=C.UTF-8']);
  if (first.code === 0) return;
  const second = /invalid locale/.test(first.text)
    ? await output(binaries, who, binaries.initdb, [...args, ...locale])
    : first;
  if (second.code !== 0) throw new Error(`initdb of ${data} failed: ${second.text.trim()}`);
}

/** The password kept in the home; null where there is none. */
export async function readPassword(path: string): Promise<string | null> {
  const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return kept.trim() || null;
}

/** Makes a password and keeps it, closed to others, before anything is made with it. */
export async function makePassword(path: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await writeFile(`${path}.new`, `${password}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return password;
}

/** Gives the superuser a new password while no server runs: its file was lost, or belongs to other data. */
export async function resetPassword(
  data: string,
  binaries: Binaries,
  who: Identity,
  password: string,
): Promise<void> {
  const sql = `ALTER ROLE ${NAME} PASSWORD '${password}'\n`;
  const done = await output(binaries, who, binaries.postgres, ['--single', '-D', data, 'postgres'], sql);
  if (done.code !== 0 || /^.*(ERROR|FATAL): /m.test(done.text)) {
    throw new Error(`The password of the data in ${data} cannot be set: ${done.text.trim()}`);
  }
}

async function output(binaries: Binaries, who: Identity, program: string, args: string[], input = '') {
  const child = spawnAs(who, program, args, { env: binaries.env, stdio: 'pipe' });
  child.stdin!.on('error', () => undefined).end(input);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'close'),
  ]);
  return { code: code as number | null, text: `${out}${err}` };
}
