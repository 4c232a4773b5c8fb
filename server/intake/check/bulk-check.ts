import type { DuckDBConnection } from '@duckdb/node-api';
import { Refusal } from '../../store/home';
import { identifier, literal, numberOf } from '../duckdb';
import type { Mapping, Source } from '../mapping';
import type { Table } from '../readers/reader';
import { absentSql, type Checked, judge, MARK, valueSql } from './judge';

/** Codes of records of other types that exist already, by type. */
export type References = Map<string, string[]>;

/**
 * Checks a whole file in DuckDB, column by column. Leaves on the connection the temp tables
 * `typed` (line, one column a mapped field, only rows that may be taken in) and
 * `finding` (line, record, column, field, value, rule, accepted), broken rows of the reader included.
 */
export async function bulkCheck(
  connection: DuckDBConnection,
  table: Table,
  mapping: Mapping,
  references: References,
): Promise<void> {
  const fields = placed(mapping.sources, table.header);
  await readRaw(connection, table, fields);
  for (const field of fields) if (field.raw) await judge(connection, field, table.dialect.decimal);
  await connection.run(
    `CREATE TEMP TABLE finding(line INTEGER, record VARCHAR, "column" VARCHAR, field VARCHAR, value VARCHAR, rule VARCHAR, accepted BOOLEAN)`,
  );
  await typeRows(connection, fields, mapping);
  await noteBroken(connection, table, fields);
  for (const field of fields) await noteCells(connection, field);
  await noteReferences(connection, fields, references);
  await noteRows(connection, mapping, fields);
  await settle(connection, mapping, fields);
}

/** Gives every source its raw column. Throws `Refusal` where the file lacks a column that the mapping names. */
function placed(sources: Source[], header: string[]): Checked[] {
  const missing = sources.filter(
    ({ column, optional }) => column !== null && !optional && !header.includes(column),
  );
  if (missing.length > 0) {
    const names = missing.map(({ column }) => `„${column}”`).join(', ');
    const has = header.slice(0, 40).join(', ');
    throw new Refusal(
      `Plik nie ma kolumny ${names}; ma: ${has}`,
      `The file has no column ${names}; it has: ${has}`,
    );
  }
  return sources.map((source, i) => {
    const at = source.column === null ? -1 : header.indexOf(source.column);
    return { source, raw: at < 0 ? null : `c${at}`, table: `v${i}` };
  });
}

async function readRaw(connection: DuckDBConnection, table: Table, fields: Checked[]): Promise<void> {
  const columns = table.header.map((_, i) => `'c${i}': 'VARCHAR'`).join(', ');
  const wanted = [...new Set(fields.flatMap(({ raw }) => (raw ? [raw] : [])))];
  const shown = table.marked
    ? wanted.map((column) => `replace(${column}, chr(65279), ${literal(MARK)}) AS ${column}`)
    : wanted;
  await connection.run(`CREATE TEMP TABLE raw AS SELECT ${['line', '"row"', ...shown].join(', ')} FROM read_csv(${literal(table.file)},
    auto_detect = false, header = false, delim = ${literal(table.shape.delimiter)}, quote = ${literal(table.shape.quote)},
    escape = ${literal(table.shape.quote)}, new_line = '\\n', parallel = ${!table.multiline}, max_line_size = 4194304,
    columns = {'line': 'INTEGER', 'row': 'INTEGER', ${columns}})`);
}

/** All rows with typed values; a field that is not mapped but that a rule speaks of is null. */
async function typeRows(
  connection: DuckDBConnection,
  fields: Checked[],
  { type, sources }: Mapping,
): Promise<void> {
  const mapped = new Set(sources.map(({ field }) => field.name));
  const needed = new Set([
    ...type.rules.flatMap(({ columns }) => columns),
    ...type.warnings.flatMap((warning) => warning.fields),
  ]);
  const absent = type.fields.filter(({ name }) => needed.has(name) && !mapped.has(name));
  const columns = fields.map((field) => `${valueSql(field)} AS ${identifier(field.source.field.name)}`);
  const joins = fields
    .filter(({ raw }) => raw)
    .map(({ table, raw }) => `LEFT JOIN ${table} ON ${table}.cell = r.${raw}`);
  await connection.run(
    `CREATE TEMP TABLE checked AS SELECT ${['r.line', ...columns, ...absent.map(absentSql)].join(', ')} FROM raw r ${joins.join(' ')}`,
  );
}

async function noteBroken(connection: DuckDBConnection, table: Table, fields: Checked[]): Promise<void> {
  const key = fields.find(({ source }) => source.field.key);
  const keyAt = key?.source.column ? table.header.indexOf(key.source.column) : -1;
  for (const { line, rule, cell, record, cells } of table.broken) {
    const whole = rule === 'extra_column' || rule === 'missing_column';
    const value = whole
      ? `${cells} / ${table.header.length}`
      : cell === null
        ? null
        : (record[cell]?.slice(0, 500) ?? null);
    const code = keyAt >= 0 && (cell === null || keyAt < cell) ? (record[keyAt]?.trim() ?? null) : null;
    await connection.run('INSERT INTO finding VALUES ($1, $2, $3, NULL, $4, $5, false)', [
      line,
      code,
      cell === null ? null : (table.header[cell] ?? null),
      value,
      rule,
    ]);
  }
}

