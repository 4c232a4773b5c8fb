import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOCKS } from '../../store/locks';
import { freshDatabase } from '../../testing/database';
import { type Instance, startInstance } from '../../testing/instance';
import { brought, type Desk, deskOf } from '../../testing/desk';
import { person, role, type SignedIn, tokenOf } from '../../testing/people';
import type { ImportPreview, ImportView } from './import.view';
import { ImportService } from './import.service';
import { ImportRunner } from './import.runner';

let instance: Instance;
let analyst: SignedIn;
let desk: Desk;
let other: Desk;
let admin: Desk;

const query = <T>(sql: string, values: unknown[] = []) =>
  instance.foundation.dataSource.query(sql, values) as Promise<T[]>;

beforeAll(async () => {
  instance = await startInstance(await freshDatabase());
  await query(`INSERT INTO authority (code, name_pl) VALUES ('T', 'Testowo'), ('U', 'Ustronie')`);
  analyst = await person(instance, [role('analyst', { authority: 'T' })]);
  desk = deskOf(instance, analyst);
  other = deskOf(instance, await person(instance, [role('analyst', { authority: 'U' })]));
  admin = deskOf(instance, await person(instance, [role('admin')]));
});
afterAll(() => instance.stop());

const CSV = 'kod;nazwa\nK-1;Park\nK-2;Plac\n';
const mapping = { type: 'consultation', authority: 'T', fields: { code: 'kod', title_pl: 'nazwa' } };
const run = (id: string, more: object = {}) =>
  desk.call<ImportView>('POST', `imports/${id}/run`, { mapping, ...more });

/** Holds the turn of imports until it is let go. */
async function hold(): Promise<() => Promise<void>> {
  const runner = instance.foundation.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.batches]);
  return async () => {
    await runner.rollbackTransaction();
    await runner.release();
  };
}

it('is brought, shown, tried, taken in, and changed with the difference before it is', async () => {
  const { id, state, bytes, file } = await brought(desk, CSV);
  expect({ state, bytes, file }).toEqual({ state: 'draft', bytes: CSV.length, file: 'plik.csv' });
  const preview = await desk.call<ImportPreview>('POST', `imports/${id}/preview`, {});
  expect(preview.body).toMatchObject({ header: ['kod', 'nazwa'], profiles: [], dialect: { delimiter: ';' } });
  expect((await run(id, { dry_run: true })).status).toBe(202);
  const tried = await desk.ended(id);
  expect(tried.receipt).toMatchObject({ dry_run: true, batch: null, rows: 2, new: 2, rejected: 0 });
  expect(await query(`SELECT 1 FROM consultation WHERE code IN ('K-1', 'K-2')`)).toEqual([]);
  await run(id);
  const taken = await desk.ended(id);
  expect(taken).toMatchObject({ state: 'done', batch: taken.receipt!.batch, refusal: null });
  expect(taken.batch).toBeGreaterThan(0);

  const changed = await brought(desk, CSV.replace('Plac', 'Plac Litewski'));
  await run(changed.id, { dry_run: true });
  expect((await desk.ended(changed.id)).receipt).toMatchObject({
    changed: 1,
    unchanged: 1,
    changes: [
      { line: 3, record: 'K-2', field: 'title_pl', before: 'Plac', after: 'Plac Litewski', hidden: false },
    ],
  });
});

it('keeps a mapping and finds it for the next file with these columns, for those who reach its authority', async () => {
  const { id } = await brought(desk, CSV);
  const saved = await desk.call('POST', 'profiles', { name: 'Rejestr', header: ['kod', 'nazwa'], mapping });
  expect(saved).toMatchObject({ status: 201, body: { name: 'Rejestr', authority: 'T' } });
  const { body } = await desk.call<ImportPreview>('POST', `imports/${id}/preview`, {});
  expect(body.profiles).toMatchObject([{ name: 'Rejestr', likeness: 1, mapping }]);
  // two columns of three
  const wider = await brought(desk, 'kod;nazwa;uwagi\nK-9;A;b\n');
  const near = await desk.call<ImportPreview>('POST', `imports/${wider.id}/preview`, {});
  expect(near.body.profiles).toMatchObject([{ name: 'Rejestr', likeness: 0.67 }]);
  const theirs = await brought(other, CSV);
  const seen = await other.call<ImportPreview>('POST', `imports/${theirs.id}/preview`, {});
  expect(seen.body.profiles).toEqual([]);
  const number = (saved.body as { id: number }).id;
  expect((await other.call('DELETE', `profiles/${number}`)).status).toBe(404);
  const replaced = await other.call('POST', 'profiles', {
    name: 'Rejestr',
    header: ['a'],
    mapping: { ...mapping, authority: 'U' },
  });
  expect(replaced.status).toBe(403);
  expect((await desk.call('DELETE', `profiles/${number}`)).status).toBe(204);
});

