import type { PoolClient } from 'pg';
import { note } from '../access/audit';
import type { Caller } from '../access/caller';
import { NotAllowed } from '../access/refused';
import { type RecordType, recordType, RESPONSES, STORED_TYPES } from '../contracts/record-type';
import { Refusal } from '../store/home';
import { identifier } from './duckdb';
import { ownsBatch, requireOwnUnits } from './ownership';

interface Stored {
  type: string;
  authority_id: number;
  person_id: number | null;
  reverted_at: Date | null;
}

/** What a revert did. */
export interface Reverted {
  batch: number;
  /** Records that the batch had brought and that are gone. */
  removed: number;
  /** Records that stand again as they did before the batch. */
  restored: number;
}

/**
 * Undoes a batch inside an open transaction, under the lock of all imports: what it brought goes, what it changed
 * stands as before; the batch, its receipt and its history stay. Throws `Refusal` where a later batch built on it.
 */
export async function revertBatch(postgres: PoolClient, batch: number, by: Caller): Promise<Reverted> {
  if (batch < 1 || batch > 2_147_483_647) throw noBatch(batch);
  const { rows } = await postgres.query<Stored>(
    'SELECT type, authority_id, person_id, reverted_at FROM batch WHERE id = $1',
    [batch],
  );
  const found = rows[0];
  if (!found) throw noBatch(batch);
  if (!ownsBatch(by, found))
    throw new NotAllowed(
      `Partię ${batch} może cofnąć analityk jej organu albo osoba, która ją wprowadziła`,
      `Batch ${batch} can be reverted by an analyst of its authority or by whoever brought it in`,
    );
  if (found.reverted_at)
    throw new Refusal(`Partia ${batch} jest już cofnięta`, `Batch ${batch} is reverted already`);
  const type = recordType(found.type)!;
  await requireOwnUnits(postgres, by, { type, authorityId: found.authority_id, batchId: batch });
  const done = await undo(postgres, type, { batch, authorityId: found.authority_id });
  for (const name of type.brings)
    await undo(postgres, recordType(name)!, { batch, authorityId: found.authority_id });
  await postgres.query('DELETE FROM register_complete WHERE batch_id = $1', [batch]);
  await postgres.query('UPDATE batch SET reverted_at = now() WHERE id = $1', [batch]);
  await note(postgres, by, { action: 'batch_reverted', object: `batch ${batch}`, detail: { ...done } });
  return { batch, ...done };
}

/** Undoes what a batch did to the records of one table. */
async function undo(
  postgres: PoolClient,
  { table: name }: RecordType,
  { batch, authorityId }: { batch: number; authorityId: number },
): Promise<Omit<Reverted, 'batch'>> {
  const type = recordType(name)!;
  await refuseBuiltOn(postgres, type, batch);
  if (name === 'survey_item') await refuseAnswered(postgres, batch);
  await postgres.query('DROP TABLE IF EXISTS undone');
  await postgres.query(
    'CREATE TEMP TABLE undone ON COMMIT DROP AS SELECT NULL::bigint AS id, NULL::bigint AS earlier LIMIT 0',
  );
  await postgres.query(
    `INSERT INTO undone SELECT t.id, h.id FROM ${identifier(name)} t
     LEFT JOIN history h ON h.record_type = $2 AND h.record_id = t.id AND h.ended_by_batch = $1 AND h.batch_id <> $1 WHERE t.batch_id = $1`,
    [batch, name],
  );
  await refuseReferred(postgres, type, authorityId);
  await postgres.query(
    `INSERT INTO history (record_type, record_id, authority_id, revision, batch_id, valid_from, ended_by_batch, record)
     SELECT $1, t.id, t.authority_id, t.revision, t.batch_id, t.valid_from, $2, to_jsonb(t) FROM ${identifier(name)} t JOIN undone u ON u.id = t.id`,
    [name, batch],
  );
  const restored = await restore(postgres, type);
  const removed = await postgres.query(
    `DELETE FROM ${identifier(name)} t USING undone u WHERE u.id = t.id AND u.earlier IS NULL`,
  );
  return { removed: removed.rowCount ?? 0, restored };
}

