import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { delimited } from './delimited';
import type { Part, ReadOptions } from './reader';
import { Scanner } from './scan';

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

  it('refuses a file that reads as one column', async () => {
    await expect(read('only\none\ncolumn\n')).rejects.toThrow('No column delimiter');
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
