import { Writable } from 'node:stream';
import { DuckDBDataChunk } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { COLUMNS, VECTOR, type Window } from './column';
import type { MirrorType } from './mirrored-table';
import { Arena } from './strings';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** Signature, flags, length of an extension that no version of Postgres writes. */
const HEADER = SIGNATURE.length + 8;
/** So many bytes are decoded at once: a few vectors of rows, some milliseconds. */
const WINDOW = 1 << 20;

/**
 * Decodes what `COPY … TO STDOUT (FORMAT binary)` writes into chunks of DuckDB, however the bytes are cut.
 * Rows go by columns straight from the wire into vectors; no value becomes an object of JavaScript.
 */
export class BinaryDecoder extends Writable {
  rows = 0;
  private readonly writers;
  private readonly types;
  private arena: Arena | null = null;
  private pending: Buffer[] = [];
  private size = 0;
  private wanted = WINDOW;
  private started = false;
  private ended = false;
  private filled = 0;

  /**
   * @param types of the columns, in their order
   * @param deliver takes each chunk; it must be done with it when it returns
   */
  constructor(
    types: MirrorType[],
    private readonly deliver: (chunk: DuckDBDataChunk) => void,
  ) {
    super({ highWaterMark: 2 * WINDOW });
    this.writers = types.map((type) => COLUMNS[type].writer());
    this.types = types.map((type) => COLUMNS[type].duck.toLogicalType().logical_type);
  }

  override _write(bytes: Buffer, _encoding: string, done: (error?: Error) => void): void {
    this.pending.push(bytes);
    this.size += bytes.length;
    this.attempt(() => this.size >= this.wanted && this.decode(), done);
  }

  override _final(done: (error?: Error) => void): void {
    this.attempt(() => {
      this.decode();
      if (!this.ended) throw new Error('the rows from Postgres end before their end');
    }, done);
  }

  private attempt(work: () => unknown, done: (error?: Error) => void): void {
    try {
      work();
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  private decode(): void {
    const bytes = Buffer.concat(this.pending, this.size);
    // held until the next one: chunks point into it
    this.arena = new Arena(bytes);
    const used = this.rowsOf(this.arena.window);
    this.give();
    this.size = bytes.length - used;
    this.pending = this.size > 0 ? [Buffer.from(bytes.subarray(used))] : [];
    // a row that is longer than a window is waited for
    this.wanted = Math.max(WINDOW, 2 * this.size);
  }

  /** Puts every whole row of the window; returns how many bytes they were. */
  private rowsOf(window: Window): number {
    let at = this.started ? 0 : this.begin(window.bytes);
    while (!this.ended) {
      const end = this.put(window, at);
      if (end < 0) break;
      at = end;
    }
    return at;
  }

  private begin(bytes: Buffer): number {
    if (bytes.length < HEADER) return 0;
    if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE))
      throw new Error('Postgres does not send rows in its binary format');
    this.started = true;
    return HEADER;
  }

  /** Puts the row at `start`; returns where the next begins, -1 where the rest of it has not arrived. */
  private put(window: Window, start: number): number {
    const { bytes } = window;
    const end = this.started ? this.endOfRow(bytes, start) : -1;
    if (end < 0 || this.ended) return end;
    let at = start + 2;
    for (const writer of this.writers) {
      const length = bytes.readInt32BE(at);
      at += 4;
      if (length < 0) continue;
      writer.put(this.filled, window, at, length);
      at += length;
    }
    this.rows++;
    if (++this.filled === VECTOR) this.give();
    return at;
  }

  private endOfRow(bytes: Buffer, start: number): number {
    if (start + 2 > bytes.length) return -1;
    const cells = bytes.readInt16BE(start);
    if (cells === -1) {
      this.ended = true;
      return start + 2;
    }
    if (cells !== this.writers.length)
      throw new Error(`a row has ${cells} cells, ${this.writers.length} are wanted`);
    let at = start + 2;
    for (let i = 0; i < cells; i++) {
      if (at + 4 > bytes.length) return -1;
      const length = bytes.readInt32BE(at);
      at += length < 0 ? 4 : 4 + length;
    }
    return at > bytes.length ? -1 : at;
  }

  private give(): void {
    if (this.filled === 0) return;
    const chunk = duckdb.create_data_chunk(this.types);
    duckdb.data_chunk_set_size(chunk, this.filled);
    this.writers.forEach((writer, i) => writer.flush(duckdb.data_chunk_get_vector(chunk, i), this.filled));
    this.filled = 0;
    this.deliver(new DuckDBDataChunk(chunk));
  }
}
