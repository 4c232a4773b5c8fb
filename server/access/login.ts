import { Refusal } from '../store/home';

const LOGIN = /^[\p{Ll}\p{N}][\p{Ll}\p{N}._@+-]{1,99}$/u;

/** A login as it is kept. Throws `Refusal` naming what is wrong. */
export function loginOf(given: string | undefined): string {
  const login = (given ?? '').trim().normalize('NFC').toLowerCase();
  if (LOGIN.test(login)) return login;
  throw new Refusal(
    `Login „${given ?? ''}” nie może być użyty; dozwolone: od 2 do 100 liter, cyfr i znaków . _ @ + -, na początku litera lub cyfra`,
    `The login “${given ?? ''}” cannot be used; allowed: 2 to 100 letters, digits and . _ @ + -, a letter or digit first`,
  );
}
