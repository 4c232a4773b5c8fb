import type { DuckDBConnection } from '@duckdb/node-api';
import type { PoolClient } from 'pg';
import type { Caller } from '../access/caller';
import { NotAllowed } from '../access/refused';
import { type RecordType, recordType } from '../contracts/record-type';
import { identifier, rowsOf } from './duckdb';
import type { Mapping } from './mapping';

/** Whether somebody may undo a batch and see what was refused in it: an analyst of its authority, or who brought it in. */
export function ownsBatch(
  by: Caller,
  { authority_id, person_id }: { authority_id: number; person_id: number | null },
): boolean {
  if (by.reaches(['analyst'], authority_id)) return true;
  return person_id !== null && person_id === by.identity.person && by.reaches(['steward'], authority_id);
}

const OF_CONSULTATION =
  '(SELECT c.unit FROM consultation c WHERE c.authority_id = r.authority_id AND c.code = r.consultation)';

/** Tables of records that belong to a unit, and the SQL of that unit; `r` is the record. */
const UNIT_OF: Record<string, string> = {
  consultation: 'r.unit',
  consultation_event: OF_CONSULTATION,
  participant: OF_CONSULTATION,
  contribution: OF_CONSULTATION,
  coding: OF_CONSULTATION,
  council_opinion: OF_CONSULTATION,
};

/** Which records `r` somebody works on, as SQL; `units` belongs in the place of its parameter. */
export interface Own {
  where: (parameter: string) => string;
  /** Null: those of every unit. */
  units: string[] | null;
}

const OF_ALL: Own = { where: (parameter) => `${parameter}::text[] IS NULL`, units: null };

/** The records of a type that somebody may read in order to work on them. Throws `NotAllowed`. */
export function ownRecords(by: Caller, authority: number, type: RecordType): Own {
  if (by.reaches(['analyst'], authority)) return OF_ALL;
  const unit = UNIT_OF[type.table];
  if (!unit || !by.reaches(['steward'], authority))
    throw new NotAllowed(
      `Twoja rola nie pozwala czytać tu rekordów: ${type.label.pl}`,
      `Your role does not allow reading these records here: ${type.label.en}`,
    );
  return { where: (parameter) => `${unit} = ANY (${parameter}::text[])`, units: by.unitsOf(authority) };
}

/** As `ownRecords`, for their codes and names alone: a steward may also name what their own records refer to. */
export function mayName(by: Caller, authority: number, type: RecordType): Own {
  const isNamed = Object.keys(UNIT_OF).some((name) =>
    recordType(name)!.fields.some(({ of }) => of === type.name),
  );
  if (!UNIT_OF[type.table] && isNamed && by.reaches(['steward'], authority)) return OF_ALL;
  return ownRecords(by, authority, type);
}

/**
 * Refuses a file that somebody may not bring in. Throws `NotAllowed` before anything is read for them.
 * A new authority comes only with somebody whose role holds for all of them.
 */
export function requireAuthority(
  by: Caller,
  { id, created }: { id: number; created: boolean },
  { type, authority: code, registerComplete }: Mapping,
): void {
  const authority = created ? null : id;
  if (by.reaches(['analyst'], authority)) return;
  if (!by.reaches(['steward', 'analyst'], authority))
    throw new NotAllowed(
      `Nie możesz wprowadzać danych organu „${code}”`,
      `You may not bring in records of the authority “${code}”`,
    );
  if (registerComplete.length > 0)
    throw new NotAllowed(
      'Tylko analityk organu może uznać rejestr za kompletny',
      'Only an analyst of the authority can declare a register complete',
    );
  if (UNIT_OF[type.table]) return;
  throw new NotAllowed(
    `Opiekun danych wprowadza konsultacje swojej komórki i to, co do nich należy, nie: ${type.label.pl}`,
    `A steward brings in consultations of their unit and what belongs to them, not: ${type.label.en}`,
  );
}

/**
 * Refuses a batch, in its open transaction, that wrote a record of another unit than a steward's own, or took one from
 * another unit. Throws `NotAllowed` naming it.
 */
