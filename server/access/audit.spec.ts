import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { person, role, type SignedIn } from '../testing/people';
import type { AuditListView } from './audit.view';

let instance: Instance;
let admin: SignedIn;

beforeAll(async () => {
  instance = await startInstance(await freshDatabase());
  admin = await person(instance, [role('admin')]);
});
afterAll(() => instance.stop());

const query = <T = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> =>
  instance.foundation.dataSource.query(sql, values);
const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) =>
  instance.app.inject({
    method,
    url: `/api/v1/${path}`,
    headers: admin.headers,
    ...(payload && { payload }),
  });
const log = async (filter: string) => (await ask('GET', `audit?${filter}`)).json<AuditListView>();

it('is refused by the database to whoever would change, remove or empty it', async () => {
  const { id } = await person(instance, [role('analyst')]);
  await ask('PUT', `people/${id}`, { name: 'Inna', disabled: false });
  for (const sql of [
    `UPDATE audit SET actor = 'nobody'`,
    'DELETE FROM audit',
    `DELETE FROM audit WHERE at > now() - interval '23 months'`,
    'TRUNCATE audit',
  ])
    await expect(query(sql)).rejects.toThrow('The audit log is append-only');
  expect((await log('action=person_changed')).meta.total).toBe(1);
});

it('says what was before and after', async () => {
  const { id } = await person(instance, [role('researcher')]);
  await ask('PUT', `people/${id}/roles`, { roles: [role('analyst')] });
  const { items } = await log(`action=roles_changed&q=person%20${id}`);
  expect(items[0]).toMatchObject({
    actor: 'person',
    person_id: admin.id,
    login: admin.login,
    address: '127.0.0.1',
    object: `person ${id}`,
    refused: false,
    detail: { before: [role('researcher')], after: [role('analyst')] },
  });
  expect(items[0]!.request).toMatch(/^[0-9a-f-]{36}$/);
});

it('can be searched, and read on page by page', async () => {
  for (let n = 0; n < 130; n++)
    await query(
      `INSERT INTO audit (actor, action, object, refused, detail) VALUES ('service', 'service_started', 'seite', false, '{}')`,
    );
  const first = await log('action=service_started&q=SEITE');
  expect([first.items.length, first.meta.total]).toEqual([100, 130]);
  const { items, links } = (
    await instance.app.inject({ url: first.links.next!, headers: admin.headers })
  ).json<AuditListView>();
  expect([items.length, links.next]).toEqual([30, null]);
  expect(new Set([...first.items, ...items].map(({ id }) => id)).size).toBe(130);
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Warsaw' });
  expect((await log(`from=${today}&to=${today}&action=service_started`)).meta.total).toBe(130);
  expect((await log('to=2020-01-01')).meta.total).toBe(0);
  for (const wrong of ['from=2026-02-30', 'action=x', 'refused=maybe', 'person=0', 'before=-1', 'x=1'])
    expect((await ask('GET', `audit?${wrong}`)).statusCode).toBe(400);
});

it('goes out as CSV that no spreadsheet runs, and says so itself', async () => {
  await query(
    `INSERT INTO audit (actor, action, object, refused, detail) VALUES ('nobody', 'request', $1, true, $2)`,
    ['=HYPERLINK("http://x")', JSON.stringify({ a: '"quoted", with\nbreak' })],
  );
  const answer = await ask('GET', 'audit.csv?action=request&q=HYPERLINK');
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  const [head, line] = answer.payload.split('\r\n');
  expect(head).toBe(
    '"id","at","actor","person_id","login","token_id","address","request","action","object","refused","detail"',
  );
  expect(line).toContain(`"'=HYPERLINK(""http://x"")","true","{""a"":""\\""quoted\\"", with\\nbreak""}"`);
  const { items } = await log('action=audit_downloaded');
  expect(items[0]!.detail).toMatchObject({ filter: { action: 'request', q: '(9)' }, rows: 1 });
  expect(items[0]!.detail['sha256']).toMatch(/^[0-9a-f]{64}$/);
});

