import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { openHome, Refusal } from '../home';
import { startCluster, type Cluster, type ClusterOptions } from './cluster';
import { isAlive, processesOf, signal } from './leftover';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;

let home: string;
let log: string[];
let running: { stop(): Promise<void> }[];

const data = (...names: string[]) => join(home, 'postgres', ...names);
const ownerOf = (path: string) => statSync(path).uid;
const journal = () => readFileSync(join(home, 'postgres.log'), 'utf8');
const raced = () => journal().includes('could not create any TCP/IP sockets');
const half = () => readdirSync(home).find((name) => name.startsWith('postgres-new-'));
const recordedPid = () => Number.parseInt(readFileSync(data('postmaster.pid'), 'utf8'), 10);

/** A home whose data has been made. */
let made: string;

function outerFolder(): string {
  const outer = mkdtempSync(join(tmpdir(), 'busola-cluster-'));
  chmodSync(outer, 0o755);
  return outer;
}

beforeAll(async () => {
  made = join(outerFolder(), 'var');
  const { stop } = await startCluster({ home: made });
  await stop();
});

afterAll(() => rmSync(join(made, '..'), { recursive: true, force: true }));

beforeEach(async () => {
  home = join(outerFolder(), 'var');
  await openHome(home, []);
  log = [];
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((cluster) => cluster.stop()));
  const left = existsSync(data('postmaster.pid')) && isAlive(recordedPid());
  rmSync(join(home, '..'), { recursive: true, force: true });
  expect(left).toBe(false);
});

/** Puts data in the home that has been made before: quicker than an initdb. */
function copyMade(): void {
  rmSync(home, { recursive: true });
  execFileSync('cp', ['-a', made, home]);
}

async function start(options: Partial<ClusterOptions> = {}): Promise<Cluster> {
  const cluster = await startCluster({
    home,
    log: (line) => log.push(line),
    settings: { shared_buffers: '16MB' },
    ...options,
  });
  running.push(cluster);
  return cluster;
}

/** A refusal, or a failure where there is none. */
async function refused(): Promise<Refusal> {
  const error = await start().then(
    () => new Error('it started'),
    (reason: Error) => reason,
  );
  expect(error).toBeInstanceOf(Refusal);
  return error as Refusal;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Keeps a row that a later start has to find again. */
const keepRow = (url: string) => query(url, 'CREATE TABLE kept AS SELECT 36 AS consultations');
const keptRow = async (url: string) =>
  expect(await query(url, 'TABLE kept')).toEqual([{ consultations: 36 }]);

async function until(condition: () => unknown, patience = 10_000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`not within ${patience} ms: ${condition}`);
    await sleep(25);
  }
}

