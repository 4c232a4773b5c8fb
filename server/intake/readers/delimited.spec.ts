import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { delimited } from './delimited';
import type { Part, ReadOptions } from './reader';
import { Scanner } from './scan';
import { StrictText } from './strict-text';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-delimited-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(content: string | Buffer, options: ReadOptions = {}) {
  const source = join(folder, 'source.csv');
  await writeFile(source, content);
  const table = await delimited.read(source, folder, options);
  return { ...table, ...(await joined(table.parts)) };
}

/** All parts as one. */
async function joined(parts: AsyncIterable<Part>) {
  const all = { text: '', rows: 0, broken: [] as Part['broken'] };
  for await (const { file, rows, broken } of parts) {
    all.text += await readFile(file, 'utf8');
    all.rows += rows;
    all.broken.push(...broken);
  }
  return all;
}

describe('encodings', () => {
  // "Łódź;Zażółć gęślą jaźń" in each encoding, bytes written out by hand where Node cannot encode
  const cp1250 = Buffer.from('kod;tytu\xb3\nA;Za\xbf\xf3\xb3\xe6 g\xea\x9cl\xb9 ja\x9f\xf1\n', 'latin1');
  const iso = Buffer.from('kod;tytu\xb3\nA;Za\xbf\xf3\xb3\xe6 g\xea\xb6l\xb1 ja\xbc\xf1\n', 'latin1');
  const text = 'kod;tytuł\nA;Zażółć gęślą jaźń\n';
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  const utf16be = Buffer.from(utf16).swap16();

  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['windows-1250', cp1250],
    ['iso-8859-2', iso],
    ['utf-16le', utf16],
    ['utf-16be', utf16be],
  ])('finds %s by itself', async (encoding, bytes) => {
    const table = await read(bytes);
    expect(table.dialect.encoding).toBe(encoding);
    expect(table.header).toEqual(['kod', 'tytuł']);
    expect(table.text).toBe('2;1;A;Zażółć gęślą jaźń\n');
  });

  it.each([
    ['Polish', cp1250, []],
    ['French, where é is é in all of them', Buffer.from('a;b\n1;caf\xe9\n', 'latin1'), []],
    ['pounds that may be Ł', Buffer.from('a;b\nx;\xa3135\ny;\xa320\n', 'latin1'), ['encoding']],
    ['Spanish', Buffer.from('a;b\nx;ma\xf1ana\ny;se\xf1or\n', 'latin1'), ['encoding']],
    ['square metres', Buffer.from('a;b\nx;5 m\xb3\ny;6 m\xb3\n', 'latin1'), ['encoding']],
  ])('asks for the encoding only where it matters: %s', async (_case, bytes, doubts) =>
    expect((await read(bytes)).doubts.map(({ about }) => about)).toEqual(doubts),
  );

  it('reads the dashes and quotes of windows-1252, in the header as in the rows', async () => {
    const bytes = Buffer.from('kod;\x84a\x94\nA \x96 B;\x80 5\n', 'latin1');
    const table = await read(bytes, { encoding: 'windows-1252' });
    expect([table.header, table.text]).toEqual([['kod', '„a”'], '2;1;A – B;€ 5\n']);
  });

  it('reads UTF-16 without a mark', async () => {
    const table = await read(Buffer.from('kod;nazwa\nA;Zażółć\n', 'utf16le'));
    expect([table.dialect.encoding, table.text]).toEqual(['utf-16le', '2;1;A;Zażółć\n']);
  });

  it('reports a broken line of a UTF-8 file and keeps its neighbours', async () => {
    const bytes = Buffer.concat([
      Buffer.from('k;t\nA;ś\nB;'),
      Buffer.from([0x9c]),
      Buffer.from('\nC;ż\nD;ó\nE;ł\nF;ą\nG;ę\nH;ć\nI;ń\nJ;ź\nK;ś\n'),
    ]);
    const table = await read(bytes);
    expect(table.broken).toMatchObject([{ line: 3, rule: 'invalid_encoding', cell: 1 }]);
    expect(table.rows).toBe(10);
  });
});

