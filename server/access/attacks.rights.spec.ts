import { admin, analyst, call, instance, logged, query, steward, startAttacked } from '../testing/attacked';
import { person, role, tokenOf } from '../testing/people';

beforeAll(startAttacked);
afterAll(() => instance.stop());

describe('a token', () => {
  const refresh = (headers: Record<string, string>) => call('POST', 'snapshot/refresh', { headers });

  it('opens what its role opens, and stops when it is revoked, expired or made up', async () => {
    const one = await tokenOf(instance, analyst, { role: 'analyst', authority: 'T' });
    expect((await refresh(one.headers)).status).toBe(200);
    await query(`UPDATE access_token SET ends_at = now() - interval '1 s' WHERE id = $1`, [one.id]);
    const expired = await refresh(one.headers);
    expect([expired.status, expired.headers['www-authenticate']]).toEqual([401, 'Bearer realm="busola"']);
    expect(await logged(expired.address)).toMatchObject({ action: 'request', refused: true });

    const two = await tokenOf(instance, analyst, { role: 'analyst', authority: 'T' });
    await call('DELETE', `account/tokens/${two.id}`, { headers: analyst.headers });
    const revoked = await refresh(two.headers);
    expect(revoked.status).toBe(401);
    expect(await logged(revoked.address)).toMatchObject({ action: 'request', refused: true });
    for (const wrong of ['Bearer busola_', `Bearer busola_${'x'.repeat(43)}`, 'Basic YTpi', 'Bearer', ''])
      expect((await refresh({ authorization: wrong })).status).toBe(401);
  });

  it('ends for good when the account is closed', async () => {
    const who = await person(instance, [role('analyst')]);
    const { headers } = await tokenOf(instance, who, { role: 'analyst', authority: null });
    for (const disabled of [true, false])
      await call('PUT', `people/${who.id}`, { headers: admin.headers, payload: { name: null, disabled } });
    expect((await refresh(headers)).status).toBe(401);
  });

  it('is one of at most 20, however many are asked for at once', async () => {
    const { headers } = await person(instance, [role('analyst')]);
    const payload = { label: 'x', role: 'analyst', days: 1 };
    const asked = Array.from({ length: 40 }, () => call('POST', 'account/tokens', { headers, payload }));
    const made = (await Promise.all(asked)).filter(({ status }) => status === 201);
    expect(made.length).toBe(20);
  });

  it('loses what its person loses, at once', async () => {
    const who = await person(instance, [role('analyst')]);
    const { headers } = await tokenOf(instance, who, { role: 'analyst', authority: null });
    expect((await refresh(headers)).status).toBe(200);
    const payload = { roles: [role('researcher')] };
    expect((await call('PUT', `people/${who.id}/roles`, { headers: admin.headers, payload })).status).toBe(
      200,
    );
    expect((await refresh(headers)).status).toBe(403);
    expect((await refresh(who.headers)).status).toBe(403);
  });

  it('of somebody else cannot be revoked, nor one be made for a role that is not theirs', async () => {
    const { id } = await tokenOf(instance, analyst, { role: 'analyst', authority: 'T' });
    const tried = await call('DELETE', `account/tokens/${id}`, { headers: steward.headers });
    expect(tried.status).toBe(404);
    expect(await logged(tried.address)).toMatchObject({ person_id: steward.id, refused: true });
    const make = async (given: object) => {
      const payload = { label: 'x', days: 1, ...given };
      return (await call('POST', 'account/tokens', { headers: analyst.headers, payload })).status;
    };
    expect(await make({ role: 'analyst', authority: 'T' })).toBe(201);
    expect(await make({ role: 'analyst', authority: 'U' })).toBe(403);
    expect(await make({ role: 'analyst', authority: null })).toBe(403);
    expect(await make({ role: 'steward', authority: 'T' })).toBe(403);
    expect(await make({ role: 'admin', authority: null })).toBe(400);
    expect(await make({ role: 'analyst', authority: 'T', days: 9999 })).toBe(400);
    expect(await make({ role: 'analyst', authority: 'T', person_id: admin.id })).toBe(400);
  });
});

describe('more rights', () => {
  it.each([
    ['roles in a sign-in', 'POST', 'session', { login: 'x', password: 'y', roles: ['admin'] }],
    ['a person in a link', 'POST', 'links/use', { secret: 'x'.repeat(43), person_id: 1 }],
  ] as const)('cannot be had by %s', async (_name, method, path, payload) => {
    const { status, address } = await call(method, path, { payload });
    expect(status).toBe(400);
    expect(await logged(address)).toMatchObject({ refused: true, detail: { status: 400 } });
  });

  it('cannot be given to oneself', async () => {
    const headers = analyst.headers;
    const payload = { roles: [{ role: 'admin' }] };
    const { status, address } = await call('PUT', `people/${analyst.id}/roles`, { headers, payload });
    expect(status).toBe(403);
    expect(await logged(address)).toMatchObject({ person_id: analyst.id, refused: true });
  });

  it('of the last administrator cannot be taken away', async () => {
    const attempt = await call('PUT', `people/${admin.id}/roles`, {
      headers: admin.headers,
      payload: { roles: [] },
    });
    expect([attempt.status, attempt.json<{ detail_en: string }>().detail_en]).toEqual([
      422,
      'No administrator would be left; first give that role to somebody else',
    ]);
    const closing = { headers: admin.headers, payload: { name: null, disabled: true } };
    expect((await call('PUT', `people/${admin.id}`, closing)).status).toBe(422);
    expect((await call('DELETE', `people/${admin.id}`, { headers: admin.headers })).status).toBe(422);
  });
});

it('gives one login to one person, also when two are added at the same moment', async () => {
  const add = (login: string) =>
    call('POST', 'people', { headers: admin.headers, payload: { login, name: null, roles: [] } });
  const both = await Promise.all([add('Zofia@urzad'), add('zofia@urzad')]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  expect((await add(analyst.login)).json<{ detail_en: string }>().detail_en).toBe(
    `The login “${analyst.login}” is taken`,
  );
  for (const login of ['', 'x', 'a b', '<b>', 'x\u0000y', '=1+1', 'a'.repeat(101)])
    expect([400, 422]).toContain((await add(login)).status);
});

it.each(['99999999999', '2147483648', '-1', '0x1'])('finds nothing under the number %s', async (id) => {
  const { headers } = admin;
  for (const [method, path] of [
    ['GET', `people/${id}/data`],
    ['DELETE', `people/${id}`],
    ['DELETE', `tokens/${id}`],
    ['DELETE', `account/tokens/${id}`],
  ] as const)
    expect((await call(method, path, { headers })).status).toBe(404);
});
