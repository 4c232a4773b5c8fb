import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { recordType } from '../contracts/record-type';
import { sentence } from '../contracts/rules';
import { Refusal } from '../store/home';
import type { Taken } from './batch';
import { LIST_MARK } from './constant';
import { refuseContradiction } from './contradiction';
import { identifier } from './duckdb';
import type { Source } from './source';

/**
 * Makes the one consultation that all rows of a file belong to, where the authority has none of that code. Returns
 * whether it was made. Its line is that of the header: no row of the file is its own. Throws `Refusal` where what the
 * mapping says of it cannot be together.
 */
export async function makeConsultation(
  postgres: PoolClient,
  { mapping: { consultation }, table, authorityId }: Taken,
  batchId: number,
): Promise<boolean> {
  if (!consultation) return false;
  const { code, sources } = consultation;
  const facts = sources.filter(({ field, constant }) => !field.key && constant !== null);
  const values = facts.map(({ field, constant }) =>
    field.kind === 'codes' || field.kind === 'texts' ? constant!.split(LIST_MARK) : constant,
  );
  const content = createHash('md5')
    .update(JSON.stringify([code, ...values]))
    .digest('hex');
  const columns = [
    'authority_id',
    'batch_id',
    'line',
    'content',
    'code',
    ...facts.map(({ field }) => field.name),
  ];
  const given = [authorityId, batchId, table.headerLine, content, code, ...values];
  await requireKnown(postgres, authorityId, facts);
  const { rowCount } = await postgres
    .query(
      `INSERT INTO consultation (${columns.map(identifier).join(', ')}) VALUES (${given.map((_, i) => `$${i + 1}`).join(', ')})
       ON CONFLICT (authority_id, code) DO NOTHING`,
      given,
    )
    .catch(refuseContradiction(recordType('consultation')!));
  return rowCount === 1;
}

/** What a fact refers to has to be there, as in a file. */
async function requireKnown(postgres: PoolClient, authorityId: number, facts: Source[]): Promise<void> {
  for (const { field, constant } of facts) {
    if (!field.of) continue;
    const { rows } = await postgres.query(
      `SELECT 1 FROM ${identifier(field.of)} o JOIN authority a ON a.id = o.authority_id
       WHERE o.code = $2 AND (a.id = $1 OR ($3 AND a.kind = 'state'))`,
      [authorityId, constant, field.of === 'legal_rule'],
    );
    if (rows[0]) continue;
    const why = sentence('unknown_reference', field, constant);
    throw new Refusal(
      `Mapowanie, consultation.${field.name}: ${why.pl}`,
      `Mapping, consultation.${field.name}: ${why.en}`,
    );
  }
}
