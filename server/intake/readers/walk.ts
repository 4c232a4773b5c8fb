import { join } from 'node:path';
import { Refusal } from '../../store/home';
import { cellsOf, type Shape } from './cells';
import { headerNames } from './header';
import type { Part, ReadOptions, Table } from './reader';
import { RowFile } from './row-file';
import { type BrokenRecord, Scanner } from './scan';

/** Bytes of rows in the first part, which the database waits for; each part after it has twice as many, up to the most. */
const FIRST_PART = 1 << 20;
const PART = 16 << 20;
/** Rows of a part, where they are short: more of them make no step cheaper. */
const PART_ROWS = 100_000;
/** More than any form or register has; a database table holds no more either. */
const MOST_COLUMNS = 16_384;

/** How a file is to be walked through. */
export interface Plan {
  shape: Shape;
  /** Physical lines that were passed over before the first byte. */
  skipped: number;
  headerRows: number;
  /** Columns of a table without a header, or up to which a header counts; 0 where its own length counts. */
  width: number;
  options: ReadOptions;
  folder: string;
}

/** The way through a file: the first records are the header, whole records go to the file of a part, broken ones are kept. */
export class Walk {
  private readonly chunks: AsyncIterator<Buffer>;
  private readonly scanner: Scanner;
  private ended = false;
  private names: string[] | null = null;
  private readonly headRows: string[][] = [];
  private line = 0;
  /** Records between the header and the end of its chunk, until there is a file for them. */
  private early: [Buffer, number, number, boolean][] = [];
  /** The last records, until it is known that they are not the notes below the table. */
  private readonly late: (() => void)[] = [];
  private readonly footer: number;
  private readonly most: number;
  private out: RowFile | null = null;
  private broken: Part['broken'] = [];
  private row = 0;

  constructor(
    chunks: AsyncIterable<Buffer>,
    private readonly plan: Plan,
  ) {
    this.chunks = chunks[Symbol.asyncIterator]();
    this.footer = plan.options.footer_rows ?? 0;
    this.most = plan.options.data_rows ?? Infinity;
    this.scanner = new Scanner(
      plan.shape,
      (bytes, line, odd) => this.take(bytes, line, odd),
      (record) => this.keepBroken(record),
      plan.skipped + 1,
    );
    if (plan.headerRows === 0) this.name(plan.skipped + 1);
  }

  /** Reads up to the names of the columns. Throws `Refusal` where there are none. */
  async header(): Promise<Pick<Table, 'header' | 'headerLine'>> {
    while (!this.names && !this.ended) await this.step();
    if (this.names) return { header: this.names, headerLine: this.line };
    throw new Refusal(
      'Plik jest pusty: nie ma nawet nagłówka',
      'The file is empty: it has not even a header',
    );
  }

  async *parts(): AsyncGenerator<Part> {
    const { folder, shape } = this.plan;
    for (let number = 0; number === 0 || !this.ended; number++) {
      const out = await RowFile.create(join(folder, `rows-${number}.csv`), shape);
      this.out = out;
      for (const record of this.early.splice(0)) out.add(...record);
      try {
        const most = Math.min(PART, FIRST_PART * 2 ** number);
        while (!this.ended && out.size < most && out.rows < PART_ROWS) {
          await this.step();
          await out.drain();
        }
      } finally {
        await out.close();
      }
      const { path, rows, marked } = out;
      yield { file: path, rows, marked, broken: this.broken.splice(0) };
    }
    await this.chunks.return?.();
  }

  private async step(): Promise<void> {
    const { value, done } = await this.chunks.next();
    if (done) {
      this.ended = true;
      this.scanner.end();
    } else this.scanner.push(value);
    if (this.row >= this.most) this.ended = true;
  }

  private take(bytes: Buffer, line: number, odd: boolean): void {
    if (!this.names) this.takeHeader(bytes, line);
    else if (this.footer === 0 && this.most === Infinity) this.add(bytes, line, odd);
    else {
      const kept = Buffer.from(bytes);
      this.settle(() => this.add(kept, line, odd));
    }
  }

  private settle(taking: () => void): void {
    this.late.push(taking);
    if (this.late.length <= this.footer) return;
    const first = this.late.shift()!;
    if (this.row < this.most) first();
  }

  private add(bytes: Buffer, line: number, odd: boolean): void {
    if (this.out) this.out.add(bytes, line, ++this.row, odd);
    else this.early.push([bytes, line, ++this.row, odd]);
  }

  private takeHeader(bytes: Buffer, line: number): void {
    this.headRows.push(cellsOf(bytes, this.plan.shape).map(String));
    if (this.headRows.length === 1) this.line = line;
    if (this.headRows.length === this.plan.headerRows) this.name(this.line);
  }

  private name(line: number): void {
    const { options, width } = this.plan;
    const cut = this.headRows.map((cells) => (width > 0 ? cells.slice(0, width) : cells));
    this.names = headerNames(cut, options, width);
    this.line = line;
    this.scanner.width = this.names.length;
    if (this.names.length > MOST_COLUMNS) throw tooWide(this.names.length, line);
  }

  private keepBroken(record: BrokenRecord): void {
    if (!this.names) throw brokenHeader(record);
    const cells = cellsOf(record.bytes.subarray(0, 4000), this.plan.shape).map(String);
    this.settle(() => void this.broken.push({ ...record, row: ++this.row, record: cells }));
  }
}

function brokenHeader({ line, rule, cells }: BrokenRecord): Refusal {
  if (rule !== 'too_long')
    return new Refusal(
      `Nie da się odczytać nagłówka (wiersz ${line}): zły cudzysłów, znak sterujący albo bajty spoza kodowania`,
      `The header cannot be read (line ${line}): a broken quote, a control character, or bytes that the encoding does not allow`,
    );
  return new Refusal(
    `Nagłówek (wiersz ${line}) jest dłuższy niż 1 MB (komórek co najmniej ${cells}); dozwolone do ${MOST_COLUMNS} kolumn i 1 MB`,
    `The header (line ${line}) is longer than 1 MB (at least ${cells} cells); allowed: up to ${MOST_COLUMNS} columns and 1 MB`,
  );
}

const tooWide = (columns: number, line: number) =>
  new Refusal(
    `Nagłówek (wiersz ${line}) ma ${columns} kolumn; dozwolone do ${MOST_COLUMNS}`,
    `The header (line ${line}) has ${columns} columns; allowed up to ${MOST_COLUMNS}`,
  );
