import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { InjectOptions } from 'light-my-request';
import { openApi } from '../http';
import { admin, analyst, call, instance, logged, query, startAttacked } from '../testing/attacked';
import { networkOf } from './limits';
import { PATIENCE } from './patience';

beforeAll(startAttacked);
afterAll(() => instance.stop());

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
    expect([answer.status, answer.headers['set-cookie']]).toEqual([400, undefined]);
    expect(await logged(answer.address)).toMatchObject({ object: 'POST /api/v1/batches', refused: true });
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
    const { status, address } = await call('POST', 'session', { payload, headers });
    expect(status).toBe(400);
    expect(await logged(address)).toMatchObject({ refused: true, detail: { status } });
  });

  it('that comes drop by drop is broken off and noted', async () => {
    await instance.app.listen(0, '127.0.0.1');
    const { port } = instance.app.getHttpServer().address() as AddressInfo;
    const whole = PATIENCE.body;
    PATIENCE.body = 300;
    const dripped = (path: string) =>
      new Promise<{ status: number | undefined; isBrokenOff: boolean }>((done) => {
        let status: number | undefined;
        let left = 1000;
        const headers = { 'content-type': 'application/json', 'content-length': left };
        const slow = httpRequest({ port, method: 'POST', path, headers }, (answer) => {
          status = answer.statusCode;
          answer.resume();
        });
        slow.on('error', () => undefined);
        const drops = setInterval(() => (left-- > 0 ? slow.write(' ') : slow.end()), 50);
        slow.on('close', () => {
          clearInterval(drops);
          done({ status, isBrokenOff: left > 0 });
        });
      });
    // an address that is none, and one that has refused already, hold no connection either
    const paths = ['/api/v1/session', '/nothing', '/api/v1/people'];
    const ends = await Promise.all(paths.map(dripped));
    PATIENCE.body = whole;
    expect(ends).toEqual([408, 408, 401].map((status) => ({ status, isBrokenOff: true })));
    // what is broken off is noted after it is let go of
    const noted = () => query(`SELECT 1 FROM audit WHERE refused AND detail->>'status' = '408'`);
    for (let tries = 0; tries < 50 && (await noted()).length < 2; tries++) await sleep(100);
    expect((await noted()).length).toBe(2);
  });
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
    const asked: { url: string; status: number; address: string }[] = [];
    for (const [path, item] of Object.entries(paths)) {
      const parameters = item.get?.parameters as { name: string; in: string }[] | undefined;
      for (const parameter of parameters ?? []) {
        for (const payload of PAYLOADS) {
          const value = encodeURIComponent(payload);
          const filled = path.replace(`{${parameter.name}}`, value).replace(/\{\w+\}/g, '1');
          const url = parameter.in === 'query' ? `${filled}?${parameter.name}=${value}` : filled;
          const { status, address } = await call('GET', url.replace('/api/v1/', ''), {
            headers: admin.headers,
          });
          asked.push({ url, status, address });
        }
      }
    }
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(({ status }) => ![200, 400, 403, 404, 422].includes(status))).toEqual([]);
    for (const { url, status, address } of asked.filter((one) => [400, 403, 422].includes(one.status)))
      expect({ url, ...(await logged(address)) }).toMatchObject({ url, refused: true, detail: { status } });
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
