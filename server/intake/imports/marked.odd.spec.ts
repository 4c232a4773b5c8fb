import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
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

const fields = { code: 'kod', title_pl: 'tytuł', opens_on: 'od' };

/** The parts of the copy with marks of a file that was tried. */
async function partsOf(content: string | Buffer, name: string, read: object = {}) {
  const { id } = await brought(desk, content, name);
  await desk.run(id, { mapping: { type: 'consultation', authority: 'T', fields, read }, dry_run: true });
  const bytes = await desk.bytes(`imports/${id}/marked.xlsx`);
  const parts = unzipSync(bytes);
  return { bytes, sheet: strFromU8(parts['xl/worksheets/sheet1.xml']!), parts };
}

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const HEADER = `<row>${text('kod')}${text('tytuł')}${text('od')}</row>`;
const book = (rows: string, name = 'Rejestr') =>
  workbook([{ name, cells: { A1: 'x' } }], {
    more: { 'xl/worksheets/sheet1.xml': `<worksheet>${rows}</worksheet>` },
  });
const NOTE = /<c r="D2" t="inlineStr"><is><t xml:space="preserve">od: [^<]*<\/t><\/is><\/c>/;

it.each([
  ['closing tags with a blank', `<sheetData>${HEADER}<row>`, '</row ></sheetData >'],
  [
    'a comment that looks like rows',
    `<!-- <sheetData><row><c> --><sheetData>${HEADER}<row>`,
    '</row></sheetData>',
  ],
  ['an attribute with a bracket', `<sheetData>${HEADER}<row note="a>b">`, '</row></sheetData>'],
])('marks a sheet with %s, and nothing else of it changes', async (_name, before, after) => {
  const cells = `${text('X-1')}${text('<![CDATA[</c></row><row>]]>')}${text('2025-02-30')}`;
  const { sheet } = await partsOf(book(before + cells + after), 'a.xlsx');
  expect(sheet).toMatch(NOTE);
  const bare = sheet.replace(/<c r="D\d"[^>]*>.*?<\/c>/g, '').replace(/ (s|r)="\w+"/g, '');
  expect(bare.replaceAll(' >', '>')).toBe(
    `<worksheet>${before}${cells}${after}</worksheet>`.replaceAll(' >', '>'),
  );
});

it.each(["O'Neil", 'A &#38; &#x42;', 'R&amp;D &lt;1&gt;'])('finds the sheet called %s', async (name) => {
  const row = `<row>${text('X-1')}${text('Park')}${text('2025-02-30')}</row>`;
  const { sheet } = await partsOf(book(`<sheetData>${HEADER}${row}</sheetData>`, name), 'b.xlsx');
  expect(sheet).toMatch(NOTE);
});

it('leaves what stands beside the table', async () => {
  const cells = {
    A1: 'kod',
    B1: 'tytuł',
    C1: 'od',
    D1: 'Suma',
    E2: 'obok',
    A2: 'X-1',
    B2: 'P',
    C2: '2025-02-30',
    D2: 7,
  };
  const { bytes } = await partsOf(workbook([{ name: 'A', cells }]), 'c.xlsx', { range: 'A1:C2' });
  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]!.rows[1]).toEqual(['X-1', 'P', '2025-02-30', 7, 'obok', expect.stringMatching(/^od: /)]);
});

it('puts no note under cells that are merged beside the table', async () => {
  const cells = { A1: 'kod', B1: 'tytuł', C1: 'od', D2: 'obok', A2: 'X-1', B2: 'P', C2: '2025-02-30' };
  const merged = ['D2:F3', 'A9:Z9'];
  const { sheet } = await partsOf(workbook([{ name: 'A', cells, merged }]), 'e.xlsx', { range: 'A1:C2' });
  expect(sheet).toContain('<c r="G2" t="inlineStr">');
});

it('writes no sign that XML has no way to write', async () => {
  const { parts } = await partsOf('kod;tytuł;od\nK\u0001;a\u000bb\uFFFE;2025-02-30\n', 'd.csv');
  const written = Object.values(parts)
    .map((part) => strFromU8(part))
    .join('');
  // eslint-disable-next-line no-control-regex
  expect(written).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uFFFE\uFFFF]/);
  expect(written).toContain('od: ');
});