async function noteCells(connection: DuckDBConnection, checked: Checked): Promise<void> {
  const { source, raw, table } = checked;
  const name = literal(source.field.name);
  const column = source.column === null ? 'NULL' : '$1';
  const values = source.column === null ? [] : [source.column];
  if (raw) {
    const find = (what: string, where: string, accepted: boolean) =>
      `INSERT INTO finding SELECT r.line, NULL, ${column}, ${name}, left(r.${raw}, 1000), ${what}, ${accepted} FROM raw r JOIN ${table} v ON v.cell = r.${raw} WHERE ${where}`;
    if ((await numberOf(connection, `SELECT count(*) FROM ${table} WHERE rule IS NOT NULL`)) > 0) {
      await connection.run(find('v.rule', 'v.rule IS NOT NULL', false), values);
    }
    if ((await numberOf(connection, `SELECT count(*) FROM ${table} WHERE len(warnings) > 0`)) > 0) {
      await connection.run(find('unnest(v.warnings)', 'len(v.warnings) > 0', true), values);
    }
  }
  if (!source.field.required) return;
  const rule = source.field.key ? 'missing_code' : 'missing_value';
  await connection.run(
    `INSERT INTO finding SELECT c.line, NULL, ${column}, ${name}, NULL, '${rule}', false FROM checked c
     WHERE c.${identifier(source.field.name)} IS NULL AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.line = c.line AND f.field = ${name} AND NOT f.accepted)`,
    values,
  );
}

async function noteReferences(
  connection: DuckDBConnection,
  fields: Checked[],
  references: References,
): Promise<void> {
  for (const { source } of fields) {
    const { field } = source;
    if (field.kind !== 'reference') continue;
    const known = references.get(field.of!) ?? [];
    await connection.run(
      `INSERT INTO finding SELECT line, NULL, $1, ${literal(field.name)}, ${identifier(field.name)}, 'unknown_reference', false FROM checked
       WHERE ${identifier(field.name)} IS NOT NULL AND NOT list_contains(CAST($2 AS JSON)::VARCHAR[], ${identifier(field.name)})`,
      [source.column, JSON.stringify(known)],
    );
  }
}

/** Rules over a whole row: its key among the others of the file, its cells together. */
async function noteRows(connection: DuckDBConnection, { type }: Mapping, fields: Checked[]): Promise<void> {
  const columnOf = (name: string) =>
    fields.find(({ source }) => source.field.name === name)?.source.column ?? null;
  const key = type.identity.map(identifier);
  const known = key.map((column) => `${column} IS NOT NULL`).join(' AND ');
  await connection.run(
    `INSERT INTO finding SELECT c.line, NULL, $1, ${literal(type.identity[0]!)}, c.${key[0]}, 'duplicate_code', false
     FROM checked c JOIN (SELECT ${key.join(', ')}, min(line) AS first FROM checked WHERE ${known} GROUP BY ${key.join(', ')} HAVING count(*) > 1) d
     USING (${key.join(', ')}) WHERE c.line > d.first`,
    [columnOf(type.identity[0]!)],
  );
  for (const rule of type.rules) {
    const cells = rule.columns.map(
      (name) => `${literal(`${columnOf(name) ?? name} = `)} || CAST(${identifier(name)} AS VARCHAR)`,
    );
    await connection.run(
      `INSERT INTO finding SELECT line, NULL, $1, ${literal(rule.column)}, concat_ws(', ', ${cells.join(', ')}), ${literal(rule.rule)}, false FROM checked WHERE NOT (${rule.sql})`,
      [columnOf(rule.column)],
    );
  }
  for (const warning of type.warnings) {
    const column = warning.fields.map(columnOf).find((name) => name !== null);
    if (!column) continue;
    await connection.run(
      `INSERT INTO finding SELECT line, NULL, $1, ${literal(warning.field)}, NULL, ${literal(warning.rule)}, true FROM checked WHERE ${warning.sql}`,
      [column],
    );
  }
}

/** A total is one finding, a refused row needs no warnings; what is left may be taken in. */
async function settle(connection: DuckDBConnection, { type }: Mapping, fields: Checked[]): Promise<void> {
  await connection.run(
    `DELETE FROM finding WHERE rule <> 'total_row' AND line IN (SELECT line FROM finding WHERE rule = 'total_row')`,
  );
  await connection.run(`CREATE TEMP TABLE refused AS SELECT DISTINCT line FROM finding WHERE NOT accepted`);
  await connection.run(`DELETE FROM finding WHERE accepted AND line IN (FROM refused)`);
  await connection.run(
    `UPDATE finding SET value = replace(value, ${literal(MARK)}, '') WHERE contains(value, ${literal(MARK)})`,
  );
  const key = fields.find(({ source, raw }) => raw && source.field.name === type.identity[0]);
  if (key) {
    await connection.run(
      `UPDATE finding SET record = left(trim(replace(r.${key.raw}, ${literal(MARK)}, '')), 200) FROM raw r WHERE r.line = finding.line AND finding.record IS NULL`,
    );
  }
  await connection.run(
    `CREATE TEMP VIEW typed AS SELECT * FROM checked c WHERE NOT EXISTS (SELECT 1 FROM refused f WHERE f.line = c.line)`,
  );
  await connection.run('DROP TABLE raw');
}
