/** The structure of a delimited file; both are single ASCII characters. */
export interface Shape {
  delimiter: string;
  quote: string;
}

/** The cells of one record as bytes: `raw` keeps the quotes, otherwise they are taken off and doubled ones halved. */
export function cellsOf(bytes: Buffer, { delimiter, quote }: Shape, raw = false): Buffer[] {
  // one character a byte, so that places in the text are places in the bytes
  const text = bytes.toString('latin1');
  const cells: Buffer[] = [];
  for (let at = 0; at <= text.length;) {
    const quoted = text[at] === quote;
    const closing = quoted ? closingQuote(text, at + 1, quote) : at;
    const stop = text.indexOf(delimiter, closing);
    const to = stop < 0 ? text.length : stop;
    const cell =
      quoted && !raw ? text.slice(at + 1, closing).replaceAll(quote + quote, quote) : text.slice(at, to);
    cells.push(Buffer.from(cell, 'latin1'));
    at = to + 1;
  }
  return cells;
}

function closingQuote(text: string, from: number, quote: string): number {
  let at = from;
  while (at < text.length && (text[at] !== quote || text[at + 1] === quote)) at += text[at] === quote ? 2 : 1;
  return at;
}

/** Where the first `count` cells of a record end. */
export function endOfCells(bytes: Buffer, shape: Shape, count: number): number {
  const cells = cellsOf(bytes, shape, true).slice(0, count);
  return cells.reduce((length, cell) => length + cell.length, 0) + count - 1;
}
