import { hidden } from '../../contracts/personal';
import { isSecondHeaderRow } from './companion';
import { headerDoubt } from './header-rows';
import type { Doubt, ReadOptions } from './reader';
import { filledIn, isBlankRow, modeOf } from './sample';

/** A row of a sample and the physical line on which it stands. */
export interface PlacedRow {
  line: number;
  cells: string[];
}

/** Where the table of a file stands. */
export interface TableShape {
  /** Physical lines above the header. */
  skip: number;
  headerRows: number;
  header: PlacedRow[];
  /** Columns of the table; empty ones behind the last named one are none. */
  width: number;
  /** Columns within the table, from 0, without a value in any row looked at. */
  empty: Set<number>;
  doubts: Doubt[];
}

/**
 * Finds the table among the rows of a sample: notes above it, its header, what stands below it. What the options
 * declare is taken as it is.
 * @param rows the first rows of the file, blank ones too
 * @param tail the last rows of the file, where it has more than `rows`
 */
export function shapeOf(
  rows: PlacedRow[],
  options: ReadOptions,
  tail: PlacedRow[] | null = null,
): TableShape {
  const doubts: Doubt[] = [];
  const declared = options.skip_rows;
  const below = declared === undefined ? rows : rows.filter(({ line }) => line > declared);
  const all = filledRows(below);
  const start = declared === undefined ? firstOfTable(all, doubts) : 0;
  const table = all.slice(start);
  const headerRows = options.header_rows ?? headerDoubt(table, doubts);
  const header = table.slice(0, headerRows);
  const body = table.slice(headerRows);
  const width = widthOf(header, body, options.header === 'plain');
  doubts.push(
    ...uneven(header, body, width),
    ...severalTables(below, header, width),
    ...notesBelow(tail ? filledRows(tail) : body, width, options),
  );
  // whatever stands above the first row of the table is passed over by lines
  const skip = start > 0 ? table[0]!.line - 1 : (declared ?? 0);
  return { skip, headerRows, header, width, empty: emptyColumns(body, width), doubts };
}

function emptyColumns(body: PlacedRow[], width: number): Set<number> {
  const empty = new Set(Array.from({ length: width }, (_, i) => i));
  for (const { cells } of body) cells.forEach((cell, i) => cell.trim() !== '' && empty.delete(i));
  return empty;
}

const filledRows = (rows: PlacedRow[]) => rows.filter(({ cells }) => !isBlankRow(cells));

/** The first row that is filled like the rows of the table; above it stand titles and notes. */
function firstOfTable(rows: PlacedRow[], doubts: Doubt[]): number {
  const counts = rows.map(({ cells }) => filledIn(cells));
  const usual = modeOf(counts.filter((count) => count > 1));
  const start = counts.findIndex((count) => count >= Math.max(2, usual / 2));
  if (start <= 0) return 0;
  if (isUpperRow(rows, start - 1)) return start - 1;
  const titles = counts.slice(0, start).every((count) => count === 1);
  if (titles && usual > 2) return start;
  const { line } = rows[start]!;
  doubts.push({
    about: 'skip_rows',
    pl: `Tabela zaczyna się chyba w wierszu ${line}, a wyżej stoją uwagi; podaj, ile wierszy pominąć (${line - 1} albo 0)`,
    en: `The table seems to begin on line ${line}, with notes above it; say how many lines to pass over (${line - 1} or 0)`,
  });
  return start;
}

/** Whether a row with few cells is the upper one of a header: questions, each above several columns. */
function isUpperRow(rows: PlacedRow[], at: number): boolean {
  const [upper, second, ...below] = rows.slice(at).map(({ cells }) => cells);
  return filledIn(upper!) > 1 && below.length > 0 && isSecondHeaderRow(upper!, second!, below);
}

/** Up to the last column that has a name or, somewhere, a value. */
function widthOf(header: PlacedRow[], body: PlacedRow[], beyondNames: boolean): number {
  const extents = (rows: PlacedRow[]) => rows.map(({ cells }) => extentOf(cells));
  const named = Math.max(0, ...extents(header));
  if (header.length === 0)
    return Math.max(0, modeOf(body.map(({ cells }) => cells.length)), ...extents(body.slice(0, 1)));
  const declared = beyondNames ? Infinity : Math.max(...header.map(({ cells }) => cells.length));
  const used = Math.max(0, ...extents(body).filter((extent) => extent <= declared));
  return Math.max(named, used);
}