it('is there for whoever brought it alone, and for nobody without a role', async () => {
  const { id } = await brought(desk, CSV);
  for (const [method, path] of [
    ['GET', `imports/${id}`],
    ['POST', `imports/${id}/preview`],
    ['POST', `imports/${id}/run`],
    ['POST', `imports/${id}/cancel`],
    ['DELETE', `imports/${id}`],
  ] as const) {
    const payload = method === 'POST' ? {} : undefined;
    expect((await other.call(method, path, payload)).status).toBe(404);
    expect((await admin.call(method, path, payload)).status).toBe(403);
    expect((await deskOf(instance, null).call(method, path, payload)).status).toBe(401);
  }
  expect((await desk.call('GET', 'imports/1')).status).toBe(404);
  const { body } = await other.call<{ items: ImportView[] }>('GET', 'imports');
  expect(body.items.map((one) => one.id)).not.toContain(id);
  expect((await desk.call('DELETE', `imports/${id}`)).status).toBe(204);
  expect(await readdir(instance.foundation.home.imports)).not.toContain(id);
});

it('says why it is refused, and nothing is written', async () => {
  const { id } = await brought(desk, CSV);
  const slip = await run(id, { dry: true });
  expect(slip).toMatchObject({ status: 422, body: { detail_en: expect.stringContaining('Key “dry”') } });
  await run(id, { mapping: { ...mapping, authority: 'U' } });
  expect(await desk.ended(id)).toMatchObject({
    state: 'refused',
    refusal: { en: expect.stringContaining('authority “U”') },
  });
  await run(id, { mapping: { ...mapping, fields: { code: 'numer', title_pl: 'nazwa' } } });
  expect(await desk.ended(id)).toMatchObject({
    state: 'refused',
    refusal: { pl: expect.stringContaining('nie ma kolumny „numer”') },
  });
});

it('can be broken off while it waits and while it is under way, and begun again', async () => {
  const before = await query('SELECT count(*) FROM batch');
  const third = await brought(desk, CSV.replaceAll('K-', 'F-'));
  const [first, second] = [
    await brought(desk, CSV.replaceAll('K-', 'C-')),
    await brought(desk, CSV.replaceAll('K-', 'E-')),
  ];
  const letGo = await hold();
  await run(first.id);
  await run(second.id);
  await run(third.id);
  await sleep(100);
  expect((await desk.call('POST', `imports/${first.id}/run`, { mapping })).status).toBe(409);
  expect((await desk.call('DELETE', `imports/${first.id}`)).status).toBe(409);
  // one waits in Postgres for its turn, one in the service for the other, one for a place to read in
  for (const { id } of [third, second, first])
    expect((await desk.call<ImportView>('POST', `imports/${id}/cancel`)).body).toMatchObject({
      state: 'cancelled',
      refusal: { pl: 'Przerwano na życzenie; nic nie zapisano' },
    });
  await letGo();
  expect(await query('SELECT count(*) FROM batch')).toEqual(before);
  await run(first.id);
  expect(await desk.ended(first.id)).toMatchObject({ state: 'done', receipt: { new: 2 } });
});

it('begins again after the service was stopped, with the roles of that day', async () => {
  const [mine, revoked] = [
    await brought(desk, CSV.replaceAll('K-', 'R-')),
    await brought(desk, CSV.replaceAll('K-', 'S-')),
  ];
  const token = await tokenOf(instance, analyst, { role: 'analyst', authority: 'T' });
  // as a service leaves them that was killed while it was at work
  await query(`UPDATE import SET state = 'running', request = $2 WHERE id = ANY ($1)`, [
    [mine.id, revoked.id],
    { mapping },
  ]);
  await query('UPDATE import SET token_id = $2 WHERE id = $1', [revoked.id, token.id]);
  await query('UPDATE access_token SET revoked_at = now() WHERE id = $1', [token.id]);
  await instance.app.get(ImportRunner, { strict: false }).onApplicationBootstrap();
  expect(await desk.ended(mine.id)).toMatchObject({ state: 'done', interruptions: 1, receipt: { new: 2 } });
  expect(await desk.ended(revoked.id)).toMatchObject({ state: 'refused', interruptions: 1 });
  expect(await query(`SELECT 1 FROM consultation WHERE code = 'S-1'`)).toEqual([]);
});

