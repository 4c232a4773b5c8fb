import { Refusal } from '../../store/home';
import type { Doubt, ReadOptions } from './reader';
import { cellName, type Found } from './sheet-rows';
import type { TableShape } from './table-shape';
import { columnLetters, type SheetNotes } from './workbook';

interface Seen {
  notes: SheetNotes;
  found: Found;
  table: TableShape;
  left: number;
}

/**
 * What the cells of a sheet leave open: cells with errors, merged cells among the rows, an empty column through the
 * table. Throws `Refusal` where formulas were never computed, because their values are nowhere.
 */
export function sheetDoubts({ notes, found, table, left }: Seen, options: ReadOptions): Doubt[] {
  if (notes.uncomputed.length > 0) throw uncomputed(notes.uncomputed);
  const doubts: Doubt[] = [];
  if (found.firstError) doubts.push(errors(found, found.firstError));
  const last = table.header.at(-1)?.line ?? table.skip;
  const merged = notes.merged.find(({ top, bottom }) => bottom > last && bottom > top);
  if (merged && options.range === undefined)
    doubts.push(mergedCells(columnLetters(merged.left) + merged.top));
  const gap = gapOf(table, left);
  if (gap !== null) doubts.push(emptyColumn(columnLetters(gap + 1)));
  return doubts;
}

/** A column among named ones that has neither a name nor a value. */
function gapOf({ header, width, empty }: TableShape, left: number): number | null {
  if (header.length !== 1) return null;
  const names = header[0]!.cells.slice(0, width);
  const gap = names.findIndex((name, i) => i > left && name.trim() === '' && empty.has(i));
  return gap < 0 ? null : gap;
}

const errors = ({ errors: count }: Found, first: { cell: string; row: number; column: number }): Doubt => ({
  about: 'null_values',
  pl: `Komórki z błędem: ${count} (pierwsza ${cellName(first)}: ${first.cell}); popraw je albo podaj jako brak wartości (["${first.cell}"])`,
  en: `Cells with an error: ${count} (the first is ${cellName(first)}: ${first.cell}); correct them, or declare them as no value (["${first.cell}"])`,
});

const mergedCells = (cell: string): Doubt => ({
  about: 'merged',
  pl: `W wierszach danych są komórki scalone (pierwsza ${cell}); podaj „fill” (wartość w każdym wierszu) albo „first” (tylko w pierwszym)`,
  en: `Cells are merged across rows of data (the first is ${cell}); give “fill” (the value in every row) or “first” (in the first one only)`,
});

const emptyColumn = (column: string): Doubt => ({
  about: 'range',
  pl: `Przez tabelę idzie pusta kolumna ${column}, więc to mogą być dwie tabele; podaj zakres, np. "A5:F15"`,
  en: `The empty column ${column} runs through the table, so it may be two; give the range, such as "A5:F15"`,
});

const uncomputed = (cells: string[]) =>
  new Refusal(
    `Formuły bez obliczonej wartości (${cells.join(', ')}); otwórz plik w arkuszu kalkulacyjnym, zapisz i wczytaj ponownie`,
    `Formulas without a computed value (${cells.join(', ')}); open the file in a spreadsheet program, save it and bring it in again`,
  );