describe('dialects', () => {
  it.each([
    ['a,b\n1,2\n', ','],
    ['a;b\n1;2\n', ';'],
    ['a\tb\n1\t2\n', '\t'],
    ['"a,x";b\n"1,5";2\n', ';'],
  ])('finds the delimiter of %j', async (content, delimiter) =>
    expect((await read(content)).dialect.delimiter).toBe(delimiter),
  );

  it('asks about a file that reads as one column, and takes it as such where the delimiter is declared', async () => {
    expect((await read('only\none\ncolumn\n')).doubts).toMatchObject([{ about: 'delimiter' }]);
    const table = await read('only\none\ncolumn\n', { delimiter: ',' });
    expect([table.header, table.rows]).toEqual([['only'], 2]);
  });

  it('asks where two delimiters cut as well, and where none cuts most rows', async () => {
    const doubts = async (content: string, options: ReadOptions = {}) =>
      (await read(content, options)).doubts.map(({ about, en }) => [about, en]);
    expect(await doubts('1,5;2,5\n3,5;4,5\n5,5;6,5\n')).toEqual([]);
    expect(await doubts('a;b,c\nx;y,z\nx;y,z\nv;w,u\n')).toEqual([
      ['delimiter', 'The column delimiter may be "," (2 columns) or ";" (2 columns)'],
    ]);
    expect(await doubts('a b c\n1 2 3\n4 5 6\n')).toEqual([
      ['delimiter', expect.stringContaining('it may be “ ”; give it')],
    ]);
    expect(await doubts('a,b\n1,2\n3\n4\n5,6,7\n8,9,0,1\n', { header_rows: 1 })).toMatchObject([
      ['delimiter', expect.stringMatching(/cuts only \d+ % of the rows/)],
    ]);
  });

  it('reads a delimiter of several signs, of an unusual sign and of a letter of another alphabet', async () => {
    const rows = ['2', '1', 'x', 'y;"', '', ''];
    const strict = (text: string) => text.replaceAll('\u001F', '|').split(/[|\n]/);
    const doubled = await read('a||b||c\nx||"y;"""||\n');
    expect([doubled.dialect.delimiter, doubled.doubts]).toEqual(['||', []]);
    expect(strict(doubled.text)).toEqual(rows.map((cell) => (cell === 'y;"' ? '"y;"""' : cell)));
    expect((await read('a :: b\n1 :: 2\n', { delimiter: ' :: ' })).text).toBe('2\u001F1\u001F1\u001F2\n');
    expect((await read('a§b\n1§2\n', { delimiter: '§' })).header).toEqual(['a', 'b']);
    await expect(read('axb\n1x2\n', { delimiter: 'x' })).rejects.toThrow('delimiter is “x”');
  });

  it('finds apostrophes for quotes, and asks where they may be part of the text', async () => {
    const quoted = await read("kod,nazwa\n1,'a,b'\n2,'c''d'\n");
    expect([quoted.dialect.quote, quoted.doubts, quoted.text]).toEqual([
      "'",
      [],
      "2,1,1,'a,b'\n3,2,2,'c''d'\n",
    ]);
    const open = await read("kod,nazwa\n1,'a'\n2,b\n3,c\n");
    expect(open.doubts).toMatchObject([{ about: 'quote' }]);
    expect((await read("kod,nazwa\n1,O'Neil\n2,'t Hooft\n")).dialect.quote).toBeUndefined();
  });

  it('finds quotes guarded by a backslash', async () => {
    const table = await read('a,b\n1,"say \\"yes\\", he said"\n2,"c:\\\\"\n');
    expect([table.dialect.escape, table.doubts]).toEqual(['\\', []]);
    expect(table.text).toBe('2\u001F1\u001F1\u001F"say ""yes"", he said"\n3\u001F2\u001F2\u001F"c:\\"\n');
    expect((await read('a,b\n1,"{""a"": ""b\\""c""}"\n')).dialect.escape).toBeUndefined();
  });

  it('names columns without a name and columns of one name apart', async () => {
    expect((await read('a,,a, a \n1,2,3,4\n')).header).toEqual(['a', 'column_2', 'a (2)', 'a (3)']);
  });

  it('takes Windows, Unix and old Macintosh line ends', async () => {
    for (const end of ['\r\n', '\n', '\r']) {
      const table = await read(['a,b', '1,"x', 'y"', '3,4', ''].join(end));
      expect(table.text.split('\n').at(-2)).toBe('4,2,3,4');
    }
  });
});