/** A node of its own that starts the cluster of the home and prints its url. SIGTERM: it stops it; end of input: it exits. */
function node(options: { uid?: number; gid?: number } = {}): ChildProcess {
  const code = `require(${JSON.stringify(join(__dirname, 'cluster'))})
    .startCluster({ home: ${JSON.stringify(home)}, settings: { shared_buffers: '16MB' } })
    .then(({ url, stop }) => {
      process.once('SIGTERM', () => stop().then(() => process.exit()));
      process.stdin.on('end', () => process.exit()).resume();
      console.log(url);
    }, (error) => { console.log(error.message); process.exit(1); });`;
  return spawn(process.execPath, ['-r', join(__dirname, 'child.cjs'), '-e', code], {
    ...options,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [line] = await Promise.race([
    once(createInterface(child.stdout!), 'line'),
    once(child, 'close').then(() => ['it printed nothing']),
  ]);
  return line as string;
}

describe('startCluster', () => {
  it('keeps rows, port and password from one start to the next', async () => {
    const first = await start();
    await keepRow(first.url);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await start();
    expect(second.url).toBe(first.url);
    await keptRow(second.url);
    expect((statSync(join(home, 'postgres-password')).mode & 0o777).toString(8)).toBe('600');
    await second.stop();
    await second.stop();
  });

  it('makes a cluster that knows Polish, checks its pages, and answers on the loopback with a password only', async () => {
    copyMade();
    const { url, port } = await start({ settings: { shared_buffers: '16MB', work_mem: '8MB' } });
    await query(url, 'CREATE EXTENSION pg_trgm');
    const [row] = await query(
      url,
      `SELECT upper('żółw') AS upper, cardinality(show_trgm('żółw')) AS trigrams,
        (SELECT string_agg(w, ' ' ORDER BY w COLLATE "pl-x-icu") FROM unnest(ARRAY['łan', 'lot', 'zebra', 'ćma', 'cud', 'żal']) w) AS sorted,
        current_setting('fsync') AS fsync, current_setting('data_checksums') AS checksums,
        current_setting('listen_addresses') AS listens, current_setting('unix_socket_directories') AS sockets,
        current_setting('TimeZone') AS zone, current_setting('server_encoding') AS encoding, current_setting('work_mem') AS work_mem,
        current_setting('wal_compression') AS wal_compression, current_setting('max_wal_size') AS max_wal_size`,
    );
    expect(row).toEqual({
      upper: 'ŻÓŁW',
      trigrams: 5,
      sorted: 'cud ćma lot łan zebra żal',
      fsync: 'on',
      checksums: 'on',
      listens: '127.0.0.1',
      sockets: '',
      zone: 'UTC',
      encoding: 'UTF8',
      work_mem: '8MB',
      wal_compression: 'pglz',
      max_wal_size: '2GB',
    });
    await expect(query(`postgres://busola:wrong@127.0.0.1:${port}/busola`, 'SELECT 1')).rejects.toMatchObject(
      { code: '28P01' },
    );
  });

  it('keeps what people wrote out of its log', async () => {
    copyMade();
    const { url } = await start();
    await query(url, 'CREATE TABLE person (name text PRIMARY KEY)');
    await query(url, `INSERT INTO person VALUES ('Halina Sekretna')`);
    await expect(query(url, `INSERT INTO person VALUES ('Halina Sekretna')`)).rejects.toMatchObject({
      code: '23505',
    });
    const written = readFileSync(join(home, 'postgres.log'), 'utf8');
    expect(written).toContain('duplicate key value');
    expect(written).not.toContain('Sekretna');
  });

  it('gives the data a new password where its file was lost or is another one', async () => {
    copyMade();
    const first = await start();
    await keepRow(first.url);
    await first.stop();
    rmSync(join(home, 'postgres-password'));
    const second = await start();
    expect(second.url).not.toBe(first.url);
    await keptRow(second.url);
    await second.stop();
    writeFileSync(join(home, 'postgres-password'), 'of-other-data\n');
    const third = await start();
    await keptRow(third.url);
  });
});

describe('a port', () => {
  let stranger: Server;

  beforeEach(copyMade);

  beforeEach(async () => {
    stranger = createServer().listen(0, '127.0.0.1');
    await once(stranger, 'listening');
  });

  afterEach(() => stranger.close());

  it('is the preferred one where free, another where taken', async () => {
    const taken = (stranger.address() as AddressInfo).port;
    const first = await start({ preferredPort: taken });
    expect(first.port).not.toBe(taken);
    expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await first.stop();
    stranger.close();
    await once(stranger, 'close');
    const second = await start({ preferredPort: taken });
    expect(second.port).toBe(taken);
  });

  it('is exchanged where it is taken between the choice and the start', async () => {
    // the moment between the two is short and not the same on every machine: come a little later each time
    for (let delay = 0; !raced() && delay < 200; delay += 3) {
      const preferredPort = (stranger.address() as AddressInfo).port;
      stranger.close();
      await once(stranger, 'close');
      const starting = start({ preferredPort });
      await sleep(delay);
      stranger = createServer()
        .listen(preferredPort, '127.0.0.1')
        .on('error', () => stranger.listen(0, '127.0.0.1'));
      await once(stranger, 'listening');
      const cluster = await starting;
      expect(await query(cluster.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await cluster.stop();
    }
    expect(raced()).toBe(true);
  });
});

describe('what a killed process leaves', () => {
  it('is stopped, and the data served again', async () => {
    copyMade();
    const owner = node();
    const url = await firstLine(owner);
    await keepRow(url);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    const orphan = recordedPid();
    expect(isAlive(orphan)).toBe(true);
    const cluster = await start();
    expect(isAlive(orphan)).toBe(false);
    expect(cluster.pid).not.toBe(orphan);
    expect(log.join('\n')).toContain(`Postgres ${orphan} was left running`);
    await keptRow(cluster.url);
  });

  it('is ended at once also where every process of it was stopped by a signal', async () => {
    copyMade();
    const owner = node();
    const url = await firstLine(owner);
    await keepRow(url);
    const stopped = processesOf(data());
    expect(stopped).toContain(recordedPid());
    expect(stopped.length).toBeGreaterThan(1);
    const before = journal().length;
    for (const pid of stopped) signal(pid, 'SIGSTOP');
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    const cluster = await start();
    expect(stopped.filter(isAlive)).toEqual([]);
    // it heard the order to end: what has to be killed leaves a recovery behind
    expect(journal().slice(before)).toContain('received fast shutdown request');
    expect(journal().slice(before)).not.toContain('automatic recovery');
    await keptRow(cluster.url);
  });

  it('does not outlive a node that exits without stopping it', async () => {
    copyMade();
    const owner = node();
    await firstLine(owner);
    const pid = recordedPid();
    owner.stdin!.end();
    await once(owner, 'exit');
    await until(() => !isAlive(pid));
  });

  it.each([
    ['no process', () => 2 ** 22 - 1],
    ['this very process', () => process.pid],
    ['another program that lives', () => stranger.pid!],
  ])('may be a pid file that names %s', async (_, pid) => {
    copyMade();
    const first = await start();
    await keepRow(first.url);
    const file = readFileSync(data('postmaster.pid'), 'utf8');
    await first.stop();
    writeFileSync(data('postmaster.pid'), file.replace(/^\d+/, String(pid())), { mode: 0o600 });
    chownSync(data('postmaster.pid'), statSync(data()).uid, statSync(data()).gid);
    const second = await start();
    await keptRow(second.url);
    expect(isAlive(stranger.pid!)).toBe(true);
  });

  let stranger: ChildProcess;

  beforeEach(() => {
    // as the owner of the data, or Postgres itself would not take it for a rival
    const uid = isRoot ? { uid: 101, gid: 101 } : {};
    stranger = spawn('sleep', ['60'], { ...uid, cwd: '/' });
  });

  afterEach(() => stranger.kill('SIGKILL'));

  it('may be half of an initdb', async () => {
    const owner = node();
    const printed = firstLine(owner);
    await until(() => half() && existsSync(join(home, half()!, 'data', 'global')));
    owner.kill('SIGKILL');
    await printed;
    expect(half()).toBeDefined();
    expect(existsSync(data())).toBe(false);
    const cluster = await start();
    expect(await query(cluster.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(half()).toBeUndefined();
  });
});

describe('a Postgres that ends by itself', () => {
  beforeEach(copyMade);

  it('serves again at the same address', async () => {
    let restarts = 0;
    const cluster = await start({ onRestart: () => (restarts += 1) });
    await keepRow(cluster.url);
    for (let round = 1; round <= 2; round += 1) {
      const killed = cluster.pid;
      signal(killed, 'SIGKILL');
      await until(() =>
        keptRow(cluster.url).then(
          () => restarts === round,
          () => false,
        ),
      );
      expect(cluster.pid).not.toBe(killed);
    }
    expect(log.filter((line) => line.includes('starting it again'))).toHaveLength(2);
  });

  it('is restarted even while a backend of the killed one is at work', async () => {
    const cluster = await start();
    const busy = query(cluster.url, 'SELECT count(*) FROM generate_series(1, 1e12::bigint)').catch(
      () => 'cut off',
    );
    let backend = 0;
    await until(async () => {
      const rows = await query(
        cluster.url,
        `SELECT pid FROM pg_stat_activity WHERE query LIKE '%1e12%' AND pid <> pg_backend_pid()`,
      );
      backend = Number(rows[0]?.['pid'] ?? 0);
      return backend > 0;
    });
    signal(cluster.pid, 'SIGKILL');
    expect(await busy).toBe('cut off');
    await until(() =>
      query(cluster.url, 'SELECT 1').then(
        () => true,
        () => false,
      ),
    );
    expect(isAlive(backend)).toBe(false);
  });

  it('is given up, with a line in the log, once it cannot start at all', async () => {
    let reason: Error | undefined;
    const cluster = await start({ onGiveUp: (error) => (reason = error) });
    renameSync(data('global'), data('global.away'));
    signal(cluster.pid, 'SIGKILL');
    await until(() => reason, 20_000);
    expect(reason!.message).toContain('6 times within a minute');
    expect(log.at(-1)).toBe(reason!.message);
    await cluster.stop();
  });

  it('stops at once when asked in the middle of a restart', async () => {
    const cluster = await start();
    signal(cluster.pid, 'SIGKILL');
    await until(() => log.some((line) => line.includes('starting it again')));
    await cluster.stop();
    await sleep(500);
    expect(isAlive(recordedPid())).toBe(false);
  });
});

describe('refusals', () => {
  it('say what the log says where the data is broken', async () => {
    copyMade();
    await (await start()).stop();
    rmSync(data('global', 'pg_control'));
    const { message, pl, en } = await refused();
    expect(message).toBe(en);
    expect(en).toMatch(/does not start on the data in .*\n.*could not find the database system|pg_control/s);
    expect(pl).toMatch(/nie uruchamia się na danych w .*pg_control|could not find/s);
  });

  it('name both versions where another one made the data, and touch nothing', async () => {
    mkdirSync(data());
    writeFileSync(data('PG_VERSION'), '15\n');
    const { pl, en } = await refused();
    expect(en).toMatch(/was made by Postgres 15, and this program brings Postgres 18\./);
    expect(pl).toMatch(/utworzył Postgres 15, a ten program ma Postgresa 18\./);
    expect(readdirSync(home)).toEqual(['postgres']);
    expect(readdirSync(data())).toEqual(['PG_VERSION']);
  });

  it('protect a folder that holds something else', async () => {
    mkdirSync(data());
    writeFileSync(data('notes.txt'), 'mine');
    expect((await refused()).en).toContain('is not empty and holds no Postgres data');
    expect(readdirSync(data())).toEqual(['notes.txt']);
  });
});

describe('the user', () => {
  it('is never root, and data of one identity is served under the next', async () => {
    copyMade();
    const first = await start();
    await keepRow(first.url);
    const status = readFileSync(`/proc/${first.pid}/status`, 'utf8');
    expect(status).toMatch(/^CapEff:\t0+$/m);
    expect(ownerOf(data())).toBe(Number(/^Uid:\t(\d+)/m.exec(status)![1]));
    await first.stop();
    // root only: nobody else comes in. For another user the folder is merely closed, and stays usable
    chmodSync(join(home, '..'), 0o700);
    const second = await start();
    await keptRow(second.url);
    if (isRoot) expect(log.at(-1)).toContain('as nobody in a user namespace of root');
    expect(ownerOf(data())).toBe(isRoot ? 0 : process.getuid!());
    await second.stop();
    chmodSync(join(home, '..'), 0o755);
    const third = await start();
    await keptRow(third.url);
  });

  it('is oneself where one is not root', async () => {
    const uid = isRoot ? NOBODY : process.getuid!();
    if (isRoot) chownSync(home, NOBODY, NOBODY);
    const owner = node(isRoot ? { uid, gid: NOBODY } : {});
    await keepRow(await firstLine(owner));
    expect(ownerOf(data())).toBe(uid);
    expect(ownerOf(join(home, 'postgres-password'))).toBe(uid);
    owner.kill('SIGTERM');
    await once(owner, 'exit');
    expect(existsSync(data('postmaster.pid'))).toBe(false);
    // what an ordinary user made, root serves too, and leaves it theirs
    const cluster = await start();
    await keptRow(cluster.url);
    expect(ownerOf(data())).toBe(uid);
  });

  it('is refused where the data is of somebody whom this user is not', async () => {
    copyMade();
    await (await start()).stop();
    if (isRoot) {
      const before = ownerOf(data());
      chmodSync(home, 0o755);
      chownSync(home, NOBODY, NOBODY);
      chownSync(join(home, 'postgres-password'), NOBODY, NOBODY);
      const said = await firstLine(node({ uid: NOBODY, gid: NOBODY }));
      expect(said).toBe(
        `The data in ${data()} belongs to the user number ${before}, and the program runs as ${NOBODY}; start it as their owner or change the owner with chown -R`,
      );
    } else {
      expect(ownerOf(data())).toBe(process.getuid!());
      expect(() => chownSync(data(), 0, 0)).toThrow('EPERM');
    }
  });
});
