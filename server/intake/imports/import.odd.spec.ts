import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOCKS } from '../../store/locks';
import { freshDatabase } from '../../testing/database';
import { brought, type Desk, deskOf } from '../../testing/desk';
import { type Instance, startInstance } from '../../testing/instance';
import { person, role, type SignedIn } from '../../testing/people';
import { ImportService } from './import.service';

let instance: Instance;
let desk: Desk;
let analyst: SignedIn;
beforeAll(async () => {
  instance = await startInstance(await freshDatabase());
  await instance.foundation.dataSource.query(`INSERT INTO authority (code, name_pl) VALUES ('T', 'Testowo')`);
  analyst = await person(instance, [role('analyst', { authority: 'T' })]);
  desk = deskOf(instance, analyst);
});
afterAll(() => instance.stop());

const mapping = { type: 'consultation', authority: 'T', fields: { code: 'kod', title_pl: 'nazwa' } };
const status = async (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) =>
  (await desk.call(method, path, payload)).status;

it.each([
  ['name', { name: 'a\u0000b', header: ['kod'], mapping }, 400],
  ['blank name', { name: ' \u00a0', header: ['kod'], mapping }, 400],
  ['column', { name: 'a', header: ['k\u0000'], mapping }, 400],
  ['half a sign', { name: 'a', header: ['k\ud800'], mapping }, 422],
  ['code', { name: 'a', header: ['k'], mapping: { ...mapping, about: { kod: '\udc00' } } }, 422],
])('keeps no mapping that could not be stored: %s', async (_what, profile, expected) => {
  expect(await status('POST', 'profiles', profile)).toBe(expected);
});

it('keeps a mapping for columns whose names run over several lines', async () => {
  const profile = { name: 'dwa wiersze', header: ['kod\nsprawy', 'nazwa'], mapping };
  expect(await status('POST', 'profiles', profile)).toBe(201);
});

it('knows nothing under a code that holds a control character', async () => {
  expect(await status('GET', 'records/consultation?authority=T%00&code=K')).toBe(404);
  expect(await status('GET', 'coding/K%00?authority=T')).toBe(404);
  expect(await status('GET', 'coding/K%00/second?authority=T')).toBe(404);
});

it('says so where a table is wider than its memory', async () => {
  const header = Array.from({ length: 16_000 }, (_, i) => `k${i}`);
  const { id } = await brought(desk, `${header.join(';')}\n${header.map((_, i) => i).join(';')}\n`);
  const { status: seen, body } = await desk.call<{ detail: string }>('POST', `imports/${id}/preview`, {});
  expect([seen, body.detail]).toEqual([422, expect.stringContaining('BUSOLA_DUCKDB_MEMORY')]);
  const fields = { code: 'k0', title_pl: 'k1' };
  expect(await desk.run(id, { mapping: { ...mapping, fields }, dry_run: true })).toMatchObject({
    state: 'refused',
    refusal: { en: expect.stringContaining('BUSOLA_DUCKDB_MEMORY') as string },
  });
});

it('leaves no file of a service that was killed while it came in', async () => {
  const { id } = await brought(desk, 'kod;nazwa\nK-1;Park\n');
  const { imports } = instance.foundation.home;
  const stray = '00000000-0000-4000-8000-000000000000';
  await mkdir(join(imports, stray));
  await writeFile(join(imports, stray, 'file'), 'kod;na');
  await instance.app.get(ImportService, { strict: false }).onApplicationBootstrap();
  expect(await readdir(imports)).not.toContain(stray);
  expect(await readdir(imports)).toContain(id);
});

it('takes one file at a time, and says so', async () => {
  const part = (name: string) =>
    `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\nkod\nK-1\n\r\n`;
  const answer = await instance.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    headers: { ...desk.headers, 'content-type': 'multipart/form-data; boundary=b' },
    payload: `${part('a.csv')}${part('b.csv')}--b--\r\n`,
  });
  expect([answer.statusCode, answer.json<{ detail_en: string }>().detail_en]).toEqual([
    400,
    'The body has more than one file; they are brought in one at a time',
  ]);
});

it('runs a file or forgets it, whichever came first', async () => {
  const { id } = await brought(desk, 'kod;nazwa\nK-1;Park\n');
  const [forgotten, begun] = await Promise.all([
    status('DELETE', `imports/${id}`),
    status('POST', `imports/${id}/run`, { mapping, dry_run: true }),
  ]);
  expect([
    [204, 404],
    [204, 409],
    [409, 202],
  ]).toContainEqual([forgotten, begun]);
  if (begun === 202) expect(await desk.ended(id)).toMatchObject({ state: 'done' });
});

it('writes nothing for who lost their role while the run waited', async () => {
  const runner = instance.foundation.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.batches]);
  const brief = (code: string) => brought(desk, `kod;nazwa\n${code};Park\n`);
  const files = [await brief('H-1'), await brief('H-2'), await brief('H-3')];
  for (const { id } of files) await desk.call('POST', `imports/${id}/run`, { mapping });
  const roles = await runner.query('DELETE FROM role_grant WHERE person_id = $1 RETURNING person_id', [
    analyst.id,
  ]);
  expect(roles).not.toEqual([]);
  await runner.commitTransaction();
  await runner.release();
  const state = 'SELECT state FROM import WHERE id = $1';
  const ended = async () => (await instance.foundation.dataSource.query(state, [files[2]!.id]))[0].state;
  while ((await ended()) === 'running') await sleep(25);
  expect(await ended()).toBe('refused');
});
