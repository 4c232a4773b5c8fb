import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Refusal } from '../store/home';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { workbook, zipped } from '../testing/workbook';
import { PLAIN_REQUEST } from './understand';

let folder: string;
let instance: Instance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-bad-'));
  instance = await startInstance(await freshDatabase());
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

const mapping = {
  type: 'consultation',
  authority: 'BAD',
  fields: { code: 'code', title_pl: 'title_pl' },
};

async function written(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** Brings a file in that must be refused, and makes sure that nothing of it stays. */
async function refusal(path: string, read: Record<string, unknown> = {}): Promise<string> {
  const error = await instance
    .import(path, { mapping: { ...mapping, read } })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refusal);
  const [{ batches }] = (await instance.foundation.dataSource.query(
    `SELECT count(*)::int AS batches FROM batch b JOIN authority a ON a.id = b.authority_id WHERE a.code = 'BAD'`,
  )) as [{ batches: number }];
  expect(batches).toBe(0);
  expect(await readdir(instance.foundation.home.work)).toEqual(
    (await readdir(instance.foundation.home.work)).filter((name) => !/^[\da-f-]{36}$/.test(name)),
  );
  return (error as Refusal).en;
}

const HEADER = 'code,title_pl\n';
const columns = (count: number) => Array.from({ length: count }, (_, i) => `k${i}`).join(',');

it.each([
  ['0 bytes', '', 'The file is empty'],
  ['blank lines', '\n\n\r\n', 'it has not even a header'],
  ['only a header', HEADER, 'There is not one row below the header'],
  ['20,000 columns', `${columns(20_000)}\n`, 'has 20000 columns; allowed up to 16384'],
  ['1,000,000 columns', `${columns(1_000_000)}\n`, 'The header (line 1) is longer than 1 MB'],
  ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n', 'This is a PDF file'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'This is an old .xls workbook'],
  ['a page', '<html><table><tr><td>code</td></tr></table></html>', 'This is an HTML page'],
  ['an archive', Buffer.from('1f8b0800', 'hex'), 'This is an archive'],
  ['an image', Buffer.from('89504e470d0a1a0a', 'hex'), 'This is an image'],
  ['NUL in the header', 'code,ti\0tle_pl\nA,Park\n', 'The header cannot be read (line 1)'],
  ['an .ods', zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), 'a zip archive'],
])('refuses %s, whatever it is called', async (name, content, message) => {
  expect(await refusal(await written(`${name.replace(/\W/g, '')}.csv`, content))).toContain(message);
});

it('refuses an archive that unpacks to far more than it weighs', async () => {
  const sheet = '<worksheet><sheetData/></worksheet>'.padEnd(80 << 20, ' ');
  const bytes = workbook([{ name: 'A', cells: {} }], { more: { 'xl/worksheets/sheet1.xml': sheet } });
  expect(bytes.length).toBeLessThan(1 << 20);
  expect(await refusal(await written('bomb.xlsx', bytes))).toContain('a zip bomb');
});

it('asks for the encoding of a text that breaks off inside a letter, and refuses that row where it is declared', async () => {
  const cut = Buffer.from(`${HEADER}A,Zażółć\nB,Ś`).subarray(0, -1);
  const path = await written('cut.csv', cut);
  expect(await refusal(path)).toContain('The file is not UTF-8');
  const receipt = await instance.import(path, {
    mapping: { ...mapping, authority: 'CUT', read: { encoding: 'utf-8' } },
  });
  expect([receipt.accepted, receipt.issues.map(({ line, rule }) => [line, rule])]).toEqual([
    1,
    [[3, 'invalid_encoding']],
  ]);
});

it('names the rows with a NUL byte, a mark inside and a second column of one name, and takes the others', async () => {
  const path = await written('marks.csv', 'code,title_pl,title_pl\nA,Pa\0rk,x\nB,\uFEFFMost,y\nC,Staw,z\n');
  const receipt = await instance.import(path, { mapping: { ...mapping, authority: 'MARKS' } });
  const said = [...receipt.issues, ...receipt.warnings].map(({ line, rule }) => [line, rule]);
  expect([receipt.accepted, said, receipt.dropped_columns]).toEqual([
    2,
    [
      [2, 'control_character'],
      [3, 'bom_inside'],
    ],
    ['title_pl (2)'],
  ]);
});

it('passes over a line of 300 MB without holding it', async () => {
  const path = await written('long.csv', `${HEADER}A,Park\nB,`);
  const file = await open(path, 'r+');
  // a hole in the file: it takes no room on the disk
  await file.write('\nC,Staw\n', 300 << 20);
  await file.close();
  const before = process.memoryUsage().rss;
  const shown = await instance.intake.preview({ ...PLAIN_REQUEST, path, name: 'long.csv' });
  expect(process.memoryUsage().rss - before).toBeLessThan(200 << 20);
  expect([shown.lines, shown.broken]).toEqual([
    [2, 4],
    [{ line: 3, rule: expect.stringMatching('too_long|control_character') }],
  ]);
  const bare = await written('bare.csv', 'x');
  const hole = await open(bare, 'r+');
  await hole.truncate(300 << 20);
  await hole.close();
  expect(await refusal(bare)).toMatch(/longer than 1 MB|delimiter/);
});

it('answers any bytes with a table or with a sentence', async () => {
  const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
  const text = fc
    .array(fc.constantFrom('a', 'ł', '"', "'", ',', ';', '|', '\\', '\n', '\r', '1', '.', 'PK\x03\x04', '\0'))
    .map((letters) => Buffer.from(letters.join('')));
  await fc.assert(
    fc.asyncProperty(fc.oneof(bytes, text), async (content) => {
      const path = await written('any.csv', content);
      const answer = await instance.intake
        .preview({ ...PLAIN_REQUEST, path, name: 'any.csv' })
        .catch((thrown: unknown) => thrown);
      if (answer instanceof Error) expect(answer).toBeInstanceOf(Refusal);
    }),
    { numRuns: propertyRuns(150) },
  );
});
