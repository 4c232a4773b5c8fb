import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { PASSWORD, person, role, type SignedIn } from '../testing/people';
import { secretsOf } from '../testing/secrets';

let instance: Instance;
let analyst: SignedIn;
beforeAll(async () => {
  instance = await startInstance(await freshDatabase(), {
    pages: true,
    settings: { BUSOLA_TRUSTED_PROXIES: '10.0.0.5' },
  });
  analyst = await person(instance, [role('analyst')]);
});
afterAll(() => instance.stop());

async function signIn(remoteAddress: string, headers: Record<string, string> = {}) {
  const payload = { login: analyst.login, password: PASSWORD };
  const answer = await instance.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload,
    headers,
    remoteAddress,
  });
  secretsOf(answer);
  const [line] = (await instance.foundation.dataSource.query(
    `SELECT address FROM audit WHERE action = 'signed_in' ORDER BY id DESC LIMIT 1`,
  )) as { address: string }[];
  return { cookie: String(answer.headers['set-cookie']), address: line!.address, headers: answer.headers };
}

const FORWARDED = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' };

it('takes the word of a trusted proxy: the address, and a cookie that goes by TLS only', async () => {
  const { cookie, address, headers } = await signIn('10.0.0.5', FORWARDED);
  expect(address).toBe('203.0.113.9');
  expect(cookie).toMatch(
    /^__Host-busola=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
  );
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  const secret = /=([\w-]{43})/.exec(cookie)![1]!;
  const ask = (name: string) =>
    instance.app.inject({
      url: '/api/v1/account',
      headers: { ...FORWARDED, cookie: `${name}=${secret}` },
      remoteAddress: '10.0.0.5',
    });
  expect((await ask('__Host-busola')).statusCode).toBe(200);
  // a cookie that a plain-HTTP neighbour could have planted is none
  expect((await ask('busola')).statusCode).toBe(401);
});

it('takes the word of nobody else', async () => {
  const { cookie, address, headers } = await signIn('10.0.0.6', FORWARDED);
  expect(address).toBe('10.0.0.6');
  expect(cookie).not.toContain('Secure');
  expect(headers['strict-transport-security']).toBeUndefined();
});

it('sends no upgrade to TLS on a plain-HTTP intranet', async () => {
  const { headers } = await instance.app.inject({ url: '/', remoteAddress: '10.0.0.5' });
  expect(headers['strict-transport-security']).toBeUndefined();
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
});
