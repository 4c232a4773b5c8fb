import { stepOf } from './browsing';
import { escaped, linesOf } from './lines';
import { csvOf, EXCEL, MACHINE, tsvOf, type Table } from './table';

const TABLE: Table = {
  columns: [
    { name: 'unit', label: 'Jednostka', type: 'text' },
    { name: 'quarter', label: 'Kwartał', type: 'code' },
    { name: 'closed', label: 'Dzień', type: 'day' },
    { name: 'score', label: 'Ocena', type: 'number' },
    { name: 'n', label: 'n', type: 'integer' },
  ],
  rows: [
    ['=SUM(A1) "x"', '2026-Q3', '2026-09-11', 74.28571428571429, 10],
    ['Zieleń\r\ni Woda', '2026-Q2', null, -0.5, 0],
  ],
};

describe('the table of a chart as a file', () => {
  it('is RFC 4180 for machines: numbers whole, texts quoted and guarded, nothing for what is missing', () => {
    expect(csvOf(TABLE, MACHINE)).toBe(
      'unit,quarter,closed,score,n\r\n' +
        `"'=SUM(A1) ""x""","2026-Q3",2026-09-11,74.28571428571429,10\r\n` +
        '"Zieleń\ni Woda","2026-Q2",,-0.5,0\r\n',
    );
  });

  it('opens in a Polish Excel: mark, semicolon, decimal comma', () => {
    const text = csvOf(TABLE, EXCEL);
    expect(text.startsWith('\uFEFFunit;quarter;')).toBe(true);
    expect(text).toContain(';74,28571428571429;10\r\n');
    expect(text).toContain(';;-0,5;0\r\n');
  });

  it('is pasted with the heads of the page and the decimal mark of its language', () => {
    expect(tsvOf(TABLE, ',').split('\n')).toEqual([
      'Jednostka\tKwartał\tDzień\tOcena\tn',
      `'=SUM(A1) "x"\t2026-Q3\t2026-09-11\t74,28571428571429\t10`,
      'Zieleń i Woda\t2026-Q2\t\t-0,5\t0',
    ]);
  });
});

describe('browsing', () => {
  it('stays within the points', () => {
    expect(stepOf('ArrowRight', 2, 3)).toBe(2);
    expect(stepOf('ArrowLeft', 0, 3)).toBe(0);
    expect(stepOf('ArrowUp', 2, 3)).toBe(1);
    expect(stepOf('Home', 2, 3)).toBe(0);
    expect(stepOf('End', 0, 3)).toBe(2);
    expect(stepOf('a', 1, 3)).toBeNull();
  });
});

describe('the lines of a picture', () => {
  it('break where the width ends, and a long word stands alone', () => {
    expect(linesOf('aa bb cccccccc d', 5, (text) => text.length)).toEqual(['aa bb', 'cccccccc', 'd']);
  });

  it('are part of an XML document', () => {
    expect(escaped('a < b & "c"')).toBe('a &lt; b &amp; &quot;c&quot;');
  });
});
