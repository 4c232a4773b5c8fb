import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decoded } from '../server/intake/encoding';
import type { Preview } from '../server/intake/preview';
import { columnNames } from '../server/intake/readers/reader';

/** What a `table` check of an expected.json says of the twin of a file. */
export interface TableCheck {
  clean?: string;
  compare?: string;
  rows?: number;
  twin_header?: string;
}

/** Null where a file reads exactly as its twin, else the first difference. */
export function compareTable(folder: string, read: Preview, check: TableCheck): string | null {
  if (read.broken.length > 0) return `broken rows, the first on line ${read.broken[0]!.line}`;
  const twin = twinOf(folder, check);
  if (twin.length !== (check.rows ?? twin.length))
    return `the twin has ${twin.length} rows, not ${check.rows}`;
  const trimmed = check.compare === 'trimmed';
  const madeUp = check.twin_header === 'made_up';
  if (read.dialect.header_rows === 0) return compareRows(read.rows, twin.slice(madeUp ? 1 : 0), trimmed);
  if (madeUp) return 'a header was read where there is none';
  return compareNames(read.header, twin[0] ?? [], trimmed) ?? compareRows(read.rows, twin.slice(1), trimmed);
}

function compareRows(read: string[][], twin: string[][], trimmed: boolean): string | null {
  const [found, wanted] = [tidy(read, trimmed), tidy(twin, trimmed)];
  if (found.length !== wanted.length) return `${found.length} rows, not ${wanted.length}`;
  const row = found.findIndex((cells, i) => JSON.stringify(cells) !== JSON.stringify(wanted[i]));
  return row < 0 ? null : `row ${row + 1}: ${shown(found[row]!)}, not ${shown(wanted[row]!)}`;
}

const shown = (cells: string[]) => JSON.stringify(cells).slice(0, 200);

/** Columns without a name get theirs by their place, in the twin too; empty ones behind the last are none. */
function compareNames(found: string[], twin: string[], trimmed: boolean): string | null {
  const places = Array.from({ length: Math.max(found.length, twin.length) }, (_, i) =>
    tidyCell(twin[i] ?? '', trimmed),
  );
  if (trimmed) while (places.length > found.length && places.at(-1) === '') places.pop();
  const wanted = columnNames(places);
  const names = found.map((name) => columnNames([tidyCell(name, trimmed)])[0]!);
  const at = wanted.findIndex((name, i) => name !== names[i]);
  return at < 0 ? null : `column ${at + 1} is “${names[at]}”, not “${wanted[at]}”`;
}

function tidy(rows: string[][], trimmed: boolean): string[][] {
  const cells = rows.map((row) => row.map((cell) => tidyCell(cell, trimmed)));
  if (!trimmed) return cells;
  for (const row of cells) while (row.length > 0 && row.at(-1) === '') row.pop();
  return cells.filter((row) => row.length > 0);
}

/** A line break counts as LF; where only what is seen counts, blanks and misplaced control characters do not. */
function tidyCell(cell: string, trimmed: boolean): string {
  const text = cell.replace(/\r\n?/g, '\n');
  if (!trimmed) return text;
  return text
    .replace(/[\u0080-\u009F]/g, (sign) => decoded(Buffer.from([sign.charCodeAt(0)]), 'windows-1252'))
    .trim();
}

function twinOf(folder: string, { clean = '' }: TableCheck): string[][] {
  const file = [join(folder, clean), clean].find((path) => existsSync(path));
  if (!file) throw new Error(`There is no twin ${clean} in ${folder}`);
  return parsed(readFileSync(file, 'utf8'));
}

/** UTF-8, comma, quotes doubled: written apart from the readers that are held against it. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n|$)/g)) {
    if (row.length === 0 && quoted === undefined && plain === '' && end === '') break;
    row.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
