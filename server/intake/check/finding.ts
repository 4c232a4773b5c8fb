import type { DuckDBConnection } from '@duckdb/node-api';
import { identifier, literal, numberOf } from '../duckdb';
import type { Part } from '../readers/reader';
import type { FileCheck } from './bulk-check';
import { type Checked, MARK } from './judge';

const INTO = 'INSERT INTO finding("row", line, "column", field, value, rule, accepted)';

/** Rows whose structure the reader found broken. */
export async function noteBroken(
  { connection, table: { header }, fields }: FileCheck,
  part: Part,
): Promise<void> {
  const key = fields.find(({ source }) => source.field.key)?.source.column ?? '';
  for (const broken of part.broken) {
    await connection.run('INSERT INTO finding VALUES ($1, $2, $3, $4, NULL, $5, $6, false)', [
      broken.row,
      broken.line,
      codeOf(broken, header.indexOf(key)),
      broken.cell === null ? null : (header[broken.cell] ?? null),
      broken.cell === null
        ? `${broken.cells} / ${header.length}`
        : (broken.record[broken.cell]?.slice(0, 500) ?? null),
      broken.rule,
    ]);
  }
}

/** The record's code, where it stands before the break: cells behind it cannot be told apart. */
function codeOf({ cell, record }: Part['broken'][number], keyAt: number): string | null {
  return keyAt >= 0 && keyAt < (cell ?? Infinity) ? (record[keyAt]?.trim() ?? null) : null;
}

/** Cells that break a rule or are worth a word; required cells that are empty. */
export async function noteCells(
  connection: DuckDBConnection,
  { source, raw, table }: Checked,
): Promise<void> {
  const name = literal(source.field.name);
  const find = (what: string, where: string, accepted: boolean) =>
    `${INTO} SELECT r."row", r.line, $1, ${name}, left(r.${raw}, 1000), ${what}, ${accepted} FROM raw r JOIN ${table} v ON v.cell = r.${raw} WHERE ${where}`;
  if (raw && (await numberOf(connection, `SELECT count(*) FROM ${table} WHERE rule IS NOT NULL`)) > 0) {
    await connection.run(find('v.rule', 'v.rule IS NOT NULL', false), [source.column]);
  }
  if (raw && (await numberOf(connection, `SELECT count(*) FROM ${table} WHERE len(warnings) > 0`)) > 0) {
    await connection.run(find('unnest(v.warnings)', 'len(v.warnings) > 0', true), [source.column]);
  }
  if (!source.field.required) return;
  const rule = source.field.key ? 'missing_code' : 'missing_value';
  const said = `SELECT 1 FROM finding f WHERE f."row" = c."row" AND f.field = ${name} AND NOT f.accepted`;
  await connection.run(
    `${INTO} SELECT c."row", c.line, $1, ${name}, NULL, '${rule}', false FROM checked c WHERE c.${identifier(source.field.name)} IS NULL AND NOT EXISTS (${said})`,
    [source.column],
  );
}

/** Codes of other records that do not exist. */
export async function noteReferences({ connection, fields, references }: FileCheck): Promise<void> {
  for (const { source } of fields) {
    const { field } = source;
    if (field.kind !== 'reference') continue;
    const column = identifier(field.name);
    const known = JSON.stringify(references.get(field.of!) ?? []);
    await connection.run(
      `${INTO} SELECT "row", line, $1, ${literal(field.name)}, ${column}, 'unknown_reference', false FROM checked
       WHERE ${column} IS NOT NULL AND NOT list_contains(CAST($2 AS JSON)::VARCHAR[], ${column})`,
      [source.column, known],
    );
  }
}

/** Rules over a whole row: its key among the others of the file, its cells together. */
export async function noteRows(check: FileCheck): Promise<void> {
  const { connection, fields, mapping } = check;
  const { type } = mapping;
  const columnOf = (name: string) =>
    fields.find(({ source }) => source.field.name === name)?.source.column ?? null;
  await noteDuplicates(check, columnOf(type.identity[0]!));
  if (type.rules.length > 0) {
    const broken = type.rules.map(({ sql }) => `NOT (${sql})`).join(' OR ');
    await connection.run(`CREATE OR REPLACE TEMP TABLE suspect AS SELECT * FROM ruled WHERE ${broken}`);
  }
  for (const rule of type.rules) {
    const cells = rule.columns.map(
      (name) => `${literal(`${columnOf(name) ?? name} = `)} || CAST(${identifier(name)} AS VARCHAR)`,
    );
    await connection.run(
      `${INTO} SELECT "row", line, $1, ${literal(rule.column)}, concat_ws(', ', ${cells.join(', ')}), ${literal(rule.rule)}, false FROM suspect WHERE NOT (${rule.sql})`,
      [columnOf(rule.column)],
    );
  }
  for (const warning of type.warnings) {
    const column = warning.fields.map(columnOf).find((name) => name !== null);
    if (!column) continue;
    await connection.run(
      `${INTO} SELECT "row", line, $1, ${literal(warning.field)}, NULL, ${literal(warning.rule)}, true FROM ruled WHERE ${warning.sql}`,
      [column],
    );
  }
}

/** The first row keeps its key, whatever becomes of it: a second one would make the record doubtful. */
async function noteDuplicates(
  { connection, mapping: { type } }: FileCheck,
  column: string | null,
): Promise<void> {
  const key = type.identity.map(identifier);
  const using = `USING (${key.join(', ')})`;
  const known = key.map((name) => `${name} IS NOT NULL`).join(' AND ');
  const shown = `${INTO} SELECT c."row", c.line, $1, ${literal(type.identity[0]!)}, CAST(c.${key[0]} AS VARCHAR), 'duplicate_code', false FROM checked c`;
  await connection.run(`${shown} JOIN seen ${using}`, [column]);
  const twice = `SELECT ${key.join(', ')}, min("row") AS first FROM checked WHERE ${known} GROUP BY ${key.join(', ')} HAVING count(*) > 1`;
  await connection.run(
    `${shown} JOIN (${twice}) d ${using} ANTI JOIN seen ${using} WHERE c."row" > d.first`,
    [column],
  );
  await connection.run(
    `INSERT INTO seen SELECT DISTINCT ${key.join(', ')} FROM checked c ANTI JOIN seen ${using} WHERE ${known}`,
  );
}

/** A total is one finding, a refused row needs no warnings; what is left may be taken in. */
export async function settle({ connection, mapping: { type }, fields }: FileCheck): Promise<void> {
  await connection.run(
    `DELETE FROM finding WHERE rule <> 'total_row' AND "row" IN (SELECT "row" FROM finding WHERE rule = 'total_row')`,
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE refused AS SELECT DISTINCT "row" FROM finding WHERE NOT accepted`,
  );
  await connection.run(`DELETE FROM finding WHERE accepted AND "row" IN (FROM refused)`);
  await connection.run(
    `UPDATE finding SET value = replace(value, ${literal(MARK)}, '') WHERE contains(value, ${literal(MARK)})`,
  );
  const key = fields.find(({ source, raw }) => raw && source.field.name === type.identity[0]);
  if (key) {
    const code = `left(trim(replace(r.${key.raw}, ${literal(MARK)}, '')), 200)`;
    await connection.run(
      `UPDATE finding SET record = ${code} FROM raw r WHERE r."row" = finding."row" AND finding.record IS NULL`,
    );
  }
  await connection.run(`DELETE FROM checked WHERE "row" IN (FROM refused)`);
  await connection.run(`CREATE OR REPLACE TEMP VIEW typed AS FROM checked`);
}
