import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVICE } from '../access/caller';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';

let folder: string;
let instance: Instance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-intake-'));
  instance = await startInstance(await freshDatabase());
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

const FIELDS = ['code', 'title_pl', 'opens_on', 'closes_on', 'reported_contributions'];
const mapping = (authority: string, fields: string[] = FIELDS, more: Record<string, unknown> = {}) => ({
  type: 'consultation',
  authority,
  fields: Object.fromEntries(fields.map((name) => [name, name])),
  ...more,
});

let files = 0;
async function file(...lines: string[]): Promise<string> {
  const path = join(folder, `file-${++files}.csv`);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

const HEADER = FIELDS.join(',');
const A = 'A,Park,2025-01-01,2025-01-31,5';
const B = 'B,Most,2025-02-01,2025-02-28,';

const query = (sql: string, values: unknown[] = []) => instance.foundation.dataSource.query(sql, values);
const stored = (authority: string) =>
  query(
    `SELECT c.code, c.title_pl, c.reported_contributions AS n, c.revision, c.line FROM consultation c JOIN authority a ON a.id = c.authority_id WHERE a.code = $1 ORDER BY c.code`,
    [authority],
  );
const counts = ({
  new: fresh,
  changed,
  unchanged,
  rejected,
}: {
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
}) => [fresh, changed, unchanged, rejected];

it('takes a file in, knows it again, takes only what changed, and undoes each batch in turn', async () => {
  const first = await instance.import(await file(HEADER, A, B), { mapping: mapping('ONE') });
  expect(counts(first)).toEqual([2, 0, 0, 0]);
  expect([first.authority_created, first.dropped_columns]).toEqual([true, []]);

  const again = await instance.import(await file(HEADER, A, B), { mapping: mapping('ONE') });
  expect(counts(again)).toEqual([0, 0, 2, 0]);
  expect(again.batch).toBeNull();
  expect(await stored('ONE')).toMatchObject([{ revision: 1 }, { revision: 1 }]);

  const later = await instance.import(await file(HEADER, B, 'A,Park,2025-01-01,2025-01-31,7', 'C,Staw,,,'), {
    mapping: mapping('ONE'),
  });
  expect(counts(later)).toEqual([1, 1, 1, 0]);
  expect(await stored('ONE')).toMatchObject([
    { code: 'A', n: 7, revision: 2, line: 3 },
    { code: 'B', revision: 1 },
    { code: 'C' },
  ]);

  await expect(instance.intake.revert(first.batch!, SERVICE)).rejects.toThrow(
    `changed later by batch ${later.batch}; revert the later one first`,
  );
  expect(await instance.intake.revert(later.batch!, SERVICE)).toEqual({
    batch: later.batch,
    removed: 1,
    restored: 1,
  });
  expect(await stored('ONE')).toMatchObject([
    { code: 'A', n: 5, revision: 3, line: 2 },
    { code: 'B', revision: 1 },
  ]);
  expect(await instance.intake.revert(first.batch!, SERVICE)).toMatchObject({ removed: 2, restored: 0 });
  expect(await stored('ONE')).toEqual([]);
  await expect(instance.intake.revert(first.batch!, SERVICE)).rejects.toThrow('reverted already');
  const [{ versions }] = await query(
    `SELECT count(*)::int AS versions FROM history WHERE record_type = 'consultation' AND batch_id = ANY($1)`,
    [[first.batch, later.batch]],
  );
  expect(versions).toBe(5); // A1, A2, A3 (restored), B1, C1
});

it('leaves fields that a later file does not have as they were', async () => {
  await instance.import(await file(HEADER, A), { mapping: mapping('PART') });
  const part = await instance.import(await file('code,title_pl', 'A,Nowy park'), {
    mapping: mapping('PART', ['code', 'title_pl']),
  });
  expect(counts(part)).toEqual([0, 1, 0, 0]);
  expect(await stored('PART')).toMatchObject([{ title_pl: 'Nowy park', n: 5 }]);
  const same = await instance.import(await file(HEADER, 'A,Nowy park,2025-01-01,2025-01-31,5'), {
    mapping: mapping('PART'),
  });
  expect(counts(same)).toEqual([0, 0, 1, 0]); // other fields are mapped, yet nothing differs
});

it('refuses a row that breaks a rule only together with what is stored', async () => {
  await instance.import(await file(HEADER, A), { mapping: mapping('RULE') });
  const receipt = await instance.import(await file('code,closes_on', 'A,2024-12-31'), {
    mapping: mapping('RULE', ['code', 'closes_on']),
  });
  expect(counts(receipt)).toEqual([0, 0, 0, 1]);
  expect(receipt.issues).toMatchObject([{ line: 2, record: 'A', rule: 'end_before_start' }]);
});

it('writes nothing on a dry run, says what it would do, and leaves no trace of it', async () => {
  const before = await query(
    'SELECT count(*)::int AS batches, (SELECT count(*)::int FROM authority) AS authorities FROM batch',
  );
  const receipt = await instance.import(await file(HEADER, A, 'B,Most,2025-02-30,,'), {
    mapping: mapping('DRY'),
    dryRun: true,
  });
  expect([receipt.batch, ...counts(receipt)]).toEqual([null, 1, 0, 0, 1]);
  expect(
    await query(
      'SELECT count(*)::int AS batches, (SELECT count(*)::int FROM authority) AS authorities FROM batch',
    ),
  ).toEqual(before);
  expect(await readdir(instance.foundation.home.work)).toEqual([]);
});

it('takes all or nothing where told so', async () => {
  const path = await file(HEADER, A, 'B,Most,2025-02-30,,');
  const receipt = await instance.import(path, { mapping: mapping('ALL'), allOrNothing: true });
  expect([receipt.batch, receipt.rejected]).toEqual([null, 1]);
  expect(await stored('ALL')).toEqual([]);
});

it('keeps the file as it came, under its digest', async () => {
  const path = await file(HEADER, 'K,Kopia,,,');
  const { sha256 } = await instance.import(path, { mapping: mapping('KEEP') });
  expect(await readFile(join(instance.foundation.home.uploads, sha256))).toEqual(await readFile(path));
});

it('numbers batches without gaps, also after dry runs and files known already', async () => {
  const numbers = (await query('SELECT id FROM batch ORDER BY id')).map(({ id }: { id: number }) => id);
  expect(numbers).toEqual(numbers.map((_: number, i: number) => i + 1));
});

it('takes turns when two files come at once', async () => {
  const paths = await Promise.all([file(HEADER, A), file(HEADER, A)]);
  const receipts = await Promise.all(
    paths.map((path) => instance.import(path, { mapping: mapping('TURN') })),
  );
  expect(receipts.map(({ new: fresh }) => fresh).sort()).toEqual([0, 1]);
});

it('gives every finding of the batch back with its physical line', async () => {
  const receipt = await instance.import(
    await file(HEADER, '"A","Park', 'z dwoma wierszami",,,x', 'B,"=1+A(2)",,,', 'B,drugi,,,'),
    { mapping: mapping('FIND') },
  );
  const found = await query(
    'SELECT line, rule, accepted, value FROM finding WHERE batch_id = $1 ORDER BY line',
    [receipt.batch],
  );
  expect(found).toEqual([
    { line: 2, rule: 'not_an_integer', accepted: false, value: 'x' },
    { line: 4, rule: 'formula', accepted: true, value: '=1+A(2)' },
    { line: 5, rule: 'duplicate_code', accepted: false, value: 'B' },
  ]);
});

it('takes a report dated before the end and warns of it, by the end that is on record', async () => {
  const fields = [
    'code',
    'title_pl',
    'opens_on',
    'closes_on',
    'remarks_until',
    'closed_on',
    'report_published_on',
  ];
  const receipt = await instance.import(
    await file(
      fields.join(','),
      'A,a,2025-03-01,2025-03-31,,,2025-03-31',
      'B,b,2025-03-01,2025-03-31,2025-04-14,,2025-04-10',
      'C,c,2025-03-01,2025-03-31,,2025-03-20,2025-03-25',
      'D,d,2025-03-01,,,,2025-01-01',
    ),
    { mapping: mapping('REPORT', fields) },
  );
  expect(counts(receipt)).toEqual([4, 0, 0, 0]);
  expect(receipt.warnings).toMatchObject([
    { line: 3, record: 'B', column: 'report_published_on', rule: 'report_before_end' },
  ]);
});

it('reports a break in a cell that the header does not have, or far behind in a long row', async () => {
  const long = `"${'x'.repeat(5000)}"`;
  const receipt = await instance.import(await file(HEADER, 'A,,,,,"x"y', `B,${long},,,"1"2`, 'C,,,,'), {
    mapping: mapping('FAR'),
  });
  expect(receipt.issues).toMatchObject([
    { line: 2, record: 'A', column: null, rule: 'broken_quote' },
    { line: 3, record: 'B', column: 'reported_contributions', value: null, rule: 'broken_quote' },
  ]);
  expect(receipt.new).toBe(1);
});

it('checks references and will not take away what others refer to', async () => {
  const consultations = await instance.import(await file(HEADER, A), { mapping: mapping('REF') });
  const events = {
    type: 'consultation_event',
    authority: 'REF',
    fields: { code: 'code', consultation: 'consultation', kind: 'kind', held_on: 'day' },
  };
  const receipt = await instance.import(
    await file('code,consultation,kind,day', 'E1,A,walk,2025-01-10', 'E2,Z,walk,2025-01-11'),
    { mapping: events },
  );
  expect(receipt.issues).toMatchObject([
    { line: 3, column: 'consultation', rule: 'unknown_reference', value: 'Z' },
  ]);
  await expect(instance.intake.revert(consultations.batch!, SERVICE)).rejects.toThrow(
    '“A” is referred to by “E1” (events of consultations)',
  );
  await instance.intake.revert(receipt.batch!, SERVICE);
  expect(await instance.intake.revert(consultations.batch!, SERVICE)).toMatchObject({ removed: 1 });
});

it('remembers which registers are complete for which years, until the batch is reverted', async () => {
  const path = await file(HEADER, A, 'B,Most,2023-02-01,2023-02-28,');
  await instance.import(path, { mapping: mapping('REG') });
  const receipt = await instance.import(path, {
    mapping: mapping('REG', FIELDS, { register_complete: ['report'] }),
  });
  expect([receipt.batch === null, receipt.unchanged]).toEqual([false, 2]);
  const years = () =>
    query('SELECT register, year FROM register_complete WHERE batch_id = $1 ORDER BY year', [receipt.batch]);
  expect(await years()).toEqual([
    { register: 'report', year: 2023 },
    { register: 'report', year: 2025 },
  ]);
  await instance.intake.revert(receipt.batch!, SERVICE);
  expect(await years()).toEqual([]);
});

it('counts and names every object of a JSON file, also where all stand on one line', async () => {
  const path = join(folder, 'one-line.json');
  const records = [
    { code: 'A', opens_on: '2024-01-01' },
    { code: 'B', opens_on: 'bad' },
    { code: 'A', opens_on: null },
    { code: 'C', opens_on: '2024-01-03' },
  ];
  await writeFile(path, JSON.stringify(records));
  const receipt = await instance.import(path, { mapping: mapping('JSON', ['code', 'opens_on']) });
  expect([receipt.rows, ...counts(receipt)]).toEqual([4, 2, 0, 0, 2]);
  expect(receipt.issues.map(({ rule, record }) => [rule, record]).sort()).toEqual([
    ['duplicate_code', 'A'],
    ['not_a_date', 'B'],
  ]);
});

it('cleans what a mapping puts before a cell and what it compares with a cell, as it cleans cells', async () => {
  const nfd = (text: string) => text.normalize('NFD');
  const given = mapping('PIECES', [], {
    fields: {
      code: { column: nfd('numer é'), prefix: '\uFEFF' + nfd('Żó-') },
      title_pl: { column: 'tytuł', null_values: [`${nfd('nie określó')} `] },
      source_url: { column: 'adres', prefix: 'https://' },
      register_no: { row_number: nfd('Ś/') },
    },
  });
  const path = await file('numer é,tytuł,adres', '1,nie określó,x.pl/a', '2,Park,', '2,Most,x');
  const receipt = await instance.import(path, { mapping: given });
  expect(receipt.issues).toMatchObject([{ rule: 'duplicate_code', record: 'Żó-2' }]);
  expect(
    await query(
      'SELECT code, title_pl, source_url, register_no FROM consultation WHERE batch_id = $1 ORDER BY code',
      [receipt.batch],
    ),
  ).toEqual([
    { code: 'Żó-1', title_pl: null, source_url: 'https://x.pl/a', register_no: 'Ś/1' },
    { code: 'Żó-2', title_pl: 'Park', source_url: null, register_no: 'Ś/2' },
  ]);
});

it('takes a byte order mark out of a text and says so, and leaves a letter of private use in it', async () => {
  const path = await file('numer,tytuł', '1,\uFEFFPark\uFEFF', '2,Most\uE0FF');
  const fields = { code: 'numer', title_pl: 'tytuł' };
  const receipt = await instance.import(path, { mapping: mapping('MARKS', [], { fields }) });
  expect(receipt.warnings).toMatchObject([{ rule: 'bom_inside', record: '1' }]);
  expect(
    await query('SELECT title_pl FROM consultation WHERE batch_id = $1 ORDER BY code', [receipt.batch]),
  ).toEqual([{ title_pl: 'Park' }, { title_pl: 'Most\uE0FF' }]);
});

it('keeps what a later batch declares when an earlier one is reverted', async () => {
  const declare = (line: string) => file(HEADER, line);
  const complete = mapping('REG2', FIELDS, { register_complete: ['report'] });
  const first = await instance.import(await declare(A), { mapping: complete });
  const second = await instance.import(await declare('B,Most,2025-02-01,2025-02-28,'), { mapping: complete });
  await instance.intake.revert(first.batch!, SERVICE);
  expect(await query('SELECT year FROM register_complete WHERE batch_id = $1', [second.batch])).toEqual([
    { year: 2025 },
  ]);
});

it('refuses a mapping without a required field before anything is written', async () => {
  const path = await file('code;population', 'D1;5');
  const given = { type: 'district', authority: 'DIST', fields: { code: 'code', population: 'population' } };
  for (const dryRun of [true, false]) {
    await expect(instance.import(path, { mapping: given, dryRun })).rejects.toThrow(
      'must name the fields: code, name_pl',
    );
  }
});

it('refuses an authority that nobody could ask for', async () => {
  await expect(instance.import(await file(HEADER, A), { mapping: mapping('X'.repeat(41)) })).rejects.toThrow(
    'longer than 40 characters',
  );
});

it('takes a large file in slices and loses no row', async () => {
  const lines = Array.from(
    { length: 25_000 },
    (_, i) => `K${String(i).padStart(6, '0')},Tytuł „${i}”,2025-01-01,2025-02-01,${i}`,
  );
  const receipt = await instance.import(await file(HEADER, ...lines), { mapping: mapping('BIG') });
  expect(counts(receipt)).toEqual([25_000, 0, 0, 0]);
  const [{ n, sum, wrong }] = await query(
    `SELECT count(*)::int AS n, sum(reported_contributions)::int AS sum, count(*) FILTER (WHERE line <> reported_contributions + 2 OR title_pl <> 'Tytuł „' || reported_contributions || '”')::int AS wrong
     FROM consultation WHERE batch_id = $1`,
    [receipt.batch],
  );
  expect([n, sum, wrong]).toEqual([25_000, (24_999 * 25_000) / 2, 0]);
});

it.each([
  [{ type: 'answers', authority: 'X', fields: {} }, 'Mapping, type: “answers”; allowed: unit, district'],
  [
    { type: 'consultation', authority: 'X', fields: { kod: 'code' } },
    'the field: “kod”; allowed: code, register_no',
  ],
  [
    { type: 'consultation', authority: 'X', fields: { code: 'nie ma' } },
    'The file has no column „nie ma”; it has: code, title_pl',
  ],
  [
    { type: 'consultation', authority: 'X', fields: { code: { column: 'code', datum: 'x' } } },
    'a key of code: “datum”',
  ],
  [
    { type: 'consultation', authority: 'X', fields: { matter_type: { const: 'plan' } } },
    'Unknown value “plan”; allowed: local_law',
  ],
  [
    { type: 'consultation', authority: 'X', fields: { code: { row_number: 'K'.repeat(80) } } },
    'Mapping, code: The text is longer than 80 characters',
  ],
  [
    { type: 'consultation', authority: 'X', fields: { topics: { column: 'title_pl', split: '' } } },
    'Mapping, topics.split: “”; allowed: at least one character',
  ],
  [
    { type: 'consultation', authority: 'X', read: { delimiter: '1' }, fields: { code: 'code' } },
    'delimiter is “1”',
  ],
  [
    { type: 'consultation', authority: 'X', read: { delimiter: ';', quote: ';' }, fields: { code: 'code' } },
    'Delimiter and quote are the same character',
  ],
  [{ type: 'consultation', fields: { code: 'code' } }, 'Whose data this is is not said'],
  [null, 'Give a mapping file (--mapping) or the record type (--as)'],
])('refuses the mapping %j with a sentence', async (given, sentence) => {
  await expect(instance.import(await file(HEADER, A), { mapping: given })).rejects.toThrow(sentence);
});
