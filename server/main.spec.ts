import { lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { ROOT } from './root';
import { freshDatabase } from './testing/database';
import {
  type Ended,
  folderForHomes,
  groupLives,
  lockOf,
  postgresOf,
  removeHomes,
  type Server,
  serving,
  start,
  type Started,
  startServer,
  until,
} from './testing/process';

let folder: string;
let homes: string[];

beforeEach(async () => {
  folder = await folderForHomes();
  homes = [];
});
afterEach(() => removeHomes(folder, homes));

const newHome = () => {
  const home = join(folder, `home-${homes.length + 1}`);
  homes.push(home);
  return home;
};

const serve = (settings: Record<string, string>): Promise<Server> => serving(startServer(settings));
const total = async (server: Server, path = '/api/v1/consultations') =>
  (await server.get<{ meta: { total: number } }>(path)).body.meta.total;
const page = async (server: Server, path: string) => (await fetch(server.url + path)).text();

/** Its exit code, once nothing of it is left: no lock, no process of its group, no Postgres of its home. */
async function gone(server: Started, home: string, postgres: number | null = null): Promise<Ended> {
  const end = await server.ended;
  expect(lockOf(home)).toBeNull();
  expect(groupLives(server)).toBe(false);
  if (postgres !== null) expect(postgresOf(home)).toBeNull();
  return end;
}

/** The end of a server that refuses to start: the sentences, no stack trace, nothing on standard output. */
async function refused(server: Started, home: string): Promise<string> {
  const { code, stdout, stderr } = await gone(server, home);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).not.toMatch(/^\s+at |\[Nest\]/m);
  return stderr.trimEnd();
}

/** Everything in a folder that others may read, write or enter; folders closed to them are not looked into. */
function open(path: string): string[] {
  const closed = (lstatSync(path).mode & 0o077) === 0;
  if (closed) return [];
  if (!lstatSync(path).isDirectory()) return [path];
  return [path, ...readdirSync(path).flatMap((name) => open(join(path, name)))];
}

describe('a start', () => {
  it('prints its address and the link of the first administrator, and serves pages in both languages, health, the demonstration city and the public record', async () => {
    const home = newHome();
    const server = await serve({ BUSOLA_HOME: home, DATABASE_URL: await freshDatabase() });
    expect(server.said.stdout).toMatch(
      /^Busola: (http:\/\/localhost:\d+)\n.*first administrator.*: \1\/zaproszenie#[\w-]{43}\n$/,
    );
    expect(await page(server, '/')).toMatch(/^<!doctype html>\s*<html lang="pl"/i);
    expect(await page(server, '/en/consultations')).toMatch(/^<!doctype html>\s*<html lang="en"/i);
    expect(await server.get('/api/v1/health/ready')).toEqual({ status: 200, body: { status: 'ready' } });
    expect(await total(server)).toBe(120);
    expect(await total(server, '/api/v1/consultations?authority=LUBLIN')).toBe(36);
    expect(lockOf(home)).toMatchObject({ pid: server.pid, port: Number(new URL(server.url).port) });
    server.signal('SIGTERM');
    const { code, stdout, stderr } = await gone(server, home);
    expect({ code, stderr, lines: stdout.split('\n').length }).toEqual({ code: 0, stderr: '', lines: 3 });
  });

  it('starts empty where told so: the page is served, the default authority is missing with a sentence', async () => {
    const settings = { BUSOLA_HOME: newHome(), DATABASE_URL: await freshDatabase(), BUSOLA_DEMO: '0' };
    const server = await serve(settings);
    expect(await page(server, '/')).toContain('<html lang="pl"');
    const { status, body } = await server.get<{ detail: string }>('/api/v1/consultations');
    expect(status).toBe(404);
    expect(body.detail).toMatch(/^Nie ma jeszcze żadnych konsultacji/);
  });

  it('refuses a home that is in use, naming the process', async () => {
    const settings = { BUSOLA_HOME: newHome(), DATABASE_URL: await freshDatabase(), BUSOLA_DEMO: '0' };
    const server = await serve(settings);
    const second = await startServer(settings).ended;
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toMatch(new RegExp(`in use by process ${server.pid}; stop that process`));
    expect(lockOf(settings.BUSOLA_HOME)).toMatchObject({ pid: server.pid });
    expect((await server.get('/api/v1/health/ready')).status).toBe(200);
  });

  it('refuses a port that is taken, and stops the Postgres it had started', async () => {
    const other = createHttpServer();
    await new Promise<void>((done) => other.listen(0, 'localhost', done));
    const { port } = other.address() as AddressInfo;
    const home = newHome();
    const stderr = await refused(
      startServer({ BUSOLA_HOME: home, BUSOLA_DEMO: '0', PORT: String(port) }),
      home,
    );
    expect(stderr).toMatch(new RegExp(`Port ${port} is taken; name another one in PORT$`));
    expect(postgresOf(home)).toBeNull();
    await new Promise((done) => other.close(done));
  });

  it.each([
    [{ PORT: 'abc' }, /^PORT is “abc”; allowed: .*$/],
    [{ BUSOLA_DEMO: 'yes' }, /^BUSOLA_DEMO is “yes”; allowed: 0 or 1$/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL does not start with postgres:\/\/ .*$/],
    [
      { DATABASE_URL: 'postgres://u:hidden@127.0.0.1:9/x' },
      /^Nie można .*\nThe database of DATABASE_URL cannot be reached: .*$/,
    ],
    [{ BUSOLA_HOME: '/dev/null/home' }, /^ENOTDIR: .*$/],
  ])('refuses %j in one sentence', async (wrong, sentence) => {
    const home = newHome();
    const stderr = await refused(startServer({ BUSOLA_HOME: home, ...wrong }), home);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toContain('hidden');
  });

  it('refuses a HOST that is none of this machine', async () => {
    const settings = { BUSOLA_HOME: newHome(), DATABASE_URL: await freshDatabase(), HOST: '192.0.2.1' };
    const stderr = await refused(startServer(settings), settings.BUSOLA_HOME);
    expect(stderr).toMatch(/The address of HOST and PORT cannot be listened on .*EADDRNOTAVAIL/);
  });
});

