import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { InjectOptions } from 'light-my-request';
import { openApi } from '../http';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { until } from '../testing/process';
import { PASSWORD, person, role, type SignedIn, tokenOf } from '../testing/people';
import { remembered, secretsOf } from '../testing/secrets';
import { PATIENCE } from './patience';
import { networkOf, WRONG_PER_ACCOUNT, WRONG_PER_ACCOUNT_ANYWHERE } from './limits';

let instance: Instance;
let admin: SignedIn;
let analyst: SignedIn;
let steward: SignedIn;

beforeAll(async () => {
  instance = await startInstance(await freshDatabase(), { pages: true });
  await query(`INSERT INTO authority (code, name_pl) VALUES ('T', 'Testowo'), ('U', 'Ustronie')`);
  admin = await person(instance, [role('admin')]);
  analyst = await person(instance, [role('analyst', { authority: 'T' })]);
  steward = await person(instance, [role('steward')]);
});
afterAll(() => instance.stop());

const query = <T = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> =>
  instance.foundation.dataSource.query(sql, values);

/** A call from an address of its own, so that no limit of one test reaches another. */
let addresses = 0;
async function call(method: InjectOptions['method'], path: string, options: InjectOptions = {}) {
  const remoteAddress = options.remoteAddress ?? `10.1.${Math.floor(++addresses / 250)}.${addresses % 250}`;
  const answer = await instance.app.inject({ ...options, method, url: `/api/v1/${path}`, remoteAddress });
  secretsOf(answer);
  return { ...answer, status: answer.statusCode, address: remoteAddress };
}

/** The last line of the log from an address. */
async function logged(address: string) {
  const last = async () =>
    (await query('SELECT * FROM audit WHERE address = $1 ORDER BY id DESC LIMIT 1', [address]))[0];
  await until(last, `the log has a line from ${address}`, 5000);
  return last();
}

const signIn = (login: string, password: string, options: InjectOptions = {}) =>
  call('POST', 'session', { ...options, payload: { login, password } });

const cookieIn = (answer: { headers: Record<string, unknown> }) =>
  /^busola=([^;]*)/.exec([answer.headers['set-cookie']].flat().join('; '))?.[1];

