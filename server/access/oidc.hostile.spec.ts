import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Browser, CALLBACK, PUBLIC_URL, query, settings } from '../testing/city';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';

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
