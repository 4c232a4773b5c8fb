import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Home, homeAt } from './home';
import { instanceSecret } from './instance-secret';
import { readSettings } from './settings';

let home: Home;
beforeEach(async () => {
  home = homeAt(await mkdtemp(join(tmpdir(), 'busola-secret-')));
});
afterEach(() => rm(home.folder, { recursive: true, force: true }));

const path = () => join(home.folder, 'secret');

it('is made at the first start, for its owner only, and the same at every later one', async () => {
  const first = (await instanceSecret(home, null)).key('participant');
  expect((await stat(path())).mode & 0o777).toBe(0o600);
  expect((await instanceSecret(home, null)).key('participant')).toEqual(first);
  expect(await readFile(path(), 'utf8')).not.toContain(first.toString('base64url'));
});

it('gives keys that tell nothing of each other', async () => {
  const secret = await instanceSecret(home, null);
  expect(secret.key('participant')).not.toEqual(secret.key('sign-in'));
  expect(secret.key('participant')).toHaveLength(32);
});

it('is closed to others again where somebody opened it', async () => {
  await instanceSecret(home, null);
  await writeFile(path(), await readFile(path(), 'utf8'), { mode: 0o644 });
  const { chmod } = await import('node:fs/promises');
  await chmod(path(), 0o644);
  await instanceSecret(home, null);
  expect((await stat(path())).mode & 0o777).toBe(0o600);
});

it.each(['', 'changeme', 'c2hvcnQ', 'a'.repeat(44)])('refuses to start with “%s”', async (text) => {
  await writeFile(path(), text);
  await expect(instanceSecret(home, null)).rejects.toThrow(
    /allowed: at least 32, 10 different; restore the file/,
  );
});

it('is taken from the setting where there is one, and a weak one is refused', () => {
  const strong = 'Zx81-Qw72-Er63-Ty54-Ui45-Op36-As27';
  expect(readSettings({ BUSOLA_SECRET: strong }).secret).toBe(strong);
  for (const weak of ['changeme', 'a'.repeat(40), '1234567890123456789012345678901'])
    expect(() => readSettings({ BUSOLA_SECRET: weak })).toThrow(/BUSOLA_SECRET has \d+ signs/);
  // what is wrong with it is said without saying it
  expect(() => readSettings({ BUSOLA_SECRET: 'geheim-geheim' })).toThrow(/^(?!.*geheim)/);
});

describe('other settings of access', () => {
  it('take proxies by address or network, never everybody', () => {
    const proxies = (value: string) => readSettings({ BUSOLA_TRUSTED_PROXIES: value }).trustedProxies;
    expect(proxies(' 10.0.0.5, 192.168.0.0/16 ,fd00::/8')).toEqual([
      '10.0.0.5',
      '192.168.0.0/16',
      'fd00::/8',
    ]);
    expect(proxies('')).toEqual([]);
    for (const wrong of [
      'true',
      '*',
      'proxy.example',
      '10.0.0.0/33',
      '0.0.0.0/0',
      '10.0.0.0/8/8',
      '10.0.0.0/x',
    ])
      expect(() => proxies(wrong)).toThrow('BUSOLA_TRUSTED_PROXIES names');
  });

  const OIDC = {
    BUSOLA_OIDC_ISSUER: 'https://login.example.pl',
    BUSOLA_OIDC_CLIENT_ID: 'busola',
    BUSOLA_OIDC_CLIENT_SECRET: 's',
    BUSOLA_PUBLIC_URL: 'https://busola.example.pl',
  };

  it("take a city's sign-in whole or not at all, and only by TLS", () => {
    expect(readSettings({}).oidc).toBeNull();
    expect(readSettings(OIDC).oidc).toMatchObject({ clientId: 'busola', rolesClaim: 'roles' });
    for (const name of ['BUSOLA_OIDC_CLIENT_ID', 'BUSOLA_OIDC_CLIENT_SECRET', 'BUSOLA_PUBLIC_URL'])
      expect(() => readSettings({ ...OIDC, [name]: undefined })).toThrow(`${name} must be set too`);
    for (const wrong of ['http://login.example.pl', 'login.example.pl', 'file:///etc/passwd'])
      expect(() => readSettings({ ...OIDC, BUSOLA_OIDC_ISSUER: wrong })).toThrow(
        'allowed: an https:// address',
      );
    expect(readSettings({ ...OIDC, BUSOLA_OIDC_ISSUER: 'http://127.0.0.1:9' }).oidc!.issuer.port).toBe('9');
  });
});
