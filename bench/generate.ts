import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { demoFiles } from '../seed-data/demo/generate';
import { documents } from '../server/documents';
import { ROOT } from '../server/root';

/** Writes what is made from the code: the documents, and the demonstration city. */
async function main(): Promise<void> {
  write('docs', await documents());
  write('seed-data/demo', demoFiles());
}

function write(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(ROOT, folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    process.stdout.write(`${folder}/${name}\n`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error)?.stack ?? String(error)}\n`);
  process.exitCode = 1;
});
