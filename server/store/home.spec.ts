import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { HomeInUse, openHome, readLock, takeLock, type Home } from './home';

let home: Home;

beforeEach(async () => {
  home = await openHome(join(mkdtempSync(join(tmpdir(), 'busola-home-')), 'var'));
});

afterEach(() => rmSync(join(home.folder, '..'), { recursive: true, force: true }));

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** A process that runs `code` with `home` (the module) and `folder` at hand; `go` is printed by it when it is ready. */
function child(code: string) {
  const script = `const home = require(${JSON.stringify(join(__dirname, 'home'))}); const folder = ${JSON.stringify(home.folder)};`;
  return spawn(process.execPath, ['-r', join(__dirname, 'postgres/child.cjs'), '-e', script + code]);
}

/** The lock of a process that took it and was killed. */
async function abandoned(): Promise<void> {
  const owner = child(`home.takeLock(home.homeAt(folder)).then(() => process.kill(process.pid, 'SIGKILL'))`);
  await once(owner, 'exit');
}

describe('openHome', () => {
  it('closes the folders to others and leaves the home passable', async () => {
    expect([home.folder, home.uploads, home.work, home.mirror, home.releases].map(mode)).toEqual([
      '711',
      '700',
      '700',
      '700',
      '700',
    ]);
    await expect(openHome(home.folder, [])).resolves.toEqual(home);
  });
});

