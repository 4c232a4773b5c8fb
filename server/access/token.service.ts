import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AccessTokenRow } from '../store/access.entities';
import { Refusal } from '../store/home';
import { note, type Queryable } from './audit';
import type { Caller } from './caller';
import { held } from './held';
import { NotAllowed, NotThere, SignInNeeded } from './refused';
import { authorityOf } from './role.book';
import type { Role } from './role';
import { digestOf, newSecret } from './secret';
import type { TokenView } from './token.view';

/** A token says what it is: programs that look for leaked keys know it by its beginning. */
export const PREFIX = 'busola_';
const LONGEST_DAYS = 366;
const MOST = 20;

const COLUMNS = `t.id, t.label, t.role, a.code AS authority, p.id AS person_id, p.login, t.created_at, t.ends_at, t.used_at, t.revoked_at`;

export interface NewToken {
  label: string;
  role: Role;
  authority: string | null;
  days: number;
}

/** Keys of machines. */
@Injectable()
export class TokenService {
  constructor(private readonly dataSource: DataSource) {}

  /** Tokens of one person, or of everybody; the latest first. */
  async list(person: number | null, db: Queryable = this.dataSource): Promise<TokenView[]> {
    return (await db.query(
      `SELECT ${COLUMNS} FROM access_token t JOIN person p ON p.id = t.person_id LEFT JOIN authority a ON a.id = t.authority_id
       WHERE $1::int IS NULL OR p.id = $1 ORDER BY t.id DESC LIMIT 1000`,
      [person],
    )) as TokenView[];
  }

  /** Makes a token with a role that its person has. Returns it with the secret, which is shown this once. */
  async make(
    { label, role, authority, days }: NewToken,
    by: Caller,
  ): Promise<TokenView & { secret: string }> {
    const where = authority === null ? null : await authorityOf(this.dataSource.manager, authority);
    if (!by.reaches([role], where))
      throw new NotAllowed(
        'Token może mieć tylko rolę, którą masz, i tylko tam, gdzie ją masz',
        'A token can have only a role of yours, and only where it is yours',
      );
    if (!(days >= 1 && days <= LONGEST_DAYS))
      throw new Refusal(
        `Ważność ${days} dni; dozwolone od 1 do ${LONGEST_DAYS}`,
        `A life of ${days} days; allowed: 1 to ${LONGEST_DAYS}`,
      );
    const secret = PREFIX + newSecret();
    const person = by.identity.person!;
    const id = await this.dataSource.transaction(async (manager) => {
      if ((await held(manager, person)).disabled_at !== null) throw new SignInNeeded();
      await this.refuseMany(person, manager);
      const row = await manager.save(AccessTokenRow, {
        digest: digestOf(secret),
        person_id: person,
        label,
        role,
        authority_id: where,
        ends_at: new Date(Date.now() + days * 86_400_000),
      });
      await note(manager, by, {
        action: 'token_made',
        object: `token ${row.id}`,
        detail: { role, authority, days },
      });
      return row.id;
    });
    const made = (await this.list(person)).find((token) => token.id === id)!;
    return { ...made, secret };
  }

  /** Revokes a token, at once. Throws `NotThere` where it is none of `person`'s. */
  async revoke(id: number, person: number | null, by: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [, n] = (await manager.query(
        'UPDATE access_token SET revoked_at = coalesce(revoked_at, now()) WHERE id = $1 AND ($2::int IS NULL OR person_id = $2)',
        [id, person],
      )) as [unknown, number];
      if (n === 0) throw new NotThere(`Nie ma tokenu ${id}`, `There is no token ${id}`);
      await note(manager, by, { action: 'token_revoked', object: `token ${id}` });
    });
  }

  /** Revokes whatever a person has, in the transaction that closes their account. */
  async revokeAll(manager: EntityManager, person: number): Promise<void> {
    await manager.query(
      'UPDATE access_token SET revoked_at = coalesce(revoked_at, now()) WHERE person_id = $1',
      [person],
    );
  }

  private async refuseMany(person: number, manager: EntityManager): Promise<void> {
    const alive = (await this.list(person, manager)).filter(
      ({ revoked_at, ends_at }) => revoked_at === null && new Date(ends_at) > new Date(),
    );
    if (alive.length < MOST) return;
    throw new Refusal(
      `Masz już ${MOST} ważnych tokenów; unieważnij któryś`,
      `You have ${MOST} valid tokens already; revoke one`,
    );
  }
}
