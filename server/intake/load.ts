import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Field } from '../contracts/field';
import { identifier, literal, numberOf } from './duckdb';
import type { Mapping } from './mapping';

/** What is written where: the checked rows of one connection of DuckDB into the tables of one transaction of Postgres. */
export interface Load {
  duck: DuckDBConnection;
  postgres: PoolClient;
  mapping: Mapping;
  authorityId: number;
  batchId: number;
  /** Folder inside the fence. */
  folder: string;
}

export interface Counts {
  new: number;
  changed: number;
  unchanged: number;
}

/** Slices of the new rows: while Postgres takes one in, DuckDB sorts and writes the next. */
const SLICES = 4;

/**
 * Tells new rows from known ones and writes both in the open transaction: new ones by COPY straight into the table,
 * known ones whose cells differ through a temp table, with their earlier version kept in `history`.
 * Rows that break a cross-field rule together with what is already stored become findings and are left out.
 */
export async function loadRows(load: Load, dryRun: boolean): Promise<Counts> {
  const { duck, mapping } = load;
  const total = await numberOf(duck, 'SELECT count(*) FROM typed');
  if (!(await fetchKnown(load))) {
    if (!dryRun) await copyNew(load, 'typed');
    return { new: total, changed: 0, unchanged: 0 };
  }
  const key = mapping.type.identity.map(identifier).join(', ');
  await duck.run(
    `CREATE TEMP TABLE same AS SELECT t.line FROM (SELECT *, ${contentSql(mapping)} AS content FROM typed) t JOIN known k USING (${key}) WHERE k.content = t.content`,
  );
  await duck.run(`CREATE TEMP VIEW fresh AS SELECT t.* FROM typed t ANTI JOIN known USING (${key})`);
  await duck.run(
    `CREATE TEMP VIEW differing AS SELECT t.* FROM typed t SEMI JOIN known USING (${key}) WHERE NOT EXISTS (SELECT 1 FROM same s WHERE s.line = t.line)`,
  );
  const fresh = await numberOf(duck, 'SELECT count(*) FROM fresh');
  if (fresh > 0 && !dryRun) await copyNew(load, 'fresh');
  const { changed, refused } = await writeDiffering(load);
  return { new: fresh, changed, unchanged: total - fresh - changed - refused };
}

/** Brings the identities and digests that are stored already into DuckDB as `known`; false where there are none. */
async function fetchKnown({ duck, postgres, mapping, authorityId, folder }: Load): Promise<boolean> {
  const { name, identity } = mapping.type;
  const { rows } = await postgres.query(`SELECT 1 FROM ${identifier(name)} WHERE authority_id = $1 LIMIT 1`, [
    authorityId,
  ]);
  if (rows.length === 0) return false;
  const file = join(folder, 'known.csv');
  const columns = [...identity, 'content'].map(identifier).join(', ');
  const sql = `COPY (SELECT ${columns} FROM ${identifier(name)} WHERE authority_id = ${authorityId}) TO STDOUT (FORMAT csv)`;
  await pipeline(postgres.query(copyTo(sql)), createWriteStream(file));
  const types = identity.map(
    (column) =>
      `${literal(column)}: '${mapping.type.fields.find((field) => field.name === column)?.kind === 'day' ? 'DATE' : 'VARCHAR'}'`,
  );
  await duck.run(
    `CREATE TEMP TABLE known AS FROM read_csv(${literal(file)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', new_line = '\\n',
       columns = {${[...types, `'content': 'VARCHAR'`].join(', ')}})`,
  );
  return true;
}

/** Digest of the mapped cells of a row, as text of a uuid. */
function contentSql({ sources, type }: Mapping): string {
  const mapped = type.fields.filter(({ name }) => sources.some(({ field }) => field.name === name));
  const cells = mapped
    .map(({ name }) => `coalesce(CAST(${identifier(name)} AS VARCHAR), chr(30))`)
    .join(', ');
  const digest = `md5(concat_ws(chr(31), ${literal(mapped.map(({ name }) => name).join(','))}, ${cells}))`;
  return `concat_ws('-', ${[
    [1, 8],
    [9, 4],
    [13, 4],
    [17, 4],
    [21, 12],
  ]
    .map(([at, length]) => `substr(${digest}, ${at}, ${length})`)
    .join(', ')})`;
}

/** One cell as COPY reads it. */
function copySql({ name, kind }: Field): string {
  if (kind !== 'codes' && kind !== 'texts') return identifier(name);
  const escaped = `replace(replace(x, '\\', '\\\\'), '"', '\\"')`;
  return `'{' || array_to_string(list_transform(${identifier(name)}, lambda x: '"' || ${escaped} || '"'), ',') || '}' AS ${identifier(name)}`;
}

const fieldsOf = ({ sources, type }: Mapping) =>
  type.fields.filter(({ name }) => sources.some(({ field }) => field.name === name));

