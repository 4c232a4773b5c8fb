import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { SERVICE } from '../access/caller';
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

describe('rows that are half one thing, half another', () => {
  const FULL = {
    code: 'code',
    title_pl: 'title_pl',
    opens_on: 'od',
    direct_cost: 'koszt',
    reported_contributions: 'uwagi',
  };
  const TOP = 'code;title_pl;od;koszt;uwagi';
  const take = async (authority: string, rows: string[], more: object = {}) =>
    instance.import(await written(`${authority}.csv`, `${TOP}\n${rows.join('\n')}\n`), {
      mapping: { ...mapping, authority, fields: { ...FULL, ...more }, read: { delimiter: ';' } },
    });
  const said = ({ issues, warnings }: Awaited<ReturnType<typeof take>>) =>
    [...issues, ...warnings].map(({ line, rule }) => [line, rule]);
  const count = async (authority: string) => {
    const [{ n }] = (await instance.foundation.dataSource.query(
      `SELECT count(*)::int AS n FROM consultation c JOIN authority a ON a.id = c.authority_id WHERE a.code = $1`,
      [authority],
    )) as [{ n: number }];
    return n;
  };

  it('asks where half of the days are D.M.Y and half M/D/Y, and takes them as the mapping says', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `K${i};Plan;${i % 2 ? `03/${13 + i}/2025` : `${13 + i}.03.2025`};;`,
    );
    await expect(take('HALF', rows)).rejects.toThrow(
      'Column “od”: 6 days are written like “03/14/2025”, and day and month cannot be told apart',
    );
    expect(await count('HALF')).toBe(0);
    const told = { opens_on: { column: 'od', date: ['D.M.YYYY', 'M/D/YYYY'] } };
    expect(await take('HALF', rows, told)).toMatchObject({ new: 12, rejected: 0 });
  });

  it('shows single days with slashes as faults of their rows', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `K${i};Plan;${i === 3 ? '03/04/2025' : '13.03.2025'};;`,
    );
    const receipt = await take('SLIP', rows);
    expect([receipt.new, said(receipt)]).toEqual([11, [[5, 'ambiguous_date']]]);
  });

  it('refuses 1.234,5 and 1,234.5 beside each other, and writes nothing', async () => {
    const receipt = await take('MARKS2', ['A;Plan;;1.234,5;', 'B;Plan;;1,234.5;']);
    expect([receipt.batch, said(receipt)]).toEqual([
      null,
      [
        [2, 'not_a_number'],
        [3, 'not_a_number'],
      ],
    ]);
    expect(await count('MARKS2')).toBe(0);
  });

  it('refuses 30 February, and takes 24:00 for the day itself', async () => {
    const receipt = await take('DAYS', ['A;Plan;30.02.2025;;', 'B;Plan;2025-06-30 24:00;;']);
    expect([receipt.new, said(receipt)]).toEqual([
      1,
      [
        [2, 'impossible_date'],
        [3, 'time_24'],
      ],
    ]);
  });

  it('reads thousands set apart by hard and thin spaces', async () => {
    const spaces = ['\u00A0', '\u2009', '\u202F', ' '];
    const receipt = await take(
      'THIN',
      spaces.map((space, i) => `K${i};Plan;;12${space}345,60;1${space}250`),
    );
    expect([receipt.new, receipt.rejected]).toEqual([4, 0]);
    expect(
      await instance.foundation.dataSource.query(
        `SELECT DISTINCT direct_cost::float8 AS cost, reported_contributions AS n FROM consultation c JOIN authority a ON a.id = c.authority_id WHERE a.code = 'THIN'`,
      ),
    ).toEqual([{ cost: 12345.6, n: 1250 }]);
  });

  it.each(['Razem', 'SUMA', 'Ogółem:', 'total'])('takes a trailing row „%s” for no record', async (word) => {
    const authority = `TOTAL-${word.codePointAt(0)}`;
    const receipt = await take(authority, ['A;Plan;;1;2', 'B;Plan;;3;4', `${word};;;4;6`]);
    expect([receipt.new, receipt.rejected, said(receipt)]).toEqual([2, 1, [[4, 'total_row']]]);
  });

  it('composes Polish letters that come in parts, in the header too, and says so', async () => {
    const path = await written('nfd.csv', 'code,tytuł ósmy\nŁÓDŹ-1,Zażółć gęślą\n'.normalize('NFD'));
    const fields = { code: 'code', title_pl: 'tytuł ósmy' };
    const receipt = await instance.import(path, { mapping: { ...mapping, authority: 'NFD', fields } });
    expect([receipt.new, said(receipt)]).toEqual([
      1,
      [
        [2, 'not_normalised'],
        [2, 'not_normalised'],
      ],
    ]);
    expect(
      await instance.foundation.dataSource.query(
        `SELECT c.code, c.title_pl FROM consultation c JOIN authority a ON a.id = c.authority_id WHERE a.code = 'NFD'`,
      ),
    ).toEqual([{ code: 'ŁÓDŹ-1', title_pl: 'Zażółć gęślą' }]);
  });

  it('keeps one id of two authorities apart, also when one of them is undone', async () => {
    const one = await take('TWIN-1', ['A;Plan;;;1']);
    const other = await take('TWIN-2', ['A;Program;;;2']);
    expect([one.new, other.new]).toEqual([1, 1]);
    await instance.intake.revert(one.batch!, SERVICE);
    expect([await count('TWIN-1'), await count('TWIN-2')]).toEqual([0, 1]);
  });

  it('does not undo a batch that is undone, and changes nothing', async () => {
    const { batch } = await take('UNDONE', ['A;Plan;;;1']);
    await instance.intake.revert(batch!, SERVICE);
    const again = await take('UNDONE', ['A;Plan;;;1']);
    await expect(instance.intake.revert(batch!, SERVICE)).rejects.toThrow('reverted already');
    expect([again.new, await count('UNDONE')]).toEqual([1, 1]);
  });
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
