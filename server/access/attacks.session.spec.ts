import { setTimeout as sleep } from 'node:timers/promises';
import type { InjectOptions } from 'light-my-request';
import {
  admin,
  analyst,
  call,
  cookieIn,
  instance,
  logged,
  query,
  signIn,
  startAttacked,
} from '../testing/attacked';
import { PASSWORD, person, role } from '../testing/people';
import { remembered } from '../testing/secrets';

beforeAll(startAttacked);
afterAll(() => instance.stop());

describe('a session', () => {
  it('is never one that was known before the sign-in (fixation)', async () => {
    const { login } = await person(instance, [role('analyst')]);
    const planted = 'A'.repeat(43);
    const answer = await signIn(login, PASSWORD, { headers: { cookie: `busola=${planted}` } });
    expect(answer.status).toBe(200);
    expect(cookieIn(answer)).toMatch(/^[\w-]{43}$/);
    expect(cookieIn(answer)).not.toBe(planted);
    const before = await call('GET', 'account', { headers: { cookie: `busola=${planted}` } });
    expect(before.status).toBe(401);
  });

  it('ends with the next sign-in in the same browser', async () => {
    const victim = await person(instance, [role('analyst')]);
    await signIn(victim.login, PASSWORD, { headers: { cookie: victim.headers.cookie } });
    expect((await call('GET', 'account', { headers: victim.headers })).status).toBe(401);
  });

  it('ends when the password is changed, but for a new one in place of the one that changed it', async () => {
    const who = await person(instance, [role('analyst')]);
    const elsewhere = cookieIn(await signIn(who.login, PASSWORD));
    const payload = { current: PASSWORD, password: remembered('zupełnie inne słowa 42 latarnia') };
    const changed = await call('PUT', 'account/password', { headers: who.headers, payload });
    expect(changed.status).toBe(200);
    for (const cookie of [who.headers.cookie, `busola=${elsewhere}`])
      expect((await call('GET', 'account', { headers: { cookie } })).status).toBe(401);
    const fresh = { cookie: `busola=${cookieIn(changed)}` };
    expect((await call('GET', 'account', { headers: fresh })).status).toBe(200);
    expect((await signIn(who.login, PASSWORD)).status).toBe(403);
  });

  it('is not opened by the password that is being changed at the same moment', async () => {
    for (let n = 0; n < 5; n++) {
      const { login, headers } = await person(instance, [role('analyst')]);
      const payload = { current: PASSWORD, password: remembered(`lampa ${n} zielony tramwaj`) };
      const change = call('PUT', 'account/password', { headers, payload });
      const others = await Promise.all(
        Array.from({ length: 4 }, (_, k) => sleep(30 * k).then(() => signIn(login, PASSWORD))),
      );
      expect((await change).status).toBe(200);
      for (const other of others.filter(({ status }) => status === 200)) {
        const cookie = `busola=${cookieIn(other)}`;
        expect((await call('GET', 'account', { headers: { cookie } })).status).toBe(401);
      }
    }
  });

  it('of an erased person is not brought back by a change of the password', async () => {
    const { id, headers } = await person(instance, [role('analyst')]);
    const payload = { current: PASSWORD, password: remembered('lampa 6 zielony tramwaj') };
    await Promise.all([
      call('PUT', 'account/password', { headers, payload }),
      call('DELETE', `people/${id}`, { headers: admin.headers }),
    ]);
    expect(await query('SELECT password FROM person WHERE id = $1', [id])).toEqual([{ password: null }]);
    expect(await query('SELECT 1 FROM session WHERE person_id = $1', [id])).toEqual([]);
  });

  it('ends without use, at its latest, and with the account', async () => {
    const who = await person(instance, [role('analyst')]);
    const ask = async () => (await call('GET', 'account', { headers: who.headers })).status;
    expect(await ask()).toBe(200);
    await query(`UPDATE session SET seen_at = now() - interval '61 minutes' WHERE person_id = $1`, [who.id]);
    expect(await ask()).toBe(401);
    await query(`UPDATE session SET seen_at = now(), ends_at = now() - interval '1 s' WHERE person_id = $1`, [
      who.id,
    ]);
    expect(await ask()).toBe(401);
    await query(`UPDATE session SET ends_at = now() + interval '1 h' WHERE person_id = $1`, [who.id]);
    expect(await ask()).toBe(200);
    await call('PUT', `people/${who.id}`, {
      headers: admin.headers,
      payload: { name: null, disabled: true },
    });
    expect(await ask()).toBe(401);
    expect((await signIn(who.login, PASSWORD)).status).toBe(403);
  });

  it('is in a cookie that scripts and other sites cannot reach, and only goes by TLS where there is TLS', async () => {
    const { login } = await person(instance, [role('analyst')]);
    expect(String((await signIn(login, PASSWORD)).headers['set-cookie'])).toMatch(
      /^busola=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
  });
});

describe('a call from another site', () => {
  const attempt = async (options: InjectOptions) => {
    const { status, address } = await call('POST', 'people', options);
    return { status, ...(await logged(address)) };
  };
  const payload = { login: 'mallory', name: null, roles: [{ role: 'admin' }] };

  it.each([
    ['without the token of the session', () => ({ headers: { cookie: admin.headers.cookie }, payload }), 403],
    [
      'with a made-up token',
      () => ({ headers: { ...admin.headers, 'x-csrf-token': 'x'.repeat(43) }, payload }),
      403,
    ],
    [
      "with somebody else's token",
      () => ({ headers: { ...admin.headers, 'x-csrf-token': analyst.headers['x-csrf-token'] }, payload }),
      403,
    ],
    [
      'that the browser says comes from there',
      () => ({ headers: { ...admin.headers, 'sec-fetch-site': 'cross-site' }, payload }),
      403,
    ],
    [
      'from another port of the same host',
      () => ({ headers: { ...admin.headers, 'sec-fetch-site': 'same-site' }, payload }),
      403,
    ],
    [
      'as a form',
      () => ({
        headers: { ...admin.headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'login=mallory',
      }),
      415,
    ],
    [
      'as plain text',
      () => ({
        headers: { ...admin.headers, 'content-type': 'text/plain' },
        payload: JSON.stringify(payload),
      }),
      415,
    ],
  ] as [string, () => InjectOptions, number][])('%s is refused and noted', async (_name, options, status) => {
    expect(await attempt(options())).toMatchObject({
      status,
      action: 'request',
      object: 'POST /api/v1/people',
      refused: true,
      detail: { status },
    });
    expect(await query(`SELECT 1 FROM person WHERE login = 'mallory'`)).toEqual([]);
  });

  it('cannot sign somebody in either', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const { status, address } = await signIn(analyst.login, PASSWORD, { headers });
    expect(status).toBe(403);
    expect(await logged(address)).toMatchObject({
      object: 'POST /api/v1/session',
      refused: true,
      detail: { status },
    });
  });
});
