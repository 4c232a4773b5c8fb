import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Walk } from './walk';

const ROW = `A-1;${'x'.repeat(995)}\n`;
const MB = Buffer.from(ROW.repeat(1000));

async function* long(chunks: number, chunk: Buffer): AsyncGenerator<Buffer> {
  yield Buffer.from('kod;tytuł\n');
  for (let n = 0; n < chunks; n++) yield chunk;
}

/** Thousands of rows of each part of a file. */
async function partsOf(bytes: AsyncIterable<Buffer>): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'busola-walk-'));
  try {
    const walk = new Walk(bytes, {
      shape: { delimiter: ';', quote: '"' },
      skipped: 0,
      headerRows: 1,
      width: 0,
      options: {},
      folder,
    });
    await walk.header();
    const sizes: number[] = [];
    for await (const { file, rows } of walk.parts()) {
      sizes.push(rows / 1000);
      await rm(file);
    }
    return sizes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

it('cuts a long file into parts that grow to their most and stay there', async () => {
  const sizes = await partsOf(long(200, MB));
  expect(sizes.slice(0, 4)).toEqual([2, 3, 5, 9]);
  expect(new Set(sizes.slice(4, -1))).toEqual(new Set([17]));
  expect(sizes.reduce((sum, size) => sum + size)).toBe(200);
  expect(sizes.at(-1)).toBeGreaterThan(0);
}, 30_000);

it('puts no more than so many short rows into a part', async () => {
  const sizes = await partsOf(long(50, Buffer.from('A-1;x\n'.repeat(25_000))));
  expect(new Set(sizes.slice(0, -1))).toEqual(new Set([100]));
  expect(sizes.reduce((sum, size) => sum + size)).toBe(1250);
}, 30_000);
