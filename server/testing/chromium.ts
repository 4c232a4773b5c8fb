import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ROOT } from '../root';

const SYSTEM = '/usr/bin/chromium';

/** The browser of $CHROME, else of the system, else the one that npm brings. */
export function browserPath(): string {
  const chosen = process.env['CHROME'];
  if (chosen) return chosen;
  if (existsSync(SYSTEM)) return SYSTEM;
  // The package is an ES module, which a CommonJS program cannot load in its own process.
  const ask = `import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath())`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', ask], {
    cwd: ROOT,
    encoding: 'utf8',
  }).trim();
}
