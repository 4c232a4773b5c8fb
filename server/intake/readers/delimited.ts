import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Refusal } from '../../store/home';
import { decoded, detectEncoding, encodingDoubt, encodingNamed, markLength } from '../encoding';
import type { Shape } from './cells';
import { detectMarks } from './delimiter';
import type { Dialect, Reader } from './reader';
import { type Marks, recordsOf } from './sample';
import { linesBelow } from './skip';
import { isPlain, STRICT, StrictText } from './strict-text';
import { shapeOf } from './table-shape';
import { Walk } from './walk';

const SAMPLE = 16 << 20;
/** Bytes among which the table is looked for. */
const LOOKED_AT = 1 << 20;
/** Bytes among which notes below a long table are looked for. */
const TAIL = 1 << 16;

/** Delimited text (CSV and its kin) of any of the encodings and dialects seen in offices. */
export const delimited: Reader = {
  name: 'delimited',
  accepts: (_file, _head, options) => options.format === undefined || options.format === 'csv',

  async read(source, folder, options) {
    const sample = await sampleOf(source);
    const encoding = options.encoding ? encodingNamed(options.encoding, sample) : detectEncoding(sample);
    const text = wholeLines(decoded(sample.subarray(0, LOOKED_AT), encoding), sample.length > LOOKED_AT);
    const { marks: detected, doubts } = detectMarks(text, options);
    // LimeSurvey writes the quotes of its HTML as they are
    const marks = { ...detected, isBare: options.bare_quotes ?? options.header === 'limesurvey' };
    checkMarks(marks);
    const tail = sample.length > LOOKED_AT ? recordsOf(await tailOf(source, encoding), marks) : null;
    const found = shapeOf(recordsOf(text, marks), options, tail);
    const shape: Shape = isPlain(marks) ? marks : STRICT;
    const bytes = linesBelow(bytesOf(source, encoding, markLength(sample)), found.skip);
    const walk = new Walk(isPlain(marks) ? bytes : strictly(bytes, marks), {
      shape: { delimiter: shape.delimiter, quote: shape.quote },
      skipped: found.skip,
      headerRows: found.headerRows,
      width: found.width,
      options,
      folder,
    });
    return {
      reader: 'delimited',
      dialect: dialectOf(encoding, marks, { ...options, ...found }),
      ...(await walk.header()),
      shape: { delimiter: shape.delimiter, quote: shape.quote },
      doubts: [...encodingDoubt(sample, encoding), ...doubts, ...found.doubts],
      parts: walk.parts(),
    };
  },
};

function dialectOf(
  encoding: string,
  { delimiter, quote, escape }: Marks,
  { decimal, skip, headerRows }: { decimal?: string; skip: number; headerRows: number },
): Dialect {
  return {
    encoding,
    delimiter,
    decimal: decimalMark(decimal, delimiter),
    header_rows: headerRows,
    ...(quote !== '"' && { quote }),
    ...(escape !== '' && { escape }),
    ...(skip > 0 && { skip_rows: skip }),
  };
}

function checkMarks({ delimiter, quote }: Marks): void {
  for (const [name, mark] of Object.entries({ delimiter, quote })) {
    if (!/(?!\t)[\p{L}\p{Nd}\p{Cc}\uFFFD]/u.test(mark) && mark.length <= (name === 'quote' ? 1 : 8)) continue;
    throw new Refusal(
      `${name} to „${mark}”; dozwolone znaki, które nie są literą ani cyfrą (cudzysłów: jeden)`,
      `${name} is “${mark}”; allowed: signs that are no letter or figure (for a quote: one)`,
    );
  }
  if (delimiter === quote) {
    throw new Refusal(
      `Rozdzielnik i cudzysłów to ten sam znak „${quote}”`,
      `Delimiter and quote are the same character “${quote}”`,
    );
  }
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

/** A long sample without the line that it cuts. */
const wholeLines = (text: string, cut: boolean): string =>
  cut ? text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1) : text;

/** The last lines of a long file. */
async function tailOf(source: string, encoding: string): Promise<string> {
  const file = await open(source);
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(TAIL);
    // an even place, so that no letter of UTF-16 is cut
    await file.read(bytes, 0, TAIL, (size - TAIL) & ~1);
    const text = decoded(bytes, encoding);
    return text.slice(Math.max(text.indexOf('\n'), text.indexOf('\r')) + 1);
  } finally {
    await file.close();
  }
}

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

/** The same records with usual marks. Broken UTF-8 becomes a sign that stands for it: only bytes as they are keep it. */
async function* strictly(bytes: AsyncIterable<Buffer>, marks: Marks): AsyncGenerator<Buffer> {
  const decode = decoder('utf-8');
  const strict = new StrictText(marks);
  for await (const chunk of bytes) yield Buffer.from(strict.push(decode.decode(chunk, { stream: true })));
  yield Buffer.from(strict.push(decode.decode()) + strict.end());
}
