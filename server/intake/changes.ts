import { mappedFields } from './digest';
import { identifier } from './duckdb';
import type { LoadTarget } from './load';

const FILLED_IN = ['id', 'authority_id', 'batch_id', 'revision', 'valid_from', 'row_xid'];

/** A field of a known record that a file changes; values are null where nothing was recorded. */
export interface Change {
  line: number;
  /** Identity of the record, its parts joined by a blank. */
  record: string;
  field: string;
  before: string | null;
  after: string | null;
  /** The values are not for a receipt: texts for those who work on the records, keys of people, answers. */
  hidden: boolean;
}

/** Changes that a receipt shows; the count of changed records is exact. */
const SHOWN = 200;
const UNTOLD = ['pseudonym', 'answers', 'facts'];

/** Makes the temp table `incoming` for known rows with other cells. */
export async function openChanges({ postgres, mapping }: LoadTarget): Promise<void> {
  await postgres.query('DROP TABLE IF EXISTS incoming');
  await postgres.query(`CREATE TEMP TABLE incoming (LIKE ${identifier(mapping.type.table)}) ON COMMIT DROP`);
  await postgres.query('ALTER TABLE incoming ADD "row" integer');
  for (const column of FILLED_IN) await postgres.query(`ALTER TABLE incoming ALTER ${column} DROP NOT NULL`);
}

/**
 * Writes what is in `incoming`: the mapped fields are replaced, the rest stays as it was, the earlier version goes to
 * `history`. A row that breaks a rule together with what is stored becomes a finding.
 */
export async function writeChanges(
  target: LoadTarget,
): Promise<{ changed: number; refused: number; changes: Change[] }> {
  const { postgres, mapping, authorityId, batchId } = target;
  const table = identifier(mapping.type.table);
  const mapped = mappedFields(mapping).map(({ name }) => identifier(name));
  const match = mapping.type.identity
    .map((name) => `t.${identifier(name)} = i.${identifier(name)}`)
    .join(' AND ');
  const kept = mapping.type.fields
    .map(({ name }) => identifier(name))
    .filter((name) => !mapped.includes(name));
  const filled = ['id', 'authority_id', ...kept].map((name) => `${name} = t.${name}`).join(', ');
  await postgres.query(
    `UPDATE incoming i SET ${filled} FROM ${table} t WHERE t.authority_id = $1 AND ${match}`,
    [authorityId],
  );
  await keepUncovered(target);
  const refused = await refuseBroken(target);
  const cellsOf = (alias: string) => `(${mapped.map((name) => `${alias}.${name}`).join(', ')})`;
  // equal cells under another digest (other fields were mapped before): nothing changes
  await postgres.query(
    `DELETE FROM incoming i USING ${table} t WHERE t.id = i.id AND ${cellsOf('t')} IS NOT DISTINCT FROM ${cellsOf('i')}`,
  );
  const changes = await changesOf(target);
  await postgres.query(
    `INSERT INTO history (record_type, record_id, authority_id, revision, batch_id, valid_from, ended_by_batch, record)
     SELECT $1, t.id, t.authority_id, t.revision, t.batch_id, t.valid_from, $2, to_jsonb(t) FROM ${table} t JOIN incoming i ON i.id = t.id`,
    [mapping.type.table, batchId],
  );
  const { rowCount } = await postgres.query(
    `UPDATE ${table} t SET ${mapped.map((name) => `${name} = i.${name}`).join(', ')}, batch_id = $1, line = i.line, content = i.content,
       revision = t.revision + 1, valid_from = now() FROM incoming i WHERE t.id = i.id`,
    [batchId],
  );
  return { changed: rowCount ?? 0, refused, changes };
}

/** The cells of `incoming` that differ from what is stored, by line. */
async function changesOf({ postgres, mapping }: LoadTarget): Promise<Change[]> {
  const { table, identity, fields } = mapping.type;
  const own = mappedFields(mapping).filter(({ name }) => !identity.includes(name));
  const untold = fields.filter(({ kind, restricted }) => restricted === true || UNTOLD.includes(kind));
  const { rows } = await postgres.query<Change>(
    `SELECT i.line, concat_ws(' ', ${identity.map((name) => `t.${identifier(name)}`).join(', ')}) AS record, f.field,
       CASE WHEN f.field <> ALL ($2) THEN o.old ->> f.field END AS before, CASE WHEN f.field <> ALL ($2) THEN o.new ->> f.field END AS after,
       f.field = ANY ($2) AS hidden
     FROM (SELECT id, line FROM incoming ORDER BY line LIMIT ${SHOWN}) first
     JOIN incoming i ON i.id = first.id JOIN ${identifier(table)} t ON t.id = i.id
     CROSS JOIN LATERAL (SELECT to_jsonb(t) AS old, to_jsonb(i) AS new) o CROSS JOIN LATERAL unnest($1::text[]) WITH ORDINALITY f(field, n)
     WHERE o.old -> f.field IS DISTINCT FROM o.new -> f.field ORDER BY i.line, f.n LIMIT ${SHOWN}`,
    [own.map(({ name }) => name), untold.map(({ name }) => name)],
  );
  return rows;
}

/** Answers and attributes that the file has no column for stay with the response. */
async function keepUncovered({ postgres, covers }: LoadTarget): Promise<void> {
  if (!covers) return;
  await postgres.query(
    `UPDATE incoming i SET attributes = (t.attributes - $1::text[]) || i.attributes, others = (t.others - $2::text[]) || i.others,
       answers = (SELECT coalesce(array_agg(CASE WHEN n = ANY ($3::int[]) THEN i.answers[n] ELSE t.answers[n] END ORDER BY n), '{}')
         FROM generate_series(1, greatest(cardinality(i.answers), cardinality(t.answers))) n)
     FROM survey_response t WHERE t.id = i.id`,
    [covers.attributes, covers.items, covers.positions],
  );
}

/** A row whose cells are right by themselves may break a rule together with what is stored. */
async function refuseBroken({ duck, postgres, mapping }: LoadTarget): Promise<number> {
  let refused = 0;
  const code = `${identifier(mapping.type.identity[0]!)}::text AS record`;
  for (const rule of mapping.type.rules) {
    const value = `concat_ws(', ', ${rule.columns.map((name) => `'${name} = ' || ${identifier(name)}::text`).join(', ')}) AS value`;
    const { rows } = await postgres.query<{ row: number; line: number; value: string; record: string }>(
      `DELETE FROM incoming WHERE NOT (${rule.sql}) RETURNING "row", line, ${code}, ${value}`,
    );
    const column = mapping.sources.find(({ field }) => field.name === rule.column)?.column ?? null;
    for (const { row, line, value: cells, record } of rows) {
      await duck.run('INSERT INTO finding VALUES ($1, $2, $3, $4, $5, $6, $7, false)', [
        row,
        line,
        record,
        column,
        rule.column,
        cells,
        rule.rule,
      ]);
    }
    refused += rows.length;
  }
  return refused;
}
