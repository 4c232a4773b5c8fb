import { hash as argon2, verify as argon2Verify } from '@node-rs/argon2';
import { Refusal } from '../store/home';

const LEAST = 12;
const MOST = 200;
/** Of 0 to 4: 3 stands for more than 10^8 guesses (zxcvbn). */
const STRONG = 3;
/** Signs that the dictionary looks at; its time grows faster than their number, and everything else waits for it. */
const LOOKED_AT = 64;
/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of nothing anybody knows: a login that does not exist takes as long as one that does. */
let nobodys: Promise<string> | null = null;

/** @returns argon2id in its usual text form, with parameters and salt */
export const hashOf = (password: string): Promise<string> => argon2(password.normalize('NFC'), COST);

/** Whether a password is the one of a hash; null stands for no hash and is never matched. */
export async function matches(hash: string | null, password: string): Promise<boolean> {
  nobodys ??= hashOf(crypto.randomUUID());
  const right = await argon2Verify(hash ?? (await nobodys), password.normalize('NFC'));
  return right && hash !== null;
}

/**
 * Refuses a password that is short or easily guessed (ASVS 5.0, 6.2): no rules about signs, a dictionary instead.
 * @param known words that anybody would try for this person: the login, the name
 */
export async function requireStrong(password: string, known: string[]): Promise<void> {
  const { length } = [...password];
  if (length < LEAST || length > MOST)
    throw new Refusal(
      `Hasło ma znaków: ${length}; dozwolone od ${LEAST} do ${MOST}`,
      `The password has ${length} characters; allowed: ${LEAST} to ${MOST}`,
    );
  if ((await strength(password, known)) >= STRONG) return;
  throw new Refusal(
    'To hasło łatwo odgadnąć (częste słowa, powtórzenia, ciągi, login lub nazwa); wybierz dłuższe albo kilka niezwiązanych słów',
    'This password is easily guessed (common words, repetitions, sequences, the login or name); take a longer one or several unrelated words',
  );
}

type Judge = (password: string, known: string[]) => number;
let judge: Promise<Judge> | null = null;

/** 0 to 4. The dictionaries are large and seldom needed: they are read with the first password. */
async function strength(password: string, known: string[]): Promise<number> {
  judge ??= readDictionaries();
  return (await judge)(password.slice(0, LOOKED_AT), ['busola', 'konsultacje', ...known]);
}

async function readDictionaries(): Promise<Judge> {
  const [{ zxcvbn, zxcvbnOptions }, common, en, pl] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-pl'),
  ]);
  zxcvbnOptions.setOptions({
    dictionary: { ...common.dictionary, ...named('en', en.dictionary), ...named('pl', pl.dictionary) },
    graphs: common.adjacencyGraphs,
    l33tMaxSubstitutions: 10,
  });
  return (password, known) => zxcvbn(password, known).score;
}

/** Dictionaries of both languages have the same names: one would stand in for the other. */
const named = (language: string, dictionary: Record<string, (string | number)[]>) =>
  Object.fromEntries(Object.entries(dictionary).map(([name, words]) => [`${language}-${name}`, words]));
