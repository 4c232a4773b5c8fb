import { appendFileSync } from 'node:fs';

/** Keeps what a test used as a secret: after the whole suite it may stand in no log and no database (.ci/secrets.cjs). */
export function remembered<T extends string>(value: T): T {
  const file = process.env['BUSOLA_TEST_SECRETS'];
  if (file && value) appendFileSync(file, `${value}\n`);
  return value;
}

/** Everything in an answer that lets somebody in: cookies, links, tokens. */
export function secretsOf(answer: { headers: Record<string, unknown>; payload: string }): void {
  const cookies = [answer.headers['set-cookie'] ?? []].flat().map(String);
  for (const text of [...cookies, answer.payload])
    for (const [, found] of text.matchAll(/(?:busola=|zaproszenie#|"csrf":"|"secret":")([\w-]{40,})/g))
      remembered(found!);
}
