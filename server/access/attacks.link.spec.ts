import { admin, analyst, call, instance, logged, query, signIn, startAttacked } from '../testing/attacked';
import { PASSWORD, person, role } from '../testing/people';
import { remembered } from '../testing/secrets';
import { WRONG_PER_ACCOUNT, WRONG_PER_ACCOUNT_ANYWHERE } from './limits';

beforeAll(startAttacked);
afterAll(() => instance.stop());

describe('a one-time link', () => {
  const linkFor = async (id: number) => {
    const { link } = (await call('POST', `people/${id}/link`, { headers: admin.headers })).json<{
      link: string;
    }>();
    return link.split('#')[1]!;
  };
  const use = (secret: string, password: string = PASSWORD) =>
    call('POST', 'links/use', { payload: { secret, password } });

  it('works once', async () => {
    const { id } = await person(instance, [role('analyst')]);
    const secret = await linkFor(id);
    expect((await use(secret)).status).toBe(200);
    const again = await use(secret);
    expect(again.status).toBe(422);
    expect(await logged(again.address)).toMatchObject({ object: 'POST /api/v1/links/use', refused: true });
  });

  it('works once for two who use it at the same moment', async () => {
    const { id } = await person(instance, [role('analyst')]);
    const secret = await linkFor(id);
    const both = await Promise.all([use(secret), use(secret)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('works no more past its time, once a newer one is made, or when the account is closed', async () => {
    const { id } = await person(instance, [role('analyst')]);
    const [first, second] = [await linkFor(id), await linkFor(id)];
    expect((await use(first)).status).toBe(422);
    await query(`UPDATE one_time_link SET ends_at = now() - interval '1 s' WHERE person_id = $1`, [id]);
    expect((await use(second)).status).toBe(422);
    const third = await linkFor(id);
    await call('PUT', `people/${id}`, { headers: admin.headers, payload: { name: null, disabled: true } });
    expect((await use(third)).status).toBe(422);
  });

  it('works no more once a password was set without it, or the account was closed and opened again', async () => {
    const who = await person(instance, [role('analyst')]);
    const [secret, headers] = [await linkFor(who.id), who.headers];
    const password = remembered('lampa 5 zielony tramwaj');
    const changed = await call('PUT', 'account/password', {
      headers,
      payload: { current: PASSWORD, password },
    });
    expect([changed.status, (await use(secret)).status]).toEqual([200, 422]);
    const another = await linkFor(who.id);
    for (const disabled of [true, false])
      await call('PUT', `people/${who.id}`, { headers: admin.headers, payload: { name: null, disabled } });
    expect((await use(another)).status).toBe(422);
  });

  it('and the erasure of its person do not wait for each other', async () => {
    for (let n = 0; n < 5; n++) {
      const { id } = await person(instance, [role('analyst')]);
      const secret = await linkFor(id);
      const erase = () => call('DELETE', `people/${id}`, { headers: admin.headers });
      const [used, , erased] = await Promise.all([use(secret), use(secret), erase()]);
      expect([erased.status, used.status < 500]).toEqual([204, true]);
      expect(await query('SELECT password FROM person WHERE id = $1', [id])).toEqual([{ password: null }]);
      expect(await query('SELECT 1 FROM session WHERE person_id = $1', [id])).toEqual([]);
    }
  });

  it('stays whole where the password will not do', async () => {
    const { id, login } = await person(instance, [role('analyst')]);
    const secret = await linkFor(id);
    for (const weak of [
      'krótkie',
      'password12345',
      'constitution',
      'neighborhoods1',
      'aaaaaaaaaaaaaaaa',
      `${login}${login}${login}`,
    ])
      expect((await use(secret, weak)).status).toBe(422);
    expect((await use(secret)).status).toBe(200);
  });
});

it('looks at the first 64 signs of a password only, for its time grows faster than their number', async () => {
  const { headers } = await person(instance, [role('analyst')]);
  const weak = 'p4$$w0rd1'.repeat(8).slice(0, 64);
  for (const password of ['p4$$w0rd1'.repeat(22), weak + PASSWORD]) {
    const payload = { current: PASSWORD, password };
    expect((await call('PUT', 'account/password', { headers, payload })).status).toBe(422);
  }
});

describe('wrong passwords', () => {
  const wrong = async (login: string, times: number, from: (n: number) => string) =>
    (
      await Promise.all(
        Array.from({ length: times }, (_, n) =>
          signIn(login, remembered(`wrong password ${n}`), { remoteAddress: from(n) }),
        ),
      )
    ).map(({ status }) => status);

  it('tire the network they come from, and it says for how long', async () => {
    const { login, id } = await person(instance, [role('analyst')]);
    const from = () => '10.9.1.1';
    expect(await wrong(login, WRONG_PER_ACCOUNT, from)).toEqual(Array(WRONG_PER_ACCOUNT).fill(403));
    // with the right password, and from elsewhere in the same /64
    const { status, headers, address } = await signIn(login, PASSWORD, { remoteAddress: from() });
    expect([status, Number(headers['retry-after']) > 800]).toEqual([429, true]);
    expect(await logged(address)).toMatchObject({ refused: true, detail: { status: 429 } });
    const noted = `SELECT 1 FROM audit WHERE action = 'signed_in' AND refused AND actor = 'nobody' AND object = 'person ' || $1::int`;
    expect(await query(noted, [id])).toHaveLength(WRONG_PER_ACCOUNT);
    // a stranger who knows the login does not lock its owner out
    expect((await signIn(login, PASSWORD)).status).toBe(200);
  });

  it('count together over a /64 of IPv6', async () => {
    const { login } = await person(instance, [role('analyst')]);
    await wrong(login, WRONG_PER_ACCOUNT, (n) => `2001:db8:1:2::${n}`);
    expect((await signIn(login, PASSWORD, { remoteAddress: '2001:db8:1:2:ffff::1' })).status).toBe(429);
    expect((await signIn(login, PASSWORD, { remoteAddress: '2001:db8:1:3::1' })).status).toBe(200);
  });

  it('from everywhere tire the account at last; its open session and a new link go on', async () => {
    const who = await person(instance, [role('analyst')]);
    const statuses = await wrong(
      who.login,
      WRONG_PER_ACCOUNT_ANYWHERE + 5,
      (n) => `10.8.${n % 100}.${n % 50}`,
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    expect((await signIn(who.login, PASSWORD)).status).toBe(429);
    const payload = { current: PASSWORD, password: remembered('trzy suche gałęzie za oknem 5') };
    expect((await call('PUT', 'account/password', { headers: who.headers, payload })).status).toBe(200);
    const { link } = (await call('POST', `people/${who.id}/link`, { headers: admin.headers })).json<{
      link: string;
    }>();
    const used = await call('POST', 'links/use', {
      payload: { secret: link.split('#')[1], password: PASSWORD },
    });
    expect(used.status).toBe(200);
    expect((await signIn(who.login, PASSWORD)).status).toBe(200);
  }, 30_000);
});

it('says the same of a wrong password and of a login that nobody has', async () => {
  const one = await signIn(analyst.login, 'wrong');
  const other = await signIn('nobody-has-this', 'wrong');
  expect([other.status, other.json()]).toEqual([one.status, one.json()]);
});
