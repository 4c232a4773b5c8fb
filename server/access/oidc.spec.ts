import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, generateKeyPairSync, createSign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { person, PASSWORD, role } from '../testing/people';
import { remembered, secretsOf } from '../testing/secrets';
import type { SessionView } from './session.view';

const CLIENT_SECRET = remembered('test-secret-of-the-client-0123456789');
const PUBLIC_URL = 'http://127.0.0.1:4999';
const CALLBACK = `${PUBLIC_URL}/api/v1/session/oidc/callback`;

const settings = (issuer: string) => ({
  BUSOLA_OIDC_ISSUER: issuer,
  BUSOLA_OIDC_CLIENT_ID: 'busola',
  BUSOLA_OIDC_CLIENT_SECRET: CLIENT_SECRET,
  BUSOLA_PUBLIC_URL: PUBLIC_URL,
});

/** A browser's cookies, by host. */
class Browser {
  private readonly jar = new Map<string, Map<string, string>>();

  constructor(private readonly instance: Instance) {}

  /** Goes to an address, and on where it is sent to, until a page stands. */
  async go(
    address: string,
    form?: Record<string, string>,
  ): Promise<{ address: string; status: number; body: string }> {
    const url = new URL(address);
    const answer = url.origin === PUBLIC_URL ? await this.here(url) : await this.there(url, form);
    const onto = answer.headers.location;
    return onto && answer.status < 400
      ? this.go(new URL(onto, url).href)
      : { address, status: answer.status, body: answer.body };
  }

  /** Asks this instance. */
  async here(url: URL) {
    const answer = await this.instance.app.inject({
      url: url.pathname + url.search,
      headers: { cookie: this.cookies(url) },
    });
    secretsOf(answer);
    this.keep(url, [answer.headers['set-cookie'] ?? []].flat());
    return {
      status: answer.statusCode,
      body: answer.payload,
      headers: { location: answer.headers.location },
    };
  }

  private async there(url: URL, form?: Record<string, string>) {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: this.cookies(url) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    this.keep(url, answer.headers.getSetCookie());
    return {
      status: answer.status,
      body: await answer.text(),
      headers: { location: answer.headers.get('location') },
    };
  }

  private cookies = ({ host }: URL) =>
    [...(this.jar.get(host) ?? [])].map((pair) => pair.join('=')).join('; ');

  private keep({ host }: URL, cookies: string[]) {
    const kept = this.jar.get(host) ?? new Map<string, string>();
    for (const cookie of cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value === '') kept.delete(name!);
      else kept.set(name!, value!);
    }
    this.jar.set(host, kept);
  }

  async session(): Promise<SessionView> {
    return JSON.parse((await this.here(new URL(`${PUBLIC_URL}/api/v1/session`))).body) as SessionView;
  }
}

const query = (instance: Instance, sql: string, values: unknown[] = []) =>
  instance.foundation.dataSource.query(sql, values) as Promise<Record<string, unknown>[]>;

