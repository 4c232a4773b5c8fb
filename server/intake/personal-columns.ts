import type { DuckDBConnection } from '@duckdb/node-api';
import { cleaned } from '../contracts/cell';
import type { Field } from '../contracts/field';
import { kindOfCell, type PersonalKind } from '../contracts/personal';
import { rowsOfPart } from './check/raw';
import type { PersonalColumn } from './dropped-columns';
import type { Mapping } from './mapping';
import { kindsOfHeader, wordsOf } from './personal-header';
import type { Part, Table } from './readers/reader';

/** Rows by which a column is judged. */
const SAMPLE = 1000;

/**
 * Finds the columns of personal data by their names and by the first rows, and takes them out of the mapping, but for
 * those that the mapping itself says are to be kept. Reads the first part of the table and gives it back with the rest.
 */
export async function screen<T extends { table: Table; mapping: Mapping }>(
  connection: DuckDBConnection,
  understood: T,
): Promise<T> {
  const { table, mapping } = understood;
  const parts = table.parts[Symbol.asyncIterator]();
  const first = await parts.next();
  const columns = first.done ? table.header.map(() => []) : await sampleOf(connection, table, first.value);
  const personal = personalColumns(table.header, columns, mapping);
  return {
    ...understood,
    table: { ...table, parts: resumed(first, parts) },
    mapping: without(mapping, personal),
  };
}

async function* resumed(first: IteratorResult<Part>, rest: AsyncIterator<Part>): AsyncGenerator<Part> {
  try {
    for (let next = first; !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** The cells of each column that are not empty. */
async function sampleOf(connection: DuckDBConnection, table: Table, part: Part): Promise<string[][]> {
  const reader = await connection.runAndReadAll(
    `SELECT * EXCLUDE (line, "row") FROM ${rowsOfPart(table, part)} LIMIT ${SAMPLE}`,
  );
  // no rows, no columns
  const columns = reader.getColumns();
  return table.header.map((_name, i) =>
    (columns[i] ?? [])
      .map((cell) => (cell === null ? '' : cleaned(String(cell))))
      .filter((cell) => cell !== ''),
  );
}

/** @param cells those of each column that are not empty */
export function personalColumns(
  header: string[],
  cells: string[][],
  mapping: Pick<Mapping, 'sources' | 'keepColumns'>,
): PersonalColumn[] {
  const named = kindsOfHeader(header);
  return header.flatMap((column, i): PersonalColumn[] => {
    const fields = mapping.sources.filter((source) => source.column === column).map(({ field }) => field);
    const told = named[i] && !tells(column, named[i], cells[i]!) ? named[i] : null;
    const kind = told ?? kindOfCells(cells[i]!, fields.some(isNumber));
    const keyed = fields.some((field) => field.kind === 'pseudonym');
    if (keyed) return [{ column, kind: kind ?? 'name', fate: 'keyed' }];
    const kept = fields.length > 0 && mapping.keepColumns.includes(column);
    return kind ? [{ column, kind, fate: kept ? 'kept' : 'left_out' }] : [];
  });
}

const isNumber = ({ kind }: Field) => kind === 'integer' || kind === 'decimal';

/**
 * Whether a column so named holds no such data but says how much or whether: yes and no, small numbers, the option
 * that its header names. A register counts remarks by e-mail in a column "e-mail".
 */
function tells(column: string, kind: PersonalKind, cells: string[]): boolean {
  // the number of a house is a small number
  if (cells.length === 0 || kind === 'address') return false;
  const option = wordsOf(column);
  return cells.every((cell) => {
    const words = wordsOf(cell);
    return (
      /^(?:\d{1,6}|tak|nie|yes|no|true|false|x|-)$/i.test(cell) || (words !== '' && option.endsWith(words))
    );
  });
}

/** What more than half of the cells are. Nine digits in a column of numbers are a number. */
function kindOfCells(cells: string[], number: boolean): PersonalKind | null {
  const counts = new Map<PersonalKind, number>();
  for (const cell of cells) {
    const kind = kindOfCell(cell);
    if (kind && !(number && kind === 'phone')) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count * 2 > cells.length)?.[0] ?? null;
}

/** A required field stays, empty in every row: each row then says what it lacks. */
function without(mapping: Mapping, personal: PersonalColumn[]): Mapping {
  const dropped = new Set(personal.filter(({ fate }) => fate !== 'kept').map(({ column }) => column));
  const sources = mapping.sources.flatMap((source) => {
    if (source.column === null || !dropped.has(source.column) || source.field.kind === 'pseudonym')
      return [source];
    return source.field.required ? [{ ...source, column: null, constant: null }] : [];
  });
  return { ...mapping, sources, personal };
}
