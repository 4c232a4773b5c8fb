import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InjectOptions } from 'light-my-request';
import { openApi } from '../http';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { person, role, tokenOf } from '../testing/people';
import { Gate } from './gate';
import { policyOf } from './policy';
import { ROLES } from './role';

/** Who may call what, written by hand: `expected.csv`. */
const [HEAD, ...ROWS] = readFileSync(join(__dirname, 'expected.csv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const CALLERS = HEAD!.slice(1);
const EXPECTED = new Map(ROWS.map(([route, ...may]) => [route!, may]));

let instance: Instance;
const headers: Record<string, Record<string, string>> = { nobody: {} };

beforeAll(async () => {
  instance = await startInstance(await freshDatabase(), { pages: true });
  await instance.foundation.dataSource.query(`INSERT INTO authority (code, name_pl) VALUES ('T', 'Testowo')`);
  for (const name of ROLES) headers[name] = (await person(instance, [role(name)])).headers;
  const analyst = await person(instance, [role('analyst')]);
  headers['token'] = (await tokenOf(instance, analyst, { role: 'analyst', authority: null })).headers;
  headers['command_line'] = { authorization: `Bearer ${instance.foundation.lock.token}` };
});
afterAll(() => instance.stop());

/** Hashes of the build are in the names of its files: a folder of them is one line. */
const lineOf = ({ method, url }: { method: string; url: string }): string => {
  const route = `${method === 'HEAD' ? 'GET' : method} ${url}`;
  return EXPECTED.has(route) ? route : route.replace(/^(GET \/\w+\/).*/, '$1*');
};

const routes = () => instance.app.get(Gate).routes;

it('has every route of the running service in the table, and no other', () => {
  const running = new Set(routes().map(lineOf));
  expect([...running].filter((line) => !EXPECTED.has(line))).toEqual([]);
  expect([...EXPECTED.keys()].filter((line) => !running.has(line))).toEqual([]);
});

it('has every caller of the table', () => {
  expect([...CALLERS].sort()).toEqual(Object.keys(headers).sort());
});

/** Whether a call was let through: what comes then may be refused for a hundred other reasons, but never breaks. */
async function passes(line: string, caller: string): Promise<boolean> {
  const [method, url] = line.split(' ') as [InjectOptions['method'], string];
  // an account is deleted, a session ended, a password changed only where somebody is let through: they are left alone
  if (/^(DELETE|PUT) .*(session|sessions|password)$/.test(line) && caller !== 'nobody')
    return signedInPasses(line, caller);
  const path = url.replace(/:(id|code|file)/, '2147483000').replace('*', '');
  const body = method === 'GET' || method === 'DELETE' ? {} : { payload: {} };
  const answer = await instance.app.inject({ method, url: path, headers: headers[caller]!, ...body });
  expect(answer.statusCode).not.toBe(500);
  return ![401, 403].includes(answer.statusCode);
}

/** Every caller has a session of their own for what ends it. */
async function signedInPasses(line: string, caller: string): Promise<boolean> {
  const [method, url] = line.split(' ') as [InjectOptions['method'], string];
  const isRole = (ROLES as readonly string[]).includes(caller);
  const own = isRole
    ? (await person(instance, [role(caller as (typeof ROLES)[number])])).headers
    : headers[caller]!;
  const payload = method === 'PUT' ? { payload: {} } : {};
  const answer = await instance.app.inject({ method, url, headers: { ...own }, ...payload });
  expect(answer.statusCode).not.toBe(500);
  return ![401, 403].includes(answer.statusCode);
}

describe.each(CALLERS)('%s', (caller) => {
  it.each([...EXPECTED])('%s', async (line, may) => {
    expect(await passes(line, caller)).toBe(may[CALLERS.indexOf(caller)] === 'yes');
  });
});

it('closes a route that names no policy, to everyone', () => {
  expect(policyOf('GET', '/api/v1/new')).toBeNull();
  expect(policyOf('PATCH', '/api/v1/people/:id')).toBeNull();
  expect(policyOf('GET', '/api')).toBeNull();
  expect(policyOf('POST', '/')).toBeNull();
  expect(policyOf('HEAD', '/api/v1/people')).toEqual(policyOf('GET', '/api/v1/people'));
});

it('tells readers of the API document who may call what', () => {
  const { paths } = openApi(instance.app);
  const of = (path: string, method: 'get' | 'post') =>
    ({ ...paths[path]![method] }) as Record<string, unknown>;
  expect(of('/api/v1/overview', 'get')['security']).toEqual([]);
  expect(of('/api/v1/batches/{id}', 'get')['security']).toContainEqual({});
  for (const path of ['/api/v1/account', '/api/v1/people'])
    expect(of(path, 'get')['security']).toEqual([{ session: [] }]);
  expect(of('/api/v1/batches', 'post')).toMatchObject({
    security: [{ session: [] }, { token: [] }],
    'x-roles': ['steward', 'analyst'],
  });
});