async function copyNew(load: Load, view: string): Promise<void> {
  const { duck, mapping, folder, authorityId, batchId } = load;
  const lines = await duck.runAndReadAll(`SELECT min(line), max(line) FROM ${view}`);
  const [first, last] = (lines.getRows()[0] ?? [0, 0]).map(Number) as [number, number];
  const columns = [
    'authority_id',
    'batch_id',
    'line',
    'content',
    ...fieldsOf(mapping).map(({ name }) => name),
  ];
  const into = `COPY ${identifier(mapping.type.name)} (${columns.map(identifier).join(', ')}) FROM STDIN (FORMAT csv)`;
  const step = Math.ceil((last - first + 1) / (last - first > 10_000 ? SLICES : 1));
  let copying: Promise<void> = Promise.resolve();
  for (let from = first, slice = 0; from <= last; from += step, slice++) {
    const file = join(folder, `slice-${slice % 2}.csv`);
    const cells = [
      String(authorityId),
      String(batchId),
      'line',
      `${contentSql(mapping)} AS content`,
      ...fieldsOf(mapping).map(copySql),
    ];
    await duck.run(
      `COPY (SELECT ${cells.join(', ')} FROM ${view} WHERE line BETWEEN ${from} AND ${from + step - 1} ORDER BY ${mapping.type.identity.map(identifier).join(', ')})
       TO ${literal(file)} (FORMAT csv, HEADER false)`,
    );
    await copying;
    copying = pipeline(
      createReadStream(file, { highWaterMark: 1 << 18 }),
      load.postgres.query(copyFrom(into)),
    );
    // the failure belongs to the await above or below; until then it must not count as unhandled
    copying.catch(() => undefined);
  }
  await copying;
}

/** Known rows with other cells: the mapped fields are replaced, the rest stays as it was. */
async function writeDiffering(load: Load): Promise<{ changed: number; refused: number }> {
  const { duck, postgres, mapping, authorityId, batchId, folder } = load;
  if ((await numberOf(duck, 'SELECT count(*) FROM differing')) === 0) return { changed: 0, refused: 0 };
  const table = identifier(mapping.type.name);
  const mapped = fieldsOf(mapping).map(({ name }) => identifier(name));
  await postgres.query(`CREATE TEMP TABLE incoming (LIKE ${table}) ON COMMIT DROP`);
  const columns = ['line', 'content', ...mapped];
  for (const column of ['id', 'authority_id', 'batch_id', 'revision', 'valid_from', 'row_xid']) {
    await postgres.query(`ALTER TABLE incoming ALTER ${column} DROP NOT NULL`);
  }
  const file = join(folder, 'differing.csv');
  const cells = ['line', `${contentSql(mapping)} AS content`, ...fieldsOf(mapping).map(copySql)];
  await duck.run(
    `COPY (SELECT ${cells.join(', ')} FROM differing) TO ${literal(file)} (FORMAT csv, HEADER false)`,
  );
  await pipeline(
    createReadStream(file),
    postgres.query(copyFrom(`COPY incoming (${columns.join(', ')}) FROM STDIN (FORMAT csv)`)),
  );
  const match = mapping.type.identity
    .map((name) => `t.${identifier(name)} = i.${identifier(name)}`)
    .join(' AND ');
  const kept = mapping.type.fields
    .filter(({ name }) => !mapped.includes(identifier(name)))
    .map(({ name }) => `${identifier(name)} = t.${identifier(name)}`);
  await postgres.query(
    `UPDATE incoming i SET ${['id = t.id', 'authority_id = t.authority_id', ...kept].join(', ')} FROM ${table} t WHERE t.authority_id = $1 AND ${match}`,
    [authorityId],
  );
  const refused = await refuseBroken(load);
  const differs = `(${mapped.map((name) => `t.${name}`).join(', ')}) IS DISTINCT FROM (${mapped.map((name) => `i.${name}`).join(', ')})`;
  // equal cells under another digest (other fields were mapped before): nothing changes
  await postgres.query(`DELETE FROM incoming i USING ${table} t WHERE t.id = i.id AND NOT (${differs})`);
  await postgres.query(
    `INSERT INTO history (record_type, record_id, authority_id, revision, batch_id, valid_from, ended_by_batch, record)
     SELECT $1, t.id, t.authority_id, t.revision, t.batch_id, t.valid_from, $2, to_jsonb(t) FROM ${table} t JOIN incoming i ON i.id = t.id`,
    [mapping.type.name, batchId],
  );
  const updated = await postgres.query(
    `UPDATE ${table} t SET ${mapped.map((name) => `${name} = i.${name}`).join(', ')}, batch_id = $1, line = i.line, content = i.content,
       revision = t.revision + 1, valid_from = now() FROM incoming i WHERE t.id = i.id`,
    [batchId],
  );
  return { changed: updated.rowCount ?? 0, refused };
}

/** A row whose cells are right by themselves may break a rule together with what is stored. */
async function refuseBroken({ duck, postgres, mapping }: Load): Promise<number> {
  let refused = 0;
  for (const rule of mapping.type.rules) {
    const columns = rule.columns.map(identifier).join(', ');
    const { rows } = await postgres.query<{ line: number; value: string; record: string }>(
      `DELETE FROM incoming WHERE NOT (${rule.sql}) RETURNING line, ${identifier(mapping.type.identity[0]!)}::text AS record, (SELECT string_agg(x::text, ', ') FROM unnest(ARRAY[${columns}]) x) AS value`,
    );
    for (const { line, value, record } of rows) {
      await duck.run('INSERT INTO finding VALUES ($1, $2, NULL, $3, $4, $5, false)', [
        line,
        record,
        rule.column,
        value,
        rule.rule,
      ]);
    }
    refused += rows.length;
  }
  return refused;
}
