import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonData } from './access/person.data';
import type { LinkView } from './access/session.view';
import type { Receipt } from './intake/receipt';
import type { Reverted } from './intake/revert';
import type { RefreshAnswer } from './snapshot/snapshot.controller';
import { freshDatabase } from './testing/database';
import { PASSWORD, role } from './testing/people';
import { remembered } from './testing/secrets';
import {
  type Ended,
  folderForHomes,
  lockOf,
  postgresOf,
  removeHomes,
  runCli,
  type Server,
  serving,
  startCli,
  startServer,
  until,
} from './testing/process';

type Settings = Record<string, string>;

let folder: string;
let homes: string[];
let mapping: string;
let register: string;

beforeEach(async () => {
  folder = await folderForHomes();
  homes = [];
  const fields = { code: 'code', title_pl: 'title', opens_on: 'from', closes_on: 'to' };
  mapping = write('mapping.json', JSON.stringify({ type: 'consultation', fields }));
  register = write('register.csv', CSV);
});
afterEach(() => removeHomes(folder, homes));

const CSV = `code,title,from,to
K-1,Plan miejscowy „Żabia”,2024-03-01,2024-03-29
K-2,Strategia,2024-04-01,2024-03-01
K-3,"Budżet, 2025",2024-05-01,2024-05-31
,Bez kodu,2024-05-01,2024-05-31
K-5,Park,2024-13-45,2024-05-31
`;

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function settings(): Promise<Settings> {
  const home = join(folder, `home-${homes.length + 1}`);
  homes.push(home);
  return { BUSOLA_HOME: home, DATABASE_URL: await freshDatabase(), BUSOLA_DEMO: '0' };
}

async function up(): Promise<{ server: Server; at: Settings }> {
  const at = await settings();
  return { server: await serving(startServer(at)), at };
}

/** The one object on standard output; fails where there is anything else. */
function object<T>({ stdout }: Ended): T {
  expect(stdout).toMatch(/^\{.*\}\n$/);
  return JSON.parse(stdout) as T;
}

const importing = (file: string, ...more: string[]) =>
  ['import', file, '--mapping', mapping, '--authority', 'X', '--json'].concat(more);

describe('a server that is up or down', () => {
  it('makes no difference to what a command prints and how it ends', async () => {
    const changed = write('changed.csv', CSV.replace('Park', 'Ogród').replace('Budżet, 2025', 'Budżet 2025'));
    const commands: string[][] = [
      importing(register, '--dry-run'),
      importing(register, '--all-or-nothing'),
      importing(register),
      importing(register),
      importing(changed),
      ['revert', '2', '--json'],
      ['revert', '3', '--json'],
      ['revert', '3', '--json'],
      ['revert', '99', '--json'],
      ['import', register, '--authority', 'X', '--json'],
      ['import', register, '--mapping', mapping, '--json'],
      importing(register, '--header-rows', '7'),
      importing(register, '--reader', 'tarot'),
      importing(write('empty.csv', '')),
    ];
    const inTurn = async (at: Settings) => {
      const ends: Ended[] = [];
      for (const command of commands) ends.push(await runCli(command, at));
      return ends;
    };
    const { server, at } = await up();
    const [there, here] = await Promise.all([inTurn(at), inTurn(await settings())]);
    for (const [i, command] of commands.entries())
      expect({ command, ...there[i] }).toEqual({ command, ...here[i] });
    expect(here.map(({ code }) => code)).toEqual([0, 1, 0, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1]);
    for (const end of here) object(end);

    const receipts = here.slice(0, 5).map((end) => object<Receipt>(end));
    expect(
      receipts.map(({ batch, ...counts }) => [batch, counts.new, counts.changed, counts.unchanged]),
    ).toEqual([
      [null, 2, 0, 0],
      [null, 2, 0, 0],
      [2, 2, 0, 0],
      [null, 0, 0, 2],
      [3, 0, 1, 1],
    ]);
    for (const { rows, accepted, rejected } of receipts)
      expect({ rows, accepted, rejected }).toEqual({ rows: 5, accepted: 2, rejected: 3 });
    expect(object<Reverted>(here[6]!)).toEqual({ batch: 3, removed: 0, restored: 1 });
    expect(here[5]!.stderr).toMatch(/batch 3; revert the later one first\n$/);
    const { body } = await server.get<{ items: { code: string }[] }>('/api/v1/consultations');
    expect(body.items.map(({ code }) => code).sort()).toEqual(['K-1', 'K-3']);
    for (const home of homes) expect(readdirSync(join(home, 'work'))).toEqual([]);
  });
});

