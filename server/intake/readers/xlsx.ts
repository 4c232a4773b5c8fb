import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../store/home';
import { headerNames } from './header';
import type { Dialect, Doubt, Part, ReadOptions, Reader } from './reader';
import { RowFile, strictRecord } from './row-file';
import { filledIn } from './sample';
import { sheetDoubts } from './sheet-doubts';
import { rowsOf, type SheetRow, writeRows } from './sheet-rows';
import { extentOf, type PlacedRow, shapeOf, type TableShape } from './table-shape';
import { type Area, areaOf, holdsValues, notesOf, type Sheet, sheetsOf } from './workbook';
import { directoryOf } from './zip';

const SHAPE = { delimiter: ',', quote: '"' };
/** Rows among which the table is looked for. */
const LOOKED_AT = 2000;
const PART = 16 << 20;
/** The cells that are named. Throws `Refusal` where no sheet has them. */
function asked(range: string): Area {
  const area = areaOf(range);
  if (area) return area;
  throw new Refusal(
    `Komórki „${range}”; dozwolone od A1 do XFD1048576, np. A5:F15`,
    `Cells “${range}”; allowed from A1 to XFD1048576, for example A5:F15`,
  );
}

const ALL: Area = { top: 1, left: 1, bottom: Infinity, right: Infinity };

/** One sheet of a workbook: values as text, formulas by the values that the file keeps, links to other files ignored. */
export const xlsx: Reader = {
  name: 'xlsx',
  accepts: (_file, head, options) =>
    options.format === 'xlsx' ||
    (options.format === undefined && head.subarray(0, 4).toString('latin1') === 'PK\x03\x04'),

  async read(source, folder, options) {
    const doubts: Doubt[] = [];
    const sheet = await chosen(source, options, doubts);
    const notes = await notesOf(source, sheet);
    const target = join(folder, 'sheet.jsonl');
    const found = await writeRows(source, sheet.name, target);
    const place = {
      area: options.range === undefined ? ALL : asked(options.range),
      filled: options.merged === 'fill' ? notes.merged : [],
    };
    const { table, header, left } = await tableOf(target, place, options, found.tail);
    doubts.push(...table.doubts, ...sheetDoubts({ notes, found, table, left }, options));
    const plan: Plan = {
      target,
      place,
      left,
      last: table.header.at(-1)?.line ?? table.skip,
      columns: header.length,
      options,
    };
    return {
      reader: 'xlsx',
      dialect: dialectOf(sheet, table, notes.formulas, options),
      header,
      headerLine: table.header[0]?.line ?? table.skip + 1,
      firstColumn: place.area.left + left,
      shape: SHAPE,
      doubts,
      parts: partsOf(plan, folder),
    };
  },
};

const dialectOf = (sheet: Sheet, table: TableShape, formulas: number, { range }: ReadOptions): Dialect => ({
  encoding: null,
  delimiter: null,
  decimal: '.',
  header_rows: table.headerRows,
  sheet: sheet.name,
  ...(range && { range }),
  ...(table.skip > 0 && { skip_rows: table.skip }),
  ...(formulas > 0 && { formulas }),
});

/** The sheet that is named, or the only visible one with values. Hidden sheets are never taken unnamed. */
async function chosen(source: string, { sheet }: ReadOptions, doubts: Doubt[]): Promise<Sheet> {
  const sheets = await sheetsOf(source, await directoryOf(source));
  const names = sheets.map(({ name }) => `„${name}”`).join(', ');
  if (sheet !== undefined) {
    const named = sheets.find(({ name }) => name === sheet);
    if (named) return named;
    throw new Refusal(
      `Nie ma arkusza „${sheet}”; są: ${names}`,
      `There is no sheet “${sheet}”; there are: ${names}`,
    );
  }
  const full: Sheet[] = [];
  for (const one of sheets) if (!one.hidden && (await holdsValues(source, one))) full.push(one);
  if (full.length === 0)
    throw new Refusal(
      `Żaden widoczny arkusz nie ma danych; są: ${names}`,
      `No visible sheet has data; there are: ${names}`,
    );
  const several = full.map(({ name }) => `„${name}”`).join(', ');
  if (full.length > 1)
    doubts.push({
      about: 'sheet',
      pl: `Dane są na kilku arkuszach: ${several}; podaj jeden`,
      en: `Several sheets have data: ${several}; name one`,
    });
  return full[0]!;
}

