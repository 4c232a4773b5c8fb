import type { PoolClient } from 'pg';
import type { References } from './check/bulk-check';
import type { Mapping } from './mapping';

/** Codes of the records that fields of this type may refer to. */
export async function referencesOf(
  postgres: PoolClient,
  { type, authority, sources, consultation, survey }: Mapping,
): Promise<References> {
  const references: References = new Map();
  for (const { field } of sources) {
    if (!field.of || references.has(field.of)) continue;
    const { rows } = await postgres.query<{ code: string }>(
      `SELECT ${field.within ? `concat_ws(chr(31), o."${field.within}", o.code)` : 'o.code'} AS code FROM "${field.of}" o JOIN authority a ON a.id = o.authority_id WHERE a.code = $1 OR ($2 AND a.kind = 'state')`,
      [authority, field.of === 'legal_rule' && type.name === 'consultation'],
    );
    references.set(
      field.of,
      rows.map(({ code }) => code),
    );
  }
  // what comes with the file is known before its rows are checked
  if (consultation) references.get('consultation')?.push(consultation.code);
  if (survey) references.get('survey')?.push(survey.code);
  return references;
}