/** Cells up to the last that holds something. */
export function extentOf(cells: string[]): number {
  let extent = cells.length;
  while (extent > 0 && cells[extent - 1]!.trim() === '') extent--;
  return extent;
}

/** A header shorter than its rows by one is that of a table with names of rows, as R writes it. */
function uneven(header: PlacedRow[], body: PlacedRow[], width: number): Doubt[] {
  const longer = body.filter(({ cells }) => extentOf(cells) > width);
  if (header.length === 0 || body.length < 2 || longer.length < 0.9 * body.length) return [];
  const { line } = header[0]!;
  const cells = modeOf(longer.map((row) => extentOf(row.cells)));
  const counted = {
    pl: `Nagłówek (wiersz ${line}) ma ${width} nazw, a wiersze ${cells} komórek`,
    en: `The header (line ${line}) has ${width} names, but the rows ${cells} cells`,
  };
  if (cells === width + 1)
    return [
      {
        about: 'header',
        pl: `${counted.pl}; jeśli pierwsza kolumna to nazwy wierszy, podaj „row_names”, a jeśli ostatnia nie ma nazwy, „plain”`,
        en: `${counted.en}; if the first column holds names of rows, give “row_names”, if the last one has no name, “plain”`,
      },
    ];
  return [
    {
      about: 'skip_rows',
      pl: `${counted.pl}; to chyba nie nagłówek`,
      en: `${counted.en}; it seems to be no header`,
    },
  ];
}

/** A blank row and then a title or the header once more: another table begins. */
function severalTables(rows: PlacedRow[], header: PlacedRow[], width: number): Doubt[] {
  const first = rows.indexOf(header.at(-1) ?? rows[0]!);
  const same = (cells: string[]) =>
    header.length > 0 && cells.join('\0').trim() === header.at(-1)!.cells.join('\0').trim();
  const again = rows.findIndex(({ cells }, i) => {
    if (i <= first + 1 || isBlankRow(cells)) return false;
    if (same(cells)) return true;
    return width > 1 && isBlankRow(rows[i - 1]!.cells) && filledIn(cells) === 1 && i + 1 < rows.length;
  });
  if (again < 0) return [];
  const { line } = rows[again]!;
  const above = rows.slice(first + 1, again).filter(({ cells }) => !isBlankRow(cells)).length;
  return [
    {
      about: 'data_rows',
      pl: `W wierszu ${line} zaczyna się chyba druga tabela albo uwagi; podaj, ile wierszy danych ma tabela (${above} do tego miejsca)`,
      en: `A second table or notes seem to begin on line ${line}; say how many rows of data the table has (${above} up to there)`,
    },
  ];
}

const NOTE =
  /^(?:\*|\(|źródł|zrodl|source|uwag|note|objaśn|razem:|dane|data:|stan na|as of)|\S+\s+\S+\s+\S+\s+\S+/i;

function notesBelow(body: PlacedRow[], width: number, options: ReadOptions): Doubt[] {
  if (options.footer_rows !== undefined || options.data_rows !== undefined || width < 3) return [];
  let notes = 0;
  while (notes < body.length - 1 && isNote(body[body.length - 1 - notes]!.cells)) notes++;
  if (notes === 0) return [];
  const first = hidden(body[body.length - notes]!.cells.join(' ').trim().slice(0, 60));
  return [
    {
      about: 'footer_rows',
      pl: `Pod tabelą stoją chyba uwagi („${first}”); podaj, ile ostatnich wierszy pominąć (${notes} albo 0)`,
      en: `Notes seem to stand below the table (“${first}”); say how many last rows to leave out (${notes} or 0)`,
    },
  ];
}

const isNote = (cells: string[]): boolean =>
  filledIn(cells) === 1 && NOTE.test(cells.find((cell) => cell.trim() !== '')!.trim());
