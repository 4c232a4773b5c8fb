import { ADDS_NOTHING, toldApart } from './companion';
import { columnNames, type ReadOptions } from './reader';

/**
 * Names of the columns from the rows of a header. Two rows are joined to "question / option": an empty cell of an upper
 * row continues the cell on its left, an empty one of the last row adds nothing.
 * @param width how many columns the table has; counts where the header does not say
 */
export function headerNames(rows: string[][], options: ReadOptions, width = 0): string[] {
  if (rows.length === 0) return columnNames(Array.from({ length: width }, () => ''));
  const joined = rows.length === 1 ? namesOfRow(rows[0]!, options) : joinedRows(rows, options);
  if (options.header === 'limesurvey') return columnNames(joined.map((cell) => cell.split('.')[0]!));
  if (options.header === 'row_names') return columnNames(['', ...joined]);
  const unnamed = options.header === 'plain' ? Math.max(0, width - joined.length) : 0;
  return columnNames([...joined, ...Array.from({ length: unnamed }, () => '')]);
}

/** The cells of a row; what form tools repeat after every question gets the name of its question. */
const namesOfRow = (cells: string[], { header, header_join: join }: ReadOptions): string[] =>
  header === undefined ? toldApart(cells, join).names : cells;

function joinedRows(
  rows: string[][],
  { header_join: join = ' / ', header_drop: drop = ADDS_NOTHING }: ReadOptions,
): string[] {
  const width = Math.max(...rows.map((row) => row.length));
  const at = (row: number, column: number) => (rows[row]![column] ?? '').trim();
  const last = rows.length - 1;
  const carried = rows.map(() => '');
  return Array.from({ length: width }, (_, column) => {
    rows.forEach((_row, i) => {
      const own = at(i, column);
      const newAbove = rows.slice(0, i).some((_above, j) => at(j, column) !== '');
      if (own !== '' || newAbove || i === last) carried[i] = own;
    });
    return carried.filter((cell) => cell !== '' && !drop.includes(cell)).join(join);
  });
}
