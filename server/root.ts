import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the project: one above the sources, two above the built files. */
export const ROOT = [join(__dirname, '..'), join(__dirname, '../..')].find((folder) =>
  existsSync(join(folder, 'package.json')),
)!;

export const VERSION = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string })
  .version;
