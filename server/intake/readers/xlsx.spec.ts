import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workbook, zipped } from '../../testing/workbook';
import type { ReadOptions } from './reader';
import { xlsx } from './xlsx';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-xlsx-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(bytes: Buffer, options: ReadOptions = {}) {
  const source = join(folder, 'file.xlsx');
  await writeFile(source, bytes);
  const table = await xlsx.read(source, folder, options);
  const all = { text: '', broken: [] as [number, string][] };
  for await (const { file, broken } of table.parts) {
    all.text += await readFile(file, 'utf8');
    all.broken.push(...broken.map(({ line, rule }): [number, string] => [line, rule]));
  }
  return { ...table, ...all, about: table.doubts.map(({ about }) => about) };
}

/** Rows from A1 on. */
const grid = (...rows: (string | number | boolean | { xml: string } | null)[][]) =>
  Object.fromEntries(
    rows.flatMap((row, i) =>
      row.flatMap((value, j) => (value === null ? [] : [[String.fromCharCode(65 + j) + (i + 1), value]])),
    ),
  );
const one = (...rows: Parameters<typeof grid>) => workbook([{ name: 'Dane', cells: grid(...rows) }]);
const xml = (text: string) => ({ xml: text });

describe('values', () => {
  it('reads numbers as they were typed', async () => {
    const numbers = [
      0.1 + 0.2,
      1e21,
      1e-7,
      1250,
      -0.5,
      123456789012345,
      18500.1,
      2.5e-10,
      1.7976931348623157e308,
    ];
    const table = await read(one(['kod', 'n'], ...numbers.map((n, i) => [`K${i}`, n])));
    expect(table.text.split('\n').map((row) => row.split(',')[3]?.replaceAll('"', ''))).toEqual([
      '0.3',
      '1000000000000000000000',
      '0.0000001',
      '1250',
      '-0.5',
      '123456789012345',
      '18500.1',
      '0.00000000025',
      expect.stringMatching(/^17976931348623157\d{292}$/),
      undefined,
    ]);
  });

  // 45658 is 2025-01-01 in the system that begins in 1900 (Excel's DATEVALUE), 44196 in the one that begins in 1904
  it('reads days as ISO text in both systems, and times', async () => {
    const rows = (serial: number): Parameters<typeof grid> => [
      ['kod', 'dzień', 'chwila'],
      ['A', xml(`<c s="1"><v>${serial}</v></c>`), xml(`<c s="2"><v>${serial + 0.75}</v></c>`)],
    ];
    const expected = '2,1,"A","2025-01-01","2025-01-01 18:00:00"\n';
    expect((await read(one(...rows(45658)))).text).toBe(expected);
    const sheet = { name: 'Dane', cells: grid(...rows(44196)) };
    expect((await read(workbook([sheet], { date1904: true }))).text).toBe(expected);
  });

  it('reads yes and no, texts with signs and breaks, and values of formulas', async () => {
    const table = await read(
      one(['kod', 'tak', 'suma'], ['a "b" & <c>,\nd', true, xml('<c><f>A1+[1]Obce!B2</f><v>7</v></c>')]),
    );
    expect(table.text).toBe('2,1,"a ""b"" & <c>,\nd","true","7"\n');
    expect([table.dialect.formulas, table.doubts]).toEqual([1, []]);
  });

  it('asks about cells with errors, and refuses formulas that were never computed', async () => {
    const wrong = one(['kod', 'n'], ['A', xml('<c t="e"><v>#N/A</v></c>')], ['B', 2]);
    expect((await read(wrong)).doubts).toMatchObject([
      { about: 'null_values', en: expect.stringContaining('the first is B2: #N/A') },
    ]);
    const empty = one(['kod', 'n'], ['A', xml('<c><f>1+1</f></c>')]);
    await expect(read(empty)).rejects.toThrow('Formulas without a computed value (B2)');
    // as programs write it that compute nothing; a text that is empty has its kind
    const blank = one(['kod', 'n'], ['A', xml('<c><f>1+1</f><v></v></c>')]);
    await expect(read(blank)).rejects.toThrow('Formulas without a computed value (B2)');
    const text = one(['kod', 'n'], ['A', xml('<c t="str"><f>IF(1,"",2)</f><v></v></c>')]);
    expect((await read(text)).text).toBe('2,1,"A",\n');
  });
});

describe('sheets', () => {
  const cells = grid(['kod', 'n'], ['A', 1]);
  const other = grid(['kod', 'n'], ['B', 2]);

  it('asks which of several, takes the one that is named, and a hidden one only then', async () => {
    const two = workbook([
      { name: 'Jeden', cells },
      { name: 'Dwa &amp; pół', cells: other },
      { name: 'Ukryty', cells: other, state: 'hidden' },
    ]);
    const asked = await read(two);
    expect(asked.doubts).toMatchObject([
      { about: 'sheet', en: 'Several sheets have data: „Jeden”, „Dwa & pół”; name one' },
    ]);
    expect((await read(two, { sheet: 'Dwa & pół' })).text).toBe('2,1,"B","2"\n');
    expect((await read(two, { sheet: 'Ukryty' })).text).toBe('2,1,"B","2"\n');
    await expect(read(two, { sheet: 'Trzy' })).rejects.toThrow(
      'There is no sheet “Trzy”; there are: „Jeden”',
    );
  });

  it('takes the only visible one with data unasked', async () => {
    const table = await read(
      workbook([
        { name: 'Stary', cells: other, state: 'veryHidden' },
        { name: 'Pusty', cells: {} },
        { name: 'Dane', cells },
      ]),
    );
    expect([table.dialect.sheet, table.doubts, table.text]).toEqual(['Dane', [], '2,1,"A","1"\n']);
    await expect(read(workbook([{ name: 'Pusty', cells: {} }]))).rejects.toThrow('No visible sheet has data');
  });
});

