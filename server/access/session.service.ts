import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SessionRow } from '../store/access.entities';
import { Caller } from './caller';
import type { Grant, Role } from './role';
import { digestOf, newSecret } from './secret';

const MINUTE = 60_000;
/** A session that nobody uses ends; one in use ends too (OWASP ASVS 5.0, 7.3.1 and 7.3.2). */
export const IDLE_MINUTES = 60;
const LONGEST_MINUTES = { password: 12 * 60, link: 12 * 60, oidc: 12 * 60, break_glass: 60 };
export type SignInWay = keyof typeof LONGEST_MINUTES;

/** A session just opened: the one time that its secret is known. */
export interface Opened {
  person: number;
  secret: string;
  endsAt: Date;
}

/** The person behind a session or a token, with the roles that hold today. */
export interface Known {
  person: number;
  grants: Grant[];
}

/** Roles of a person that hold today, in Warsaw, as JSON. */
const GRANTS = `(SELECT coalesce(json_agg(json_build_object('role', g.role, 'authority', g.authority_id, 'unit', g.unit) ORDER BY g.id), '[]')
  FROM role_grant g WHERE g.person_id = p.id AND (g.last_day IS NULL OR g.last_day >= (now() AT TIME ZONE 'Europe/Warsaw')::date))`;

/** Sessions of browsers. Every request asks the database: what was ended or taken away holds from the next one on. */
@Injectable()
export class SessionService {
  constructor(private readonly dataSource: DataSource) {}

  /** Opens a session for a person, in the transaction of their sign-in. */
  async open(manager: EntityManager, person: number, by: SignInWay): Promise<Opened> {
    const secret = newSecret();
    const endsAt = new Date(Date.now() + LONGEST_MINUTES[by] * MINUTE);
    await manager.insert(SessionRow, { digest: digestOf(secret), person_id: person, by, ends_at: endsAt });
    return { person, secret, endsAt };
  }

  /** Who opened the session of a secret; null where it ended, or the person may not sign in any more. */
  async find(secret: string): Promise<(Known & { digest: string }) | null> {
    const digest = digestOf(secret);
    const [found] = (await this.dataSource.query(
      `SELECT p.id AS person, ${GRANTS} AS grants, s.seen_at < now() - interval '1 minute' AS stale
       FROM session s JOIN person p ON p.id = s.person_id
       WHERE s.digest = $1 AND s.ends_at > now() AND s.seen_at > now() - make_interval(mins => $2) AND p.disabled_at IS NULL`,
      [digest, IDLE_MINUTES],
    )) as (Known & { stale: boolean })[];
    if (!found) return null;
    if (found.stale)
      await this.dataSource.query('UPDATE session SET seen_at = now() WHERE digest = $1', [digest]);
    return { person: found.person, grants: found.grants, digest };
  }

  /** Who a machine acts for: the role of its token, as far as the person still has it. */
  async findToken(secret: string): Promise<(Known & { token: number }) | null> {
    const [found] = (await this.dataSource
      .query(
        `UPDATE access_token t SET used_at = now() FROM person p
       WHERE t.digest = $1 AND t.revoked_at IS NULL AND t.ends_at > now() AND p.id = t.person_id AND p.disabled_at IS NULL
       RETURNING t.id AS token, t.role, t.authority_id AS authority, p.id AS person, ${GRANTS} AS grants`,
        [digestOf(secret)],
      )
      .then(([rows]: [unknown]) => rows)) as (Known & {
      token: number;
      role: Role;
      authority: number | null;
    })[];
    if (!found) return null;
    return { token: found.token, person: found.person, grants: narrowed(found.grants, found) };
  }

  /** Somebody who asked for something earlier, with the roles that hold today; null where they may not any more. */
  async again(person: number, token: number | null): Promise<Caller | null> {
    const [found] = (await this.dataSource.query(
      `SELECT ${GRANTS} AS grants, t.id AS token, t.role, t.authority_id AS authority FROM person p
       LEFT JOIN access_token t ON t.id = $2 AND t.person_id = p.id AND t.revoked_at IS NULL AND t.ends_at > now()
       WHERE p.id = $1 AND p.disabled_at IS NULL`,
      [person, token],
    )) as { grants: Grant[]; token: number | null; role: Role; authority: number | null }[];
    if (!found || found.token !== token) return null;
    const grants = token === null ? found.grants : narrowed(found.grants, found);
    return new Caller(token === null ? 'person' : 'token', { person, token, session: null, grants });
  }

  /** Ends sessions of a person: all of them, or all but the one they are in. */
  async close(manager: EntityManager, person: number, but: string | null = null): Promise<void> {
    await manager.query('DELETE FROM session WHERE person_id = $1 AND digest IS DISTINCT FROM $2', [
      person,
      but,
    ]);
  }

  async closeOne(manager: EntityManager, digest: string): Promise<void> {
    await manager.delete(SessionRow, { digest });
  }

  /** Ends the session of a secret, where there is one. */
  async closeSecret(secret: string): Promise<void> {
    await this.closeOne(this.dataSource.manager, digestOf(secret));
  }
}

/** What is left of a person's roles in the one role and authority of a token. */
function narrowed(grants: Grant[], { role, authority }: { role: Role; authority: number | null }): Grant[] {
  return grants
    .filter((grant) => grant.role === role)
    .filter((grant) => grant.authority === null || authority === null || grant.authority === authority)
    .map((grant) => ({ ...grant, authority: grant.authority ?? authority }));
}

/** What a page has to send back with every change; other sites can neither read it nor make it up. */
export const csrfOf = (secret: string): string =>
  createHash('sha256').update(`csrf ${secret}`).digest('base64url');
