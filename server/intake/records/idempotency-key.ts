import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Queryable } from '../../access/audit';
import type { Caller } from '../../access/caller';
import { Conflict, NotReadable } from '../../access/refused';
import { Refusal } from '../../store/home';

/** How long an answer is given again. */
export const KEPT_HOURS = 24;
/** Seconds after which a run that says nothing counts as killed, and how often one that lives says so. */
const HOLD = 30;
const RENEWAL = 10;

/** A call with a key: the same caller, key and digest of what was asked is the same call. */
export interface KeyedCall {
  caller: string;
  key: string;
  asked: string;
}

/** What was answered to a call. */
export interface Kept {
  status: number;
  answer: string;
}

/** The right to carry a call out, for as long as its run lives. */
export interface Hold {
  /** Keeps the answer, in the transaction of `db` where it has one. Throws `Conflict` where another run took over. */
  keep(db: Queryable, kept: Kept): Promise<void>;
  /** Ends the hold. Without an answer the key is free again: nothing was written. */
  release(): Promise<void>;
}

/**
 * The header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a string of structured fields, or the same
 * without its quotes; null where there is none. Throws `NotReadable`.
 */
export function keyOf(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  const given = String(header).trim();
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(given)?.[1];
  const key = quoted === undefined ? given : quoted.replace(/\\(["\\])/g, '$1');
  if (/^[\x20-\x7e]{8,200}$/.test(key)) return key;
  throw new NotReadable(
    'Idempotency-Key: dozwolone 8–200 drukowalnych znaków ASCII',
    'Idempotency-Key: allowed are 8–200 printable ASCII characters',
  );
}

/** Whose key it is: two people, and a person and their machine, may choose the same one. */
export function callerName({ kind, identity: { person, token } }: Caller): string {
  if (token !== null) return `token ${token}`;
  return person === null ? kind : `person ${person}`;
}

/** Digest of everything that makes two calls the same. */
export const digestOf = (parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Remembers what was answered to which call, so that a call may be repeated without being done twice. */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The right to carry a call out, or what was answered to it already. Of two at the same instant one gets the right.
   * Throws `Refusal` where the key was used for another call, `Conflict` while the first one runs.
   */
  async claim(call: KeyedCall): Promise<Hold | Kept> {
    await this.prune();
    const holder = randomUUID();
    if (await this.insert(call, holder)) return this.hold(call, holder);
    const [known] = await this.rows<{ asked: string } & { [K in keyof Kept]: Kept[K] | null }>(
      'SELECT asked, status, answer FROM idempotency_key WHERE caller = $1 AND key = $2',
      [call.caller, call.key],
    );
    // the first one was refused meanwhile and gave the key back
    if (!known) return this.claim(call);
    if (known.asked !== call.asked)
      throw new Refusal(
        'Idempotency-Key użyto już do innego wywołania (inny adres, parametry albo treść); daj temu własny klucz',
        'The Idempotency-Key was used for another call (another address, parameters or body); give this one a key of its own',
      );
    if (known.status !== null) return { status: known.status, answer: known.answer! };
    if (await this.takeOver(call, holder)) return this.hold(call, holder);
    throw new Conflict(
      'Wywołanie o tym Idempotency-Key jeszcze trwa; ponów je za chwilę',
      'The call with this Idempotency-Key is still running; repeat it in a moment',
    );
  }

  /** Forgets what was answered more than a day ago. */
  async prune(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM idempotency_key WHERE created_at < now() - interval '${KEPT_HOURS} hours' AND held_until < now()`,
    );
  }

  private async insert({ caller, key, asked }: KeyedCall, holder: string): Promise<boolean> {
    const made = await this.rows(
      `INSERT INTO idempotency_key (caller, key, asked, holder, held_until)
       VALUES ($1, $2, $3, $4, now() + interval '${HOLD} seconds') ON CONFLICT DO NOTHING RETURNING key`,
      [caller, key, asked, holder],
    );
    return made.length > 0;
  }

  /** From a run that was killed: it no longer says that it lives. */
  private takeOver({ caller, key }: KeyedCall, holder: string): Promise<boolean> {
    return changes(
      this.dataSource,
      `UPDATE idempotency_key SET holder = $3, held_until = now() + interval '${HOLD} seconds'
       WHERE caller = $1 AND key = $2 AND status IS NULL AND held_until < now()`,
      [caller, key, holder],
    );
  }

  private hold({ caller, key }: KeyedCall, holder: string): Hold {
    const own = [caller, key, holder];
    const where = 'WHERE caller = $1 AND key = $2 AND holder = $3 AND status IS NULL';
    const live = () =>
      this.dataSource.query(
        `UPDATE idempotency_key SET held_until = now() + interval '${HOLD} seconds' ${where}`,
        own,
      );
    // a database that does not answer now is asked again in time
    const timer = setInterval(() => void live().catch(() => undefined), RENEWAL * 1000).unref();
    return {
      keep: async (db, { status, answer }) => {
        const sql = `UPDATE idempotency_key SET status = $4, answer = $5, held_until = now() ${where}`;
        if (await changes(db, sql, [...own, status, answer])) return;
        throw new Conflict(
          'Inne wywołanie przejęło ten Idempotency-Key; to niczego nie zapisało',
          'Another call took this Idempotency-Key over; this one has written nothing',
        );
      },
      release: async () => {
        clearInterval(timer);
        await this.dataSource.query(`DELETE FROM idempotency_key ${where}`, own);
      },
    };
  }

  private rows<T>(sql: string, values: unknown[]): Promise<T[]> {
    return this.dataSource.query(sql, values);
  }
}

/** Whether a statement changed a row, asked so that a data source and a connection answer alike. */
async function changes(db: Queryable, sql: string, values: unknown[]): Promise<boolean> {
  const found = (await db.query(
    `WITH changed AS (${sql} RETURNING 1) SELECT count(*)::int AS n FROM changed`,
    values,
  )) as { n: number }[] | { rows: { n: number }[] };
  return (Array.isArray(found) ? found : found.rows)[0]!.n > 0;
}
