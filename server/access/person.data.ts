import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LOCKS } from '../store/locks';
import { note } from './audit';
import type { Caller } from './caller';
import { NotThere } from './refused';
import { RoleBook } from './role.book';

/** Everything about one person, but what would let somebody in (GDPR, art. 15). */
export interface PersonData {
  person: Record<string, unknown>;
  roles: unknown[];
  sessions: unknown[];
  tokens: unknown[];
  links: unknown[];
  /** Batches that they brought in, by number; the records in them are about consultations. */
  batches: number[];
  /** What they did, and what was done to them. */
  audit: unknown[];
}

/** What an instance keeps about a person: given out, or erased. */
@Injectable()
export class PersonDataService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly roles: RoleBook,
  ) {}

  /** Throws `NotThere`. */
  async export(id: number, by: Caller): Promise<PersonData> {
    const rows = (sql: string) => this.dataSource.query(sql, [id]) as Promise<Record<string, unknown>[]>;
    const [person] = await rows(
      'SELECT id, login, name, subject, created_at, disabled_at, erased_at, password IS NOT NULL AS has_password FROM person WHERE id = $1',
    );
    if (!person) throw new NotThere(`Nie ma osoby ${id}`, `There is no person ${id}`);
    const data: PersonData = {
      person,
      roles: await this.roles.of(id),
      sessions: await rows(
        'SELECT by, created_at, seen_at, ends_at FROM session WHERE person_id = $1 ORDER BY created_at',
      ),
      tokens: await rows(
        `SELECT t.id, t.label, t.role, a.code AS authority, t.created_at, t.ends_at, t.used_at, t.revoked_at
         FROM access_token t LEFT JOIN authority a ON a.id = t.authority_id WHERE t.person_id = $1 ORDER BY t.id`,
      ),
      links: await rows(
        'SELECT purpose, created_at, ends_at, used_at FROM one_time_link WHERE person_id = $1 ORDER BY created_at',
      ),
      batches: (await rows('SELECT id FROM batch WHERE person_id = $1 ORDER BY id')).map((row) =>
        Number(row['id']),
      ),
      audit: await rows(
        `SELECT id, at, actor, address, action, object, refused, detail FROM audit
         WHERE person_id = $1 OR object = concat('person ', $1::int) ORDER BY audit.id`,
      ),
    };
    const sha256 = createHash('sha256').update(JSON.stringify(data)).digest('hex');
    const detail = { audit_lines: data.audit.length, sha256 };
    await note(this.dataSource, by, { action: 'person_exported', object: `person ${id}`, detail });
    return data;
  }

  /**
   * Erases what tells who a person is (GDPR, art. 17). Their number stays in the log and with the batches they brought
   * in, so that nothing that was published changes. Throws `NotThere`, `Refusal` where no administrator would be left.
   */
  async erase(id: number, by: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.administrators]);
      const [, n] = (await manager.query(
        `UPDATE person SET login = NULL, name = NULL, password = NULL, subject = NULL,
           disabled_at = coalesce(disabled_at, now()), erased_at = coalesce(erased_at, now()) WHERE id = $1`,
        [id],
      )) as [unknown, number];
      if (n === 0) throw new NotThere(`Nie ma osoby ${id}`, `There is no person ${id}`);
      for (const table of ['role_grant', 'session', 'access_token', 'one_time_link'])
        await manager.query(`DELETE FROM ${table} WHERE person_id = $1`, [id]);
      if (!by.isHolder) await this.roles.requireAdmin(manager);
      await note(manager, by, { action: 'person_erased', object: `person ${id}` });
    });
  }
}
