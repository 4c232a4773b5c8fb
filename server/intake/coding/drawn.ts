import { identifier } from '../duckdb';

/** Share and least number of contributions that a second person codes (method, 4.15). */
export const SHARE = 0.1;
export const LEAST = 30;

/** What counts as a contribution to be coded; `c` is its row. */
export const TO_CODE = `c.valid IS DISTINCT FROM 'no'`;

/**
 * SQL of the contributions drawn for a second coder: those with the smallest SHA-256 of `authority/consultation/code`.
 * Everybody can draw the same ones again, nobody can choose them, and a contribution that comes later moves few of them.
 * Parameters: $1 number of the authority, $2 code of the consultation.
 */
export const DRAWN_SQL = `
  SELECT code FROM (
    SELECT c.code, row_number() OVER (ORDER BY sha256(convert_to(concat_ws('/', a.code, c.consultation, c.code), 'UTF8'))) AS place,
      count(*) OVER () AS of
    FROM contribution c JOIN authority a ON a.id = c.authority_id WHERE c.authority_id = $1 AND c.consultation = $2 AND ${TO_CODE}
  ) ranked WHERE place <= greatest(${LEAST}, ceil(${SHARE} * of))`;

const CODES = ['outcome', 'rationale_quality'].map(identifier);

/**
 * SQL of the contributions whose first codes a person brought in, at any time: those of a batch of theirs, in force or
 * not. Parameters as above, $3 number of the person.
 */
export const OWN_FIRST_SQL = `
  SELECT c.code FROM contribution c JOIN batch b ON b.id = c.batch_id
  WHERE c.authority_id = $1 AND c.consultation = $2 AND b.person_id = $3 AND coalesce(${CODES.map((name) => `c.${name}`).join(', ')}) IS NOT NULL
  UNION
  SELECT h.record->>'code' FROM history h JOIN batch b ON b.id = h.batch_id
  WHERE h.record_type = 'contribution' AND h.authority_id = $1 AND h.record->>'consultation' = $2 AND b.person_id = $3
    AND coalesce(h.record->>'outcome', h.record->>'rationale_quality') IS NOT NULL`;
