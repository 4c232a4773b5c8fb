import type { DuckDBConnection } from '@duckdb/node-api';
import { LIST, listValue, VARCHAR } from '@duckdb/node-api';
import { cleaned, faultOf } from '../../contracts/cell';
import type { Field } from '../../contracts/field';
import { identifier, literal } from '../duckdb';
import { LIST_MARK } from '../constant';
import type { Source } from '../source';
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
  /** How many different cells read so far break a rule, are worth a word, have a value that differs from the cell. */
  tally: { broken: number; warned: number; differing: number };
}

/**
 * Stands for a byte order mark inside a cell: DuckDB's binding drops the real one from the start of a text. Unicode
 * keeps this code point for use inside programs, so that no text has it.
 */
export const MARK = '\uFDD0';

const LIST_OF_TEXT = LIST(VARCHAR);
const TEXTS = ['text', 'url', 'reference'];

/** Whether most cells of the field are taken as they stand and only odd ones have a reading. */
const isText = ({ field, nullValues, prefix }: Source) =>
  TEXTS.includes(field.kind) && nullValues.length === 0 && prefix === '';

/** What one cell of a column reads as. Never throws; an empty cell is "not recorded" and breaks no rule. */
export function readingOf(source: Source, cell: string, mark: ',' | '.'): Reading {
  const text = cleaned(cell);
  if (text === '' || source.nullValues.includes(text)) return read(null);
  // letters of the prefix and of the cell may compose to one
  const reading = readKind(source, source.prefix === '' ? text : cleaned(source.prefix + text), mark);
  if (reading.rule) return reading;
  return { ...reading, warnings: [...cleaningWarnings(cell), ...reading.warnings] };
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
    case 'pseudonym':
      return readPseudonym(source, text);
    default:
      return readText(field, text);
  }
}

/** Only the key made of the cell goes on; without the secret there is none to go on. */
function readPseudonym({ field, pseudonym }: Source, text: string): Reading {
  const fault = faultOf(field, text);
  return fault || !pseudonym ? broken(fault ?? 'not_a_text') : read(pseudonym(text));
}

/** Makes the table that keeps the readings of a column. */
export const readingsTable = ({ table }: Checked) =>
  `CREATE TEMP TABLE ${table}(cell VARCHAR, value VARCHAR, rule VARCHAR, warnings VARCHAR[])`;

/**
 * Reads every different cell of a column once (a register of a million rows has a few thousand different days) and
 * leaves the readings in the table of the field. Text cells that are plain are not read at all: they stand as they are.
 */
export async function judge(connection: DuckDBConnection, field: Checked, mark: ',' | '.'): Promise<void> {
  const { source, raw, table } = field;
  const odd = isText(source) ? ` AND NOT (${plainSql(source.field, raw!)})` : '';
  const different = `SELECT DISTINCT ${raw} AS cell FROM raw WHERE ${raw} IS NOT NULL${odd}`;
  const cells = await connection.run(`FROM (${different}) ANTI JOIN ${table} USING (cell)`);
  const appender = await connection.createAppender(table);
  for await (const rows of cells.yieldRows()) {
    for (const [cell] of rows) {
      const reading = readingOf(source, String(cell).replaceAll(MARK, '\uFEFF'), mark);
      appendReading(appender, field, String(cell), reading);
    }
    appender.flushSync();
  }
  appender.closeSync();
}

type Appender = Awaited<ReturnType<DuckDBConnection['createAppender']>>;

function appendReading(
  appender: Appender,
  { tally }: Checked,
  cell: string,
  { value, rule, warnings }: Reading,
): void {
  const text = value === null ? null : copyText(value);
  if (rule) tally.broken++;
  if (warnings.length > 0) tally.warned++;
  if (text !== cell) tally.differing++;
  appender.appendVarchar(cell);
  appendText(appender, text);
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

/** SQL of the value of a field as text, from `raw r` joined with the readings. */
function valueSql({ source, raw, table, tally: { differing } }: Checked): string {
  if (source.rowNumber !== null) return `${literal(source.rowNumber)} || r."row"`;
  if (raw === null) return constantSql(source);
  return differing === 0
    ? `r.${raw}`
    : `CASE WHEN ${table}.cell IS NULL THEN r.${raw} ELSE ${table}.value END`;
}

/** SQL that joins those readings: where most cells stand as they are, the table to look them up in is tiny. */
const joinSql = ({ raw, table }: Checked): string =>
  `LEFT JOIN (SELECT cell, value FROM ${table} WHERE value IS DISTINCT FROM cell) ${table} ON ${table}.cell = r.${raw}`;

/**
 * SQL of the rows of `raw` with row, line and the values, as text, of the fields named; one that is not in the file
 * is null. Only fields of which some cell reads as something else are looked up.
 */
export function rowsSql(fields: Checked[], names: string[]): string {
  const wanted = fields.filter(({ source }) => names.includes(source.field.name));
  const joins = wanted.filter(({ tally: { differing } }) => differing > 0).map(joinSql);
  const columns = names.map((name) => {
    const field = wanted.find(({ source }) => source.field.name === name);
    return `${field ? valueSql(field) : ABSENT} AS ${identifier(name)}`;
  });
  return `SELECT ${['r."row"', 'r.line', ...columns].join(', ')} FROM raw r ${joins.join(' ')}`;
}

function constantSql({ field, constant }: Source): string {
  if (constant === null) return ABSENT;
  const list = field.kind === 'codes' || field.kind === 'texts';
  return literal(copyText(list ? constant.split(LIST_MARK) : constant));
}

/** A field that is not in the file. */
const ABSENT = 'CAST(NULL AS VARCHAR)';

const TYPES: Partial<Record<Field['kind'], string>> = {
  day: 'DATE',
  integer: 'INTEGER',
  decimal: 'DECIMAL(38, 9)',
};

/** SQL of a value with the type that rules over several cells need. */
export const typedSql = ({ name, kind }: Field): string =>
  `CAST(${identifier(name)} AS ${TYPES[kind] ?? 'VARCHAR'}) AS ${identifier(name)}`;
