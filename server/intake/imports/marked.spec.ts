import { strFromU8, unzipSync } from 'fflate';
import { type CellStyle, readXlsx } from 'hucre/xlsx';
import { freshDatabase } from '../../testing/database';
import { brought, type Desk, deskOf } from '../../testing/desk';
import { type Instance, startInstance } from '../../testing/instance';
import { person, role } from '../../testing/people';
import { workbook } from '../../testing/workbook';

let instance: Instance;
let desk: Desk;
beforeAll(async () => {
  instance = await startInstance(await freshDatabase());
  await instance.foundation.dataSource.query(`INSERT INTO authority (code, name_pl) VALUES ('T', 'Testowo')`);
  desk = deskOf(instance, await person(instance, [role('analyst', { authority: 'T' })]));
});
afterAll(() => instance.stop());

const mapping = {
  type: 'consultation',
  authority: 'T',
  fields: { code: 'kod', title_pl: 'tytuł', opens_on: 'od' },
};
const RED = 'F8C9C4';
const NOTE = 'Busola: co poprawić';

/** The copy with marks of a file that was tried, as another reader of workbooks sees it. */
async function copyOf(content: string | Buffer, name: string, read: object = {}) {
  const { id } = await brought(desk, content, name);
  const tried = await desk.run(id, { mapping: { ...mapping, read }, dry_run: true });
  const bytes = await desk.bytes(`imports/${id}/marked.xlsx`);
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const fillOf = (place: string, sheet = 0) => fill(sheets[sheet]!.cells?.get(place)?.style);
  return { id, tried, bytes, sheets, fillOf };
}

const fill = (style: CellStyle | undefined) =>
  style?.fill?.type === 'pattern' ? style.fill.fgColor?.rgb : undefined;

it('marks the cells of a text and says what is wrong, every cell as text', async () => {
  const csv = 'kod;tytuł;od\n007;Park;2025-02-30\nK-2;Plac;2025-03-01\n;"Rynek\nStary";2025-04-01\n';
  const { sheets, fillOf, tried } = await copyOf(csv, 'a.csv');
  expect(tried.receipt).toMatchObject({ rows: 3, accepted: 1, rejected: 2 });
  expect(sheets[0]!.rows).toEqual([
    ['kod', 'tytuł', 'od', NOTE],
    ['007', 'Park', '2025-02-30', expect.stringMatching(/^od: .*2025-02-30/)],
    ['K-2', 'Plac', '2025-03-01', null],
    ['', 'Rynek\nStary', '2025-04-01', expect.stringMatching(/^kod: /)],
  ]);
  expect([fillOf('1,2'), fillOf('1,0'), fillOf('3,0')]).toEqual([RED, undefined, RED]);
});

/** Two sheets, a note above the table, a column before it, a formula, a day, a style of its own. */
const BOOK = workbook([
  { name: 'Notatki', cells: { A1: 'Nie ruszać' } },
  {
    name: 'Rejestr &amp; inne',
    cells: {
      B1: 'Rejestr konsultacji',
      B3: 'kod',
      C3: 'tytuł',
      D3: 'od',
      B4: 'X-1',
      C4: 'Park',
      D4: { xml: '<c s="1"><v>45717</v></c>' },
      B5: 'X-1',
      C5: { xml: '<c t="str"><f>UPPER("plac")</f><v>PLAC</v></c>' },
      D5: { xml: '<c s="1"><v>45718</v></c>' },
      C6: 'Bez kodu',
      D6: 'jutro',
    },
  },
]);
const READ = { sheet: 'Rejestr & inne', skip_rows: 2, header_rows: 1 };

it('marks the same workbook and leaves everything else of it as it was', async () => {
  const { sheets, bytes, fillOf, tried } = await copyOf(BOOK, 'b.xlsx', READ);
  expect(tried.receipt).toMatchObject({ rows: 3, accepted: 1, rejected: 2 });
  const [before, after] = [unzipSync(new Uint8Array(BOOK)), unzipSync(bytes)];
  const differing = Object.keys(after).filter((name) => strFromU8(after[name]!) !== strFromU8(before[name]!));
  expect(differing.sort()).toEqual(['xl/styles.xml', 'xl/worksheets/sheet2.xml']);
  expect(Object.keys(after)).toEqual(Object.keys(before));
  const rows = sheets[1]!.rows;
  expect(rows[2]!.slice(1)).toEqual(['kod', 'tytuł', 'od', NOTE]);
  expect(rows[3]!.slice(1)).toEqual(['X-1', 'Park', new Date('2025-03-01'), null]);
  expect(rows[4]![4]).toMatch(/^kod: /);
  expect(rows[5]![4]).toMatch(/kod: .*\nod: .*jutro/s);
  expect(strFromU8(after['xl/worksheets/sheet2.xml']!)).toContain('<f>UPPER("plac")</f><v>PLAC</v>');
  // the day under the mark is still a day
  expect([fillOf('4,1', 1), fillOf('5,1', 1), fillOf('5,3', 1), fillOf('4,3', 1)]).toEqual([
    RED,
    RED,
    RED,
    undefined,
  ]);
});

