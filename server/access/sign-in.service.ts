import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonRow } from '../store/access.entities';
import { note } from './audit';
import type { Caller } from './caller';
import { held } from './held';
import { Limits } from './limits';
import { setPassword } from './link.service';
import { matches } from './password';
import { NotAllowed } from './refused';
import { type Opened, SessionService } from './session.service';

/** Local accounts: in with login and password, and out. */
@Injectable()
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionService,
    private readonly limits: Limits,
  ) {}

  /**
   * Opens a new session, never one that was known before. Throws `NotAllowed`, in the same words and time whether the
   * login or the password is wrong, `TooMany` after too many of them.
   */
  async signIn(login: string, password: string, by: Caller): Promise<Opened> {
    const name = login.trim().normalize('NFC').toLowerCase();
    const address = by.origin.address ?? '';
    await this.limits.signIn(name, address);
    const person = await this.dataSource.manager.findOneBy(PersonRow, { login: name });
    const right = await matches(person?.password ?? null, password);
    const opened = person && right ? await this.enter(person, by.as(person.id)) : null;
    if (!opened) {
      // whoever it was, it need not have been the person whose login it is
      const object = person ? `person ${person.id}` : null;
      await note(this.dataSource, by, { action: 'signed_in', object, refused: true });
      throw wrong();
    }
    await this.limits.right(name, address);
    return opened;
  }

  async signOut(by: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.sessions.closeOne(manager, by.identity.session!);
      await note(manager, by, { action: 'signed_out' });
    });
  }

  async signOutEverywhere(by: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.sessions.close(manager, by.identity.person!);
      await note(manager, by, { action: 'signed_out_everywhere' });
    });
  }

  /** Sets another password and opens a new session in place of every one there is. Throws `NotAllowed`, `Refusal`. */
  async changePassword(current: string, next: string, by: Caller): Promise<Opened> {
    const id = by.identity.person!;
    const person = await this.dataSource.manager.findOneByOrFail(PersonRow, { id });
    // counted apart from signing in: strangers who try the login do not keep its owner from changing it
    const [counted, address] = [`person ${id}`, by.origin.address ?? ''];
    await this.limits.signIn(counted, address);
    const right = await matches(person.password, current);
    if (right) await this.limits.right(counted, address);
    const opened = right
      ? await this.dataSource.transaction(async (manager) => {
          if (!(await isAsSeen(manager, person))) return null;
          await setPassword(manager, id, next);
          await this.sessions.close(manager, id);
          await note(manager, by, { action: 'password_changed' });
          return this.sessions.open(manager, id, 'password');
        })
      : null;
    if (opened) return opened;
    await note(this.dataSource, by, { action: 'password_changed', refused: true });
    throw new NotAllowed('Obecne hasło jest inne', 'The current password is another one');
  }

  /** Null where the account is closed, or another password was set while this one was looked at. */
  private enter(person: PersonRow, who: Caller): Promise<Opened | null> {
    return this.dataSource.transaction(async (manager) => {
      if (!(await isAsSeen(manager, person))) return null;
      await note(manager, who, { action: 'signed_in', detail: { way: 'password' } });
      return this.sessions.open(manager, person.id, 'password');
    });
  }
}

/** Whether a person may still sign in with the password that was looked at; nobody changes that before the transaction ends. */
async function isAsSeen(manager: EntityManager, { id, password }: PersonRow): Promise<boolean> {
  const now = await held(manager, id);
  return now.password === password && now.disabled_at === null;
}

const wrong = () =>
  new NotAllowed(
    'Login lub hasło się nie zgadza, albo konto jest zamknięte',
    'The login or the password is wrong, or the account is closed',
  );
