import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../store/home';
import { detectEncoding, encodingNamed, markLength } from '../encoding';
import { detectDelimiter } from './delimiter';
import { RowFile } from './row-file';
import { columnNames, type Part, type ReadOptions, type Reader, type Table } from './reader';
import { cellsOf, type Shape } from './cells';
import { type BrokenRecord, Scanner } from './scan';

const SAMPLE = 16 << 20;

/** Delimited text (CSV and its kin) of any of the encodings and delimiters seen in offices. */
export const delimited: Reader = {
  name: 'delimited',
  accepts: (_file, _head, options) => options.format === undefined || options.format === 'csv',

  async read(source, folder, options) {
    const sample = await sampleOf(source);
    const encoding = options.encoding ? encodingNamed(options.encoding, sample) : detectEncoding(sample);
    const text = decoder(encoding).decode(sample);
    const shape = shapeOf(text, options);
    const headerRows = options.header_rows ?? 1;
    if (headerRows !== 1) {
      throw new Refusal(
        `Liczba wierszy nagłówka ${headerRows}; dozwolona: 1`,
        `Header rows ${headerRows}; allowed: 1`,
      );
    }
    const decimal = decimalMark(options.decimal, shape.delimiter);
    const walk = new Walk(
      bytesOf(source, encoding, markLength(sample)),
      shape,
      options.skip_rows ?? 0,
      folder,
    );
    return {
      reader: 'delimited',
      dialect: { encoding, delimiter: shape.delimiter, decimal, header_rows: 1 },
      ...(await walk.header()),
      shape,
      doubts: [],
      parts: walk.parts(),
    };
  },
};

function shapeOf(text: string, options: ReadOptions): Shape {
  const quote = options.quote ?? '"';
  const delimiter = options.delimiter === '\\t' ? '\t' : (options.delimiter ?? detectDelimiter(text, quote));
  for (const [name, mark] of Object.entries({ delimiter, quote })) {
    if (/^[\t -~]$/.test(mark) && !/[\p{L}\d]/u.test(mark)) continue;
    throw new Refusal(
      `${name} to „${mark}”; dozwolony jeden znak ASCII, nie litera ani cyfra`,
      `${name} is “${mark}”; allowed: one ASCII character, no letter or figure`,
    );
  }
  if (delimiter === quote) {
    throw new Refusal(
      `Rozdzielnik i cudzysłów to ten sam znak „${quote}”`,
      `Delimiter and quote are the same character “${quote}”`,
    );
  }
  return { delimiter, quote };
}

/** What is not declared follows the delimiter: a semicolon file is written with decimal commas. */
function decimalMark(declared: string | undefined, delimiter: string): ',' | '.' {
  if (declared === ',' || declared === '.') return declared;
  if (declared === undefined) return delimiter === ';' ? ',' : '.';
  throw new Refusal(
    `Znak dziesiętny „${declared}”; dozwolone: , i .`,
    `Decimal mark “${declared}”; allowed: , and .`,
  );
}

const decoder = (encoding: string) => new TextDecoder(encoding, { ignoreBOM: false });

async function sampleOf(source: string): Promise<Buffer> {
  const file = await open(source);
  try {
    const { size } = await file.stat();
    const sample = Buffer.alloc(Math.min(size, SAMPLE));
    await file.read(sample, 0, sample.length, 0);
    if (size <= SAMPLE) return sample;
    const end = Math.max(sample.lastIndexOf(10), sample.lastIndexOf(13));
    return sample.subarray(0, end + 1);
  } finally {
    await file.close();
  }
}

/** The file as UTF-8. A UTF-8 file passes as it is, so that a broken line can be told from its neighbours. */
async function* bytesOf(source: string, encoding: string, mark: number): AsyncGenerator<Buffer> {
  const stream = createReadStream(source, { start: mark, highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>;
  if (encoding === 'utf-8') return yield* stream;
  const decode = decoder(encoding);
  for await (const chunk of stream) yield Buffer.from(decode.decode(chunk, { stream: true }));
  yield Buffer.from(decode.decode());
}

/** Bytes of rows in the first part, which the database waits for, and in each part after it. */
const FIRST_PART = 4 << 20;
const PART = 16 << 20;

/** The way through a file: the first record is the header, whole records go to the file of a part, broken ones are kept. */
class Walk {
  private readonly chunks: AsyncIterator<Buffer>;
  private readonly scanner: Scanner;
  private ended = false;
  private names: string[] | null = null;
  private line = 1;
  /** Records between the header and the end of its chunk, until there is a file for them. */
  private early: [Buffer, number, number, boolean][] = [];
  private out: RowFile | null = null;
  private broken: Part['broken'] = [];
  private row = 0;

  constructor(
    chunks: AsyncIterable<Buffer>,
    private readonly shape: Shape,
    private skip: number,
    private readonly folder: string,
  ) {
    this.chunks = chunks[Symbol.asyncIterator]();
    this.scanner = new Scanner(
      shape,
      (bytes, line, odd) => this.take(bytes, line, odd),
      (record) => this.keepBroken(record),
    );
  }

  async header(): Promise<Pick<Table, 'header' | 'headerLine'>> {
    while (!this.names && !this.ended) await this.step();
    if (this.names) return { header: this.names, headerLine: this.line };
    throw new Refusal(
      'Plik jest pusty: nie ma nawet nagłówka',
      'The file is empty: it has not even a header',
    );
  }

  async *parts(): AsyncGenerator<Part> {
    for (let number = 0; number === 0 || !this.ended; number++) {
      const out = await RowFile.create(join(this.folder, `rows-${number}.csv`), this.shape);
      this.out = out;
      for (const record of this.early.splice(0)) out.add(...record);
      try {
        while (!this.ended && out.size < (number === 0 ? FIRST_PART : PART)) {
          await this.step();
          await out.drain();
        }
      } finally {
        await out.close();
      }
      const { path, rows, marked } = out;
      yield { file: path, rows, marked, broken: this.broken.splice(0) };
    }
  }

  private async step(): Promise<void> {
    const { value, done } = await this.chunks.next();
    if (done) {
      this.ended = true;
      this.scanner.end();
    } else this.scanner.push(value);
  }

  private take(bytes: Buffer, line: number, odd: boolean): void {
    if (this.skip > 0) this.skip--;
    else if (!this.names) {
      this.line = line;
      this.names = columnNames(cellsOf(bytes, this.shape).map(String));
      this.scanner.width = this.names.length;
    } else if (this.out) this.out.add(bytes, line, ++this.row, odd);
    else this.early.push([bytes, line, ++this.row, odd]);
  }

  private keepBroken(record: BrokenRecord): void {
    if (this.skip > 0) this.skip--;
    else if (!this.names) throw brokenHeader(record.line);
    else {
      this.broken.push({
        ...record,
        row: ++this.row,
        record: cellsOf(record.bytes.subarray(0, 4000), this.shape).map(String),
      });
    }
  }
}

const brokenHeader = (line: number) =>
  new Refusal(`Nie da się odczytać nagłówka (wiersz ${line})`, `The header cannot be read (line ${line})`);
