import type { DuckDBConnection } from '@duckdb/node-api';
import { mappedFields } from '../digest';
import { identifier, literal, numberOf, rowsOf } from '../duckdb';
import type { Part } from '../readers/reader';
import type { FileCheck } from './bulk-check';
import { type Checked, MARK, rowsSql, typedSql } from './judge';

const INTO = 'INSERT INTO finding("row", line, "column", field, value, rule, accepted)';

/** Rows whose structure the reader found broken. */
export async function noteBroken(
  { connection, table: { header }, mapping: { personal }, fields }: FileCheck,
  part: Part,
): Promise<void> {
  const key = fields.find(({ source }) => source.field.key)?.source.column ?? '';
  const secret = personal.some(({ fate }) => fate !== 'kept');
  for (const broken of part.broken) {
    await connection.run('INSERT INTO finding VALUES ($1, $2, $3, $4, NULL, $5, $6, false)', [
      broken.row,
      broken.line,
      codeOf(broken, header.indexOf(key), secret),
      broken.cell === null ? null : (header[broken.cell] ?? null),
      shownOf(broken, header.length, secret),
      broken.rule,
    ]);
  }
}

type Broken = Part['broken'][number];

/**
 * The record's code, where it stands before the break: cells behind it cannot be told apart. Nobody knows where a row
 * with too many cells or too few was broken: a cell that must not be shown may have moved to the code's place.
 */
function codeOf({ cell, record }: Broken, keyAt: number, secret: boolean): string | null {
  const end = cell ?? (secret ? 0 : Infinity);
  return keyAt >= 0 && keyAt < end ? (record[keyAt]?.trim() ?? null) : null;
}

/** What a broken quote holds may be the rest of the row, so that it is not shown where a column must not be. */
function shownOf({ cell, cells, record }: Broken, width: number, secret: boolean): string | null {
  if (cell === null) return `${cells} / ${width}`;
  return secret ? null : (record[cell]?.slice(0, 500) ?? null);
}

/** Cells that break a rule or are worth a word; required cells that are empty. */
export async function noteCells(
  { connection, fields }: FileCheck,
  { source, raw, table, tally }: Checked,
): Promise<void> {
  const name = literal(source.field.name);
  const shown = source.field.kind === 'pseudonym' ? 'NULL' : `left(r.${raw}, 1000)`;
  const find = (what: string, where: string, accepted: boolean) =>
    `${INTO} SELECT r."row", r.line, $1, ${name}, ${shown}, ${what}, ${accepted} FROM raw r JOIN ${table} v ON v.cell = r.${raw} WHERE ${where}`;
  if (tally.broken > 0) await connection.run(find('v.rule', 'v.rule IS NOT NULL', false), [source.column]);
  if (tally.warned > 0) {
    await connection.run(find('unnest(v.warnings)', 'len(v.warnings) > 0', true), [source.column]);
  }
  if (!source.field.required) return;
  const rule = source.field.key ? 'missing_code' : 'missing_value';
  const said = `SELECT 1 FROM finding f WHERE f."row" = c."row" AND f.field = ${name} AND NOT f.accepted`;
  await connection.run(
    `${INTO} SELECT c."row", c.line, $1, ${name}, NULL, '${rule}', false FROM (${rowsSql(fields, [source.field.name])}) c
     WHERE c.${identifier(source.field.name)} IS NULL AND NOT EXISTS (${said})`,
    [source.column],
  );
}

/** Codes of other records that do not exist. */
export async function noteReferences({ connection, fields, references }: FileCheck): Promise<void> {
  for (const { source } of fields) {
    const { field } = source;
    if (field.kind !== 'reference') continue;
    const column = identifier(field.name);
    const code = field.within ? `concat_ws(chr(31), ${identifier(field.within)}, ${column})` : column;
    const known = JSON.stringify(references.get(field.of!) ?? []);
    await connection.run(
      `${INTO} SELECT "row", line, $1, ${literal(field.name)}, ${column}, 'unknown_reference', false FROM (${rowsSql(fields, field.within ? [field.name, field.within] : [field.name])})
       WHERE ${column} IS NOT NULL AND NOT list_contains(CAST($2 AS JSON)::VARCHAR[], ${code})`,
      [source.column, known],
    );
  }
}

const columnIn = ({ fields }: FileCheck, name: string): string | null =>
  fields.find(({ source }) => source.field.name === name)?.source.column ?? null;

/** Rules over the cells of a row together. */
export async function noteRows(check: FileCheck): Promise<void> {
  const { connection, mapping } = check;
  const { type } = mapping;
  const columnOf = (name: string) => columnIn(check, name);
  const warnings = type.warnings.flatMap((warning) => {
    const column = warning.fields.map(columnOf).find((name) => name !== null);
    return column ? [{ ...warning, column }] : [];
  });
  if (type.rules.length + warnings.length === 0) return;
  await gatherSuspects(check, warnings);
  for (const rule of type.rules) {
    const cells = rule.columns.map(
      (name) => `${literal(`${columnOf(name) ?? name} = `)} || CAST(${identifier(name)} AS VARCHAR)`,
    );
    await connection.run(
      `${INTO} SELECT "row", line, $1, ${literal(rule.column)}, concat_ws(', ', ${cells.join(', ')}), ${literal(rule.rule)}, false FROM suspect WHERE NOT (${rule.sql})`,
      [columnOf(rule.column)],
    );
  }
  for (const { column, field, rule, sql } of warnings) {
    await connection.run(
      `${INTO} SELECT "row", line, $1, ${literal(field)}, NULL, ${literal(rule)}, true FROM suspect WHERE ${sql}`,
      [column],
    );
  }
}