it('has what it imported readable, through a file name that no header could carry', async () => {
  const { server, at } = await up();
  const name = `za "żółć" 100%25; it's (2).csv`;
  const receipt = object<Receipt>(await runCli(importing(write(name, CSV)), at));
  const total = async () =>
    (await server.get<{ meta?: { total: number } }>('/api/v1/consultations')).body.meta?.total;
  await until(async () => (await total()) === 2, 'the API shows the records');
  expect(receipt.file).toBe(name);
  const { body } = await server.get<{ file: string }>(`/api/v1/batches/${receipt.batch}`);
  expect(body.file).toBe(name);
});

it('refuses what it cannot carry out, with a sentence and the code of its kind', async () => {
  const at = await settings();
  const broken = write('broken.json', '{"type":');
  const cases: [string[], number, RegExp][] = [
    [['import', join(folder, 'none.csv')], 1, /^There is no file .*none\.csv\n$/],
    [['import', folder], 1, /^There is no file /],
    [['import', register, '--mapping', join(folder, 'none.json')], 1, /^There is no file .*none\.json\n$/],
    [['import', register, '--mapping', broken], 1, /^The mapping file .*broken\.json is not valid JSON: /],
    [['import'], 2, /^import needs a FILE\n/],
    [['import', register, register], 2, /^Too many arguments/],
    [['import', register, '--colour', 'red'], 2, /^Unknown option '--colour'/],
    [['import', register, '--header-rows', 'two'], 2, /^--header-rows needs a whole number, not “two”/],
    [['divine'], 2, /^Unknown command “divine”\n/],
    [['revert'], 2, /^revert needs the number of a BATCH/],
    [['revert', 'abc'], 2, /^revert needs the number of a BATCH, not “abc”/],
    [['revert', '0'], 2, /not “0”/],
    [['revert', '99999999999'], 2, /not “99999999999”/],
    [['refresh', 'all'], 2, /^refresh takes no argument, not “all”/],
  ];
  const ends = await Promise.all(cases.map(([command]) => runCli(command, at)));
  for (const [i, [command, code, sentence]] of cases.entries()) {
    const end = ends[i]!;
    expect({ command, code: end.code, stdout: end.stdout }).toEqual({ command, code, stdout: '' });
    expect(end.stderr).toMatch(sentence);
    expect(end.stderr).not.toMatch(/^\s+at /m);
  }
  const refusal = await runCli([...cases[3]![0], '--json'], at);
  expect(object(refusal)).toMatchObject({ error: { en: expect.stringMatching(/is not valid JSON/) } });
  expect(await runCli(['help'], at)).toMatchObject({ code: 0, stderr: '' });
  expect(homes.map((home) => lockOf(home))).toEqual([null]);
});

it('brings the mirror up to date, by the server and without one', async () => {
  const { server, at } = await up();
  const refresh = async () => object<RefreshAnswer>(await runCli(['refresh', '--json'], at));
  const first = await refresh();
  expect(first).toMatchObject({ snapshot: 1 });
  await runCli(importing(register), at);
  // two records, their authority and their batch
  expect(await refresh()).toMatchObject({ snapshot: 2, changed: 4, rebuilt: null });
  expect((await runCli(['refresh'], at)).stdout).toBe('Snapshot 2: 0 rows changed\n');
  server.signal('SIGTERM');
  await server.ended;
  expect(await refresh()).toMatchObject({ snapshot: 2, changed: 0, rebuilt: null });
});