export async function requireOwnUnits(
  postgres: PoolClient,
  by: Caller,
  { type: { table: type }, authorityId, batchId }: { type: RecordType; authorityId: number; batchId: number },
): Promise<void> {
  if (by.reaches(['analyst'], authorityId)) return;
  const unit = UNIT_OF[type];
  const declared = await postgres.query('SELECT 1 FROM register_complete WHERE batch_id = $1 LIMIT 1', [
    batchId,
  ]);
  // who brought it in may have been an analyst then
  if (!unit || declared.rows[0])
    throw new NotAllowed(
      'Ta partia dotyczy całego organu; może ją cofnąć tylko jego analityk',
      'This batch speaks for the whole authority; only an analyst of it can undo it',
    );
  const units = by.unitsOf(authorityId);
  const table = identifier(type);
  const code = identifier(recordType(type)!.identity[0]!);
  const { rows } = await postgres.query<{ code: string; unit: string | null }>(
    `SELECT code, unit FROM (
       SELECT r.${code} AS code, ${unit} AS unit FROM ${table} r WHERE r.batch_id = $1
       UNION ALL
       SELECT r.${code}, ${unit} FROM history h, LATERAL jsonb_populate_record(NULL::${table}, h.record) r
       WHERE h.record_type = $2 AND h.ended_by_batch = $1
     ) touched WHERE unit IS NULL OR unit <> ALL ($3) ORDER BY code LIMIT 1`,
    [batchId, type, units],
  );
  if (rows[0]) throw ofAnotherUnit(rows[0], units);
}

const ofAnotherUnit = ({ code, unit }: { code: string; unit: string | null }, units: string[]) =>
  new NotAllowed(
    `Rekord „${code}” należy do komórki „${unit ?? '—'}”; możesz wprowadzać dane komórek: ${units.join(', ')}`,
    `The record “${code}” belongs to the unit “${unit ?? '—'}”; you may bring in records of: ${units.join(', ')}`,
  );

/** Whose records a file names, and where its checked rows stand. */
interface Named {
  duck: DuckDBConnection;
  postgres: PoolClient;
  mapping: Mapping;
  authorityId: number;
}

/**
 * Prepares `requireOwnRows`: the stored records that somebody may not touch go into a temp table of DuckDB. False where
 * there are none.
 */
export async function beginOwnRows(
  by: Caller,
  { duck, postgres, mapping, authorityId }: Named,
): Promise<boolean> {
  if (by.reaches(['analyst'], authorityId)) return false;
  const { table, identity } = mapping.type;
  const key = identity.map(identifier);
  const { rows } = await postgres.query<Record<string, string | null>>(
    `SELECT ${key.map((name) => `r.${name}::text`).join(', ')}, ${UNIT_OF[table]} AS owner FROM ${identifier(table)} r
     WHERE r.authority_id = $1 AND (${UNIT_OF[table]} = ANY ($2)) IS NOT TRUE`,
    [authorityId, by.unitsOf(authorityId)],
  );
  const struct = [...key, 'owner'].map((name) => `${name} VARCHAR`).join(', ');
  await duck.run(
    `CREATE TEMP TABLE of_others AS SELECT unnest(CAST(CAST($1 AS JSON) AS STRUCT(${struct})[]), recursive := true)`,
    [JSON.stringify(rows)],
  );
  return rows.length > 0;
}

/**
 * Refuses the rows of `typed` that name a stored record of another unit, before they are compared with what is stored:
 * what would become of them tells what it holds. Throws `NotAllowed` naming it.
 */
export async function requireOwnRows(by: Caller, { duck, mapping, authorityId }: Named): Promise<void> {
  const key = mapping.type.identity.map(identifier);
  const [foreign] = await rowsOf<{ code: string; unit: string | null }>(
    duck,
    `SELECT ${key[0]} AS code, owner AS unit FROM typed JOIN of_others USING (${key.join(', ')}) ORDER BY code LIMIT 1`,
  );
  if (foreign) throw ofAnotherUnit(foreign, by.unitsOf(authorityId));
}
