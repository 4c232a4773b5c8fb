import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  type DuckDBType,
  INTEGER,
  LIST,
  SMALLINT,
  VARCHAR,
} from '@duckdb/node-api';
import duckdb, { type Vector } from '@duckdb/node-bindings';
import type { MirrorType } from './mirrored-table';
import { Strings } from './strings';

/** As many rows as DuckDB keeps in one vector. */
export const VECTOR = duckdb.vector_size();

/** The bytes of COPY that a chunk is made from, and where DuckDB holds its own copy of them. */
export interface Window {
  bytes: Buffer;
  address: number;
}

/** One column of the chunk in the making. A row that is not put stays null. */
export interface ColumnWriter {
  /** Takes the cell of `length` bytes at `offset` of the window. */
  put(row: number, window: Window, offset: number, length: number): void;
  /** Makes the row null again. */
  takeBack(row: number): void;
  /** Copies what was put into the vector and starts anew. */
  flush(vector: Vector, rows: number): void;
}

abstract class Writer implements ColumnWriter {
  /** Most cells of a register are empty: null is where nothing is done. */
  private readonly valid = new Uint8Array(VECTOR / 8);

  put(row: number, window: Window, offset: number, length: number): void {
    this.valid[row >> 3]! |= 1 << (row & 7);
    this.take(row, window, offset, length);
  }

  takeBack(row: number): void {
    this.valid[row >> 3]! &= ~(1 << (row & 7));
  }

  flush(vector: Vector, rows: number): void {
    this.give(vector, rows);
    duckdb.vector_ensure_validity_writable(vector);
    duckdb.copy_data_to_vector_validity(vector, 0, this.valid.buffer, 0, Math.ceil(rows / 64) * 8);
    this.valid.fill(0);
  }

  protected abstract take(row: number, window: Window, offset: number, length: number): void;
  protected abstract give(vector: Vector, rows: number): void;
}

/** Big-endian whole numbers and doubles of the wire become numbers of the machine, four bytes at a time. */
class Numbers extends Writer {
  private readonly cells: Int32Array<ArrayBuffer>;

  constructor(private readonly words: 1 | 2) {
    super();
    this.cells = new Int32Array(VECTOR * words);
  }

  protected override take(row: number, { bytes }: Window, offset: number, length: number): void {
    if (length !== 4 * this.words) throw new Error(`a cell of ${length} bytes stands for a number`);
    if (this.words === 1) this.cells[row] = bytes.readInt32BE(offset);
    else {
      this.cells[2 * row] = bytes.readInt32BE(offset + 4);
      this.cells[2 * row + 1] = bytes.readInt32BE(offset);
    }
  }

  protected override give(vector: Vector, rows: number): void {
    duckdb.copy_data_to_vector(vector, 0, this.cells.buffer, 0, rows * 4 * this.words);
  }
}

/** Days from 1970-01-01 to 2000-01-01, where Postgres begins to count. */
const EPOCH = 10_957;
const [LATEST, EARLIEST] = [2 ** 31 - 1, -(2 ** 31)];

class Days extends Writer {
  private readonly cells = new Int32Array(VECTOR);

  protected override take(row: number, { bytes }: Window, offset: number): void {
    const day = bytes.readInt32BE(offset);
    // infinity and -infinity
    this.cells[row] = day === LATEST ? LATEST : day === EARLIEST ? -LATEST : day + EPOCH;
  }

  protected override give(vector: Vector, rows: number): void {
    duckdb.copy_data_to_vector(vector, 0, this.cells.buffer, 0, rows * 4);
  }
}

class Booleans extends Writer {
  private readonly cells = new Uint8Array(VECTOR);

  protected override take(row: number, { bytes }: Window, offset: number): void {
    this.cells[row] = bytes[offset]!;
  }

  protected override give(vector: Vector, rows: number): void {
    duckdb.copy_data_to_vector(vector, 0, this.cells.buffer, 0, rows);
  }
}

class Texts extends Writer {
  private readonly strings = new Strings(VECTOR);

  protected override take(row: number, window: Window, offset: number, length: number): void {
    this.strings.put(row, window, offset, length);
  }

  protected override give(vector: Vector, rows: number): void {
    this.strings.flush(vector, rows);
  }
}