it('says so when the database goes away, and nothing is written', async () => {
  const { id } = await brought(desk, CSV.replaceAll('K-', 'L-'));
  const letGo = await hold();
  await run(id);
  await sleep(100);
  await query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'`,
  );
  expect(await desk.ended(id)).toMatchObject({
    state: 'failed',
    refusal: { en: expect.stringContaining('connection to the database') },
  });
  await letGo();
  expect(await query(`SELECT 1 FROM consultation WHERE code = 'L-1'`)).toEqual([]);
  await run(id);
  expect(await desk.ended(id)).toMatchObject({ state: 'done' });
});

it('forgets files after a day, and keeps the last twenty of everybody', async () => {
  const old = await brought(desk, CSV);
  await query(`UPDATE import SET created_at = now() - interval '25 hours' WHERE id = $1`, [old.id]);
  await instance.app.get(ImportService, { strict: false }).onApplicationBootstrap();
  const later: ImportView[] = [];
  for (let i = 0; i < 21; i++) later.push(await brought(desk, CSV, `${i}.csv`));
  const { body } = await desk.call<{ items: ImportView[] }>('GET', 'imports');
  expect(body.items).toHaveLength(20);
  const kept = await readdir(instance.foundation.home.imports);
  expect(kept).not.toContain(old.id);
  expect(kept).not.toContain(later[0]!.id);
  expect(kept).toContain(later[20]!.id);
});

it('ends also where a cell holds what no text of Postgres can, and says where it stands', async () => {
  const { id } = await brought(desk, 'kod;od\nN-1;2025-01-01\nN-2;a\0b\n');
  const days = { mapping: { ...mapping, fields: { code: 'kod', opens_on: 'od' } } };
  const issues = [{ line: 3, record: 'N-2', column: 'od', value: 'ab', rule: 'control_character' }];
  expect(await desk.run(id, { ...days, dry_run: true })).toMatchObject({
    state: 'done',
    receipt: { issues },
  });
  expect(await desk.run(id, days)).toMatchObject({ state: 'done', receipt: { new: 1, rejected: 1, issues } });
});

it('goes on with the role of whoever began it, not of whoever brought the file', async () => {
  const { headers, id: token } = await tokenOf(instance, analyst, { role: 'analyst', authority: 'T' });
  const machine: Desk = { ...deskOf(instance, null), headers };
  const { id } = await brought(machine, CSV.replaceAll('K-', 'W-'));
  const tokenIn = () => query<{ token_id: number }>('SELECT token_id FROM import WHERE id = $1', [id]);
  expect(await tokenIn()).toEqual([{ token_id: token }]);
  const letGo = await hold();
  await run(id);
  expect(await tokenIn()).toEqual([{ token_id: null }]);
  await letGo();
  expect((await desk.ended(id)).state).toBe('done');
});

it('is not there for a token, whose role is narrower, where its person brought it', async () => {
  const { headers } = await tokenOf(instance, analyst, { role: 'analyst', authority: 'T' });
  const ask = async (path: string) => instance.app.inject({ url: `/api/v1/imports${path}`, headers });
  const theirs = await brought(desk, CSV);
  const own = await brought({ ...desk, headers }, CSV);
  expect([(await ask(`/${theirs.id}`)).statusCode, (await ask(`/${own.id}`)).statusCode]).toEqual([404, 200]);
  const { items } = (await ask('')).json<{ items: ImportView[] }>();
  expect(items.map(({ id }) => id)).toEqual([own.id]);
  expect((await desk.call('GET', `imports/${own.id}`)).status).toBe(200);
});

it('refuses a run without a body, and a profile that cannot be stored, in a sentence', async () => {
  const { id } = await brought(desk, CSV);
  expect(await desk.call('POST', `imports/${id}/run`)).toMatchObject({
    status: 422,
    body: { detail_en: expect.stringContaining('Key “request”') },
  });
  const profile = { name: 'Zły', header: ['kod'], mapping };
  for (const [wrong, status] of [
    [{ name: 'a\0b' }, 400],
    [{ name: '  ' }, 400],
    [{ header: ['a\0'] }, 400],
    [{ mapping: { ...mapping, fields: { code: 'a\ud800' } } }, 422],
  ] as const)
    expect((await desk.call('POST', 'profiles', { ...profile, ...wrong })).status).toBe(status);
});

it('forgets a run that no service carries on', async () => {
  const lost = await brought(desk, CSV);
  // as in a database that was restored beside an empty home
  await query(`UPDATE import SET state = 'running', created_at = now() - interval '49 hours' WHERE id = $1`, [
    lost.id,
  ]);
  await instance.app.get(ImportService, { strict: false }).onApplicationBootstrap();
  expect((await desk.call('GET', `imports/${lost.id}`)).status).toBe(404);
});
