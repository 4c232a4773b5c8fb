import { BLOB } from '@duckdb/node-api';
import duckdb, { type DataChunk, type Vector } from '@duckdb/node-bindings';
import type { Window } from './column';

/** Bytes that a `duckdb_string_t` holds inside itself; of a longer text it holds four and the address of all. */
const INLINE = 12;
const HALF = 2 ** 32;

/** Texts as DuckDB keeps them in a vector, 16 bytes each. They point into the window, so it must outlive them. */
export class Strings {
  private words: Int32Array<ArrayBuffer>;

  constructor(capacity: number) {
    this.words = new Int32Array(4 * capacity);
  }

  put(index: number, { bytes, address }: Window, offset: number, length: number): void {
    if (4 * index >= this.words.length) this.grow();
    const at = 4 * index;
    const words = this.words;
    words[at] = length;
    if (length > INLINE) {
      const place = address + offset;
      words[at + 1] = bytes.readInt32LE(offset);
      words[at + 2] = place | 0;
      words[at + 3] = place / HALF;
      return;
    }
    words[at + 1] = tail(bytes, offset, length);
    words[at + 2] = tail(bytes, offset + 4, length - 4);
    words[at + 3] = tail(bytes, offset + 8, length - 8);
  }

  flush(vector: Vector, count: number): void {
    duckdb.copy_data_to_vector(vector, 0, this.words.buffer, 0, count * 16);
  }

  private grow(): void {
    const wider = new Int32Array(2 * this.words.length);
    wider.set(this.words);
    this.words = wider;
  }
}

/** Up to four bytes as one word, the rest of it zero: DuckDB compares short texts word by word. */
function tail(bytes: Buffer, offset: number, left: number): number {
  if (left >= 4) return bytes.readInt32LE(offset);
  let word = 0;
  for (let i = 0; i < left; i++) word |= bytes[offset + i]! << (8 * i);
  return word;
}

/**
 * DuckDB's copy of the bytes of a window. One call for thousands of texts: handing over each by itself costs more than
 * Postgres takes to send it.
 */
export class Arena {
  readonly window: Window;
  /** Owns the memory that the address names. */
  readonly owner: DataChunk;

  constructor(bytes: Buffer) {
    this.owner = duckdb.create_data_chunk([BLOB.toLogicalType().logical_type]);
    const vector = duckdb.data_chunk_get_vector(this.owner, 0);
    duckdb.vector_assign_string_element_len(vector, 0, bytes);
    const text = duckdb.vector_get_data(vector, 16);
    const view = new DataView(text.buffer, text.byteOffset, 16);
    // a text short enough to stand inside the vector is never pointed at
    const address = bytes.length > INLINE ? Number(view.getBigUint64(8, true)) : 0;
    this.window = { bytes, address };
  }
}