/** A multipart body with one file, its name as it is told. */
function upload(disposition: string, content: string, fields: object = {}): InjectOptions {
  const part = (head: string, body: string) =>
    `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: `${part('name="request"', JSON.stringify(fields))}${part(disposition, content)}--b--\r\n`,
  };
}

const withHeaders = (options: InjectOptions, headers: Record<string, string>): InjectOptions => ({
  ...options,
  headers: { ...options.headers, ...headers },
});

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
    expect((await signIn(analyst.login, PASSWORD, { headers })).status).toBe(403);
  });
});

describe('a one-time link', () => {
  const linkFor = async (id: number) => {
    const { link } = (await call('POST', `people/${id}/link`, { headers: admin.headers })).json<{
      link: string;
    }>();
    return link.split('#')[1]!;
  };
  const use = (secret: string, password: string = PASSWORD) =>
    call('POST', 'links/use', { payload: { secret, password } });

  it('works once', async () => {
    const { id } = await person(instance, [role('analyst')]);
    const secret = await linkFor(id);
    expect((await use(secret)).status).toBe(200);
    const again = await use(secret);
    expect(again.status).toBe(422);
    expect(await logged(again.address)).toMatchObject({ object: 'POST /api/v1/links/use', refused: true });
  });

  it('works once for two who use it at the same moment', async () => {
    const { id } = await person(instance, [role('analyst')]);
    const secret = await linkFor(id);
    const both = await Promise.all([use(secret), use(secret)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('works no more past its time, once a newer one is made, or when the account is closed', async () => {
    const { id } = await person(instance, [role('analyst')]);
    const [first, second] = [await linkFor(id), await linkFor(id)];
    expect((await use(first)).status).toBe(422);
    await query(`UPDATE one_time_link SET ends_at = now() - interval '1 s' WHERE person_id = $1`, [id]);
    expect((await use(second)).status).toBe(422);
    const third = await linkFor(id);
    await call('PUT', `people/${id}`, { headers: admin.headers, payload: { name: null, disabled: true } });
    expect((await use(third)).status).toBe(422);
  });

  it('works no more once a password was set without it, or the account was closed and opened again', async () => {
    const who = await person(instance, [role('analyst')]);
    const [secret, headers] = [await linkFor(who.id), who.headers];
    const password = remembered('lampa 5 zielony tramwaj');
    const changed = await call('PUT', 'account/password', {
      headers,
      payload: { current: PASSWORD, password },
    });
    expect([changed.status, (await use(secret)).status]).toEqual([200, 422]);
    const another = await linkFor(who.id);
    for (const disabled of [true, false])
      await call('PUT', `people/${who.id}`, { headers: admin.headers, payload: { name: null, disabled } });
    expect((await use(another)).status).toBe(422);
  });

  it('and the erasure of its person do not wait for each other', async () => {
    for (let n = 0; n < 5; n++) {
      const { id } = await person(instance, [role('analyst')]);
      const secret = await linkFor(id);
      const erase = () => call('DELETE', `people/${id}`, { headers: admin.headers });
      const [used, , erased] = await Promise.all([use(secret), use(secret), erase()]);
      expect([erased.status, used.status < 500]).toEqual([204, true]);
      expect(await query('SELECT password FROM person WHERE id = $1', [id])).toEqual([{ password: null }]);
      expect(await query('SELECT 1 FROM session WHERE person_id = $1', [id])).toEqual([]);
    }
  });

  it('stays whole where the password will not do', async () => {
    const { id, login } = await person(instance, [role('analyst')]);
    const secret = await linkFor(id);
    for (const weak of [
      'krótkie',
      'password12345',
      'constitution',
      'neighborhoods1',
      'aaaaaaaaaaaaaaaa',
      `${login}${login}${login}`,
    ])
      expect((await use(secret, weak)).status).toBe(422);
    expect((await use(secret)).status).toBe(200);
  });
});

it('looks at a password of any length for a moment only', async () => {
  const { headers } = await person(instance, [role('analyst')]);
  const payload = { current: PASSWORD, password: 'p4$$w0rd1'.repeat(22) };
  const began = Date.now();
  expect((await call('PUT', 'account/password', { headers, payload })).status).toBe(422);
  expect(Date.now() - began).toBeLessThan(3000);
});

describe('a token', () => {
  const refresh = (headers: Record<string, string>) => call('POST', 'snapshot/refresh', { headers });

  it('opens what its role opens, and stops when it is revoked, expired or made up', async () => {
    const one = await tokenOf(instance, analyst, { role: 'analyst', authority: 'T' });
    expect((await refresh(one.headers)).status).toBe(200);
    await query(`UPDATE access_token SET ends_at = now() - interval '1 s' WHERE id = $1`, [one.id]);
    const expired = await refresh(one.headers);
    expect([expired.status, expired.headers['www-authenticate']]).toEqual([401, 'Bearer realm="busola"']);
    expect(await logged(expired.address)).toMatchObject({ action: 'request', refused: true });

    const two = await tokenOf(instance, analyst, { role: 'analyst', authority: 'T' });
    await call('DELETE', `account/tokens/${two.id}`, { headers: analyst.headers });
    const revoked = await refresh(two.headers);
    expect(revoked.status).toBe(401);
    expect(await logged(revoked.address)).toMatchObject({ action: 'request', refused: true });
    for (const wrong of ['Bearer busola_', `Bearer busola_${'x'.repeat(43)}`, 'Basic YTpi', 'Bearer', ''])
      expect((await refresh({ authorization: wrong })).status).toBe(401);
  });

  it('ends for good when the account is closed', async () => {
    const who = await person(instance, [role('analyst')]);
    const { headers } = await tokenOf(instance, who, { role: 'analyst', authority: null });
    for (const disabled of [true, false])
      await call('PUT', `people/${who.id}`, { headers: admin.headers, payload: { name: null, disabled } });
    expect((await refresh(headers)).status).toBe(401);
  });

  it('is one of at most 20, however many are asked for at once', async () => {
    const { headers } = await person(instance, [role('analyst')]);
    const payload = { label: 'x', role: 'analyst', days: 1 };
    const asked = Array.from({ length: 40 }, () => call('POST', 'account/tokens', { headers, payload }));
    const made = (await Promise.all(asked)).filter(({ status }) => status === 201);
    expect(made.length).toBe(20);
  });

  it('loses what its person loses, at once', async () => {
    const who = await person(instance, [role('analyst')]);
    const { headers } = await tokenOf(instance, who, { role: 'analyst', authority: null });
    expect((await refresh(headers)).status).toBe(200);
    const payload = { roles: [role('researcher')] };
    expect((await call('PUT', `people/${who.id}/roles`, { headers: admin.headers, payload })).status).toBe(
      200,
    );
    expect((await refresh(headers)).status).toBe(403);
    expect((await refresh(who.headers)).status).toBe(403);
  });

  it('of somebody else cannot be revoked, nor one be made for a role that is not theirs', async () => {
    const { id } = await tokenOf(instance, analyst, { role: 'analyst', authority: 'T' });
    const tried = await call('DELETE', `account/tokens/${id}`, { headers: steward.headers });
    expect(tried.status).toBe(404);
    expect(await logged(tried.address)).toMatchObject({ person_id: steward.id, refused: true });
    const make = async (given: object) => {
      const payload = { label: 'x', days: 1, ...given };
      return (await call('POST', 'account/tokens', { headers: analyst.headers, payload })).status;
    };
    expect(await make({ role: 'analyst', authority: 'T' })).toBe(201);
    expect(await make({ role: 'analyst', authority: 'U' })).toBe(403);
    expect(await make({ role: 'analyst', authority: null })).toBe(403);
    expect(await make({ role: 'steward', authority: 'T' })).toBe(403);
    expect(await make({ role: 'admin', authority: null })).toBe(400);
    expect(await make({ role: 'analyst', authority: 'T', days: 9999 })).toBe(400);
    expect(await make({ role: 'analyst', authority: 'T', person_id: admin.id })).toBe(400);
  });
});

describe('more rights', () => {
  it.each([
    ['roles in a sign-in', 'POST', 'session', { login: 'x', password: 'y', roles: ['admin'] }],
    ['a person in a link', 'POST', 'links/use', { secret: 'x'.repeat(43), person_id: 1 }],
  ] as const)('cannot be had by %s', async (_name, method, path, payload) => {
    const { status, address } = await call(method, path, { payload });
    expect(status).toBe(400);
    expect(await logged(address)).toMatchObject({ refused: true, detail: { status: 400 } });
  });

  it('cannot be given to oneself', async () => {
    const headers = analyst.headers;
    const payload = { roles: [{ role: 'admin' }] };
    const { status, address } = await call('PUT', `people/${analyst.id}/roles`, { headers, payload });
    expect(status).toBe(403);
    expect(await logged(address)).toMatchObject({ person_id: analyst.id, refused: true });
  });

  it('of the last administrator cannot be taken away', async () => {
    const attempt = await call('PUT', `people/${admin.id}/roles`, {
      headers: admin.headers,
      payload: { roles: [] },
    });
    expect([attempt.status, attempt.json<{ detail_en: string }>().detail_en]).toEqual([
      422,
      'No administrator would be left; first give that role to somebody else',
    ]);
    const closing = { headers: admin.headers, payload: { name: null, disabled: true } };
    expect((await call('PUT', `people/${admin.id}`, closing)).status).toBe(422);
    expect((await call('DELETE', `people/${admin.id}`, { headers: admin.headers })).status).toBe(422);
  });
});

it('gives one login to one person, also when two are added at the same moment', async () => {
  const add = (login: string) =>
    call('POST', 'people', { headers: admin.headers, payload: { login, name: null, roles: [] } });
  const both = await Promise.all([add('Zofia@urzad'), add('zofia@urzad')]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  expect((await add(analyst.login)).json<{ detail_en: string }>().detail_en).toBe(
    `The login “${analyst.login}” is taken`,
  );
  for (const login of ['', 'x', 'a b', '<b>', 'x\u0000y', '=1+1', 'a'.repeat(101)])
    expect([400, 422]).toContain((await add(login)).status);
});

describe('an upload', () => {
  const attempt = (name: string) =>
    call('POST', 'batches', withHeaders(upload(`name="file"; ${name}`, 'code\nA-1\n'), analyst.headers));

  it.each([
    'filename="../../etc/cron.d/x"',
    'filename="..\\\\..\\\\x.csv"',
    'filename="/etc/passwd"',
    'filename=".."',
    "filename*=UTF-8''..%2F..%2Fx.csv",
  ])('named %s is refused and noted', async (name) => {
    const { status, address } = await attempt(name);
    expect(status).toBe(400);
    expect(await logged(address)).toMatchObject({ object: 'POST /api/v1/batches', refused: true });
  });

  it('cannot write a header of its own by its name', async () => {
    const answer = await attempt(`filename*=UTF-8''a%0d%0aSet-Cookie:%20x=1.csv`);
    expect(answer.headers['set-cookie']).toBeUndefined();
    const file = await call('GET', 'datasets/consultations.csv%0d%0aSet-Cookie:%20x=1');
    expect([file.status, file.headers['set-cookie']]).toEqual([404, undefined]);
  });
});

describe('a body', () => {
  it('that is too large is refused and noted', async () => {
    const payload = { login: 'x'.repeat(1 << 20), password: 'y' };
    const { status, address } = await call('POST', 'session', { payload });
    expect(status).toBe(413);
    expect(await logged(address)).toMatchObject({ refused: true, detail: { status: 413 } });
  });

  it('that is nested deep is refused, and the stack holds', async () => {
    const payload = `{"login":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const headers = { 'content-type': 'application/json' };
    expect((await call('POST', 'session', { payload, headers })).status).toBe(400);
  });

  it('that comes drop by drop is broken off and noted', async () => {
    await instance.app.listen(0, '127.0.0.1');
    const { port } = instance.app.getHttpServer().address() as AddressInfo;
    const whole = PATIENCE.body;
    PATIENCE.body = 300;
    const began = Date.now();
    const dripped = (path: string) =>
      new Promise<number | undefined>((done) => {
        let status: number | undefined;
        const headers = { 'content-type': 'application/json', 'content-length': 1000 };
        const slow = httpRequest({ port, method: 'POST', path, headers }, (answer) => {
          status = answer.statusCode;
          answer.resume();
        });
        slow.on('error', () => undefined);
        const drops = setInterval(() => slow.write(' '), 50);
        slow.on('close', () => {
          clearInterval(drops);
          done(status);
        });
      });
    // an address that is none, and one that has refused already, hold no connection either
    const paths = ['/api/v1/session', '/nothing', '/api/v1/people'];
    const statuses = await Promise.all(paths.map(dripped));
    PATIENCE.body = whole;
    expect([statuses, Date.now() - began < 5000]).toEqual([[408, 408, 401], true]);
    const lines = await query(`SELECT 1 FROM audit WHERE refused AND detail->>'status' = '408'`);
    expect(lines.length).toBe(2);
  });
});