describe('structure', () => {
  it('says on which physical line every broken record stands', async () => {
    const table = await read(
      'a,b\n1,"two\nlines"\n2,x,y\n3\n4,"x"y\n5,ok\n6,a\u0001\n\n,\n7,"never closed\n8,fine\n',
    );
    expect(table.broken.map(({ line, rule, cell }) => [line, rule, cell])).toEqual([
      [4, 'extra_column', null],
      [5, 'missing_column', null],
      [6, 'broken_quote', 1],
      [8, 'control_character', 1],
      [11, 'broken_quote', 1],
    ]);
    expect(table.text).toBe('2,1,1,"two\nlines"\n7,5,5,ok\n12,8,8,fine\n');
  });

  it('writes a quote inside an unquoted cell in the strict form', async () => {
    expect((await read('a,b\nul. "Zielona" 5,x\n')).text).toBe('2,1,"ul. ""Zielona"" 5","x"\n');
  });

  it('lets go of empty cells behind the last column only', async () => {
    const table = await read('a,b\n1,2,,\n3,"4",\n5,6,x\n');
    expect(table.text).toBe('2,1,1,2\n3,2,3,"4"\n');
    expect(table.broken).toMatchObject([{ line: 4, rule: 'extra_column' }]);
  });

  it('does not let a stray quote swallow the rows behind it, whatever the line ends', async () => {
    const lines = ['a;b', 'A;"abc', 'B;bb', 'C;cc', 'D;"dd"', 'E;ee', ''];
    for (const end of ['\n', '\r\n', '\r']) {
      const table = await read(lines.join(end), { delimiter: ';' });
      expect(table.broken).toMatchObject([{ line: 2, rule: 'broken_quote', cell: 1 }]);
      expect(table.text).toBe('3,2,B,bb\n4,3,C,cc\n5,4,D,"dd"\n6,5,E,ee\n'.replaceAll(',', ';'));
    }
  });

  it('names a record that is longer than any real one and goes on behind it', async () => {
    const table = await read(`a,b\n1,2\n3,${'x'.repeat(9 << 20)}\n5,6\n`);
    expect(table.broken).toMatchObject([{ line: 3, rule: 'too_long', cell: 1 }]);
    expect(table.text).toBe('2,1,1,2\n4,3,5,6\n');
  });

  it('refuses an empty file', async () => {
    await expect(read('\n\n', { delimiter: ',' })).rejects.toThrow('not even a header');
  });
});

