import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OneTimeLinkRow, PersonRow, RoleGrantRow } from '../store/access.entities';
import { Refusal } from '../store/home';
import { note } from './audit';
import type { Caller } from './caller';
import { hashOf, requireStrong } from './password';
import { held } from './held';
import { Limits } from './limits';
import { freeLogin } from './login';
import { ADMINS } from './role.book';
import { digestOf, newSecret } from './secret';
import { type Opened, SessionService } from './session.service';
import { SIGN_IN, type SignInMode } from './sign-in.mode';

const HOUR = 3_600_000;
/** How long a link of each purpose works. */
const LIVES = {
  first_admin: 24 * HOUR,
  invitation: 7 * 24 * HOUR,
  new_password: 24 * HOUR,
  break_glass: HOUR / 4,
};
export type Purpose = keyof typeof LIVES;

/** The page that takes a link. The secret stands behind the hash: no server and no log ever sees it. */
const PAGE = '/zaproszenie#';

export interface Link {
  /** Path within the pages of this instance. */
  link: string;
  ends_at: string;
}

/** Links that work once. */
@Injectable()
export class LinkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionService,
    private readonly limits: Limits,
    @Inject(SIGN_IN) private readonly mode: SignInMode,
  ) {}

  /** The way in for whoever started the instance; null where somebody administers it already, or the city decides who does. */
  async firstAdmin(): Promise<Link | null> {
    if (this.mode.kind === 'oidc' || (await isAdministered(this.dataSource.manager))) return null;
    return this.make(this.dataSource.manager, 'first_admin', null);
  }

  /** Makes a link; those of the same purpose for the same person work no more. */
  async make(manager: EntityManager, purpose: Purpose, person: number | null): Promise<Link> {
    const secret = newSecret();
    const ends = new Date(Date.now() + LIVES[purpose]);
    await manager.query(
      'DELETE FROM one_time_link WHERE purpose = $1 AND person_id IS NOT DISTINCT FROM $2',
      [purpose, person],
    );
    await manager.insert(OneTimeLinkRow, {
      digest: digestOf(secret),
      person_id: person,
      purpose,
      ends_at: ends,
    });
    return { link: PAGE + secret, ends_at: ends.toISOString() };
  }

  /** For whom and what a link is, without using it up. Throws `Refusal` where it works no more. */
  async open(secret: string): Promise<{ purpose: Purpose; login: string | null }> {
    const [found] = (await this.dataSource.query(
      `SELECT l.purpose, p.login FROM one_time_link l LEFT JOIN person p ON p.id = l.person_id
       WHERE l.digest = $1 AND l.used_at IS NULL AND l.ends_at > now() AND p.disabled_at IS NULL`,
      [digestOf(secret)],
    )) as { purpose: Purpose; login: string | null }[];
    if (!found) throw spent();
    return found;
  }

  /**
   * Uses a link up and signs in. Throws `Refusal` where it works no more, or the password or login will not do; the
   * link then still works.
   * @param given login and name of the first administrator; the new password, but for a way in by command line
   */
  async use(
    secret: string,
    given: { login?: string; name?: string; password?: string },
    by: Caller,
  ): Promise<Opened> {
    const { opened, login } = await this.dataSource.transaction(async (manager) => {
      const link = await this.spend(manager, secret);
      const person = link.person_id ?? (await addFirst(manager, given));
      const breakGlass = link.purpose === 'break_glass';
      if (!breakGlass) this.mode.requireLocal();
      if (!breakGlass) await setPassword(manager, person, given.password);
      await this.sessions.close(manager, person);
      const session = await this.sessions.open(manager, person, breakGlass ? 'break_glass' : 'link');
      const who = by.as(person);
      await note(manager, who, {
        action: 'link_used',
        object: `person ${person}`,
        detail: { purpose: link.purpose },
      });
      return { opened: session, login: (await manager.findOneByOrFail(PersonRow, { id: person })).login };
    });
    await this.limits.right(login ?? '', by.origin.address ?? '');
    return opened;
  }

  /** One of two who use a link at the same moment finds it used. */
  private async spend(manager: EntityManager, secret: string): Promise<OneTimeLinkRow> {
    const digest = digestOf(secret);
    const seen = await manager.findOneBy(OneTimeLinkRow, { digest });
    if (seen?.person_id) await held(manager, seen.person_id);
    const [[link]] = (await manager.query(
      `UPDATE one_time_link l SET used_at = now() WHERE digest = $1 AND used_at IS NULL AND ends_at > now()
         AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = l.person_id AND p.disabled_at IS NOT NULL) RETURNING *`,
      [digest],
    )) as [OneTimeLinkRow[], number];
    if (!link) throw spent();
    return link;
  }
}

const spent = () =>
  new Refusal(
    'Ten link już nie działa: został użyty, zastąpiony nowszym albo minął jego czas; poproś administratora o nowy',
    'This link works no more: it was used, replaced by a newer one, or its time has passed; ask the administrator for another',
  );

async function isAdministered(manager: EntityManager): Promise<boolean> {
  const [{ there }] = (await manager.query(`SELECT EXISTS (${ADMINS}) AS there`)) as [{ there: boolean }];
  return there;
}

async function addFirst(manager: EntityManager, given: { login?: string; name?: string }): Promise<number> {
  if (await isAdministered(manager)) throw spent();
  const person = await manager.save(PersonRow, {
    login: await freeLogin(manager, given.login),
    name: given.name?.trim() || null,
  });
  await manager.insert(RoleGrantRow, { person_id: person.id, role: 'admin' });
  return person.id;
}

/** Ends the links of a person that nobody used. */
export async function closeLinks(manager: EntityManager, person: number): Promise<void> {
  await manager.query('DELETE FROM one_time_link WHERE person_id = $1 AND used_at IS NULL', [person]);
}

/** Sets a password that is strong enough; links made before it work no more. Throws `Refusal`. */
export async function setPassword(
  manager: EntityManager,
  id: number,
  password: string | undefined,
): Promise<void> {
  const { login, name } = await manager.findOneByOrFail(PersonRow, { id });
  await requireStrong(
    password ?? '',
    [login, name].filter((word) => word !== null),
  );
  await manager.update(PersonRow, { id }, { password: await hashOf(password!) });
  await closeLinks(manager, id);
}
