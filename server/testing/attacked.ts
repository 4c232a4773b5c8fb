import type { InjectOptions } from 'light-my-request';
import { freshDatabase } from './database';
import { type Instance, startInstance } from './instance';
import { person, role, type SignedIn } from './people';
import { until } from './process';
import { secretsOf } from './secrets';

/** The instance under attack and its people: an administrator, an analyst of the authority T and a steward. */
export let instance: Instance;
export let admin: SignedIn;
export let analyst: SignedIn;
export let steward: SignedIn;

/** Starts them; once for each test file. */
export async function startAttacked(): Promise<void> {
  instance = await startInstance(await freshDatabase(), { pages: true });
  await query(`INSERT INTO authority (code, name_pl) VALUES ('T', 'Testowo'), ('U', 'Ustronie')`);
  admin = await person(instance, [role('admin')]);
  analyst = await person(instance, [role('analyst', { authority: 'T' })]);
  steward = await person(instance, [role('steward')]);
}

export const query = <T = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> =>
  instance.foundation.dataSource.query(sql, values);

/** A call from an address of its own, so that no limit of one test reaches another. */
let addresses = 0;
export async function call(method: InjectOptions['method'], path: string, options: InjectOptions = {}) {
  const remoteAddress = options.remoteAddress ?? `10.1.${Math.floor(++addresses / 250)}.${addresses % 250}`;
  const answer = await instance.app.inject({ ...options, method, url: `/api/v1/${path}`, remoteAddress });
  secretsOf(answer);
  return { ...answer, status: answer.statusCode, address: remoteAddress };
}

/** The last line of the log from an address. */
export async function logged(address: string) {
  const last = async () =>
    (await query('SELECT * FROM audit WHERE address = $1 ORDER BY id DESC LIMIT 1', [address]))[0];
  await until(last, `the log has a line from ${address}`, 5000);
  return last();
}

export const signIn = (login: string, password: string, options: InjectOptions = {}) =>
  call('POST', 'session', { ...options, payload: { login, password } });

export const cookieIn = (answer: { headers: Record<string, unknown> }) =>
  /^busola=([^;]*)/.exec([answer.headers['set-cookie']].flat().join('; '))?.[1];
