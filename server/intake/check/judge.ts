import type { DuckDBConnection } from '@duckdb/node-api';
import { LIST, listValue, VARCHAR } from '@duckdb/node-api';
import { cleaned, faultOf } from '../../contracts/cell';
import type { Field } from '../../contracts/field';
import { identifier, literal } from '../duckdb';
import { LIST_MARK } from '../constant';
import type { Source } from '../mapping';
import { readDay } from './day';
import { readCode, readList } from './list';
import { readDecimal, readInteger } from './number';
import { broken, type Reading, read } from './reading';
import { cleaningWarnings, plainSql, readText } from './text';

/** A field of the file being checked: its place among the raw columns and the table of readings of its cells. */
export interface Checked {
  source: Source;
  /** Column of `raw`; null for a constant. */
  raw: string | null;
  /** Temp table of (cell, value as COPY reads it, rule, warnings). */
  table: string;
}

/** Stands for a byte order mark inside a cell: DuckDB's binding drops the real one from the start of a text. */
export const MARK = '\uE0FF';

const LIST_OF_TEXT = LIST(VARCHAR);
const TEXTS = ['text', 'url', 'reference'];

/** Whether most cells of the field are taken as they stand and only odd ones have a reading. */
const isText = ({ field, nullValues, prefix }: Source) =>
  TEXTS.includes(field.kind) && nullValues.length === 0 && prefix === '';

/** What one cell of a column reads as. Never throws; an empty cell is "not recorded" and breaks no rule. */
export function readingOf(source: Source, cell: string, mark: ',' | '.'): Reading {
  const text = cleaned(cell);
  if (text === '' || source.nullValues.includes(text)) return read(null);
  const reading = readKind(source, text, mark);
  if (reading.rule) return reading;
  const value = typeof reading.value === 'string' ? source.prefix + reading.value : reading.value;
  const fault = source.prefix === '' ? null : faultOf(source.field, value);
  if (fault) return broken(fault);
  return { ...reading, value, warnings: [...cleaningWarnings(cell), ...reading.warnings] };
}

function readKind(source: Source, text: string, mark: ',' | '.'): Reading {
  const { field } = source;
  switch (field.kind) {
    case 'integer':
      return readInteger(field, text);
    case 'decimal':
      return readDecimal(field, text, mark);
    case 'day':
      return readDay(field, text, source.dates, source.locale);
    case 'code':
      return readCode(source, text);
    case 'codes':
    case 'texts':
      return readList(source, text);
    default:
      return readText(field, text);
  }
}

/** Makes the table that keeps the readings of a column. */
export const readingsTable = ({ table }: Checked) =>
  `CREATE TEMP TABLE ${table}(cell VARCHAR, value VARCHAR, rule VARCHAR, warnings VARCHAR[])`;

/**
 * Reads every different cell of a column once (a register of a million rows has a few thousand different days) and
 * leaves the readings in `checked.table`. Text cells that are plain are not read at all: they stand as they are.
 */
export async function judge(
  connection: DuckDBConnection,
  { source, raw, table }: Checked,
  mark: ',' | '.',
): Promise<void> {
  const odd = isText(source) ? ` AND NOT (${plainSql(source.field, raw!)})` : '';
  const unread = `NOT EXISTS (SELECT 1 FROM ${table} v WHERE v.cell = raw.${raw})`;
  const cells = await connection.run(
    `SELECT DISTINCT ${raw} FROM raw WHERE ${raw} IS NOT NULL${odd} AND ${unread}`,
  );
  const appender = await connection.createAppender(table);
  for await (const rows of cells.yieldRows()) {
    for (const [cell] of rows) {
      appendReading(appender, String(cell), readingOf(source, String(cell).replaceAll(MARK, '\uFEFF'), mark));
    }
    appender.flushSync();
  }
  appender.closeSync();
}

type Appender = Awaited<ReturnType<DuckDBConnection['createAppender']>>;

function appendReading(appender: Appender, cell: string, { value, rule, warnings }: Reading): void {
  appender.appendVarchar(cell);
  appendText(appender, value === null ? null : copyText(value));
  appendText(appender, rule);
  if (warnings.length > 0) appender.appendList(listValue(warnings), LIST_OF_TEXT);
  else appender.appendNull();
  appender.endRow();
}

function appendText(appender: Appender, text: string | null): void {
  if (text === null) appender.appendNull();
  else appender.appendVarchar(text);
}

/** A value as COPY reads it: made once for each different cell, so that no row pays for it. */
const copyText = (value: string | string[]): string =>
  typeof value === 'string'
    ? value
    : `{${value.map((member) => `"${member.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

/** SQL of the value of a field as text, from `raw r` joined with the readings that differ from their cell. */
export function valueSql({ source, raw, table }: Checked): string {
  if (source.rowNumber !== null) return `${literal(source.rowNumber)} || r."row"`;
  if (raw === null) return constantSql(source);
  return `CASE WHEN ${table}.cell IS NULL THEN r.${raw} ELSE ${table}.value END`;
}

/** SQL that joins those readings: where most cells stand as they are, the table to look them up in is tiny. */
export const joinSql = ({ raw, table }: Checked): string =>
  `LEFT JOIN (SELECT cell, value FROM ${table} WHERE value IS DISTINCT FROM cell) ${table} ON ${table}.cell = r.${raw}`;

function constantSql({ field, constant }: Source): string {
  if (constant === null) return ABSENT;
  const list = field.kind === 'codes' || field.kind === 'texts';
  return literal(copyText(list ? constant.split(LIST_MARK) : constant));
}

/** A field that is not in the file. */
export const ABSENT = 'CAST(NULL AS VARCHAR)';

const TYPES: Partial<Record<Field['kind'], string>> = {
  day: 'DATE',
  integer: 'INTEGER',
  decimal: 'DECIMAL(38, 9)',
};

/** SQL of a column of `checked` with the type that rules over several cells need. */
export const typedSql = ({ name, kind }: Field): string =>
  `CAST(${identifier(name)} AS ${TYPES[kind] ?? 'VARCHAR'}) AS ${identifier(name)}`;