interface Place {
  area: Area;
  filled: Area[];
}

/** Finds the table of a sheet: its header, its first column, what stands around it. */
async function tableOf(target: string, place: Place, options: ReadOptions, tail: SheetRow[]) {
  const { area } = place;
  const rows = await firstRows(target, place);
  const within: ReadOptions =
    options.range === undefined
      ? options
      : { footer_rows: 0, data_rows: Infinity, ...options, skip_rows: area.top - 1 };
  const last = rows.length >= LOOKED_AT ? tail.map(([line, cells]) => ({ line, cells })) : null;
  const table = shapeOf(rows, within, last);
  if (rows.length === 0 || (table.headerRows > 0 && table.header.length === 0))
    throw new Refusal(
      'Arkusz jest pusty: nie ma nawet nagłówka',
      'The sheet is empty: it has not even a header',
    );
  const left = options.range === undefined ? leftOf(rows, table) : 0;
  const width = options.range === undefined ? table.width - left : area.right - area.left + 1;
  const header = headerNames(
    table.header.map(({ cells }) => Array.from({ length: width }, (_, i) => cells[i + left] ?? '')),
    options,
    width,
  );
  return { table, header, left };
}

async function firstRows(target: string, { area }: Place): Promise<PlacedRow[]> {
  const rows: PlacedRow[] = [];
  for await (const [line, cells] of rowsOf(target, area, [])) {
    // blank rows are not written down, but they part tables
    if (rows.length > 0 && rows.at(-1)!.line < line - 1) rows.push({ line: line - 1, cells: [] });
    rows.push({ line, cells });
    if (rows.length >= LOOKED_AT) break;
  }
  return rows;
}

/** Empty columns before the table. */
function leftOf(rows: PlacedRow[], { skip, header }: TableShape): number {
  const own = rows.filter(({ line, cells }) => line > skip && filledIn(cells) > 1);
  return Math.min(...[...own, ...header].map(({ cells }) => cells.findIndex((cell) => cell.trim() !== '')));
}

interface Plan {
  target: string;
  place: Place;
  left: number;
  /** Row of the sheet above the first row of data. */
  last: number;
  columns: number;
  options: ReadOptions;
}

/** The rows below the header, without the notes below them. */
async function* bodyOf({ target, place, last, options }: Plan): AsyncGenerator<SheetRow> {
  const late: SheetRow[] = [];
  let rows = 0;
  const filled = place.filled.filter(({ top }) => top > last);
  for await (const row of rowsOf(target, place.area, filled)) {
    if (row[0] <= last || filledIn(row[1]) === 0) continue;
    if (rows >= (options.data_rows ?? Infinity)) return;
    late.push(row);
    if (late.length <= (options.footer_rows ?? 0)) continue;
    rows++;
    yield late.shift()!;
  }
}

async function* partsOf(plan: Plan, folder: string): AsyncGenerator<Part> {
  const rows = bodyOf(plan);
  let row = 0;
  for (let number = 0, ended = false; !ended; number++) {
    const out = await RowFile.create(join(folder, `rows-${number}.csv`), SHAPE);
    const broken: Part['broken'] = [];
    try {
      while (!ended && out.size < PART) {
        const { value, done } = await rows.next();
        ended = done === true;
        if (value) take(value, plan, ++row, { out, broken });
        await out.drain();
      }
    } finally {
      await out.close();
    }
    yield { file: out.path, rows: out.rows, marked: out.marked, broken };
  }
  await rm(plan.target, { force: true });
}

/** A value beside the table is no cell of it: such a row is refused, not cut. */
function take(
  [line, cells]: SheetRow,
  { left, columns }: Plan,
  row: number,
  { out, broken }: { out: RowFile; broken: Part['broken'] },
): void {
  const beside = filledIn(cells.slice(0, left)) > 0 || extentOf(cells) > left + columns;
  const record = Array.from({ length: columns }, (_, i) => cells[i + left] ?? '');
  if (beside) {
    const bytes = strictRecord(cells, SHAPE);
    broken.push({
      line,
      row,
      rule: 'extra_column',
      cell: null,
      bytes,
      cells: extentOf(cells),
      record: cells,
    });
  } else out.add(strictRecord(record, SHAPE), line, row, false);
}
