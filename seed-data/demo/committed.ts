import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Row = Record<string, string>;

/** The rows of a committed file, as anybody reads it; an empty cell is an empty text. */
export function committed(name: string): Row[] {
  const [header, ...rows] = readFileSync(join(__dirname, name), 'utf8').trimEnd().split('\n').map(cellsOf);
  return rows.map((row) => Object.fromEntries(header!.map((column, i) => [column, row[i]!])));
}

// no cell of the demonstration city breaks a line
const cellsOf = (line: string): string[] =>
  [...`${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,"]*)),/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
  );

/** Rows by what a column says. */
export function by(rows: Row[], of: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(of(row));
    if (group) group.push(row);
    else groups.set(of(row), [row]);
  }
  return groups;
}

export const share = <T>(list: T[], holds: (one: T) => boolean): number =>
  list.filter(holds).length / list.length;

export const mean = (list: number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;

/** The middle one; of an even number the greater of the two. */
export const median = (list: number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
