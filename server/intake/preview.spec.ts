import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBInstance } from '@duckdb/node-api';
import { Refusal } from '../store/home';
import { fencedDuckDB } from './duckdb';
import { previewOf, wantsPreview } from './preview';
import { openDoubts, requireCertainty } from './readers/doubt';
import type { Doubt } from './readers/reader';
import { PLAIN_REQUEST, understand } from './understand';

let folder: string;
let duck: DuckDBInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-preview-'));
  duck = await fencedDuckDB(folder, '256MB');
});
afterAll(async () => {
  duck.closeSync();
  await rm(folder, { recursive: true, force: true });
});

async function request(name: string, content: string | Buffer, mapping: Record<string, unknown> | null) {
  const path = join(folder, name);
  await writeFile(path, content);
  return { ...PLAIN_REQUEST, path, name, mapping };
}

async function preview(content: string, read: unknown, most?: number) {
  const connection = await duck.connect();
  try {
    return await previewOf(
      connection,
      await request('file.csv', content, { type: 'table', read }),
      folder,
      most,
    );
  } finally {
    connection.closeSync();
  }
}

it('shows the first rows as they were read, and where they stand', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `${i},"r\n${i}"`);
  const shown = await preview(['kod,nazwa', ...rows, ''].join('\n'), {});
  expect([shown.reader, shown.header, shown.doubts]).toEqual(['delimited', ['kod', 'nazwa'], []]);
  expect(shown.rows).toHaveLength(20);
  expect([shown.rows[1], shown.lines[1]]).toEqual([['1', 'r\n1'], 4]);
});

it('keeps only the rows that are rows, and numbers them anew', async () => {
  const shown = await preview('kod,n\nrazem,3\nA,"1\n"\nB,2\nC,4\n', {
    keep_rows: { column: ' kod ', in: ['A', 'C'] },
  });
  expect([shown.rows, shown.lines]).toEqual([
    [
      ['A', '1\n'],
      ['C', '4'],
    ],
    [3, 6],
  ]);
  await expect(preview('kod,n\nA,1\n', { keep_rows: { column: 'label', in: ['A'] } })).rejects.toThrow(
    'the file has no column “label”; it has: kod, n',
  );
});

it.each([
  [{ colour: 'red' }, 'Reading, read: “colour”; allowed: format, encoding'],
  [{ header_rows: -1 }, 'read.header_rows: “-1”'],
  [{ range: 'A5' }, 'read.range: “A5”; allowed: "A5:F15"'],
  [{ keep_rows: { column: 'a' } }, 'read.keep_rows: “{"column":"a"}”'],
  ['csv', 'Reading, read: “csv”'],
])('refuses the option %j', async (read, message) => {
  await expect(preview('a,b\n1,2\n', read)).rejects.toThrow(message);
});

it('looks at what is only a table, but takes nothing in', async () => {
  const table = await request('table.csv', 'a,b\n1,2\n', { type: 'table', read: {} });
  await expect(understand(table, folder)).rejects.toThrow('it can be looked at (--dry-run), not taken in');
  expect([wantsPreview(table), wantsPreview({ ...table, dryRun: true })]).toEqual([false, true]);
});

describe('doubts', () => {
  const doubt: Doubt = { about: 'sheet', pl: 'są dwa arkusze', en: 'there are two sheets' };

  it('are refused in both languages, with the option that settles them', () => {
    const refusal = (() => {
      try {
        requireCertainty([doubt]);
      } catch (error) {
        return error as Refusal;
      }
      return null;
    })();
    expect([refusal?.pl, refusal?.en]).toEqual([
      'Nie wiadomo na pewno, jak odczytać plik: są dwa arkusze (read.sheet)',
      'How to read the file is not certain: there are two sheets (read.sheet)',
    ]);
  });

  it('are settled by that option and by no other', () => {
    expect(openDoubts([doubt], { sheet: 'A' })).toEqual([]);
    expect(openDoubts([doubt], { range: 'A1:B2' })).toEqual([doubt]);
  });
});
