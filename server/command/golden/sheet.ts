/** Columns of a CSV file by their name; an empty cell is null. */
export type Sheet = Map<string, (string | null)[]>;

const CELL = /"((?:[^"]|"")*)"(?=[,\r\n]|$)|([^",\r\n]*)(?=[,\r\n]|$)/y;

/**
 * Reads a file of reference cases: comma, a header, quotes where they are wanted (RFC 4180).
 * Throws `RangeError` with the line where a quote does not close or a row has another number of cells.
 */
export function readSheet(text: string): Sheet {
  const [header, ...rows] = recordsOf(text.replace(/^\uFEFF/, ''));
  const names = header?.cells ?? [];
  for (const { cells, line } of rows)
    if (cells.length !== names.length)
      throw new RangeError(`line ${line} has ${cells.length} cells, the header ${names.length}`);
  return new Map(names.map((name, i) => [name, rows.map(({ cells }) => cells[i] || null)]));
}

function recordsOf(text: string): { cells: string[]; line: number }[] {
  const records: { cells: string[]; line: number }[] = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const cells: string[] = [];
    const began = line;
    for (;;) {
      CELL.lastIndex = at;
      const found = CELL.exec(text);
      if (!found) throw new RangeError(`line ${line} has a quote that does not close, or text beside one`);
      cells.push(found[1] === undefined ? found[2]! : found[1].replaceAll('""', '"'));
      line += found[0].split('\n').length - 1;
      at += found[0].length;
      if (text[at] !== ',') break;
      at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    records.push({ cells, line: began });
  }
  return records;
}
