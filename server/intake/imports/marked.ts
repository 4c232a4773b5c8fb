import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import type { DuckDBConnection } from '@duckdb/node-api';
import { isNoteColumn, NOTE_COLUMN } from '../../contracts/note-column';
import { OF_COLUMN } from '../../contracts/rules';
import { Refusal } from '../../store/home';
import { rowsOfPart } from '../check/raw';
import { recordsOf, type Row } from '../duckdb';
import type { Table } from '../readers/reader';
import { findingOf, type StoredFinding } from '../receipt';
import type { Language } from './findings';

/** Where a copy comes from and where it goes. */
export interface Copy {
  /** Inside the fence, as the rows of a text are read by DuckDB. */
  folder: string;
  source: string;
  /** The file that is made. */
  target: string;
  table: Table;
  connection: DuckDBConnection;
  /** Record type, for the sentences. */
  type: string;
  language: Language;
}

interface RowMarks {
  row: number;
  columns: number[];
  note: string;
  kind: 'issue' | 'warning';
}

/** A table that came as text is written as a whole up to so many rows; of a longer one only the rows that were found fault with. */
const WHOLE = 20_000;
/** Rows that get a mark. */
const MOST = 50_000;
/** Signs that a cell of a spreadsheet holds. */
const LONGEST = 32_767;
const SHEET = 'Busola';
const logger = new Logger('Busola');

/** It stands among the sources, also for what is built: the build takes no module of this kind over. */
const WORKER = ['.', '../../../../server/intake/imports']
  .map((folder) => join(__dirname, folder, 'marks-worker.mjs'))
  .find((file) => existsSync(file))!;
const MEMORY = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 };

/**
 * Makes a copy of a file as a workbook in which faulty cells are coloured and a last column says what is wrong: of a
 * workbook the same one, of anything else a new one with every cell as text. Throws `Refusal` where it cannot be made.
 */
export async function markedCopy(copy: Copy, found: AsyncIterable<StoredFinding>): Promise<void> {
  const { table, source } = copy;
  const marks = await marksOf(copy, found);
  const isWorkbook = table.reader === 'xlsx';
  const known = table.header.findIndex(isNoteColumn);
  const first = table.firstColumn ?? 1;
  const rows = isWorkbook ? null : await writtenRows(copy, marks);
  await runWorker({
    source: isWorkbook ? source : null,
    rows: rows?.file ?? null,
    sheet: table.dialect.sheet ?? SHEET,
    target: copy.target,
    note: first + (known < 0 ? table.header.length : known),
    isAgain: known >= 0,
    marks: [
      { row: rows ? 1 : table.headerLine, columns: [], note: NOTE_COLUMN[copy.language], kind: 'issue' },
      ...[...marks.values()].flatMap((one) => {
        const row = rows ? rows.places.get(one.row) : one.row;
        return row === undefined ? [] : [{ ...one, row }];
      }),
    ],
  });
}

/** What was found, by physical line: the columns counted from 1, every sentence once. */
async function marksOf(
  { table, type, language }: Copy,
  found: AsyncIterable<StoredFinding>,
): Promise<Map<number, RowMarks>> {
  const marks = new Map<number, RowMarks>();
  for await (const one of found) {
    // what is said of a whole column stands in the receipt; the line of the header may be a record's too
    if (OF_COLUMN.includes(one.rule)) continue;
    const mark = marks.get(one.line) ?? { row: one.line, columns: [], note: '', kind: 'warning' };
    add(mark, table, one, findingOf(type, one).message[language]);
    marks.set(one.line, mark);
    if (marks.size >= MOST) break;
  }
  return marks;
}

function add(mark: RowMarks, { header, firstColumn = 1 }: Table, one: StoredFinding, why: string): void {
  const at = one.column === null ? -1 : header.indexOf(one.column);
  if (at >= 0 && !mark.columns.includes(at + firstColumn)) mark.columns.push(at + firstColumn);
  mark.note += `${mark.note && '\n'}${one.column === null ? '' : `${one.column}: `}${why}`;
  if (!one.accepted) mark.kind = 'issue';
}

/** The cells of a text as JSON, header first, and in which row of the sheet each physical line comes to stand. */
async function writtenRows({ table, folder, connection }: Copy, marks: Map<number, RowMarks>) {
  const file = join(folder, 'cells.jsonl');
  const places = new Map<number, number>();
  const lines: string[] = [JSON.stringify(table.header)];
  const faulty: string[] = [];
  const faultyAt: number[] = [];
  let isWhole = true;
  for await (const part of table.parts) {
    const rows = part.broken.map(({ line, record }) => ({ line, cells: record }));
    for await (const row of recordsOf<Row>(connection, `FROM ${rowsOfPart(table, part)}`)) {
      const [line, cells] = [Number(row['line']), table.header.map((_name, i) => String(row[`c${i}`] ?? ''))];
      // what is cut off would be cut off the record too, once the copy comes back corrected
      if (cells.some((cell) => cell.length > LONGEST)) throw tooLong(line);
      rows.push({ line, cells });
    }
    for (const { line, cells } of rows.sort((a, b) => a.line - b.line)) {
      const text = JSON.stringify(cells);
      if (lines.length <= WHOLE) places.set(line, lines.push(text));
      else isWhole = false;
      if (marks.has(line)) faultyAt[faulty.push(text) - 1] = line;
    }
    await rm(part.file);
  }
  await writeFile(file, (isWhole ? lines : [lines[0]!, ...faulty]).join('\n'));
  return { file, places: isWhole ? places : new Map(faultyAt.map((line, i) => [line, i + 2])) };
}

function runWorker(workerData: Record<string, unknown>): Promise<void> {
  return new Promise((done, failed) => {
    const worker = new Worker(WORKER, { workerData, resourceLimits: MEMORY });
    worker.once('message', (said: { done: boolean; message?: string }) => {
      if (said.done) return done();
      logger.warn(`a copy with marks failed: ${said.message}`);
      failed(unusual());
    });
    worker.once('error', () => failed(tooLarge()));
    worker.once('exit', () => failed(tooLarge()));
  });
}

const tooLong = (line: number) =>
  new Refusal(
    `Kopii z zaznaczonymi błędami nie da się zrobić: komórka w wierszu ${line} jest dłuższa niż ${LONGEST} znaków, a więcej nie mieści się w komórce arkusza; pobierz listę błędów (CSV)`,
    `A copy with the faults marked cannot be made: a cell on line ${line} is longer than ${LONGEST} characters, more than a cell of a spreadsheet holds; fetch the list of findings (CSV)`,
  );

const unusual = () =>
  new Refusal(
    'Kopii z zaznaczonymi błędami nie da się zrobić: skoroszyt jest nietypowo zbudowany; zapisz go na nowo jako .xlsx albo pobierz listę błędów (CSV)',
    'A copy with the faults marked cannot be made: the workbook is built in an unusual way; save it anew as .xlsx or fetch the list of findings (CSV)',
  );

const tooLarge = () =>
  new Refusal(
    'Kopii z zaznaczonymi błędami nie da się zrobić: plik jest na to za duży; pobierz listę błędów (CSV)',
    'A copy with the faults marked cannot be made: the file is too large for it; fetch the list of findings (CSV)',
  );
