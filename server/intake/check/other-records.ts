import type { DuckDBConnection } from '@duckdb/node-api';
import type { PoolClient } from 'pg';
import { RECORD_RULES, type RecordRule } from '../../contracts/record-rule';
import { RECORD_TYPES } from '../../contracts/record-type';
import { identifier, literal } from '../duckdb';
import type { Mapping } from '../mapping';
import { type Checked, rowsSql, typedSql } from './judge';

/** What rules over several records need of the others: the cells, as text, by the field that names the record. */
export type OtherRecords = Map<string, Record<string, string | null>[]>;

/** The rules that a file can be judged by: those whose field it has. */
const rulesFor = ({ type, sources }: Mapping): RecordRule[] =>
  (RECORD_RULES[type.name] ?? []).filter((rule) => sources.some(({ field }) => field.name === rule.field));

/** Reads those records as they are stored; what comes with the file itself has nothing to contradict yet. */
export async function otherRecordsOf(postgres: PoolClient, mapping: Mapping): Promise<OtherRecords> {
  const others: OtherRecords = new Map();
  for (const rule of rulesFor(mapping))
    for (const [name, columns] of Object.entries(rule.others)) {
      const cells = columns.map((column) => `o.${identifier(column)}::text`).join(', ');
      const { rows } = await postgres.query<Record<string, string | null>>(
        `SELECT o.code, ${cells} FROM ${identifier(typeOf(mapping, name).name)} o JOIN authority a ON a.id = o.authority_id WHERE a.code = $1`,
        [mapping.authority],
      );
      others.set(name, rows);
    }
  return others;
}

/** The record type that a field names. */
function typeOf({ type }: Mapping, name: string) {
  const of = type.fields.find((field) => field.name === name)!.of;
  return RECORD_TYPES.find((one) => one.name === of)!;
}

const tableOf = (name: string) => identifier(`its_${name}`);

/** Puts the other records into temp tables, one a field that names them. */
export async function beginOtherRecords(
  connection: DuckDBConnection,
  mapping: Mapping,
  others: OtherRecords,
): Promise<void> {
  for (const rule of rulesFor(mapping))
    for (const [name, columns] of Object.entries(rule.others)) {
      const { fields } = typeOf(mapping, name);
      const typed = columns.map((column) => typedSql(fields.find((field) => field.name === column)!));
      const struct = ['code', ...columns].map((column) => `${identifier(column)} VARCHAR`).join(', ');
      await connection.run(
        `CREATE TEMP TABLE ${tableOf(name)} AS SELECT ${['code', ...typed].join(', ')}
         FROM (SELECT unnest(CAST(CAST($1 AS JSON) AS STRUCT(${struct})[]), recursive := true))`,
        [JSON.stringify(others.get(name) ?? [])],
      );
    }
}

/** Notes in `finding` the rows of `raw` that contradict the records they name. */
export async function noteOtherRecords(
  connection: DuckDBConnection,
  mapping: Mapping,
  fields: Checked[],
): Promise<void> {
  for (const { rule, field, fields: names, others, sql, shown, refused } of rulesFor(mapping)) {
    const own = mapping.type.fields.filter(({ name }) => names.includes(name)).map(typedSql);
    const joins = Object.keys(others).map(
      (name) => `JOIN ${tableOf(name)} ON ${tableOf(name)}.code = own.${identifier(name)}`,
    );
    await connection.run(
      `INSERT INTO finding("row", line, "column", field, value, rule, accepted)
       SELECT own."row", own.line, $1, ${literal(field)}, ${shown}, ${literal(rule)}, ${!refused}
       FROM (SELECT ${['"row"', 'line', ...own].join(', ')} FROM (${rowsSql(fields, names)})) own ${joins.join(' ')}
       WHERE ${sql}`,
      [mapping.sources.find((source) => source.field.name === field)?.column ?? null],
    );
  }
}