describe('what is kept of a person', () => {
  it('is given out whole, without what would let anybody in, and the log says so', async () => {
    const who = await person(instance, [role('analyst')]);
    await instance.app.inject({ method: 'POST', url: '/api/v1/snapshot/refresh', headers: who.headers });
    await ask('POST', `people/${who.id}/link`);
    const data = (await ask('GET', `people/${who.id}/data`)).json<Record<string, unknown[]>>();
    expect(data['person']).toMatchObject({ login: who.login, has_password: true });
    expect(data['roles']).toEqual([role('analyst')]);
    expect(data['sessions']).toHaveLength(1);
    expect(data['links']).toEqual([expect.objectContaining({ purpose: 'new_password', used_at: null })]);
    expect(data['audit']).toEqual([
      expect.objectContaining({ action: 'snapshot_refreshed', address: '127.0.0.1' }),
      expect.objectContaining({ action: 'link_made', object: `person ${who.id}` }),
    ]);
    expect(JSON.stringify(data)).not.toMatch(/argon2|digest/);
    const { items } = await log('action=person_exported');
    expect(items[0]).toMatchObject({ object: `person ${who.id}`, detail: { audit_lines: 2 } });
  });

  it('is erased, so that nobody can tell who the number was, and signs in no more', async () => {
    const who = await person(instance, [role('analyst')]);
    await instance.app.inject({ method: 'POST', url: '/api/v1/snapshot/refresh', headers: who.headers });
    await ask('GET', `audit.csv?q=${who.login}`);
    await ask('POST', `people/${who.id}/link`);
    expect((await ask('DELETE', `people/${who.id}`)).statusCode).toBe(204);
    const tables = await query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const [{ n }] = (await query<{ n: number }>(
        `SELECT count(*)::int AS n FROM "${name}" t WHERE strpos(t::text, $1) > 0`,
        [who.login],
      )) as [{ n: number }];
      expect([name, n]).toEqual([name, 0]);
    }
    expect((await log(`person=${who.id}`)).items).toMatchObject([
      { login: null, action: 'snapshot_refreshed' },
    ]);
    const answer = await instance.app.inject({ url: '/api/v1/account', headers: who.headers });
    expect(answer.statusCode).toBe(401);
    expect((await ask('PUT', `people/${who.id}`, { name: 'x', disabled: false })).statusCode).toBe(422);
  });

  it('leaves what was published as it was', async () => {
    const who = await person(instance, [role('analyst')]);
    await query('UPDATE batch SET person_id = $1', [who.id]);
    const published = async () => (await instance.app.inject({ url: '/api/v1/batches' })).payload;
    const before = await published();
    await ask('DELETE', `people/${who.id}`);
    expect(await published()).toBe(before);
  });
});

it('lets go of what was kept long enough, and of nothing else', async () => {
  const old = (months: number) => `now() - interval '${months} months'`;
  await query(
    `INSERT INTO audit (at, actor, action, refused, detail) VALUES (${old(25)}, 'nobody', 'request', true, '{}'), (${old(23)}, 'nobody', 'request', true, '{}')`,
  );
  const { id } = await person(instance, [role('analyst')]);
  await query(`UPDATE session SET seen_at = ${old(1)} WHERE person_id = $1`, [id]);
  const [{ next }] = (await query<{ next: number }>(
    'SELECT coalesce(max(id), 0) + 1 AS next FROM batch',
  )) as [{ next: number }];
  for (const [n, taken] of [
    [0, old(13)],
    [1, old(11)],
  ] as const) {
    await query(
      `INSERT INTO batch (id, authority_id, type, file, sha256, reader, dialect, mapping, dropped_columns, rows, new, changed, unchanged, rejected, taken_in_at)
       VALUES ($1, 1, 'unit', 'f', $2, 'r', '{}', '{}', '{}', 0, 0, 0, 0, 0, ${taken})`,
      [next + n, `digest${n}`],
    );
    await query(
      `INSERT INTO finding (batch_id, line, value, rule, accepted) VALUES ($1, 1, 'cell', 'r', false)`,
      [next + n],
    );
  }
  const { uploads } = instance.foundation.home;
  await mkdir(uploads, { recursive: true });
  for (const name of ['digest0', 'digest1', 'left-old', 'left-new'])
    await writeFile(join(uploads, name), 'x');
  // an import was cut off between putting its file there and writing its batch
  await utimes(join(uploads, 'left-old'), new Date(), new Date(Date.now() - 366 * 86_400_000));

  const removed = (await ask('POST', 'retention')).json();
  expect(removed).toMatchObject({ sessions: 1, audit: 1, cells: 1, uploads: 2 });
  expect((await readdir(uploads)).sort()).toEqual(['digest1', 'left-new']);
  expect(await query('SELECT batch_id, value FROM finding ORDER BY batch_id')).toEqual([
    { batch_id: next, value: null },
    { batch_id: next + 1, value: 'cell' },
  ]);
  expect((await log('action=retention_done')).items[0]!.detail).toEqual(removed);
});