describe('takeLock', () => {
  it('says who holds the home, and where once that is published, to its owner only', async () => {
    const lock = await takeLock(home);
    expect(mode(home.lock)).toBe('600');
    expect(await readLock(home.folder)).toMatchObject({ pid: process.pid, port: null, token: lock.token });
    await lock.publish(42301);
    expect(mode(home.lock)).toBe('600');
    expect(await readLock(home.folder)).toMatchObject({ pid: process.pid, port: 42301, token: lock.token });
    expect(Buffer.from(lock.token, 'base64url')).toHaveLength(32);
    lock.release();
    expect(await readLock(home.folder)).toBeNull();
    expect(readdirSync(home.folder).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('refuses a home held by a living process, in a sentence and with its lock', async () => {
    const lock = await takeLock(home);
    await lock.publish(42302);
    const refusal: HomeInUse = await takeLock(home).then(
      () => Promise.reject(new Error('taken twice')),
      (error) => error,
    );
    lock.release();
    expect(refusal).toBeInstanceOf(HomeInUse);
    expect(refusal.content).toMatchObject({ pid: process.pid, port: 42302, token: lock.token });
    expect(refusal.message).toBe(
      `The folder ${home.folder} is in use by process ${process.pid}; stop that process or name another folder in BUSOLA_HOME\n` +
        `Folder ${home.folder} jest zajęty przez proces ${process.pid}; zatrzymaj ten proces albo podaj inny folder w BUSOLA_HOME`,
    );
  });

  it('leaves a lock alone on release that is not its own any more', async () => {
    const lock = await takeLock(home);
    const other = { pid: process.pid, port: null, token: 'another', started: null };
    writeFileSync(home.lock, JSON.stringify(other));
    lock.release();
    expect(JSON.parse(readFileSync(home.lock, 'utf8'))).toEqual(other);
  });

  it('is released when its process exits without saying so', async () => {
    const owner = child(`home.takeLock(home.homeAt(folder)).then(() => process.exit(0))`);
    await once(owner, 'exit');
    expect(owner.exitCode).toBe(0);
    expect(readdirSync(home.folder)).not.toContain('lock');
  });

  it('takes over the lock of a killed process', async () => {
    await abandoned();
    expect(readdirSync(home.folder)).toContain('lock');
    expect(await readLock(home.folder)).toBeNull();
    (await takeLock(home)).release();
  });

  it.each([
    ['nothing', ''],
    ['half of a lock', '{"pid":1,"port":30'],
    ['a pid alone', '{"pid":1}'],
    [
      'a pid that is in use by a younger process',
      JSON.stringify({ pid: process.pid, token: 'x', started: '1' }),
    ],
    ['a pid that no process has', JSON.stringify({ pid: 2 ** 30, token: 'x', started: null })],
  ])('takes over a lock that holds %s', async (_, content) => {
    writeFileSync(home.lock, content);
    const lock = await takeLock(home);
    expect(await readLock(home.folder)).toMatchObject({ pid: process.pid, token: lock.token });
    lock.release();
  });

  const MET: [string, () => unknown][] = [
    ['no lock', () => undefined],
    ['a stale lock', abandoned],
    ['an unreadable lock', () => writeFileSync(home.lock, '')],
  ];

  it.each(MET)('has exactly one winner among processes that meet %s', async (_, arrange) => {
    await arrange();
    // all of them wait for the same instant; the winner keeps the home until every loser has had its answer
    const start = Date.now() + 600;
    const takers = Array.from({ length: 5 }, () =>
      child(`setTimeout(() => home.takeLock(home.homeAt(folder)).then(
        () => { console.log('won'); setTimeout(() => process.exit(), 600); },
        (error) => console.log(error instanceof home.HomeInUse ? 'refused' : error.stack),
      ), ${start} - Date.now());`),
    );
    const answers = await Promise.all(takers.map((taker) => text(taker.stdout)));
    expect(answers.map((answer) => answer.trim()).sort()).toEqual([...Array(4).fill('refused'), 'won']);
    expect(readdirSync(home.folder).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('has exactly one winner in 60 rounds of 12 takers, each round with another stale lock', async () => {
    for (let round = 0; round < 60; round += 1) {
      writeFileSync(home.lock, JSON.stringify({ pid: 2 ** 30, token: `stale ${round}`, started: null }));
      const takers = await Promise.allSettled(
        Array.from({ length: 12 }, (_, taker) => sleep((taker % 4) / 2).then(() => takeLock(home))),
      );
      const won = takers.flatMap((taker) => (taker.status === 'fulfilled' ? [taker.value] : []));
      const lost = takers.flatMap((taker) => (taker.status === 'rejected' ? [taker.reason] : []));
      expect(won).toHaveLength(1);
      expect(lost.filter((reason) => !(reason instanceof HomeInUse))).toEqual([]);
      expect(await readLock(home.folder)).toMatchObject({ token: won[0]!.token });
      won[0]!.release();
      expect(readdirSync(home.folder).filter((name) => name.startsWith('lock'))).toEqual([]);
    }
  });

  it('refuses a taker that judged the lock stale and was then overtaken', async () => {
    await abandoned();
    const slow = child(`const files = require('node:fs/promises'); const link = files.link;
      files.link = async (draft, path) => {
        if (path.includes('.after-')) { console.log('claiming'); await require('node:events').once(process.stdin, 'data'); files.link = link; }
        return link(draft, path);
      };
      home.takeLock(home.homeAt(folder)).then(() => 'won', (error) => error instanceof home.HomeInUse ? 'refused' : error.stack)
        .then((answer) => { console.log(answer); process.exit(); });`);
    await once(slow.stdout, 'data');
    const lock = await takeLock(home);
    slow.stdin.write('go');
    expect((await text(slow.stdout)).trim()).toBe('refused');
    expect(await readLock(home.folder)).toMatchObject({ token: lock.token });
    lock.release();
    expect(readdirSync(home.folder).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('follows a taker that died between its claim and the lock', async () => {
    await abandoned();
    // the first rename is the one of the lock: die there, the claim made
    const dying =
      child(`require('node:fs/promises').rename = () => process.kill(process.pid, 'SIGKILL') && new Promise(() => {});
      home.takeLock(home.homeAt(folder));`);
    await once(dying, 'exit');
    expect(readdirSync(home.folder).some((name) => name.startsWith('lock.after-'))).toBe(true);
    const lock = await takeLock(home);
    expect(await readLock(home.folder)).toMatchObject({ token: lock.token });
    expect(readdirSync(home.folder).some((name) => name.startsWith('lock.after-'))).toBe(false);
    lock.release();
  });
});
