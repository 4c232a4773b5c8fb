import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { cleaned } from '../../contracts/cell';
import { fencedDuckDB, rowsOf } from '../duckdb';
import { readMapping } from '../mapping';
import type { Source } from '../source';
import type { Part } from '../readers/reader';
import { RowFile } from '../readers/row-file';
import { beginCheck, checkPart } from './bulk-check';
import { readingOf } from './judge';
import { plainSql } from './text';

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
  return { file: out.path, rows: out.rows, marked: out.marked, broken: [] };
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
      headerLine: 1,
      shape: SHAPE,
      doubts: [],
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
  return keys.flatMap((key, i) => (seen.size === seen.add(cleaned(key)).size ? [i + 1] : []));
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
// U+E000 and above stand before the astral letters in bytes and behind them in JavaScript's order
const code = fc.oneof(
  fc.nat(9).map((n) => `K${n}`),
  fc.constantFrom('Ż', 'Z\u0307', ' K1', '\uFFFD', '😀', 'zz'),
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
    { numRuns: propertyRuns(60), endOnFailure: true },
  );
});

it('gives the rows of a small part in their order, however many readings came before', async () => {
  const connection = await duck.connect();
  const fields = { code: 'code', name_pl: 'name_pl' };
  const table = {
    reader: 'test',
    dialect: DIALECT,
    header: ['code', 'name_pl'],
    headerLine: 1,
    shape: SHAPE,
    doubts: [],
    parts: (async function* () {})(),
  };
  const check = await beginCheck(
    connection,
    table,
    readMapping({ type: 'unit', fields }, 'x.csv'),
    new Map(),
  );
  // every name is unlike its cell, and the second part brings the names in another order than the first
  const records = (key: string, names: number[]) =>
    names.map((name, i) => `${key}${String(i).padStart(5, '0')}, Nazwa ${name} `);
  const names = Array.from({ length: 20_000 }, (_, i) => i);
  await checkPart(check, await partOf('many.csv', records('A', names), 1));
  const few = names.slice(-400).reverse();
  const passed = await checkPart(check, await partOf('few.csv', records('B', few), 20_001));
  expect(passed).toEqual({ rows: 400, rising: true });
  const taken = await rowsOf<{ row: number; name_pl: string }>(
    connection,
    'SELECT "row", name_pl FROM typed',
  );
  connection.closeSync();
  expect(taken.map(({ row }) => row)).toEqual(Array.from({ length: 400 }, (_, i) => 20_001 + i));
  expect(taken.map((row) => row.name_pl)).toEqual(few.map((name) => `Nazwa ${name}`));
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

describe('a cell that is taken as it stands', () => {
  const { sources } = readMapping(
    { type: 'consultation', fields: { code: 'code', title_pl: 'title', source_url: 'url' } },
    'x.csv',
  );
  const piece = fc.oneof(
    fc.constantFrom(
      'a',
      'Ż',
      ' ',
      ': ',
      ':',
      '.',
      '-',
      '–',
      '/',
      '(',
      '@',
      '+48',
      'tel',
      'a@b.pl',
      'suma',
      'https://a',
      '=',
      '<',
    ),
    fc.constantFrom('1', '12', '2025', '600', '44051401458', '83.12.45.190', '2a00:f41::7', '600 100 200'),
  );

  /** Which of the cells DuckDB finds plain, for each field. */
  async function plain(cells: string[]): Promise<boolean[][]> {
    const connection = await duck.connect();
    try {
      await connection.run('CREATE TEMP TABLE cells(i INTEGER, c VARCHAR)');
      const appender = await connection.createAppender('cells');
      for (const [i, cell] of cells.entries()) {
        appender.appendInteger(i);
        appender.appendVarchar(cell);
        appender.endRow();
      }
      appender.closeSync();
      const columns = sources.map(({ field }, i) => `${plainSql(field, 'c')} AS f${i}`);
      const rows = await connection.runAndReadAll(`SELECT ${columns.join(', ')} FROM cells ORDER BY i`);
      return rows.getRows() as boolean[][];
    } finally {
      connection.closeSync();
    }
  }

  const readsAsItself = (source: Source, cell: string) => {
    const { value, rule, warnings } = readingOf(source, cell, '.');
    return value === cell && rule === null && warnings.length === 0;
  };

  it('is one that reads as itself, without a word', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(piece, { maxLength: 7 }), { minLength: 200, maxLength: 300 }),
        async (drawn) => {
          const cells = drawn.map((pieces) => pieces.join(''));
          const found = await plain(cells);
          const other = sources.flatMap((source, j) =>
            cells.filter((cell, i) => found[i]![j] && !readsAsItself(source, cell)),
          );
          expect(other).toEqual([]);
        },
      ),
      { numRuns: propertyRuns(20), endOnFailure: true },
    );
  });

  it.each([
    'Park',
    'Budowa ścieżki rowerowej w ul. Lipowej – etap 2',
    'Uchwała nr 123/2025 z dnia 12.03.2025 r.',
    'Strategia Lublin 2030: lata 2014-2020 i 1 250 zł',
    'Plan z dnia 2025-03-12, poz. 1234',
  ])('is %s', async (cell) => expect((await plain([cell]))[0]![1]).toBe(true));
});
