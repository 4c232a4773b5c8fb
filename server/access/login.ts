import type { EntityManager } from 'typeorm';
import { PersonRow } from '../store/access.entities';
import { Refusal } from '../store/home';
import { LOCKS } from '../store/locks';

const LOGIN = /^[\p{Ll}\p{N}][\p{Ll}\p{N}._@+-]{1,99}$/u;

/** A login as it is kept. Throws `Refusal` naming what is wrong. */
function loginOf(given: string | undefined): string {
  const login = (given ?? '').trim().normalize('NFC').toLowerCase();
  if (LOGIN.test(login)) return login;
  throw new Refusal(
    `Login „${given ?? ''}” nie może być użyty; dozwolone: od 2 do 100 liter, cyfr i znaków . _ @ + -, na początku litera lub cyfra`,
    `The login “${given ?? ''}” cannot be used; allowed: 2 to 100 letters, digits and . _ @ + -, a letter or digit first`,
  );
}

/** A login that nobody has, held until the transaction ends. Throws `Refusal` where it cannot be used or is taken. */
export async function freeLogin(manager: EntityManager, given: string | undefined): Promise<string> {
  const login = loginOf(given);
  // of two who take it at the same moment the second waits, and then sees it taken
  await manager.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [LOCKS.login, login]);
  if (!(await manager.existsBy(PersonRow, { login }))) return login;
  throw new Refusal(`Login „${login}” jest zajęty`, `The login “${login}” is taken`);
}
