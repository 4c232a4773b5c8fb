import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Home } from '../../store/home';

/** Where the file of an import is kept. */
export const fileOf = (home: Home, id: string): string => join(home.imports, id, 'file');

/** Where what was found in it is kept. */
export const findingsOf = (home: Home, id: string): string => join(home.imports, id, 'findings.jsonl');

/**
 * Removes what a service left behind that was killed while a file came in: folders of no known import. Younger ones stay,
 * as theirs may just be on its way.
 */
export async function removeLeft(home: Home, known: ReadonlySet<string>, hours: number): Promise<void> {
  const before = Date.now() - hours * 3_600_000;
  for (const id of await readdir(home.imports)) {
    const folder = join(home.imports, id);
    if (!known.has(id) && (await stat(folder)).mtimeMs < before)
      await rm(folder, { recursive: true, force: true });
  }
}
