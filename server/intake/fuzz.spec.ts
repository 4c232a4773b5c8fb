import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Refusal } from '../store/home';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { workbook } from '../testing/workbook';

let folder: string;
let instance: Instance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-fuzz-'));
  instance = await startInstance(await freshDatabase());
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

const query = (sql: string, values: unknown[] = []) => instance.foundation.dataSource.query(sql, values);

/** What breaks a file: bytes changed, put in, taken out, cut off, doubled. */
type Mutation = { at: number; kind: 'set' | 'insert' | 'delete' | 'cut' | 'double'; bytes: Buffer };

const hostile = fc.constantFrom(
  ...['"', "'", ';', ',', '\t', '\n', '\r', '\r\n', '\\', '\0', '\uFEFF', 'ł', '=', '|', '""', '";"'].map(
    (text) => Buffer.from(text),
  ),
  Buffer.from([0xff]),
  Buffer.from([0xc5]),
  Buffer.from([0xed, 0xa0, 0x80]),
);
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('set', 'insert', 'delete', 'cut', 'double'),
  bytes: fc.oneof(
    hostile,
    fc.uint8Array({ minLength: 1, maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
  ),
});

function mutated(file: Buffer, mutations: Mutation[]): Buffer {
  return mutations.reduce((bytes, { at, kind, bytes: piece }) => {
    const place = Math.floor(at * bytes.length);
    const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
    switch (kind) {
      case 'set':
        return Buffer.concat([before, piece, after.subarray(piece.length)]);
      case 'insert':
        return Buffer.concat([before, piece, after]);
      case 'delete':
        return Buffer.concat([before, after.subarray(piece.length * 3)]);
      case 'cut':
        return Buffer.from(before);
      default:
        return Buffer.concat([before, after.subarray(0, 40), after]);
    }
  }, file);
}

const HEADER = ['code', 'received_on', 'outcome', 'support', 'text'];
const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '',
    '2025-03-01',
    '31.02.2025',
    '24:00',
    '1 250',
    '1.234,5',
    'accepted',
    'rejected',
    '-3',
    'Razem',
  ),
);
const table = fc.array(fc.tuple(fc.oneof(fc.nat(9).map(String), cell), cell, cell, cell, cell), {
  maxLength: 8,
});

const quoted = (text: string, delimiter: string) =>
  new RegExp(`["\\r\\n${delimiter}]`).test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const delimited = (rows: string[][], delimiter: string) =>
  Buffer.from(
    [HEADER, ...rows].map((row) => row.map((text) => quoted(text, delimiter)).join(delimiter)).join('\n'),
  );
const sheet = (rows: string[][]) =>
  workbook([
    {
      name: 'A',
      cells: Object.fromEntries(
        [HEADER, ...rows].flatMap((row, y) =>
          row.map((text, x) => [`${'ABCDE'[x]}${y + 1}`, text.replace(/[^\t\n\r\u0020-\uD7FF]/g, '?')]),
        ),
      ),
    },
  ]);

const file = fc.oneof(
  fc
    .tuple(table, fc.constantFrom(',', ';', '\t', '|'))
    .map(([rows, delimiter]) => delimited(rows, delimiter)),
  table.map((rows) =>
    Buffer.from(
      JSON.stringify(rows.map((row) => Object.fromEntries(row.map((text, i) => [HEADER[i], text])))),
    ),
  ),
  table.map(sheet),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);

const MAPPINGS = [
  {
    type: 'contribution',
    authority: 'FUZZ',
    consultation: { code: 'K' },
    fields: Object.fromEntries(HEADER.map((name) => [name, { column: name, optional: name !== 'code' }])),
  },
  {
    type: 'survey',
    authority: 'FUZZ',
    survey: {
      code: 'S',
      response_id: 'code',
      attributes: { day: { column: 'received_on', optional: true } },
      items: { default: 'auto' },
    },
  },
];
const TABLES = ['contribution', 'survey_response'];

/** What the receipt says is what is stored, whatever the file was. */
async function holds(bytes: Buffer, which: number): Promise<void> {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  const [{ before }] = (await query('SELECT count(*)::int AS before FROM batch')) as [{ before: number }];
  const receipt = await instance.import(path, { mapping: MAPPINGS[which] }).catch((error: unknown) => {
    // a file that cannot be read is refused in two languages; anything else is a fault of ours
    if (error instanceof Refusal && error.pl !== '' && error.en !== '') return null;
    throw error;
  });
  const [{ after }] = (await query('SELECT count(*)::int AS after FROM batch')) as [{ after: number }];
  expect(after).toBe(before + (receipt?.batch == null ? 0 : 1));
  expect(await readdir(instance.foundation.home.work)).toEqual([]);
  if (!receipt) return;
  expect(receipt.accepted + receipt.rejected).toBe(receipt.rows);
  expect(receipt.accepted).toBe(receipt.new + receipt.changed + receipt.unchanged);
  const [{ stored }] = (await query(
    `SELECT count(*)::int AS stored FROM ${TABLES[which]} WHERE batch_id = $1`,
    [receipt.batch],
  )) as [{ stored: number }];
  expect(stored).toBe(receipt.batch === null ? 0 : receipt.new + receipt.changed);
  for (const { message } of [...receipt.issues, ...receipt.warnings])
    expect([message.pl, message.en].every((text) => text.length > 0)).toBe(true);
}

it.each([
  ['contributions', 0],
  ['a survey', 1],
])(
  'neither falls nor half-writes, and counts every row, whatever is brought as %s',
  async (_name, which) => {
    await fc.assert(
      fc.asyncProperty(file, fc.array(mutation, { maxLength: 6 }), (bytes, mutations) =>
        holds(mutated(bytes, mutations), which),
      ),
      { numRuns: propertyRuns(60), endOnFailure: true },
    );
  },
  600_000,
);
