// Makes the four font files of the dashboard: Latin and Polish letters only, the weights that the design has. Run: node dashboard/fonts/make.mjs
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));

const span = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
const LATIN = span(0x20, 0x7e) + span(0xa0, 0xff) + '‐‑–—‘’‚“”„†•…‰′″‹›⁄€™−≈≠←→↑↓·×÷';
const POLISH = 'ĄąĆćĘęŁłŃńŚśŹźŻż';
/** From --w-text to --w-strong of tokens.css. */
const WEIGHTS = { wght: { min: 400, max: 600 } };
const FAMILIES = { sans: 'source-sans-3', serif: 'source-serif-4' };
const PARTS = { latin: LATIN, 'latin-ext': POLISH };

for (const [name, family] of Object.entries(FAMILIES)) {
  const folder = join(dirname(require.resolve(`@fontsource-variable/${family}/package.json`)), 'files');
  for (const [part, letters] of Object.entries(PARTS)) {
    const whole = await readFile(join(folder, `${family}-${part}-wght-normal.woff2`));
    const subset = await subsetFont(whole, letters, {
      targetFormat: 'woff2',
      variationAxes: WEIGHTS,
    });
    await writeFile(join(here, `${name}-${part}.woff2`), subset);
    console.log(`${name}-${part}.woff2 ${whole.length} -> ${subset.length} bytes`);
  }
}