describe("the city's own sign-in", () => {
  let provider: ChildProcess;
  let instance: Instance;

  beforeAll(async () => {
    provider = spawn(process.execPath, [join(__dirname, '../testing/oidc-provider.mjs')], {
      env: { PATH: process.env['PATH'], CALLBACK, CLIENT_SECRET },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const issuer = await new Promise<string>((done, failed) => {
      provider.stdout!.once('data', (line: Buffer) => done(line.toString().trim()));
      provider.once('exit', (code) => failed(new Error(`the provider ended with ${code}`)));
    });
    instance = await startInstance(await freshDatabase(), { settings: settings(issuer) });
    await query(instance, `INSERT INTO authority (code, name_pl) VALUES ('T', 'Testowo')`);
  });
  afterAll(async () => {
    await instance.stop();
    provider.kill();
  });

  const whoever = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url');

  /** Signs in through the provider's own pages: login, consent, and back. */
  async function signIn(browser: Browser, claims: object, back = '/'): Promise<string> {
    let page = await browser.go(`${PUBLIC_URL}/api/v1/session/oidc?back=${encodeURIComponent(back)}`);
    while (!page.address.startsWith(PUBLIC_URL)) {
      const [, action] = /action="([^"]+)"/.exec(page.body) ?? [];
      const [, prompt] = /name="prompt" value="(\w+)"/.exec(page.body) ?? [];
      if (!action || !prompt) throw new Error(`no form on ${page.address}: ${page.body.slice(0, 300)}`);
      page = await browser.go(action, { prompt, login: whoever(claims), password: 'x' });
    }
    return page.address;
  }

  it('signs somebody in with the roles that the claim names, and leads back to their page', async () => {
    const browser = new Browser(instance);
    const claims = {
      preferred_username: 'Anna@urzad',
      name: 'Anna',
      roles: ['analyst@T', 'admin', 'nothing', 'analyst@X'],
    };
    expect(await signIn(browser, claims, '/konsultacje?q=park')).toBe(`${PUBLIC_URL}/konsultacje?q=park`);
    const session = await browser.session();
    expect(session).toMatchObject({
      person: { login: 'anna@urzad', name: 'Anna' },
      roles: [role('analyst', { authority: 'T' }), role('admin')],
      sign_in: 'oidc',
    });
    const lines = await query(instance, 'SELECT action, detail FROM audit WHERE person_id = $1 ORDER BY id', [
      session.person!.id,
    ]);
    expect(lines.map(({ action }) => action)).toEqual(['roles_changed', 'signed_in']);
  });

  it('knows them again, and takes away what the claim names no more', async () => {
    const claims = { preferred_username: 'jan', roles: 'analyst@T' };
    const browser = new Browser(instance);
    await signIn(browser, claims);
    const { person: first } = await browser.session();
    // the same person, whose claims changed: the subject stays
    await query(instance, `UPDATE person SET subject = subject || 'x' WHERE id = $1`, [first!.id]);
    const again = new Browser(instance);
    await signIn(again, claims);
    expect((await again.session()).person).not.toEqual(first);
    await query(instance, `INSERT INTO role_grant (person_id, role) VALUES ($1, 'admin')`, [
      (await again.session()).person!.id,
    ]);
    const third = new Browser(instance);
    await signIn(third, claims);
    expect(await third.session()).toMatchObject({
      person: (await again.session()).person,
      roles: [role('analyst', { authority: 'T' })],
    });
  });

  it('passes over what no login and no role can hold', async () => {
    const browser = new Browser(instance);
    await signIn(browser, { preferred_username: 'nul\0a\r\n', name: 'a\0b', roles: ['analyst@\0', 'admin'] });
    const { person: somebody, roles } = await browser.session();
    expect([somebody?.login, somebody?.name]).toEqual(['nula', 'ab']);
    expect(roles.map(({ role: name }) => name)).toEqual(['admin']);
  });

  it('never takes an account of this instance for one of the city with the same login', async () => {
    const local = await person(instance, [role('admin')]);
    const browser = new Browser(instance);
    await signIn(browser, { preferred_username: local.login, roles: [] });
    const session = await browser.session();
    expect(session.person!.id).not.toBe(local.id);
    expect(session.roles).toEqual([]);
  });

  it('turns passwords, invitations and links of this instance off', async () => {
    const local = await person(instance, [role('admin')]);
    const post = (url: string, payload: object) =>
      instance.app.inject({ method: 'POST', url: `/api/v1/${url}`, payload, headers: local.headers });
    expect((await post('session', { login: local.login, password: PASSWORD })).statusCode).toBe(403);
    expect((await post('people', { login: 'x', name: null, roles: [] })).statusCode).toBe(403);
    expect((await post(`people/${local.id}/link`, {})).statusCode).toBe(403);
  });

  it('leaves an administrator a way in by the command line, for an hour', async () => {
    const local = await person(instance, [role('admin')]);
    const headers = { authorization: `Bearer ${instance.foundation.lock.token}` };
    const link = await instance.app.inject({
      method: 'POST',
      url: `/api/v1/people/${local.id}/link`,
      headers,
    });
    const secret = link.json<{ link: string }>().link.split('#')[1];
    const used = await instance.app.inject({ method: 'POST', url: '/api/v1/links/use', payload: { secret } });
    expect(used.statusCode).toBe(200);
    const left = new Date(used.json<SessionView>().ends_at!).getTime() - Date.now();
    expect([left > 3_500_000, left <= 3_600_000]).toEqual([true, true]);
    // also on an instance that never had one
    const payload = { login: 'awaryjny', name: null, roles: [role('admin')] };
    const added = await instance.app.inject({ method: 'POST', url: '/api/v1/people', headers, payload });
    secretsOf(added);
    const way = added.json<{ link: string }>().link.split('#')[1];
    const entered = await instance.app.inject({
      method: 'POST',
      url: '/api/v1/links/use',
      payload: { secret: way },
    });
    secretsOf(entered);
    expect(entered.json<SessionView>().roles).toEqual([role('admin')]);
    const other = await person(instance, [role('analyst')]);
    const none = await instance.app.inject({
      method: 'POST',
      url: `/api/v1/people/${other.id}/link`,
      headers,
    });
    expect(none.statusCode).toBe(403);
  });

  it('refuses an answer to another browser’s question, one that nobody asked for, and a closed account', async () => {
    const refused = `${PUBLIC_URL}/logowanie?powod=odmowa`;
    const stranger = new Browser(instance);
    expect((await stranger.go(`${CALLBACK}?code=abc&state=def`)).address).toBe(refused);
    const begun = new Browser(instance);
    await begun.here(new URL(`${PUBLIC_URL}/api/v1/session/oidc`));
    expect((await begun.go(`${CALLBACK}?code=abc&state=def`)).address).toBe(refused);

    const browser = new Browser(instance);
    await signIn(browser, { preferred_username: 'zamknięta', roles: [] });
    await query(instance, 'UPDATE person SET disabled_at = now() WHERE id = $1', [
      (await browser.session()).person!.id,
    ]);
    expect(await signIn(new Browser(instance), { preferred_username: 'zamknięta', roles: [] })).toBe(refused);
    const lines = await query(
      instance,
      `SELECT detail->>'why' AS why FROM audit WHERE action = 'signed_in' AND refused ORDER BY id DESC LIMIT 3`,
    );
    expect(lines.map(({ why }) => why)).toEqual([
      'the account is closed',
      expect.stringMatching(/^OAUTH_/),
      'no sign-in under way in this browser',
    ]);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/%09/evil.example/..//x',
    'http:evil.example',
    '',
  ])('never leads to another site: %s', async (back) => {
    const address = await signIn(new Browser(instance), { preferred_username: 'ewa', roles: [] }, back);
    expect(new URL(address).origin).toBe(PUBLIC_URL);
  });
});