describe('what stands around the rows', () => {
  const doubtsOf = async (content: string, options: ReadOptions = {}) =>
    (await read(content, options)).doubts.map(({ about }) => about);
  const rows = 'A,Park,5\nB,Most,7\nC,Staw,9\n';

  it('passes titles above the table over and says where it begins', async () => {
    const table = await read(`Wykaz,,\n"stan na\n31.12",,\n,,\nkod,nazwa,n\n${rows}`);
    expect([table.headerLine, table.dialect.skip_rows, table.doubts]).toEqual([5, 4, []]);
    expect(table.text).toBe('6,1,A,Park,5\n7,2,B,Most,7\n8,3,C,Staw,9\n');
    expect(await doubtsOf('Wykaz,\nkod,n\nA,1\nB,2\n')).toEqual(['skip_rows']);
    expect(await doubtsOf('Wykaz,\nkod,n\nA,1\nB,2\n', { skip_rows: 1 })).toEqual([]);
  });

  it('passes over lines that are declared, broken quotes and all', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const lines = ['uwaga: "brak', '', 'kod,n', 'A,"x', 'y"', ''].join(end);
      const table = await read(lines, { skip_rows: 2 });
      expect([table.headerLine, table.header, table.text]).toEqual([3, ['kod', 'n'], `4,1,A,"x${end}y"\n`]);
    }
  });

  it('takes values for values where there is no header', async () => {
    const table = await read('399.1989,74.37\n401.1274,73.73\n403.0559,72.73\n');
    expect([table.header, table.rows, table.dialect.header_rows]).toEqual([['column_1', 'column_2'], 3, 0]);
    expect((await read(rows, { header_rows: 0 })).header).toEqual(['column_1', 'column_2', 'column_3']);
  });

  it.each([
    ['years may be names', 'obszar,2019,2020\nA,5,6\nB,7,8\n', ['header_rows']],
    ['years beside a name of numbers', 'kod,n,2019,2020\nA,1,5,6\nB,2,7,8\n', []],
    ['a value among names', 'kod,n,1.5\nA,1,5.1\nB,2,7.2\n', ['header_rows']],
    ['names that come again', 'Park,Ława\nMost,Ława\nStaw,Ława\nA,B\n', ['header_rows']],
    ['names that go on below', 'kontrola,,ogień,\nX,Y,X,Y\n1.5,2.5,3.5,4.5\n', ['header_rows']],
    ['names of rows without a name', 'a,b\nx,1,2\ny,3,4\n', ['header']],
    ['a header that is none', 'a,b\nx,1,2,5\ny,3,4,6\n', ['skip_rows']],
    ['a second table', `kod,nazwa,n\n${rows},,\nInne,,\n${rows}`, ['data_rows']],
    ['the header once more', `kod,nazwa,n\n${rows}kod,nazwa,n\n${rows}`, ['data_rows']],
    ['notes below', `kod,nazwa,n\n${rows}Źródło: GUS,,\n`, ['footer_rows']],
    ['a blank line among rows', `kod,nazwa,n\n${rows},,\n${rows}`, []],
  ])('asks: %s', async (_case, content, doubts) => expect(await doubtsOf(content)).toEqual(doubts));

  it('finds notes below a table that is longer than the sample', async () => {
    const long = `kod,nazwa,n\n${rows.repeat(60_000)}`;
    expect(await doubtsOf(`${long}"Źródło: opracowanie własne na podstawie danych",,\n`)).toEqual([
      'footer_rows',
    ]);
    expect(await doubtsOf(long)).toEqual([]);
  });

  it('joins two rows of a header', async () => {
    const table = await read(',Jak?,,Skąd?\nkod,A,B,Response\n1,x,y,z\n', {
      header_rows: 2,
      header_drop: ['Response'],
    });
    expect(table.header).toEqual(['kod', 'Jak? / A', 'Jak? / B', 'Skąd?']);
    expect((await read('a,,b\n,c,\n1,2,3\n', { header_rows: 2, header_join: ' ' })).header).toEqual([
      'a',
      'a c',
      'b',
    ]);
  });

  it('takes the names of a LimeSurvey header, and names of rows', async () => {
    const lime = await read('"Q1. Płeć?","Q2[SQ1]. Jak? [a.b]",id\n1,2,3\n', { header: 'limesurvey' });
    expect(lime.header).toEqual(['Q1', 'Q2[SQ1]', 'id']);
    const named = await read('a,b\nx,1,2\ny,3,4\n', { header: 'row_names' });
    expect([named.header, named.text]).toEqual([['column_1', 'a', 'b'], '2,1,x,1,2\n3,2,y,3,4\n']);
    expect((await read('a,b\nx,1,2\ny,3,4\n', { header: 'plain' })).header).toEqual(['a', 'b', 'column_3']);
  });

  it('leaves out the last rows and what stands below the rows that are wanted, broken or not', async () => {
    const noted = `kod,nazwa,n\n${rows}Źródło: GUS\n* dane wstępne,,\n`;
    const table = await read(noted, { footer_rows: 2 });
    expect([table.rows, table.broken, table.doubts]).toEqual([3, [], []]);
    expect((await read(noted, { data_rows: 2 })).text).toBe('2,1,A,Park,5\n3,2,B,Most,7\n');
  });

  it('has no columns behind the last that has a name or a value', async () => {
    expect((await read('kod;n;;\nA;1;;\nB;2;"\n";\n')).header).toEqual(['kod', 'n']);
    expect((await read('kod,n,,\nA,1,,x\nB,2,,\n')).header).toEqual(['kod', 'n', 'column_3', 'column_4']);
  });
});