const noBatch = (batch: number) => new Refusal(`Nie ma partii ${batch}`, `There is no batch ${batch}`);

async function restore(postgres: PoolClient, type: RecordType): Promise<number> {
  const columns = [...type.fields.map(({ name }) => identifier(name)), 'batch_id', 'line', 'content'];
  const table = identifier(type.name);
  const result = await postgres.query(
    `UPDATE ${table} t SET ${columns.map((name) => `${name} = e.${name}`).join(', ')}, revision = t.revision + 1, valid_from = now()
     FROM undone u JOIN history h ON h.id = u.earlier, LATERAL jsonb_populate_record(NULL::${table}, h.record) e WHERE u.id = t.id`,
  );
  return result.rowCount ?? 0;
}

/** Versions pile up: the latest batch of a record comes off first. */
async function refuseBuiltOn(postgres: PoolClient, type: RecordType, batch: number): Promise<void> {
  const { rows } = await postgres.query<{ id: number }>(
    `SELECT DISTINCT b.id FROM history h JOIN batch b ON b.id = h.ended_by_batch AND b.reverted_at IS NULL
     WHERE h.record_type = $2 AND h.batch_id = $1 AND h.ended_by_batch <> $1 ORDER BY b.id`,
    [batch, type.name],
  );
  if (rows.length === 0) return;
  const later = rows.map(({ id }) => id).join(', ');
  throw new Refusal(
    `Rekordy partii ${batch} zmieniła później partia ${later}; najpierw cofnij tę późniejszą`,
    `Records of batch ${batch} were changed later by batch ${later}; revert the later one first`,
  );
}

/** Later responses may hold an answer at the place of a question, or of a word, that would be gone and given out again. */
async function refuseAnswered(postgres: PoolClient, batch: number): Promise<void> {
  const { rows } = await postgres.query<{ id: number }>(
    `SELECT DISTINCT r.batch_id AS id FROM survey_item i JOIN survey_response r ON r.authority_id = i.authority_id AND r.survey = i.survey
     WHERE i.batch_id = $1 AND r.batch_id > $1 ORDER BY 1`,
    [batch],
  );
  if (rows.length === 0) return;
  const later = rows.map(({ id }) => id).join(', ');
  throw new Refusal(
    `Na pytania z partii ${batch} odpowiada późniejsza partia ${later}; najpierw cofnij tę późniejszą`,
    `Questions of batch ${batch} are answered by the later batch ${later}; revert the later one first`,
  );
}

async function refuseReferred(postgres: PoolClient, type: RecordType, authorityId: number): Promise<void> {
  for (const other of [...STORED_TYPES, RESPONSES]) {
    for (const field of other.fields.filter(({ of }) => of === type.name)) {
      const own = identifier(other.identity[0]!);
      const within = field.within ? ` AND t.${field.within} = o.${field.within}` : '';
      const { rows } = await postgres.query<{ code: string; named: string }>(
        `SELECT o.${own} AS code, o.${identifier(field.name)} AS named FROM ${identifier(other.name)} o JOIN ${identifier(type.name)} t
           ON (t.authority_id = o.authority_id OR '${type.name}' = 'legal_rule') AND t.code = o.${identifier(field.name)}${within} JOIN undone u ON u.id = t.id AND u.earlier IS NULL
         WHERE o.authority_id = $1 OR '${type.name}' = 'legal_rule' LIMIT 1`,
        [authorityId],
      );
      if (!rows[0]) continue;
      const { code, named } = rows[0];
      throw new Refusal(
        `Rekord „${named}” jest wskazany przez „${code}” (${other.label.pl}); najpierw cofnij partię tamtych rekordów`,
        `The record “${named}” is referred to by “${code}” (${other.label.en}); revert the batch of those records first`,
      );
    }
  }
}
