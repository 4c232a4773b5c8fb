import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeArrow } from './arrow';
import type { DatasetColumn } from './datasets';

const COLUMNS: DatasetColumn[] = [
  { name: 'n', type: 'integer', label: { pl: 'n', en: 'n' }, sql: 'n' },
  { name: 'text', type: 'text', label: { pl: 't', en: 't' }, sql: 't' },
];

it('passes on what goes wrong with the rows, and leaves no file open', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'busola-arrow-'));
  async function* rows(): AsyncGenerator<unknown[][]> {
    yield [[1, 'a']];
    await Promise.resolve();
    throw new Error('no more rows');
  }
  await expect(writeArrow(join(folder, 'x.arrow'), COLUMNS, rows())).rejects.toThrow('no more rows');
  await rm(folder, { recursive: true });
});
