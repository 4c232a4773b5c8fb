import type { ReactNode } from 'react';
import { useSpeech } from '../language';
import type { Formats } from '../words';
import type { Cell, Column, Table } from './table';

interface Props {
  table: Table;
  caption: string;
  /** What stands where a number is missing. */
  missing: string;
}

/** The numbers of a chart as a table; its first column names the row. */
export function ChartTable({ table: { columns, rows }, caption, missing }: Props) {
  const { formats } = useSpeech();
  return (
    <table className="tbl cards">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.name} scope="col" className={isNumber(column) ? 'r' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={String(row[0])}>
            {columns.map((column, i) => (
              <TableCell key={column.name} column={column} isFirst={i === 0} isEmpty={row[i] === null}>
                {shown(row[i] ?? null, column, formats) ?? missing}
              </TableCell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isNumber = ({ type }: Column) => type === 'integer' || type === 'number';

function shown(cell: Cell, { type, decimals, say }: Column, formats: Formats): string | null {
  if (cell === null) return null;
  if (typeof cell === 'number') return formats.number(cell, decimals ?? 0);
  return type === 'day' ? formats.day(cell) : (say?.(cell) ?? cell);
}

interface CellProps {
  column: Column;
  isFirst: boolean;
  isEmpty: boolean;
  children: ReactNode;
}

function TableCell({ column, isFirst, isEmpty, children }: CellProps) {
  if (isFirst) return <th scope="row">{children}</th>;
  const kind = [isNumber(column) && 'r', isEmpty && 'none'].filter(Boolean).join(' ');
  return (
    <td data-l={column.label} className={kind || undefined}>
      {children}
    </td>
  );
}