/** Header of an array on the wire: dimensions, flag, type of the elements; then size and lower bound of each dimension. */
const [HEADER, DIMENSION] = [12, 8];

abstract class Lists extends Writer {
  /** Start and length of each row's list, as DuckDB counts them: two 64-bit numbers. */
  private readonly entries = new Uint32Array(4 * VECTOR);
  private elements = 0;
  private nulls: number[] = [];

  protected override take(row: number, window: Window, offset: number): void {
    const { bytes } = window;
    const dimensions = bytes.readInt32BE(offset);
    // DuckDB's list has one dimension: what Postgres lets through with more comes out in one row of elements
    let count = dimensions === 0 ? 0 : 1;
    for (let i = 0; i < dimensions; i++) count *= bytes.readInt32BE(offset + HEADER + i * DIMENSION);
    this.entries[4 * row] = this.elements;
    this.entries[4 * row + 2] = count;
    let at = offset + HEADER + dimensions * DIMENSION;
    for (let i = 0; i < count; i++) {
      const length = bytes.readInt32BE(at);
      at += 4;
      if (length < 0) this.nulls.push(this.elements++);
      else {
        this.takeElement(this.elements++, window, at, length);
        at += length;
      }
    }
  }

  protected override give(vector: Vector, rows: number): void {
    duckdb.list_vector_reserve(vector, this.elements);
    duckdb.list_vector_set_size(vector, this.elements);
    const child = duckdb.list_vector_get_child(vector);
    if (this.elements > 0) this.giveElements(child, this.elements);
    if (this.nulls.length > 0) this.giveNulls(child);
    duckdb.copy_data_to_vector(vector, 0, this.entries.buffer, 0, rows * 16);
    this.entries.fill(0);
    this.elements = 0;
    this.nulls = [];
  }

  protected abstract takeElement(index: number, window: Window, offset: number, length: number): void;
  protected abstract giveElements(child: Vector, count: number): void;

  private giveNulls(child: Vector): void {
    const valid = new Uint8Array(Math.ceil(this.elements / 64) * 8).fill(255);
    for (const element of this.nulls) valid[element >> 3]! &= ~(1 << (element & 7));
    duckdb.vector_ensure_validity_writable(child);
    duckdb.copy_data_to_vector_validity(child, 0, valid.buffer, 0, valid.byteLength);
  }
}

class TextLists extends Lists {
  private readonly strings = new Strings(VECTOR);

  protected override takeElement(index: number, window: Window, offset: number, length: number): void {
    this.strings.put(index, window, offset, length);
  }

  protected override giveElements(child: Vector, count: number): void {
    this.strings.flush(child, count);
  }
}

/** Coded answers: ten or more to a row, two bytes each. */
class SmallLists extends Lists {
  private cells: Int16Array<ArrayBuffer> = new Int16Array(16 * VECTOR);

  protected override takeElement(index: number, { bytes }: Window, offset: number): void {
    if (index >= this.cells.length) {
      const wider = new Int16Array(2 * this.cells.length);
      wider.set(this.cells);
      this.cells = wider;
    }
    this.cells[index] = bytes.readInt16BE(offset);
  }

  protected override giveElements(child: Vector, count: number): void {
    duckdb.copy_data_to_vector(child, 0, this.cells.buffer, 0, count * 2);
  }
}

/** How each type is written and what DuckDB calls it. */
export const COLUMNS: Record<MirrorType, { duck: DuckDBType; writer: () => ColumnWriter }> = {
  INTEGER: { duck: INTEGER, writer: () => new Numbers(1) },
  BIGINT: { duck: BIGINT, writer: () => new Numbers(2) },
  DOUBLE: { duck: DOUBLE, writer: () => new Numbers(2) },
  BOOLEAN: { duck: BOOLEAN, writer: () => new Booleans() },
  DATE: { duck: DATE, writer: () => new Days() },
  VARCHAR: { duck: VARCHAR, writer: () => new Texts() },
  'VARCHAR[]': { duck: LIST(VARCHAR), writer: () => new TextLists() },
  'SMALLINT[]': { duck: LIST(SMALLINT), writer: () => new SmallLists() },
};
