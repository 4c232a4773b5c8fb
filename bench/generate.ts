import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from '../server/documents';
import { ROOT } from '../server/root';

/** Writes the documents that are made from the code. */
async function main(): Promise<void> {
  for (const [name, text] of Object.entries(await documents())) {
    writeFileSync(join(ROOT, 'docs', name), text);
    process.stdout.write(`docs/${name}\n`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error)?.stack ?? String(error)}\n`);
  process.exitCode = 1;
});
