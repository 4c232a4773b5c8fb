import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  DateDay,
  type DataType,
  Field,
  Float64,
  Int32,
  RecordBatchStreamWriter,
  Schema,
  Table,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import type { CellType, DatasetColumn } from './datasets';

const TYPES: Record<CellType, () => DataType> = {
  text: () => new Utf8(),
  code: () => new Utf8(),
  list: () => new Utf8(),
  number: () => new Float64(),
  integer: () => new Int32(),
  day: () => new DateDay(),
};

/** Writes rows as an Arrow IPC stream: a record batch for every chunk, nulls as nulls, days as days. */
export async function writeArrow(
  path: string,
  columns: DatasetColumn[],
  chunks: AsyncIterable<unknown[][]>,
): Promise<void> {
  const schema = new Schema(columns.map(({ name, type }) => new Field(name, TYPES[type](), true)));
  const writer = new RecordBatchStreamWriter();
  const written = pipeline(Readable.from(writer), createWriteStream(path, { mode: 0o600 }));
  writer.reset(undefined, schema);
  try {
    for await (const rows of chunks) {
      const vectors = Object.fromEntries(
        columns.map(({ name, type }, i) => [
          name,
          vectorFromArray(
            rows.map((row) => cellOf(row[i], type)),
            TYPES[type](),
          ),
        ]),
      );
      for (const batch of new Table(vectors).batches) writer.write(batch);
    }
    writer.finish();
  } catch (error) {
    // the file is closed too; whoever asked gets the error of the rows
    writer.abort(error);
    await written.catch(() => undefined);
    throw error;
  }
  await written;
}

function cellOf(cell: unknown, type: CellType): unknown {
  if (cell === null || cell === undefined) return null;
  return type === 'day' ? new Date(`${String(cell)}T00:00:00Z`) : cell;
}