describe('a provider that lies', () => {
  let hostile: Server;
  let instance: Instance;
  let issuer: string;
  let idToken: (claims: object) => string;
  let nonce = '';

  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = (header: object, claims: object) => {
    const text = `${part(header)}.${part(claims)}`;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
  };

  beforeAll(async () => {
    hostile = createServer((request, response) => {
      const json = (body: object) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(body));
      };
      if (request.url === '/.well-known/openid-configuration')
        return json({
          issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        });
      if (request.url === '/jwks')
        return json({
          keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
        });
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        iss: issuer,
        sub: 'mallory',
        aud: 'busola',
        iat: now,
        exp: now + 60,
        nonce,
        roles: ['admin'],
      };
      return json({ access_token: 'a', token_type: 'Bearer', id_token: idToken(claims) });
    }).listen(0, '127.0.0.1');
    await new Promise((done) => hostile.once('listening', done));
    issuer = `http://127.0.0.1:${(hostile.address() as AddressInfo).port}`;
    instance = await startInstance(await freshDatabase(), { settings: settings(issuer) });
  });
  afterAll(async () => {
    await instance.stop();
    hostile.close();
  });

  async function attempt(token: (claims: Record<string, unknown>) => string) {
    idToken = token as typeof idToken;
    const browser = new Browser(instance);
    const out = await browser.here(new URL(`${PUBLIC_URL}/api/v1/session/oidc`));
    const asked = new URL(out.headers.location!);
    nonce = asked.searchParams.get('nonce')!;
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
    const { address } = await browser.go(
      `${CALLBACK}?code=c&state=${asked.searchParams.get('state')}&iss=${encodeURIComponent(issuer)}`,
    );
    return { address, person: (await browser.session()).person };
  }

  it('signs in with an honest token, so that what follows is refused for what it says', async () => {
    const { address, person: who } = await attempt((claims) => signed({ alg: 'RS256', kid: 'k' }, claims));
    expect([address, who?.login]).toEqual([`${PUBLIC_URL}/`, 'mallory']);
  });

  it.each([
    ['alg none', (claims: object) => `${part({ alg: 'none' })}.${part(claims)}.`],
    [
      'alg none, with a signature',
      (claims: object) =>
        `${part({ alg: 'none' })}.${part(claims)}.${createHash('sha256').update('x').digest('base64url')}`,
    ],
    [
      'a foreign issuer',
      (claims: object) => signed({ alg: 'RS256', kid: 'k' }, { ...claims, iss: 'https://evil.example' }),
    ],
    ['another audience', (claims: object) => signed({ alg: 'RS256', kid: 'k' }, { ...claims, aud: 'other' })],
    ['an old token', (claims: object) => signed({ alg: 'RS256', kid: 'k' }, { ...claims, exp: 1 })],
    [
      'the nonce of another sign-in',
      (claims: object) => signed({ alg: 'RS256', kid: 'k' }, { ...claims, nonce: 'x' }),
    ],
  ])('is refused with %s, and the log says so', async (_name, token) => {
    const { address, person: who } = await attempt(token);
    expect([address, who]).toEqual([`${PUBLIC_URL}/logowanie?powod=odmowa`, null]);
    const [line] = await query(
      instance,
      'SELECT action, refused, detail FROM audit ORDER BY id DESC LIMIT 1',
    );
    expect(line).toMatchObject({ action: 'signed_in', refused: true, detail: { way: 'oidc' } });
  });
});

it('tells by a page that the provider does not answer, and writes it down', async () => {
  const alone = await startInstance(await freshDatabase(), { settings: settings('http://127.0.0.1:9') });
  const there = await new Browser(alone).here(new URL(`${PUBLIC_URL}/api/v1/session/oidc`));
  expect([there.status, there.headers.location]).toEqual([302, '/logowanie?powod=odmowa']);
  expect(await query(alone, `SELECT detail->>'why' AS why FROM audit WHERE action = 'signed_in'`)).toEqual([
    { why: 'the provider does not answer' },
  ]);
  await alone.stop();
});
