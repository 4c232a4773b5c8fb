import { hkdfSync, randomBytes } from 'node:crypto';
import { chmod, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Home, Refusal } from './home';

/** Shorter ones can be tried out. */
const LEAST_BYTES = 32;

/** What an instance knows and its database does not. */
export class Secret {
  constructor(private readonly value: Buffer) {}

  /**
   * A key of 32 bytes for one purpose, the same at every start. Keys of different purposes tell nothing of each other
   * (HKDF, RFC 5869).
   */
  key(purpose: 'participant' | 'sign-in'): Buffer {
    return Buffer.from(hkdfSync('sha256', this.value, '', `busola ${purpose}`, 32));
  }
}

/**
 * The secret of an instance: the setting, else the file `secret` of the home, made at the first start for its owner
 * only. Throws `Refusal` where the file is too short to be one.
 */
export async function instanceSecret(home: Home, setting: string | null): Promise<Secret> {
  if (setting !== null) return new Secret(Buffer.from(setting));
  const path = join(home.folder, 'secret');
  const text = (await readFile(path, 'utf8').catch(missing)) ?? (await made(path));
  const value = Buffer.from(text.trim(), 'base64url');
  if (value.length < LEAST_BYTES || new Set(value).size < 10)
    throw new Refusal(
      `Sekret w pliku ${path} ma bajtów: ${value.length}, różnych ${new Set(value).size}; dozwolone co najmniej ${LEAST_BYTES}, różnych 10; przywróć plik z kopii (usunięcie go zmieni klucze uczestników)`,
      `The secret in ${path} has ${value.length} bytes, ${new Set(value).size} different ones; allowed: at least ${LEAST_BYTES}, 10 different; restore the file from a backup (removing it changes the keys of participants)`,
    );
  await chmod(path, 0o600);
  return new Secret(value);
}

async function made(path: string): Promise<string> {
  const text = randomBytes(LEAST_BYTES).toString('base64url');
  // whole or not at all: a start that is killed here must not leave half a secret
  const draft = `${path}.${process.pid}`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(`${text}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  return text;
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
