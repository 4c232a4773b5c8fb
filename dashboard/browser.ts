/** For the tests of the pages: a real browser, and the real server with a database and a home of its own. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { chromium, type Browser } from 'playwright-core';
import { browserPath } from '../server/testing/chromium';

const ROOT = join(__dirname, '..');
/** Alone with this page: nothing is fetched or reported on the browser's own account. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath(), args: QUIET });

export interface Served {
  address: string;
  /** What the server has printed by now. */
  said: () => string;
  /** Asks its database. */
  query: (sql: string) => Promise<void>;
  stop: () => Promise<void>;
}

/** The built server on a free port, over a database made for it, the public record first; $BUSOLA_URL takes one that runs already. */
export async function serve(): Promise<Served> {
  const running = process.env['BUSOLA_URL'];
  if (running)
    return { address: running, said: () => '', query: async () => undefined, stop: async () => undefined };
  const database = await freshDatabase();
  const query = (sql: string) => asked(database!.url, sql);
  return { query, ...(await started(database?.url ?? null, () => database?.drop())) };
}

async function started(url: string | null, after: () => unknown): Promise<Omit<Served, 'query'>> {
  const home = mkdtempSync(join(tmpdir(), 'busola-pages-'));
  const server = spawn(process.execPath, [join(ROOT, 'dist/server/main.js')], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: '0',
      BUSOLA_HOME: home,
      BUSOLA_AUTHORITY: 'LUBLIN',
      ...(url && { DATABASE_URL: url }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  server.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<void>((done) => server.on('exit', () => done()));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    await after();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    return { address: await addressOf(server), said: () => printed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const START_MS = 60_000;

function addressOf(server: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((done, failed) => {
    let said = '';
    const timer = setTimeout(() => failed(new Error(`No address after ${START_MS} ms:\n${said}`)), START_MS);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (!address) return;
      clearTimeout(timer);
      done(address);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    server.on('exit', (code) => {
      clearTimeout(timer);
      failed(new Error(`The server ended with ${code}:\n${said}`));
    });
  });
}

/**
 * A database in the Postgres of this test run, filled as the first start fills one; without that Postgres the server
 * brings its own.
 */
async function freshDatabase(): Promise<{ url: string; drop: () => Promise<void> } | null> {
  const postgres = process.env['BUSOLA_TEST_POSTGRES'];
  if (!postgres) return null;
  const name = `pages_${randomBytes(6).toString('hex')}`;
  const urlOf = (database: string) => Object.assign(new URL(postgres), { pathname: `/${database}` }).href;
  await withClient(postgres, async (client) => {
    // the first file fills it once for all that come after
    await client.query('SELECT pg_advisory_lock(1)');
    const { rowCount } = await client.query(`SELECT 1 FROM pg_database WHERE datname = '${FILLED}'`);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${FILLING}`);
      await (await started(urlOf(FILLING), () => undefined)).stop();
      await client.query(`ALTER DATABASE ${FILLING} RENAME TO ${FILLED}`);
    }
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${FILLED}`);
  });
  return { url: urlOf(name), drop: () => asked(postgres, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

const FILLED = 'busola_filled';
const FILLING = 'busola_filling';

const asked = (url: string, sql: string): Promise<void> => withClient(url, (client) => client.query(sql));

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
