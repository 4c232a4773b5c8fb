import { createHash } from 'node:crypto';
import { faultOf } from '../contracts/cell';
import { sentence } from '../contracts/rules';
import { Refusal } from '../store/home';
import { refuseContradiction } from './contradiction';
import { openChanges, writeChanges } from './changes';
import { mappedFields } from './digest';
import { identifier } from './duckdb';
import type { Counts, LoadTarget } from './load';

/**
 * Writes a few records that are made from a mapping and not from rows of their own: new ones are added, known ones
 * changed with their earlier version kept. Their line is that of the header. Throws `Refusal` where one breaks a rule.
 * @param target its mapping names the type and the fields that the records have
 */
export async function writeMade(
  target: LoadTarget,
  line: number,
  records: Record<string, unknown>[],
): Promise<Omit<Counts, 'changes'>> {
  const { postgres, mapping, authorityId, batchId } = target;
  const table = identifier(mapping.type.table);
  const fields = mappedFields(mapping).map(({ name }) => identifier(name));
  await openChanges(target);
  for (const record of records) refuseFaulty(target, record);
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
  const { rowCount } = await postgres
    .query(
      `INSERT INTO ${table} (authority_id, batch_id, line, content, ${fields.join(', ')})
     SELECT $1, $2, line, content, ${fields.join(', ')} FROM incoming i WHERE NOT ${known}`,
      [authorityId, batchId],
    )
    .catch(refuseContradiction(mapping.type));
  await postgres.query(
    `DELETE FROM incoming i USING ${table} t WHERE t.authority_id = $1 AND t.batch_id = $2 AND ${match}`,
    [authorityId, batchId],
  );
  const { changed, refused } = await writeChanges(target);
  if (refused > 0) throw contradicts(target, records);
  const fresh = rowCount ?? 0;
  return { new: fresh, changed, unchanged: records.length - fresh - changed };
}

/** Its fields have the limits of those of a file; what breaks one refuses the whole file. */
function refuseFaulty({ mapping: { type } }: LoadTarget, record: Record<string, unknown>): void {
  for (const field of type.fields) {
    const value = record[field.name];
    const checked = ['text', 'url', 'texts'].includes(field.kind) && value !== undefined;
    const fault = checked ? faultOf(field, value) : null;
    if (!fault) continue;
    const why = sentence(fault, field, String(value));
    const of = `${type.name}.${field.name}, ${String(record['code']).slice(0, 80)}`;
    throw new Refusal(`Mapowanie, ${of}: ${why.pl}`, `Mapping, ${of}: ${why.en}`);
  }
}

const contradicts = ({ mapping: { type } }: LoadTarget, records: Record<string, unknown>[]) => {
  const codes = records
    .map(({ code }) => String(code))
    .slice(0, 3)
    .join(', ');
  return new Refusal(
    `Mapowanie, ${type.name} ${codes}: przeczy temu, co już zapisano (${type.rules.map(({ constraint }) => constraint).join(', ')})`,
    `Mapping, ${type.name} ${codes}: contradicts what is stored already (${type.rules.map(({ constraint }) => constraint).join(', ')})`,
  );
};

const digestOf = (record: Record<string, unknown>): string =>
  createHash('md5').update(JSON.stringify(record)).digest('hex');