it('comes back corrected: the column of notes is not brought in, and old notes go', async () => {
  const first = await copyOf(BOOK, 'c.xlsx', READ);
  const files = unzipSync(first.bytes);
  const xml = strFromU8(files['xl/worksheets/sheet2.xml']!);
  const corrected = workbook([{ name: 'Inny', cells: { A1: 'x' } }], {
    more: Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        name.endsWith('sheet2.xml') ? xml.replace('jutro', '2025-03-05') : strFromU8(content),
      ]),
    ),
  });
  const second = await copyOf(corrected, 'd.xlsx', READ);
  expect(second.tried.receipt).toMatchObject({ dropped_columns: [NOTE], rejected: 2 });
  const rows = second.sheets[1]!.rows;
  expect(rows[2]!.filter((cell) => cell === NOTE)).toHaveLength(1);
  expect(rows[5]![4]).toMatch(/^kod: [^\n]*$/);
});

it('lists the findings as CSV in both languages, and nothing of it is a formula', async () => {
  const { id } = await brought(desk, 'kod;tytuł;od\nZ-1;A;=1+1\n', 'e.csv');
  await desk.run(id, { mapping, dry_run: true });
  const pl = await desk.bytes(`imports/${id}/findings.csv`);
  const en = Buffer.from(await desk.bytes(`imports/${id}/findings.csv?lang=en`)).toString('utf8');
  expect(pl.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  expect(Buffer.from(pl).toString('utf8')).toMatch(/"2";"Z-1";"od";"'=1\+1";"błąd";"not_a_date";"/);
  expect(en.split('\r\n')[0]).toBe(
    '\uFEFF"line";"record";"column";"value";"severity";"rule";"what is wrong"',
  );
});

it.each([
  ['JSON', 'j.json', JSON.stringify([{ kod: 'J-1', tytuł: 'Park', od: '2025-02-30' }]), {}],
  ['a file without a header', 'n.csv', 'J-1;Park;2025-02-30\nJ-2;Plac;2025-02-03\n', { header_rows: 0 }],
])('marks the first record of %s', async (_kind, name, content, read) => {
  const columns = { code: 'column_1', title_pl: 'column_2', opens_on: 'column_3' };
  const fields = 'header_rows' in read ? columns : mapping.fields;
  const { id } = await brought(desk, content, name);
  await desk.run(id, { mapping: { ...mapping, fields, read }, dry_run: true });
  const { sheets } = await readXlsx(await desk.bytes(`imports/${id}/marked.xlsx`));
  expect(sheets[0]!.rows[1]).toEqual(['J-1', 'Park', '2025-02-30', expect.stringContaining('2025-02-30')]);
});

it('writes a text of 20,000 rows as a whole, and of a longer one the rows with findings', async () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, i) => `R-${i};x;${i === 7 ? 'jutro' : '2025-01-01'}\n`).join('');
  const whole = await copyOf(`kod;tytuł;od\n${rows(20_000)}`, 'w.csv');
  expect(whole.sheets[0]!.rows).toHaveLength(20_001);
  expect(whole.sheets[0]!.rows[8]![3]).toMatch(/^od: /);
  const longer = await copyOf(`kod;tytuł;od\n${rows(20_001)}`, 'l.csv');
  expect(longer.sheets[0]!.rows.map(([code]) => code)).toEqual(['kod', 'R-7']);
}, 30_000);

it('makes no copy that would lose the end of a text', async () => {
  const { id } = await brought(desk, `kod;tytuł;od\nL-1;${'ż'.repeat(32_768)};jutro\n`, 'l.csv');
  await desk.run(id, { mapping, dry_run: true });
  expect(await desk.call('GET', `imports/${id}/marked.xlsx`)).toMatchObject({
    status: 422,
    body: { detail_en: expect.stringContaining('on line 2 is longer than 32767') },
  });
});

it('finds the sheet whatever way its name is written', async () => {
  const cells = { A1: 'kod', B1: 'tytuł', C1: 'od', A2: 'O-1', B2: 'Park', C2: 'jutro' };
  const odd = workbook([{ name: 'Zg&#322;oszenia &#x26; inne', cells }]);
  const { tried, sheets } = await copyOf(odd, 'o.xlsx', { sheet: 'Zgłoszenia & inne' });
  expect(tried.receipt).toMatchObject({ rejected: 1 });
  expect(sheets[0]!.rows[1]![3]).toMatch(/^od: .*jutro/);
});

it('has nothing to mark before the file was tried', async () => {
  const { id } = await brought(desk, 'kod\nA\n', 'f.csv');
  expect((await desk.call('GET', `imports/${id}/marked.xlsx`)).status).toBe(404);
  expect((await desk.call('GET', `imports/${id}/findings.csv`)).status).toBe(404);
});
