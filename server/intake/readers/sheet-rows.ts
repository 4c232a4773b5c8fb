import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../store/home';
import { type Area, columnLetters } from './workbook';

/** What a thread found while it wrote the rows of a sheet down. */
export interface Found {
  rows: number;
  errors: number;
  firstError: { cell: string; row: number; column: number } | null;
  /** The last rows. */
  tail: SheetRow[];
}

export type SheetRow = [line: number, cells: string[]];

type Answer = { found: Found } | { failed: 'limit' | 'broken'; message: string };

/** It stands among the sources, also for what is built: the build takes no module of this kind over. */
const WORKER = ['.', '../../../../server/intake/readers']
  .map((folder) => join(__dirname, folder, 'xlsx-worker.mjs'))
  .find((file) => existsSync(file))!;
/** Megabytes of objects that the thread may hold; the archive itself comes on top. */
const MEMORY = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 };

/**
 * Writes the rows of a sheet down as text, in a thread that a hostile file can fill without harm. Throws `Refusal`
 * where the sheet cannot be read or is larger than allowed.
 */
export function writeRows(source: string, sheet: string, target: string): Promise<Found> {
  return new Promise((done, failed) => {
    const workerData = { source, sheet, target, most: Infinity };
    const worker = new Worker(WORKER, { workerData, resourceLimits: MEMORY });
    worker.once('message', (answer: Answer) => {
      if ('found' in answer) done(answer.found);
      else failed(answer.failed === 'limit' ? tooLarge(sheet, answer.message) : unreadable(sheet));
    });
    worker.once('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge(sheet, 'memory') : error),
    );
    worker.once('exit', () => failed(unreadable(sheet)));
  });
}

const tooLarge = (sheet: string, what: string) =>
  new Refusal(
    `Arkusz „${sheet}” jest za duży (${what}); dozwolone 1 048 576 wierszy, 16 384 kolumny, 512 MB tekstu; zapisz go jako CSV`,
    `The sheet “${sheet}” is too large (${what}); allowed: 1,048,576 rows, 16,384 columns, 512 MB of text; save it as CSV`,
  );

const unreadable = (sheet: string) =>
  new Refusal(
    `Arkusza „${sheet}” nie da się odczytać: plik jest uszkodzony; zapisz go na nowo jako .xlsx albo CSV`,
    `The sheet “${sheet}” cannot be read: the file is damaged; save it anew as .xlsx or CSV`,
  );

/** The rows that were written down, within an area, its first column first; merged cells filled where that is wanted. */
export async function* rowsOf(target: string, area: Area, filled: Area[]): AsyncGenerator<SheetRow> {
  const open = [...filled].sort((a, b) => a.top - b.top);
  const values = new Map<Area, string>();
  const stream = createReadStream(target, { encoding: 'utf8' });
  try {
    for await (const text of createInterface({ input: stream, crlfDelay: Infinity })) {
      const [line, cells] = JSON.parse(text) as SheetRow;
      if (line < area.top) continue;
      if (line > area.bottom) break;
      fill({ line, cells, open, values });
      yield [line, cells.slice(area.left - 1, area.right)];
    }
  } finally {
    stream.destroy();
  }
}

interface Filling {
  line: number;
  cells: string[];
  /** By their first rows. */
  open: Area[];
  values: Map<Area, string>;
}

function fill({ line, cells, open, values }: Filling): void {
  while (open.length > 0 && open[0]!.bottom < line) values.delete(open.shift()!);
  for (const area of open.filter(({ top, bottom }) => top <= line && bottom >= line)) {
    if (area.top === line) values.set(area, cells[area.left - 1] ?? '');
    while (cells.length < area.right) cells.push('');
    cells.fill(values.get(area) ?? '', area.left - 1, area.right);
  }
}

/** "B7" of a place counted from 1. */
export const cellName = ({ row, column }: { row: number; column: number }): string =>
  columnLetters(column) + row;