describe('quotes that stand as they are inside quoted cells', () => {
  const html = '"id. Id","p. P"\n"1","<b class="x">a, b</b>"\n"2","he ""said"" so"\n"3",""\n';

  it('are read so where the file is of LimeSurvey, or where it is said', async () => {
    for (const options of [{ header: 'limesurvey' }, { bare_quotes: true }]) {
      const table = await read(html, options);
      expect([table.rows, table.broken]).toEqual([3, []]);
      expect(table.text.replaceAll('\u001F', '|')).toBe(
        '2|1|"1"|"<b class=""x"">a, b</b>"\n3|2|"2"|"he ""said"" so"\n4|3|"3"|""\n',
      );
    }
  });

  it('break the row otherwise, so that nobody has to guess', async () => {
    const table = await read(html, { delimiter: ',' });
    expect(table.broken).toMatchObject([{ line: 2, rule: 'broken_quote', cell: 1 }]);
  });
});

it('counts physical lines like a counter of line breaks, whatever the dialect', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ł', '"', ',', '\n', '\r\n', ' '), maxLength: 6 });
  const end = fc.constantFrom('\n', '\r\n', '\n\n', '\r\n\n');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, end), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(',', '||'),
      async (cells, delimiter) => {
        let text = `kod${delimiter}nazwa\n`;
        const lines = cells.map(([content, ending], i) => {
          const line = text.split(/\r\n|\r|\n/).length;
          text += `K${i}${delimiter}"${content.replaceAll('"', '""')}"${ending}`;
          return line;
        });
        const table = await read(text, { delimiter, quote: '"', data_rows: 100, header_rows: 1 });
        const { delimiter: sign } = table.shape;
        const pattern = new RegExp(`^(\\d+)${sign}\\d+${sign}K`, 'gm');
        expect([...table.text.matchAll(pattern)].map(([, line]) => Number(line))).toEqual(lines);
      },
    ),
    { numRuns: propertyRuns(60) },
  );
});

it('writes any marks anew the same wherever the text is cut', () => {
  const letter = fc.constantFrom('a', 'ł', "'", '"', '|', '||', '\\', '\n', '\r\n');
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (letters, size) => {
      const text = letters.join('');
      const strict = (piece: number) => {
        const writer = new StrictText({ delimiter: '||', quote: "'", escape: '\\' });
        let out = '';
        for (let at = 0; at < text.length; at += piece) out += writer.push(text.slice(at, at + piece));
        return out + writer.end();
      };
      expect(strict(size)).toBe(strict(text.length || 1));
    }),
    { numRuns: propertyRuns(300) },
  );
});

it('gives the same records wherever the chunks are cut', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ł', '"', ',', '\n', '\r', ' ') });
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 7 }),
      (rows, size) => {
        const bytes = Buffer.from(
          rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n'),
        );
        const records = (chunk: number) => {
          const found: [string, number][] = [];
          const scanner = new Scanner(
            { delimiter: ',', quote: '"' },
            (record, line) => found.push([record.toString(), line]),
            ({ line, rule }) => found.push([rule, line]),
          );
          for (let at = 0; at < bytes.length; at += chunk) scanner.push(bytes.subarray(at, at + chunk));
          scanner.end();
          return found;
        };
        expect(records(size)).toEqual(records(bytes.length));
      },
    ),
    { numRuns: propertyRuns(300) },
  );
});
