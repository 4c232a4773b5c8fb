import { PersonRow, RoleGrantRow } from '../store/access.entities';
import { hashOf } from '../access/password';
import { RoleBook } from '../access/role.book';
import type { Role } from '../access/role';
import type { RoleView } from '../access/role.view';
import { csrfOf, SessionService } from '../access/session.service';
import { TokenService } from '../access/token.service';
import { Caller } from '../access/caller';
import type { Instance } from './instance';
import { remembered } from './secrets';

/** Strong enough for the rules, and for every test the same. */
export const PASSWORD = remembered('korytarz pelikan 7 herbata');

/** Somebody who is signed in: what their browser sends. */
export interface SignedIn {
  id: number;
  login: string;
  secret: string;
  headers: { cookie: string; 'x-csrf-token': string };
}

let made = 0;

/** A role in full; `steward` of the authority T and the unit A, `researcher` until 2099, where nothing else is said. */
export const role = (name: Role, more: Partial<RoleView> = {}): RoleView => ({
  role: name,
  authority: name === 'steward' ? 'T' : null,
  unit: name === 'steward' ? 'A' : null,
  last_day: name === 'researcher' ? '2099-12-31' : null,
  ...more,
});

/** Makes an account with a password and signs it in. */
export async function person({ app, foundation }: Instance, roles: RoleView[]): Promise<SignedIn> {
  const { manager } = foundation.dataSource;
  const login = `osoba${++made}`;
  const { id } = await manager.save(PersonRow, {
    login,
    name: `Osoba ${made}`,
    password: await hashOf(PASSWORD),
  });
  await manager.insert(RoleGrantRow, await app.get(RoleBook, { strict: false }).rowsOf(manager, id, roles));
  const opened = await app.get(SessionService, { strict: false }).open(manager, id, 'password');
  const own = remembered(opened.secret);
  return {
    id,
    login,
    secret: own,
    headers: { cookie: `busola=${own}`, 'x-csrf-token': remembered(csrfOf(own)) },
  };
}

/** A token of somebody, as a machine sends it. */
export async function tokenOf(
  { app, foundation }: Instance,
  who: SignedIn,
  given: { role: Role; authority: string | null },
): Promise<{ id: number; headers: { authorization: string } }> {
  const grants = (await app.get(SessionService, { strict: false }).find(who.secret))!.grants;
  const by = new Caller('person', { person: who.id, token: null, session: null, grants });
  const token = await new TokenService(foundation.dataSource).make(
    { label: 'maszyna', days: 30, ...given },
    by,
  );
  return { id: token.id, headers: { authorization: `Bearer ${remembered(token.secret)}` } };
}
