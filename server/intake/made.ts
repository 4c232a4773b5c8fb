import { createHash } from 'node:crypto';
import { openChanges, writeChanges } from './changes';
import { mappedFields } from './digest';
import { identifier } from './duckdb';
import type { Counts, LoadTarget } from './load';

/**
 * Writes a few records that are made from a mapping and not from rows of their own: new ones are added, known ones
 * changed with their earlier version kept. Their line is that of the header.
 * @param target its mapping names the type and the fields that the records have
 */
export async function writeMade(
  target: LoadTarget,
  line: number,
  records: Record<string, unknown>[],
): Promise<Counts> {
  const { postgres, mapping, authorityId, batchId } = target;
  const table = identifier(mapping.type.table);
  const fields = mappedFields(mapping).map(({ name }) => identifier(name));
  await openChanges(target);
  const given = records.map((record) => ({ ...record, content: digestOf(record) }));
  await postgres.query(
    `INSERT INTO incoming (line, content, ${fields.join(', ')})
     SELECT $1, content, ${fields.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $2)`,
    [line, JSON.stringify(given)],
  );
  const match = mapping.type.identity
    .map((name) => `t.${identifier(name)} = i.${identifier(name)}`)
    .join(' AND ');
  const known = `EXISTS (SELECT 1 FROM ${table} t WHERE t.authority_id = $1 AND ${match})`;
  const { rowCount } = await postgres.query(
    `INSERT INTO ${table} (authority_id, batch_id, line, content, ${fields.join(', ')})
     SELECT $1, $2, line, content, ${fields.join(', ')} FROM incoming i WHERE NOT ${known}`,
    [authorityId, batchId],
  );
  await postgres.query(
    `DELETE FROM incoming i USING ${table} t WHERE t.authority_id = $1 AND t.batch_id = $2 AND ${match}`,
    [authorityId, batchId],
  );
  const { changed } = await writeChanges(target);
  const fresh = rowCount ?? 0;
  return { new: fresh, changed, unchanged: records.length - fresh - changed };
}

const digestOf = (record: Record<string, unknown>): string =>
  createHash('md5').update(JSON.stringify(record)).digest('hex');
