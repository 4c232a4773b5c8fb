import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cleaned } from '../../contracts/cell';
import { hidden } from '../../contracts/personal';
import { Refusal } from '../../store/home';
import { cellsOf } from './cells';
import { columnName, type Part, type ReadOptions, type Table } from './reader';
import { RowFile } from './row-file';
import { Scanner } from './scan';

/**
 * The same table without the rows that are none (sub-totals, single years): they are not counted, and the rows that
 * stay are numbered anew. Broken rows stay, because nobody can tell what they are. Throws `Refusal` where the file has
 * no such column.
 */
export function keptRows(table: Table, folder: string, filter: ReadOptions['keep_rows']): Table {
  if (!filter) return table;
  const column = table.header.indexOf(columnName(filter.column));
  if (column < 0) {
    const has = table.header
      .slice(0, 40)
      .map((name) => hidden(name.slice(0, 200)))
      .join(', ');
    throw new Refusal(
      `read.keep_rows: plik nie ma kolumny „${filter.column}”; ma: ${has}`,
      `read.keep_rows: the file has no column “${filter.column}”; it has: ${has}`,
    );
  }
  // line and number of the row stand before the cells
  return { ...table, parts: keptParts(table, folder, column + 2, new Set(filter.in.map(cleaned))) };
}

async function* keptParts(
  { parts, shape }: Table,
  folder: string,
  column: number,
  wanted: Set<string>,
): AsyncGenerator<Part> {
  let row = 0;
  let number = 0;
  for await (const part of parts) {
    const out = await RowFile.create(join(folder, `kept-${number++}.csv`), shape);
    const places: number[] = [];
    const scanner = new Scanner(
      shape,
      (record) => {
        const [line, before, ...cells] = cellsOf(record, shape, true);
        if (!wanted.has(cleaned(String(cellsOf(record, shape)[column])))) return;
        places.push(Number(before));
        const delimiter = Buffer.from(shape.delimiter);
        const rest = cells.flatMap((cell, i) => (i === 0 ? [cell] : [delimiter, cell]));
        out.add(Buffer.concat(rest), Number(line), row + places.length, false);
      },
      () => undefined,
    );
    try {
      for await (const chunk of createReadStream(part.file) as AsyncIterable<Buffer>) {
        scanner.push(chunk);
        await out.drain();
      }
      scanner.end();
    } finally {
      await out.close();
    }
    await rm(part.file);
    const broken = part.broken.map((record, i) => ({ ...record, row: row + places.length + i + 1 }));
    row += places.length + broken.length;
    yield { file: out.path, rows: out.rows, marked: out.marked, broken };
  }
}
