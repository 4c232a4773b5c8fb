import { DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { freshDatabase } from '../testing/database';
import { BinaryDecoder, emptyChunk } from './binary';
import type { MirrorType } from './mirrored-table';
import { rowsOf } from './rows';

/** Type in the mirror, type in Postgres, and what may stand in a cell, as Postgres reads it. */
const CELLS: [MirrorType, string, fc.Arbitrary<unknown>][] = [
  ['INTEGER', 'integer', fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })],
  ['BIGINT', 'bigint', fc.maxSafeInteger()],
  ['DOUBLE', 'float8', fc.double({ noNaN: true }).map((value) => value + 0)],
  ['BOOLEAN', 'boolean', fc.boolean()],
  ['DATE', 'date', fc.integer({ min: 1800, max: 2199 }).map((year) => `${year}-02-28`)],
  ['VARCHAR', 'text', text()],
  ['VARCHAR[]', 'text[]', fc.array(fc.option(text(), { nil: null }), { maxLength: 6 })],
  ['SMALLINT[]', 'smallint[]', fc.array(fc.option(small(), { nil: null }), { maxLength: 40 })],
];
const TYPES = CELLS.map(([type]) => type);

/** A coded answer, or what is none. */
function small(): fc.Arbitrary<number> {
  return fc.integer({ min: -(2 ** 15), max: 2 ** 15 - 1 });
}

/** Short enough to stand inside DuckDB's own 16 bytes, exactly at that edge, and longer; letters of several bytes. */
function text(): fc.Arbitrary<string> {
  const letters = fc.constantFrom('a', 'ż', '"', '\\', '{', ',', '😀', ' ', 'NULL', '\n');
  return fc.oneof(
    ...[0, 4, 11, 12, 13, 40].map((length) =>
      fc.array(letters, { maxLength: length }).map((all) => all.join('')),
    ),
  );
}

const row = fc.tuple(...CELLS.map(([, , cell]) => fc.option(cell, { nil: null, freq: 3 })));

let postgres: Client;
beforeAll(async () => {
  postgres = new Client(await freshDatabase());
  await postgres.connect();
  const columns = CELLS.map(([, type], i) => `c${i} ${type}`).join(', ');
  await postgres.query(`CREATE TABLE sample (n integer, ${columns})`);
});
afterAll(() => postgres.end());

async function copied(rows: unknown[][]): Promise<Buffer> {
  await postgres.query('TRUNCATE sample');
  const places = CELLS.map((_cell, i) => `$${i + 2}`).join(', ');
  for (const [n, cells] of rows.entries())
    await postgres.query(`INSERT INTO sample VALUES ($1, ${places})`, [n, ...cells]);
  return bytesOf(`SELECT ${CELLS.map((_cell, i) => `c${i}`).join(', ')} FROM sample ORDER BY n`);
}

async function bytesOf(select: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  const ready = new Promise<void>((done) => postgres.once('drain', done));
  for await (const part of postgres.query(copyTo(`COPY (${select}) TO STDOUT (FORMAT binary)`)))
    parts.push(part as Buffer);
  await ready;
  return Buffer.concat(parts);
}

/** Feeds the bytes in pieces and reads what DuckDB then holds. */
async function decoded(bytes: Buffer, cuts: number[], types = TYPES): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE sample (${types.map((type, i) => `c${i} ${type}`).join(', ')})`);
  const appender = await connection.createAppender('sample');
  const decoder = new BinaryDecoder(types);
  const fill = () => {
    for (;;) {
      const chunk = emptyChunk(types);
      if (decoder.fill(chunk) === 0) return;
      appender.appendDataChunk(new DuckDBDataChunk(chunk));
    }
  };
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  try {
    for (let i = 1; i < places.length; i++) {
      decoder.push(bytes.subarray(places[i - 1], places[i]));
      fill();
    }
    if (!decoder.ended) throw new Error('the rows end before their end');
    appender.closeSync();
    return await rowsOf(connection, 'SELECT * FROM sample');
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const wanted = (rows: unknown[][]) =>
  rows.map((cells) => Object.fromEntries(cells.map((cell, i) => [`c${i}`, cell])));

it('gives every value back as it was, however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 12 }),
      fc.array(fc.nat({ max: 100_000 }), { maxLength: 8 }),
      async (rows, cuts) => expect(await decoded(await copied(rows), cuts)).toEqual(wanted(rows)),
    ),
    { numRuns: propertyRuns(60) },
  );
});

it('survives a cut after each single byte', async () => {
  const rows = [
    [
      1,
      -(2 ** 40),
      0.1,
      true,
      '2026-02-28',
      'Łódź',
      ['a', null, 'a text of more than twelve bytes'],
      [5, null, -1],
    ],
    [null, null, null, null, null, null, null, null],
    [-1, 0, -1.5e-300, false, '1969-12-31', '', [], []],
  ];
  const bytes = await copied(rows);
  expect(await decoded(bytes, [...bytes.keys()])).toEqual(wanted(rows));
});

it('decodes several windows and vectors, rows longer than a window too', async () => {
  const select = `SELECT n, n::bigint * 3000000000, repeat('ż', n % 90), CASE WHEN n % 3 > 0 THEN ARRAY[n::text, NULL, repeat('x', n % 30)] END,
     CASE WHEN n = 4000 THEN repeat('long ', 600000) END, array_fill((n % 300)::smallint, ARRAY[n % 100]) FROM generate_series(1, 9000) AS n`;
  const rows = await decoded(
    await bytesOf(select),
    [7, 1_500_000, 1_500_001],
    ['INTEGER', 'BIGINT', 'VARCHAR', 'VARCHAR[]', 'VARCHAR', 'SMALLINT[]'],
  );
  expect(rows).toHaveLength(9000);
  rows.forEach(({ c0, c1, c2, c3, c4, c5 }, i) => {
    const n = i + 1;
    const list = n % 3 > 0 ? [String(n), null, 'x'.repeat(n % 30)] : null;
    const long = n === 4000 ? 'long '.repeat(600_000) : null;
    const answers = Array<number>(n % 100).fill(n % 300);
    expect([c0, c1, c2, c3, c4, c5]).toEqual([n, n * 3e9, 'ż'.repeat(n % 90), list, long, answers]);
  });
});

it('takes days without end and lists of several dimensions', async () => {
  const bytes = await bytesOf(`SELECT 'infinity'::date, '-infinity'::date, '{{a,b},{c,d}}'::text[]`);
  expect(await decoded(bytes, [], ['DATE', 'DATE', 'VARCHAR[]'])).toEqual([
    { c0: 'infinity', c1: '-infinity', c2: ['a', 'b', 'c', 'd'] },
  ]);
});

it('refuses what is cut short, is of another width or no such format', async () => {
  const bytes = await copied([[1, 1, 1, true, '2026-01-01', 'a', [], []]]);
  await expect(decoded(bytes.subarray(0, -2), [])).rejects.toThrow('end before their end');
  await expect(decoded(bytes.subarray(0, 30), [])).rejects.toThrow('end before their end');
  await expect(decoded(bytes, [], ['INTEGER'])).rejects.toThrow('a row has 8 cells, 1 are wanted');
  await expect(decoded(Buffer.from('n,c0,c1,c2,c3,c4\n1,2,3'), [])).rejects.toThrow('binary format');
});
