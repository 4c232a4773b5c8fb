import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonRow, RoleGrantRow } from '../store/access.entities';
import { Refusal } from '../store/home';
import { LOCKS } from '../store/locks';
import { note } from './audit';
import type { Caller } from './caller';
import { closeLinks, type Link, LinkService, type Purpose } from './link.service';
import { freeLogin } from './login';
import type { PersonView } from './person.view';
import { NotThere } from './refused';
import { RoleBook } from './role.book';
import type { RoleView } from './role.view';
import { SessionService } from './session.service';
import type { SignInMode } from './sign-in.mode';
import { TokenService } from './token.service';

const COLUMNS = `p.id, p.login, p.name, CASE WHEN p.subject IS NULL THEN 'password' ELSE 'oidc' END AS sign_in, p.created_at,
  CASE WHEN p.erased_at IS NOT NULL THEN 'erased' WHEN p.disabled_at IS NOT NULL THEN 'disabled'
    WHEN p.password IS NULL AND p.subject IS NULL THEN 'invited' ELSE 'active' END AS state,
  (SELECT max(s.seen_at) FROM session s WHERE s.person_id = p.id) AS seen_at`;

/** People with accounts. */
@Injectable()
export class PersonService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly roles: RoleBook,
    private readonly links: LinkService,
    private readonly sessions: SessionService,
    private readonly tokens: TokenService,
  ) {}

  /** Everybody, by login; the erased last. */
  async list(): Promise<PersonView[]> {
    const people = (await this.dataSource.query(
      `SELECT ${COLUMNS} FROM person p ORDER BY p.login COLLATE "pl-x-icu" NULLS LAST, p.id`,
    )) as Omit<PersonView, 'roles'>[];
    const roles = await this.roles.ofAll();
    return people.map((person) => ({ ...person, roles: roles.get(person.id) ?? [] }));
  }

  /** Throws `NotThere`. */
  async find(id: number): Promise<PersonView> {
    const found = (await this.list()).find((person) => person.id === id);
    if (found) return found;
    throw new NotThere(`Nie ma osoby ${id}`, `There is no person ${id}`);
  }

  /** Adds somebody and makes their invitation. Throws `Refusal` where the login is taken or a role cannot be. */
  async add(
    given: { login: string; name: string | null; roles: RoleView[] },
    by: Caller,
    mode: SignInMode,
  ): Promise<{ person: PersonView } & Link> {
    const isAdmin = given.roles.some(({ role }) => role === 'admin');
    const purpose = purposeOf('invited', by, { mode, isAdmin });
    const added = await this.dataSource.transaction(async (manager) => {
      const login = await freeLogin(manager, given.login);
      const { id } = await manager.save(PersonRow, { login, name: given.name });
      await note(manager, by, { action: 'person_added', object: `person ${id}` });
      await this.giveRoles(manager, id, given.roles, by);
      return { id, link: await this.links.make(manager, purpose, id) };
    });
    return { person: await this.find(added.id), ...added.link };
  }

  /** Changes the name, or closes and opens the account; closing it ends every session, link and token for good. */
  async change(
    id: number,
    given: { name: string | null; disabled: boolean },
    by: Caller,
  ): Promise<PersonView> {
    await this.find(id);
    await this.dataSource.transaction(async (manager) => {
      const before = await this.locked(manager, id);
      const disabled_at = given.disabled ? (before.disabled_at ?? new Date()) : null;
      await manager.update(PersonRow, { id }, { name: given.name, disabled_at });
      if (given.disabled) {
        await this.sessions.close(manager, id);
        await closeLinks(manager, id);
        await this.tokens.revokeAll(manager, id);
      }
      if (!by.isHolder) await this.roles.requireAdmin(manager);
      await note(manager, by, {
        action: 'person_changed',
        object: `person ${id}`,
        detail: {
          before: { disabled: before.disabled_at !== null },
          after: { disabled: given.disabled },
          name_changed: before.name !== given.name,
        },
      });
    });
    return this.find(id);
  }

  /** Gives a person these roles and no others; they hold from the next request on. */
  async setRoles(id: number, roles: RoleView[], by: Caller): Promise<PersonView> {
    await this.find(id);
    await this.dataSource.transaction(async (manager) => {
      await this.locked(manager, id);
      await this.giveRoles(manager, id, roles, by);
      if (!by.isHolder) await this.roles.requireAdmin(manager);
    });
    return this.find(id);
  }

  /** Makes a link. Throws `Refusal` where the account is closed, `NotAllowed` where people sign in elsewhere. */
  async link(id: number, by: Caller, mode: SignInMode): Promise<Link> {
    const { state, roles } = await this.find(id);
    if (state === 'erased' || state === 'disabled')
      throw new Refusal(
        'To konto jest zamknięte; najpierw je otwórz',
        'This account is closed; open it first',
      );
    const purpose = purposeOf(state, by, { mode, isAdmin: roles.some(({ role }) => role === 'admin') });
    return this.dataSource.transaction(async (manager) => {
      await note(manager, by, { action: 'link_made', object: `person ${id}`, detail: { purpose } });
      return this.links.make(manager, purpose, id);
    });
  }

  /** The row of a person who was not erased, held until the transaction ends. */
  private async locked(manager: EntityManager, id: number): Promise<PersonRow> {
    // changes of who is an administrator take turns: two at once must not leave none
    await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.administrators]);
    const row = await manager.findOneByOrFail(PersonRow, { id });
    if (row.erased_at === null) return row;
    throw new Refusal('Dane tej osoby usunięto', 'The data of this person are erased');
  }

  private async giveRoles(manager: EntityManager, id: number, roles: RoleView[], by: Caller): Promise<void> {
    const before = await this.roles.of(id, manager);
    const rows = await this.roles.rowsOf(manager, id, roles);
    await manager.delete(RoleGrantRow, { person_id: id });
    await manager.insert(RoleGrantRow, rows);
    const after = await this.roles.of(id, manager);
    await note(manager, by, { action: 'roles_changed', object: `person ${id}`, detail: { before, after } });
  }
}

/**
 * What a link for a person is for. With the city's own sign-in there are no passwords: only the command line lets an
 * administrator in then, for when that sign-in is down. Throws `NotAllowed`.
 */
function purposeOf(
  state: PersonView['state'],
  by: Caller,
  { mode, isAdmin }: { mode: SignInMode; isAdmin: boolean },
): Purpose {
  if (mode.kind === 'oidc' && by.isHolder && isAdmin) return 'break_glass';
  mode.requireLocal();
  return state === 'invited' ? 'invitation' : 'new_password';
}
