import { literal } from '../duckdb';
import type { Part, Table } from '../readers/reader';

/** SQL of the rows of a part as they were read: line, row, and c0, c1 … for the columns of the header, all text. */
export function rowsOfPart({ header, shape }: Pick<Table, 'header' | 'shape'>, part: Part): string {
  const columns = header.map((_, i) => `'c${i}': 'VARCHAR'`).join(', ');
  return `read_csv(${literal(part.file)},
    auto_detect = false, header = false, delim = ${literal(shape.delimiter)}, quote = ${literal(shape.quote)},
    escape = ${literal(shape.quote)}, new_line = '\\n', parallel = false, max_line_size = 4194304,
    columns = {'line': 'INTEGER', 'row': 'INTEGER', ${columns}})`;
}