/** One pass over all rows for all rules that speak of several cells: what it leaves in `suspect` is little. */
async function gatherSuspects(
  { connection, fields, mapping: { type } }: FileCheck,
  warnings: { fields: string[]; sql: string }[],
): Promise<void> {
  const spoken = new Set([
    ...type.rules.flatMap(({ columns }) => columns),
    ...warnings.flatMap((warning) => warning.fields),
  ]);
  const needed = type.fields.filter(({ name }) => spoken.has(name));
  const rows = rowsSql(
    fields,
    needed.map(({ name }) => name),
  );
  const odd = [...type.rules.map(({ sql }) => `NOT (${sql})`), ...warnings.map(({ sql }) => `(${sql})`)];
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE suspect AS
     FROM (SELECT ${['"row"', 'line', ...needed.map(typedSql)].join(', ')} FROM (${rows})) WHERE ${odd.join(' OR ')}`,
  );
}

/**
 * The first row keeps its key, whatever becomes of it: a second one would make the record doubtful. True where the keys
 * rise from row to row, behind all that were seen before.
 */
export async function noteDuplicates(check: FileCheck): Promise<boolean> {
  const { connection, mapping, fields } = check;
  const { identity } = mapping.type;
  const column = columnIn(check, identity[0]!);
  const key = identity.map(identifier);
  const known = key.map((name) => `${name} IS NOT NULL`).join(' AND ');
  const keyed = `SELECT * FROM (${rowsSql(fields, identity)}) WHERE ${known}`;
  const { rising, top } = await stepsOf(check, keyed);
  check.top = top;
  if (rising) {
    await connection.run(`INSERT INTO seen SELECT ${key.join(', ')} FROM (${keyed})`);
    return true;
  }
  const using = `USING (${key.join(', ')})`;
  const shown = `${INTO} SELECT c."row", c.line, $1, ${literal(identity[0]!)}, CAST(c.${key[0]} AS VARCHAR), 'duplicate_code', false FROM (${keyed}) c`;
  await connection.run(`${shown} JOIN seen ${using}`, [column]);
  const twice = `SELECT ${key.join(', ')}, min("row") AS first FROM (${keyed}) GROUP BY ${key.join(', ')} HAVING count(*) > 1`;
  await connection.run(
    `${shown} JOIN (${twice}) d ${using} ANTI JOIN seen ${using} WHERE c."row" > d.first`,
    [column],
  );
  await connection.run(
    `INSERT INTO seen SELECT DISTINCT ${key.join(', ')} FROM (${keyed}) c ANTI JOIN seen ${using}`,
  );
  return false;
}

/** A register in the order of its keys, the usual one, has no key twice: nothing has to be looked up or sorted. */
async function stepsOf(
  { connection, mapping, top }: FileCheck,
  keyed: string,
): Promise<{ rising: boolean; top: string | null }> {
  const key = `concat_ws(chr(31), ${mapping.type.identity.map(identifier).join(', ')})`;
  const steps = `SELECT whole, lag(whole, 1, $1) OVER () AS before FROM (SELECT ${key} AS whole FROM (${keyed}))`;
  const [found] = await rowsOf<{ falls: bigint; top: string | null }>(
    connection,
    `SELECT count(*) FILTER (before >= whole) AS falls, greatest(max(whole), $1) AS top FROM (${steps})`,
    [top],
  );
  return { rising: Number(found!.falls) === 0, top: found!.top };
}

/** No text of Postgres holds NUL, and what was found goes there: as a finding and within a receipt. */
export const takeOutNul = (connection: DuckDBConnection): Promise<unknown> =>
  connection.run(
    `UPDATE finding SET record = replace(record, chr(0), ''), value = replace(value, chr(0), '')
     WHERE contains(record, chr(0)) OR contains(value, chr(0))`,
  );

/** A total is one finding, a refused row needs no warnings; what is left may be taken in: returns how many rows. */
export async function settle({ connection, mapping, fields, beside }: FileCheck): Promise<number> {
  const { type } = mapping;
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
  await connection.run(
    `UPDATE finding SET value = replace(value, chr(29), ', ') WHERE contains(value, chr(29))`,
  );
  const key = fields.find(({ source }) => source.field.name === type.identity[0]);
  if (key) {
    const { prefix, rowNumber, constant } = key.source;
    const code = key.raw
      ? `${literal(prefix)} || nullif(left(trim(replace(r.${key.raw}, ${literal(MARK)}, '')), 200), '')`
      : rowNumber === null
        ? constant === null
          ? 'NULL'
          : literal(constant)
        : `${literal(rowNumber)} || r."row"`;
    await connection.run(
      `UPDATE finding SET record = ${code} FROM raw r WHERE r."row" = finding."row" AND finding.record IS NULL`,
    );
  }
  const names = mappedFields(mapping)
    .map(({ name }) => name)
    .filter((name) => !beside?.fields.includes(name));
  const joined = beside ? ` JOIN ${beside.table} USING ("row")` : '';
  await connection.run(
    `CREATE OR REPLACE TEMP VIEW typed AS FROM (${rowsSql(fields, names)}) ANTI JOIN refused USING ("row")${joined}`,
  );
  return numberOf(connection, 'SELECT count(*) FROM raw ANTI JOIN refused USING ("row")');
}
