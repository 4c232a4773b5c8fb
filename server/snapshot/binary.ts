import duckdb, { type DataChunk, type LogicalType } from '@duckdb/node-bindings';
import { COLUMNS, type ColumnWriter, VECTOR, type Window } from './column';
import type { MirrorType } from './mirrored-table';
import { Arena } from './strings';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** Signature, flags, length of an extension that no version of Postgres writes. */
const HEADER = SIGNATURE.length + 8;
/** So many bytes are handed to DuckDB at once: enough to fill a vector, few enough to be forgotten soon. */
const WINDOW = 1 << 20;

/**
 * Decodes what `COPY … TO STDOUT (FORMAT binary)` writes into chunks of DuckDB, however the bytes are cut.
 * Rows go by columns straight from the wire into vectors; no value becomes an object of JavaScript.
 */
export class BinaryDecoder {
  rows = 0;
  /** Whether the end of all rows was read. */
  ended = false;
  /** Bytes that wait to be decoded. */
  waiting = 0;
  private readonly writers: ColumnWriter[];
  private readonly arrived: Buffer[] = [];
  /** Chunks that DuckDB may still work on point into the arena before, too. */
  private arenas: Arena[] = [];
  private window: Window = { bytes: Buffer.alloc(0), address: 0 };
  private at = 0;
  private started = false;

  /** @param types of the columns, in their order */
  constructor(types: MirrorType[]) {
    this.writers = types.map((type) => COLUMNS[type].writer());
  }

  /** Takes the next bytes, which must not be changed afterwards. */
  push(bytes: Buffer): void {
    this.arrived.push(bytes);
    this.waiting += bytes.length;
  }

  /** Fills an empty chunk with the rows at hand, at most a vector of them. Returns how many; 0 where bytes are missing. */
  fill(chunk: DataChunk): number {
    let filled = 0;
    do filled = this.rowsOfWindow();
    while (filled === 0 && !this.ended && this.nextWindow());
    duckdb.data_chunk_set_size(chunk, filled);
    if (filled > 0)
      this.writers.forEach((writer, i) => writer.flush(duckdb.data_chunk_get_vector(chunk, i), filled));
    this.rows += filled;
    return filled;
  }

  private rowsOfWindow(): number {
    const from = this.at;
    let filled = 0;
    if (!this.started && !this.begin()) return 0;
    while (filled < VECTOR) {
      const next = this.put(filled, this.at);
      if (next < 0) break;
      this.at = next;
      if (this.ended) break;
      filled++;
    }
    this.waiting -= this.at - from;
    return filled;
  }

  /** What is left of the window and what has arrived since become the next one; false where nothing has. */
  private nextWindow(): boolean {
    if (this.arrived.length === 0) return false;
    const left = this.window.bytes.subarray(this.at);
    // a row that is longer than a window takes twice as much each time
    const parts = [left];
    for (let size = 0, wanted = Math.max(WINDOW, left.length); size < wanted && this.arrived.length > 0;) {
      const part = this.arrived.shift()!;
      size += part.length;
      parts.push(part);
    }
    const arena = new Arena(Buffer.concat(parts));
    this.arenas = [...this.arenas.slice(-1), arena];
    this.window = arena.window;
    this.at = 0;
    return true;
  }

  /** Puts the row that begins at `start`; returns where the next begins, -1 where the rest of it has not arrived. */
  private put(row: number, start: number): number {
    const { window } = this;
    const { bytes } = window;
    const { length: size } = bytes;
    let at = this.begins(bytes, start);
    if (at < 0 || this.ended) return at;
    for (const writer of this.writers) {
      // most cells are null, and their length is -1: one byte tells
      if (bytes[at] === 0xff) {
        at += 4;
        continue;
      }
      if (at + 4 > size) return this.takeBack(row);
      const length = bytes.readInt32BE(at);
      at += 4;
      if (at + length > size) return this.takeBack(row);
      writer.put(row, window, at, length);
      at += length;
    }
    return at > size ? this.takeBack(row) : at;
  }

  private begin(): boolean {
    const { bytes } = this.window;
    if (bytes.length < HEADER) return false;
    if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE))
      throw new Error('Postgres does not send rows in its binary format');
    this.at = HEADER;
    return (this.started = true);
  }

  /** Where the cells of the row at `start` begin, or where all rows end; -1 where that has not arrived. */
  private begins(bytes: Buffer, start: number): number {
    if (start + 2 > bytes.length) return -1;
    const cells = bytes.readInt16BE(start);
    this.ended = cells === -1;
    if (!this.ended && cells !== this.writers.length)
      throw new Error(`a row has ${cells} cells, ${this.writers.length} are wanted`);
    return start + 2;
  }

  /** Half a row is none: it comes again with the next window. */
  private takeBack(row: number): -1 {
    for (const writer of this.writers) writer.takeBack(row);
    return -1;
  }
}

/** A chunk to be filled, of the columns given. */
export function emptyChunk(types: MirrorType[]): DataChunk {
  const logical: LogicalType[] = types.map((type) => COLUMNS[type].duck.toLogicalType().logical_type);
  return duckdb.create_data_chunk(logical);
}
