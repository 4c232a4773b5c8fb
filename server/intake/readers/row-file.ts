import { type FileHandle, open } from 'node:fs/promises';
import { cellsOf, type Shape } from './cells';

const FLUSH = 1 << 20;
const MARK = Buffer.from('\uFEFF');

/** The file that the bulk check reads: each record behind its physical line and its row number. */
export class RowFile {
  rows = 0;
  /** Bytes taken so far. */
  size = 0;
  /** Whether a byte order mark stands inside the text. */
  marked = false;
  private buffer = Buffer.allocUnsafe(FLUSH * 2);
  private used = 0;
  private readonly full: Buffer[] = [];

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
    private readonly shape: Shape,
  ) {}

  static async create(path: string, shape: Shape): Promise<RowFile> {
    return new RowFile(path, await open(path, 'w', 0o600), shape);
  }

  /** Adds a record; an odd one (a quote inside an unquoted cell) is written again in the strict form. */
  add(record: Buffer, line: number, row: number, odd: boolean): void {
    const bytes = odd ? strict(record, this.shape) : record;
    if (this.used + bytes.length + 32 > this.buffer.length) this.turn(bytes.length + 32);
    this.number(line);
    this.number(row);
    this.used += bytes.copy(this.buffer, this.used);
    this.buffer[this.used++] = 10;
    this.rows++;
    this.size += bytes.length;
  }

  /** Writes out what is full. */
  async drain(): Promise<void> {
    for (let next = this.full.shift(); next; next = this.full.shift()) await this.handle.write(next);
  }

  async close(): Promise<void> {
    this.turn(0);
    await this.drain();
    await this.handle.close();
  }

  private turn(room: number): void {
    const filled = this.buffer.subarray(0, this.used);
    this.marked ||= filled.includes(MARK);
    this.full.push(filled);
    this.buffer = Buffer.allocUnsafe(Math.max(FLUSH * 2, room));
    this.used = 0;
  }

  private number(value: number): void {
    this.used += this.buffer.write(String(value), this.used, 'latin1');
    this.buffer[this.used++] = this.shape.delimiter.charCodeAt(0);
  }
}

function strict(record: Buffer, { delimiter, quote }: Shape): Buffer {
  const cells = cellsOf(record, { delimiter, quote }).map((cell) => quoted(cell.toString('latin1'), quote));
  return Buffer.from(cells.join(delimiter), 'latin1');
}

const quoted = (cell: string, quote: string) => quote + cell.replaceAll(quote, quote + quote) + quote;

/** One record of cells in the strict form, as UTF-8. */
export const strictRecord = (cells: (string | null)[], { delimiter, quote }: Shape): Buffer =>
  Buffer.from(cells.map((cell) => (cell === null || cell === '' ? '' : quoted(cell, quote))).join(delimiter));