it('looks after accounts, by the server and without one', async () => {
  const { server, at } = await up();
  await runCli(importing(register), at);
  const run = (...command: string[]) => runCli(['user', ...command, '--json'], at);
  const secretIn = (end: Ended) => remembered(object<LinkView>(end).link.split('#')[1]!);

  const roles = ['--role', 'analyst@X', '--role', 'approver'];
  const secret = secretIn(await run('add', 'Anna@Urzad', ...roles, '--name', 'Anna'));
  const post = (path: string, body: object) =>
    fetch(`${server.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect((await post('links/use', { secret, password: PASSWORD })).status).toBe(200);
  const exported = object<PersonData>(await run('export', 'anna@urzad'));
  expect(exported).toMatchObject({
    person: { login: 'anna@urzad', name: 'Anna', has_password: true },
    roles: [role('analyst', { authority: 'X' }), role('approver')],
  });
  server.signal('SIGTERM');
  await server.ended;

  expect(object<PersonData>(await run('export', 'anna@urzad')).person).toEqual(exported.person);
  secretIn(await run('link', 'anna@urzad'));
  const said = await runCli(['user', 'link', 'anna@urzad'], { ...at, LANG: 'pl_PL.UTF-8' });
  expect(said.stdout).toMatch(
    /^Link działa raz, do \d{4}-\d\d-\d\d \d\d:\d\d UTC; .*:\n\/zaproszenie#[\w-]{43}\n$/,
  );
  expect(object(await run('erase', 'anna@urzad'))).toEqual({ erased: expect.any(Number) });
  expect(await run('link', 'anna@urzad')).toMatchObject({
    code: 1,
    stderr: 'Nobody has the login “anna@urzad”\n',
  });
  expect(object(await runCli(['retention', '--json'], at))).toMatchObject({ audit: 0, uploads: 0 });

  for (const [command, sentence] of [
    [['user'], /^user needs one of add, link, export, erase, not “”/],
    [['user', 'add', 'x'], /^user add needs at least one --role/],
    [['user', 'add', 'x', '--role', 'king'], /^--role is “king”; allowed: ROLE\[@AUTHORITY\[\/UNIT\]\]/],
    [['user', 'erase'], /^user erase needs one LOGIN/],
    [['user', 'erase', 'a', 'b'], /^user erase needs one LOGIN/],
    [['retention', 'now'], /^retention takes no argument, not “now”/],
  ] as const) {
    const end = await runCli([...command], at);
    expect([end.code, end.stdout]).toEqual([2, '']);
    expect(end.stderr).toMatch(sentence);
  }
  expect(await run('add', 'x', '--role', 'steward')).toMatchObject({ code: 1 });
  expect(await run('add', 'x', '--role', 'analyst@NOWHERE')).toMatchObject({ code: 1 });
});

it('speaks the language of the terminal', async () => {
  const { at } = await up();
  const command = importing(register).filter((word) => word !== '--json');
  const polish = await runCli([...command, '--dry-run'], { ...at, LANG: 'pl_PL.UTF-8' });
  expect(polish.stdout).toMatch(/^register\.csv: nic nie zapisano \(próba\)\nwiersze 5 = przyjęte 2 /);
  const english = await runCli([...command, '--dry-run'], { ...at, LANG: 'de_DE.UTF-8' });
  expect(english.stdout).toMatch(/^register\.csv: nothing written \(dry run\)\nrows 5 = accepted 2 /);
  expect((await runCli(['revert', '9'], { ...at, LANG: 'pl_PL.UTF-8' })).stderr).toBe('Nie ma partii 9\n');
  expect((await runCli(['revert', '9'], at)).stderr).toBe('There is no batch 9\n');
});

describe('a home without a server', () => {
  it('is used by two commands one after the other, though they start at once', async () => {
    const at = await settings();
    const other = write('other.csv', CSV.replaceAll('K-', 'L-'));
    const ends = await Promise.all([register, other].map((file) => runCli(importing(file), at)));
    expect(ends.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ]);
    expect(ends.map((end) => object<Receipt>(end).batch).sort()).toEqual([2, 3]);
    expect(lockOf(at['BUSOLA_HOME']!)).toBeNull();
  });

  it('is given back, its Postgres stopped, by a command that is told to stop', async () => {
    const { BUSOLA_HOME } = (await settings()) as { BUSOLA_HOME: string };
    const command = startCli(importing(register), { BUSOLA_HOME });
    await until(() => postgresOf(BUSOLA_HOME) !== null, 'Postgres runs');
    command.signal('SIGINT');
    expect(await command.ended).toMatchObject({ code: 130, stdout: '' });
    expect(lockOf(BUSOLA_HOME)).toBeNull();
    await until(() => postgresOf(BUSOLA_HOME) === null, 'Postgres has ended', 20_000);
  });

  it('is waited for where its server is no longer listening', async () => {
    const { server, at } = await up();
    const lock = lockOf(at['BUSOLA_HOME']!)!;
    // what the lock says of a server between closing its port and giving up the home
    writeFileSync(join(at['BUSOLA_HOME']!, 'lock'), JSON.stringify({ ...lock, port: 42599 }));
    const command = startCli(importing(register), at);
    server.signal('SIGTERM');
    await server.ended;
    const end = await command.ended;
    expect(end).toMatchObject({ code: 0, stderr: '' });
    expect(object<Receipt>(end).batch).toBe(2);
  });
});
