import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { Refusal } from '../../store/home';

/** One file of an archive, as its directory describes it. */
export interface Entry {
  name: string;
  /** Bytes in the archive, and unpacked. */
  packed: number;
  size: number;
  offset: number;
  stored: boolean;
}

const MB = 1 << 20;
/** The archive itself is held in memory. */
const LARGEST_ARCHIVE = 128 * MB;
const LARGEST_UNPACKED = 512 * MB;
/** Parts other than sheets are unpacked as a whole. */
const LARGEST_PART = 96 * MB;
/** A text of cells packs to a tenth or a thirtieth; what packs better is made to fill a memory. */
const RATIO = 200;
const SMALL = 16 * MB;

/**
 * The directory of an archive. Throws `Refusal` where it is none, or where what it says would unpack to more than is
 * allowed; what lies about its size fails when it is unpacked.
 */
export async function directoryOf(source: string): Promise<Entry[]> {
  const file = await open(source);
  try {
    const { size } = await file.stat();
    if (size > LARGEST_ARCHIVE) throw tooLarge('skoroszyt', 'the workbook', size, LARGEST_ARCHIVE);
    const tail = Buffer.alloc(Math.min(size, 66_000));
    await file.read(tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    if (end < 0 || end + 22 > tail.length) throw broken();
    const length = tail.readUInt32LE(end + 12);
    const at = tail.readUInt32LE(end + 16);
    if (at + length > size) throw broken();
    const directory = Buffer.alloc(length);
    await file.read(directory, 0, length, at);
    const entries = entriesOf(directory);
    checkSizes(entries, size);
    return entries;
  } finally {
    await file.close();
  }
}

function entriesOf(directory: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50;) {
    const name = directory.readUInt16LE(at + 28);
    const more = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    entries.push({
      name: directory.subarray(at + 46, at + 46 + name).toString('utf8'),
      stored: directory.readUInt16LE(at + 10) === 0,
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + name + more;
  }
  return entries;
}

function checkSizes(entries: Entry[], archive: number): void {
  const whole = entries.reduce((sum, { size }) => sum + size, 0);
  if (whole > LARGEST_UNPACKED)
    throw tooLarge('rozpakowany skoroszyt', 'the unpacked workbook', whole, LARGEST_UNPACKED);
  const bomb = entries.find(
    ({ size, packed }) => (size === 0 && packed > 64) || (size > SMALL && size > RATIO * packed),
  );
  if (bomb || (whole > SMALL && whole > RATIO * archive))
    throw new Refusal(
      `Skoroszyt rozpakowuje się ponad ${RATIO} razy (bomba zip); zapisz go na nowo jako .xlsx albo CSV`,
      `The workbook unpacks to more than ${RATIO} times its size (a zip bomb); save it anew as .xlsx or CSV`,
    );
  const part = entries.find(
    ({ name, size }) =>
      size > LARGEST_PART && !name.startsWith('xl/worksheets/') && !name.startsWith('xl/media/'),
  );
  if (part) throw tooLarge(part.name, part.name, part.size, LARGEST_PART);
}

/** The unpacked bytes of one file of an archive, piece by piece; never more than its directory says. */
export async function* unpacked(source: string, entry: Entry): AsyncGenerator<Buffer> {
  const file = await open(source);
  const local = Buffer.alloc(30);
  await file.read(local, 0, 30, entry.offset);
  await file.close();
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  if (entry.packed === 0) return;
  const bytes = createReadStream(source, { start, end: start + entry.packed - 1 });
  const chunks = (entry.stored ? bytes : bytes.pipe(createInflateRaw())) as AsyncIterable<Buffer>;
  let seen = 0;
  try {
    for await (const chunk of chunks) {
      seen += chunk.length;
      if (seen > entry.size) throw broken();
      yield chunk;
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_') ? broken() : error;
  } finally {
    bytes.destroy();
  }
}

/** A small file of an archive as text; empty where there is none. */
export async function textOf(source: string, entry: Entry | undefined): Promise<string> {
  const chunks: Buffer[] = [];
  if (entry) for await (const chunk of unpacked(source, entry)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const broken = () =>
  new Refusal(
    'Skoroszyt jest uszkodzony albo ucięty; zapisz go na nowo jako .xlsx albo CSV',
    'The workbook is damaged or cut off; save it anew as .xlsx or CSV',
  );

const tooLarge = (pl: string, en: string, size: number, allowed: number) =>
  new Refusal(
    `Za duży ${pl}: ${Math.ceil(size / MB)} MB; dozwolone ${allowed / MB} MB; zapisz arkusz jako CSV`,
    `Too large (${en}): ${Math.ceil(size / MB)} MB; allowed: ${allowed / MB} MB; save the sheet as CSV`,
  );