describe('a stop', () => {
  it.each([
    ['SIGINT', 1],
    ['SIGHUP', 1],
    ['SIGINT', 2],
  ] as const)('by %s, %i times, leaves nothing behind', async (signal, times) => {
    const home = newHome();
    const server = await serve({ BUSOLA_HOME: home, DATABASE_URL: await freshDatabase(), BUSOLA_DEMO: '0' });
    for (let i = 0; i < times; i++) server.signal(signal);
    expect(await gone(server, home)).toMatchObject({ code: 0, signal: null, stderr: '' });
  });

  it('during the start ends it, and the embedded Postgres with it', async () => {
    const home = newHome();
    const server = startServer({ BUSOLA_HOME: home });
    await until(() => postgresOf(home) !== null, 'Postgres runs');
    server.signal('SIGINT');
    server.signal('SIGINT');
    expect(await gone(server, home, postgresOf(home))).toMatchObject({ code: 0, signal: null });
    expect(postgresOf(home)).toBeNull();
  });

  it('ends a start that waits for a database that never answers', async () => {
    const deaf = createServer((socket) => void socket.on('error', () => undefined));
    await new Promise<void>((done) => deaf.listen(0, '127.0.0.1', done));
    const { port } = deaf.address() as AddressInfo;
    const asked = new Promise((done) => deaf.once('connection', done));
    const home = newHome();
    const server = startServer({ BUSOLA_HOME: home, DATABASE_URL: `postgres://u:p@127.0.0.1:${port}/x` });
    await asked;
    server.signal('SIGTERM');
    expect(await gone(server, home)).toMatchObject({ code: 0, stdout: '' });
    deaf.close();
  });

  it('reaches the service through the launcher', async () => {
    const home = newHome();
    const settings = { BUSOLA_HOME: home, DATABASE_URL: await freshDatabase(), BUSOLA_DEMO: '0', PORT: '0' };
    const server = await serving(start([join(ROOT, 'server/launch.mjs'), 'main'], settings));
    expect(lockOf(home)).toMatchObject({ pid: server.pid });
    server.signal('SIGINT');
    const { code, stdout } = await gone(server, home);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe(`Busola: ${server.url}`);
  });
});

describe('a home', () => {
  it('with its own Postgres keeps its data and is seeded once, after a stop and after a kill', async () => {
    const home = newHome();
    const first = await serve({ BUSOLA_HOME: home });
    const postgres = postgresOf(home);
    expect(postgres).not.toBeNull();
    expect(await total(first)).toBe(120);
    const batches = await total(first, '/api/v1/batches');
    expect(batches).toBe(88);
    expect(open(home).filter((path) => !path.includes('/postgres-lib'))).toEqual([home]);
    expect((statSync(home).mode & 0o777).toString(8)).toBe('711');
    expect((statSync(join(home, 'lock')).mode & 0o777).toString(8)).toBe('600');
    first.signal('SIGINT');
    expect(await gone(first, home, postgres)).toMatchObject({ code: 0 });

    const second = await serve({ BUSOLA_HOME: home });
    expect(await total(second, '/api/v1/batches')).toBe(batches);
    mkdirSync(join(home, 'work/left-half-done'));
    second.signal('SIGKILL');
    await second.ended;
    expect(lockOf(home)).toMatchObject({ pid: second.pid });

    const third = await serve({ BUSOLA_HOME: home });
    expect(await total(third)).toBe(120);
    expect(await total(third, '/api/v1/batches')).toBe(batches);
    expect(readdirSync(join(home, 'work'))).toEqual([]);
    const last = postgresOf(home);
    third.signal('SIGTERM');
    expect(await gone(third, home, last)).toMatchObject({ code: 0 });
  });
});