describe('the table of a sheet', () => {
  it('stands between notes, anywhere on the sheet', async () => {
    const cells = {
      B2: 'Rejestr konsultacji',
      ...Object.fromEntries(
        [
          ['kod', 'nazwa', 'n'],
          ['A', 'Park', 1],
          ['B', 'Most', 2],
          ['C', 'Staw', 3],
        ].flatMap((row, i) => row.map((value, j) => [`${'CDE'[j]}${i + 5}`, value])),
      ),
      C9: 'Źródło: rejestr urzędu',
    };
    const bytes = workbook([{ name: 'Dane', cells }]);
    const asked = await read(bytes);
    expect([asked.header, asked.headerLine, asked.about]).toEqual([
      ['kod', 'nazwa', 'n'],
      5,
      ['footer_rows'],
    ]);
    const told = await read(bytes, { footer_rows: 1 });
    expect(told.text).toBe('6,1,"A","Park","1"\n7,2,"B","Most","2"\n8,3,"C","Staw","3"\n');
    const range = await read(bytes, { range: 'C5:D7' });
    expect([range.header, range.about, range.text]).toEqual([
      ['kod', 'nazwa'],
      [],
      '6,1,"A","Park"\n7,2,"B","Most"\n',
    ]);
  });

  it('is not cut: a value beside it refuses the row', async () => {
    const rows: Parameters<typeof grid> = [
      ['kod', 'n'],
      ['A', 1],
      ['B', 2],
      ['C', 3, 'uwaga'],
    ];
    expect((await read(one(...rows))).broken).toEqual([[4, 'extra_column']]);
  });

  it('has a header of two rows where that is declared, and merged cells as they are or filled', async () => {
    const cells = grid(['kod', 'Jak?', null], [null, 'A', 'B'], ['X', 1, 2], [null, 3, 4], ['Y', 5, 6]);
    const bytes = workbook([{ name: 'Dane', cells, merged: ['A1:A2', 'B1:C1', 'A3:A4'] }]);
    expect((await read(bytes, { header_rows: 2 })).about).toEqual(['merged']);
    const filled = await read(bytes, { header_rows: 2, merged: 'fill' });
    expect(filled.header).toEqual(['kod', 'Jak? / A', 'Jak? / B']);
    expect(filled.text).toBe('3,1,"X","1","2"\n4,2,"X","3","4"\n5,3,"Y","5","6"\n');
    expect((await read(bytes, { header_rows: 2, merged: 'first' })).text).toContain('4,2,,"3","4"\n');
  });

  it('asks where an empty column runs through it', async () => {
    expect((await read(one(['a', 'b', null, 'c'], [1, 2, null, 3], [4, 5, null, 6]))).about).toEqual([
      'range',
    ]);
  });
});

describe('what is no sound workbook', () => {
  const SHEET = 'xl/worksheets/sheet1.xml';
  const cells = { A1: 'k', B1: 'n', A2: 'a', B2: 1, A3: 'b', B3: 2 };
  const sheet = (more: Record<string, string>) => workbook([{ name: 'Dane', cells }], { more });

  it('is refused where its sheet breaks off, whatever rows come before', async () => {
    const whole =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>k</t></is></c></row></sheetData></worksheet>';
    await expect(read(sheet({ [SHEET]: whole.slice(0, -30) }))).rejects.toThrow('breaks off before its end');
  });

  it('is looked through once, where it is nothing but beginnings', async () => {
    const beginnings: Record<string, string>[] = [
      { 'xl/workbook.xml': `<workbook><sheets/></workbook>${'<sheet '.repeat(200_000)}` },
      { [SHEET]: `<worksheet>${'<c r="A1"><f>'.repeat(200_000)}</worksheet>` },
      { [SHEET]: `<worksheet>${'<mergeCell '.repeat(200_000)}</worksheet>` },
    ];
    // at every beginning anew it would take minutes
    for (const more of beginnings) await read(sheet(more)).catch(() => undefined);
  });

  it.each(['A0:B2', 'A2:ZZZ9', 'A1:B1048577'])('has no cells %s', async (range) => {
    await expect(read(sheet({}), { range })).rejects.toThrow(range);
  });

  it.each([
    ['a zip archive', zipped({ 'dane.csv': 'a,b\n1,2\n' }), 'a zip archive or a document without sheets'],
    ['an .xlsb', zipped({ 'xl/workbook.bin': 'x' }), 'an .xlsb workbook'],
    ['a workbook cut off', one(['a', 'b'], [1, 2]).subarray(0, 600), 'damaged or cut off'],
    ['bytes behind a sign of zip', Buffer.from('PK\x03\x04 nothing'), 'damaged or cut off'],
  ])('is refused: %s', async (_case, bytes, message) => expect(read(bytes)).rejects.toThrow(message));

  it('is refused where it unpacks to a hundred times what a text would, whether its directory says so or lies', async () => {
    const bomb = 'x'.repeat(64 << 20);
    const files = (said = {}) => {
      const base = {
        'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="r"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': '<Relationship Id="r" Target="worksheets/sheet1.xml"/>',
      };
      return zipped({ ...base, 'xl/worksheets/sheet1.xml': bomb }, said);
    };
    const before = process.memoryUsage().rss;
    await expect(read(files())).rejects.toThrow('a zip bomb');
    await expect(read(files({ 'xl/worksheets/sheet1.xml': 1000 }))).rejects.toThrow('damaged or cut off');
    expect(process.memoryUsage().rss - before).toBeLessThan(300 << 20);
  });
});
