import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBInstance } from '@duckdb/node-api';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { Consultation } from '../../contracts/consultation';
import { CELL_RULES } from '../../contracts/rules';
import { fencedDuckDB, rowsOf } from '../duckdb';
import { readMapping } from '../mapping';
import { delimited } from '../readers/delimited';
import { beginCheck, checkPart } from './bulk-check';

/** Two executors of one contract: the check of a JSON record (class-validator) and the bulk check of a file (DuckDB). */
const FIELDS = [
  'title_pl',
  'matter_type',
  'forms',
  'topics',
  'opens_on',
  'reported_participants',
  'direct_cost',
  'source_url',
  'council_due',
] as const;
type Cells = Record<(typeof FIELDS)[number], unknown> & { code: string };

const SPLIT = '|';
const mapping = readMapping(
  {
    type: 'consultation',
    fields: Object.fromEntries(
      ['code', ...FIELDS].map((name) => [
        name,
        name === 'forms' || name === 'topics' ? { column: name, split: SPLIT } : name,
      ]),
    ),
  },
  'x.csv',
);

const letters = fc.string({
  unit: fc.constantFrom(
    'a',
    'Ł',
    ' ',
    '\u00A0',
    '\uFEFF',
    '\u0000',
    '\u0085',
    '\f',
    '\t',
    '\n',
    '"',
    ',',
    '=',
    '<',
    'z\u0307',
    '☺️',
    'Е',
    '\uE0FF',
    '😀',
  ),
});
const text = fc.oneof(
  letters,
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.nat(1002).map((length) => 'ż'.repeat(length)),
  fc.constant('Suma'),
  fc.constantFrom('pisze jan@example.org', 'PESEL 44051401458', 'tel. 600 100 200'),
);
const member = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'ą', ' ', '\u0001'), maxLength: 5 }),
  fc.nat(202).map((length) => 'x'.repeat(length)),
);
const digits = (max: number, width: number) => fc.nat(max).map((n) => String(n).padStart(width, '0'));
const day = fc
  .tuple(fc.constantFrom('1989', '1990', '2024', '2025', '2049', '2050'), digits(13, 2), digits(32, 2))
  .map((parts) => parts.join('-'));
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 6 });

const row = fc.record({
  title_pl: orNull(text),
  matter_type: orNull(fc.constantFrom('strategy', 'other', 'Strategy', 'x', 'constructor')),
  forms: orNull(fc.array(fc.constantFrom('letter', 'walk', 'fax'), { minLength: 1, maxLength: 3 })),
  topics: orNull(fc.array(member, { minLength: 1, maxLength: 3 })),
  opens_on: orNull(day),
  reported_participants: orNull(
    fc.oneof(fc.integer({ min: -3, max: 5 }), fc.constantFrom(2147483647, 2147483648, 12.5, -0.5)),
  ),
  direct_cost: orNull(fc.constantFrom(0, 0.5, -1, 1e12, 1e12 + 1, 123.25)),
  source_url: orNull(
    fc.constantFrom(
      'https://a.pl/ś?x=1',
      'HTTP://A.PL',
      'https://a b',
      'ftp://a',
      'a',
      'https://"x"',
      ' http://x ',
    ),
  ),
  council_due: orNull(fc.constantFrom('yes', 'no', 'not_recorded', 'maybe')),
});

const cellOf = (value: unknown): string =>
  value === null ? '' : Array.isArray(value) ? value.join(SPLIT) : String(value);
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

let folder: string;
let duck: DuckDBInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-agreement-'));
  duck = await fencedDuckDB(folder, '1GB');
});
afterAll(async () => {
  duck.closeSync();
  await rm(folder, { recursive: true, force: true });
});

/** Which cells the bulk check refuses, as `row field`; a row whose structure is broken names one cell only. */
async function refusedInBulk(records: Cells[]): Promise<{ cells: string[]; broken: Map<number, string> }> {
  const source = join(folder, 'source.csv');
  const columns = ['code', ...FIELDS] as const;
  await writeFile(
    source,
    [
      columns.join(','),
      ...records.map((record) => columns.map((name) => quoted(cellOf(record[name]))).join(',')),
    ].join('\n') + '\n',
  );
  const connection = await duck.connect();
  try {
    const table = await delimited.read(source, folder, { encoding: 'utf-8', delimiter: ',' });
    const check = await beginCheck(connection, table, mapping, new Map());
    for await (const part of table.parts) await checkPart(check, part);
    const found = await rowsOf<{ record: string; field: string | null; rule: string; column: string }>(
      connection,
      'SELECT * FROM finding WHERE NOT accepted',
    );
    const place = (record: string) => Number(record.slice(1));
    const broken = new Map(
      found.filter(({ field }) => field === null).map(({ record, column }) => [place(record), column]),
    );
    return {
      broken,
      cells: found
        .filter(({ field, rule }) => field !== null && rule in CELL_RULES)
        .map(({ record, field }) => `${place(record)} ${field}`),
    };
  } finally {
    connection.closeSync();
  }
}

const refusedAsJson = (record: Cells): string[] =>
  validateSync(plainToInstance(Consultation, record)).map(({ property }) => property);

it('refuses the same cells in bulk and as JSON', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 20, maxLength: 60 }), async (rows) => {
      const records = rows.map((cells, i) => ({ ...cells, code: `R${i}` }));
      const { cells, broken } = await refusedInBulk(records);
      const json = records.flatMap((record, i) => refusedAsJson(record).map((property) => ({ i, property })));
      expect(cells.filter((cell) => !broken.has(Number(cell.split(' ')[0]))).sort()).toEqual(
        json
          .filter(({ i }) => !broken.has(i))
          .map(({ i, property }) => `${i} ${property}`)
          .sort(),
      );
      // a control character breaks the row before its other cells are read: JSON must refuse that very cell too
      for (const [i, column] of broken) expect(refusedAsJson(records[i]!)).toContain(column);
    }),
    { numRuns: propertyRuns(25), endOnFailure: true },
  );
});
