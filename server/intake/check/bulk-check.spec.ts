import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { fencedDuckDB, rowsOf } from '../duckdb';
import { readMapping } from '../mapping';
import type { Part } from '../readers/reader';
import { RowFile } from '../readers/row-file';
import { beginCheck, checkPart } from './bulk-check';

const SHAPE = { delimiter: ',', quote: '"' };
const DIALECT = { encoding: 'utf-8', delimiter: ',', decimal: '.', header_rows: 1 } as const;
const COLUMNS = ['dimension', 'category', 'count', 'as_of', 'scope'];

let folder: string;
let duck: DuckDBInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-check-'));
  duck = await fencedDuckDB(folder, '1GB');
});
afterAll(async () => {
  duck.closeSync();
  await rm(folder, { recursive: true, force: true });
});

async function partOf(name: string, records: string[], firstRow: number): Promise<Part> {
  const out = await RowFile.create(join(folder, name), SHAPE);
  records.forEach((record, i) => out.add(Buffer.from(record), firstRow + i + 1, firstRow + i, false));
  await out.close();
  return { file: out.path, rows: out.rows, multiline: out.multiline, marked: out.marked, broken: [] };
}

/** The rows that repeat a key, as the bulk check finds them and in the order in which they stand. */
async function duplicates(type: string, header: string[], parts: string[][]): Promise<number[]> {
  const connection = await duck.connect();
  try {
    const fields = Object.fromEntries(header.map((name) => [name, name]));
    const table = {
      reader: 'test',
      dialect: DIALECT,
      header,
      shape: SHAPE,
      parts: (async function* () {})(),
    };
    const check = await beginCheck(connection, table, readMapping({ type, fields }, 'x.csv'), new Map());
    let row = 1;
    for (const [i, records] of parts.entries()) {
      await checkPart(check, await partOf(`part-${i}.csv`, records, row));
      row += records.length;
    }
    const found = await rowsOf<{ row: number }>(
      connection,
      `SELECT "row" FROM finding WHERE rule = 'duplicate_code' ORDER BY "row"`,
    );
    return found.map((finding) => finding.row);
  } finally {
    connection.closeSync();
  }
}

/** Told from a set, the plain way. */
function repeated(keys: string[]): number[] {
  const seen = new Set<string>();
  return keys.flatMap((key, i) => (seen.size === seen.add(key).size ? [i + 1] : []));
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
// U+E000 and above stand before the astral letters in bytes and behind them in JavaScript's order
const code = fc.oneof(
  fc.nat(9).map((n) => `K${n}`),
  fc.constantFrom('Ż', 'ż', '\uFFFD', '😀', 'zz'),
);

it('finds every key that comes twice, in whatever order the parts bring them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(code, { maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('as given', 'sorted', 'sorted in each part'),
      async (given, order) => {
        const sorted = given.flat().sort(byBytes);
        const parts = given.map((keys) => (order === 'sorted in each part' ? [...keys].sort(byBytes) : keys));
        const taken = order === 'sorted' ? given.map((keys) => sorted.splice(0, keys.length)) : parts;
        const records = taken.map((keys) => keys.map((key) => `${key},Nazwa`));
        expect(await duplicates('unit', ['code', 'name_pl'], records)).toEqual(repeated(taken.flat()));
      },
    ),
    { numRuns: propertyRuns(60) },
  );
});

it('tells records of several key columns apart', async () => {
  const rows = [
    'district,a,5,2024-01-01,residents',
    'district,b,5,2024-01-01,residents',
    'district,a,5,2025-01-01,residents',
  ];
  const found = await duplicates('reference_distribution', COLUMNS, [
    rows,
    ['district,b,4,2024-01-01,residents', 'field,b,4,2024-01-01,residents'],
  ]);
  expect(found).toEqual([4]);
});
