import type { Caller } from './caller';

/** What the log knows of. Words in both languages stand in the pages. */
export const ACTIONS = [
  'service_started',
  'settings_changed',
  'signed_in',
  'signed_out',
  'signed_out_everywhere',
  'password_changed',
  'link_made',
  'link_used',
  'person_added',
  'person_changed',
  'roles_changed',
  'person_exported',
  'person_erased',
  'token_made',
  'token_revoked',
  'batch_taken_in',
  'batch_reverted',
  'snapshot_refreshed',
  'audit_downloaded',
  'retention_done',
  'request',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Something done, or refused. Never holds a secret, and of people only their number. */
export interface Act {
  action: Action;
  /** What it was done to: `person 3`, `batch 7`, `POST /api/v1/batches`. */
  object?: string | null;
  refused?: boolean;
  /** Before and after, or what else explains it. */
  detail?: Record<string, unknown>;
}

/** Whatever can be asked in SQL: a data source, the manager of a transaction, a connection. */
export interface Queryable {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/** Adds one line to the audit log, in the transaction of `db` where it has one: what is undone leaves no line. */
export async function note(db: Queryable, by: Caller, act: Act): Promise<void> {
  const { identity, origin, kind } = by;
  await db.query(
    `INSERT INTO audit (actor, person_id, token_id, address, request, action, object, refused, detail)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      kind,
      identity.person,
      identity.token,
      origin.address,
      origin.request,
      act.action,
      act.object ?? null,
      act.refused ?? false,
      JSON.stringify(act.detail ?? {}),
    ],
  );
}
