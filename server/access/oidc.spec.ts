import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { Browser, CALLBACK, CLIENT_SECRET, PUBLIC_URL, query, settings } from '../testing/city';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { PASSWORD, person, role } from '../testing/people';
import { secretsOf } from '../testing/secrets';
import type { SessionView } from './session.view';

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

it('tells by a page that the provider does not answer, and writes it down', async () => {
  const alone = await startInstance(await freshDatabase(), { settings: settings('http://127.0.0.1:9') });
  const there = await new Browser(alone).here(new URL(`${PUBLIC_URL}/api/v1/session/oidc`));
  expect([there.status, there.headers.location]).toEqual([302, '/logowanie?powod=odmowa']);
  expect(await query(alone, `SELECT detail->>'why' AS why FROM audit WHERE action = 'signed_in'`)).toEqual([
    { why: 'the provider does not answer' },
  ]);
  await alone.stop();
});