it.each(['99999999999', '2147483648', '-1', '0x1'])('finds nothing under the number %s', async (id) => {
  const { headers } = admin;
  for (const [method, path] of [
    ['GET', `people/${id}/data`],
    ['DELETE', `people/${id}`],
    ['DELETE', `tokens/${id}`],
    ['DELETE', `account/tokens/${id}`],
  ] as const)
    expect((await call(method, path, { headers })).status).toBe(404);
});

describe('wrong passwords', () => {
  const wrong = async (login: string, times: number, from: (n: number) => string) =>
    (
      await Promise.all(
        Array.from({ length: times }, (_, n) =>
          signIn(login, remembered(`wrong password ${n}`), { remoteAddress: from(n) }),
        ),
      )
    ).map(({ status }) => status);

  it('tire the network they come from, and it says for how long', async () => {
    const { login, id } = await person(instance, [role('analyst')]);
    const from = () => '10.9.1.1';
    expect(await wrong(login, WRONG_PER_ACCOUNT, from)).toEqual(Array(WRONG_PER_ACCOUNT).fill(403));
    // with the right password, and from elsewhere in the same /64
    const { status, headers, address } = await signIn(login, PASSWORD, { remoteAddress: from() });
    expect([status, Number(headers['retry-after']) > 800]).toEqual([429, true]);
    expect(await logged(address)).toMatchObject({ refused: true, detail: { status: 429 } });
    const noted = `SELECT 1 FROM audit WHERE action = 'signed_in' AND refused AND actor = 'nobody' AND object = 'person ' || $1::int`;
    expect(await query(noted, [id])).toHaveLength(WRONG_PER_ACCOUNT);
    // a stranger who knows the login does not lock its owner out
    expect((await signIn(login, PASSWORD)).status).toBe(200);
  });

  it('count together over a /64 of IPv6', async () => {
    const { login } = await person(instance, [role('analyst')]);
    await wrong(login, WRONG_PER_ACCOUNT, (n) => `2001:db8:1:2::${n}`);
    expect((await signIn(login, PASSWORD, { remoteAddress: '2001:db8:1:2:ffff::1' })).status).toBe(429);
    expect((await signIn(login, PASSWORD, { remoteAddress: '2001:db8:1:3::1' })).status).toBe(200);
  });

  it('from everywhere tire the account at last; its open session and a new link go on', async () => {
    const who = await person(instance, [role('analyst')]);
    const statuses = await wrong(
      who.login,
      WRONG_PER_ACCOUNT_ANYWHERE + 5,
      (n) => `10.8.${n % 100}.${n % 50}`,
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    expect((await signIn(who.login, PASSWORD)).status).toBe(429);
    const payload = { current: PASSWORD, password: remembered('trzy suche gałęzie za oknem 5') };
    expect((await call('PUT', 'account/password', { headers: who.headers, payload })).status).toBe(200);
    const { link } = (await call('POST', `people/${who.id}/link`, { headers: admin.headers })).json<{
      link: string;
    }>();
    const used = await call('POST', 'links/use', {
      payload: { secret: link.split('#')[1], password: PASSWORD },
    });
    expect(used.status).toBe(200);
    expect((await signIn(who.login, PASSWORD)).status).toBe(200);
  }, 30_000);
});

it('says the same of a wrong password and of a login that nobody has', async () => {
  const one = await signIn(analyst.login, 'wrong');
  const other = await signIn('nobody-has-this', 'wrong');
  expect([other.status, other.json()]).toEqual([one.status, one.json()]);
});

describe('SQL', () => {
  const PAYLOADS = [
    `' OR '1'='1`,
    `1; DROP TABLE person; --`,
    `") UNION SELECT password FROM person --`,
    `$1`,
    `%27`,
  ];

  it('in any parameter of any address changes nothing and fails nowhere', async () => {
    const { paths } = openApi(instance.app);
    const asked: string[] = [];
    for (const [path, item] of Object.entries(paths)) {
      const parameters = item.get?.parameters as { name: string; in: string }[] | undefined;
      for (const parameter of parameters ?? []) {
        for (const payload of PAYLOADS) {
          const value = encodeURIComponent(payload);
          const filled = path.replace(`{${parameter.name}}`, value).replace(/\{\w+\}/g, '1');
          const url = parameter.in === 'query' ? `${filled}?${parameter.name}=${value}` : filled;
          const answer = await instance.app.inject({
            url,
            headers: admin.headers,
            remoteAddress: `10.2.0.${asked.length % 250}`,
          });
          asked.push(`${answer.statusCode} ${url}`);
        }
      }
    }
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((line) => !/^(200|400|403|404|422) /.test(line))).toEqual([]);
    expect(await query(`SELECT 1 FROM person WHERE id = $1`, [admin.id])).toHaveLength(1);
  });

  it('in a sort that is none is refused and noted', async () => {
    const { status, address } = await call(
      'GET',
      `consultations?authority=T&sort=${encodeURIComponent('code; DROP TABLE x')}`,
    );
    expect(status).toBe(400);
    expect(await logged(address)).toMatchObject({ object: 'GET /api/v1/consultations', refused: true });
  });
});

describe('no page can be framed', () => {
  it.each(['/', '/admin', '/embed/../admin', '/embed/admin', '/en/osoby', '/api/v1/people'])(
    '%s',
    async (url) => {
      const { headers } = await instance.app.inject({ url });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-frame-options']).toBe('DENY');
    },
  );
});

it('tells nobody where in the program an error was', async () => {
  await query('ALTER TABLE person RENAME TO person_away');
  const answer = await call('GET', 'people', {
    headers: { authorization: `Bearer ${instance.foundation.lock.token}` },
  });
  await query('ALTER TABLE person_away RENAME TO person');
  expect(answer.status).toBe(500);
  expect(answer.payload).not.toMatch(/at |\.ts|\.js|person_away|SELECT/);
});

it.each([
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('counts %s as %s', (address, network) => expect(networkOf(address)).toBe(network));

it('gives a malformed address the headers of every other answer', async () => {
  const { headers, statusCode } = await instance.app.inject({ url: '/%zz' });
  expect(statusCode).toBe(400);
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
});
