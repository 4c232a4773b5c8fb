import { createHash } from 'node:crypto';
import { freshDatabase } from '../../testing/database';
import { type Instance, startInstance } from '../../testing/instance';
import { person, role, type SignedIn, tokenOf } from '../../testing/people';
import type { CodingView, SecondCodingView } from '../coding.view';
import type { SavedView } from '../record.view';

let instance: Instance;
let first: SignedIn;
let second: SignedIn;
let steward: SignedIn;

const code = (n: number) => `U-${n}`;
const ALL = Array.from({ length: 340 }, (_, i) => i + 1);

beforeAll(async () => {
  instance = await startInstance(await freshDatabase());
  await instance.foundation.dataSource.query(`INSERT INTO authority (code, name_pl) VALUES ('T', 'Testowo')`);
  first = await person(instance, [role('analyst', { authority: 'T' })]);
  second = await person(instance, [role('analyst', { authority: 'T' })]);
  steward = await person(instance, [role('steward')]);
  const machine = await tokenOf(instance, await person(instance, [role('analyst')]), {
    role: 'analyst',
    authority: 'T',
  });
  await send('unit', [{ code: 'A', name_pl: 'Wydział A' }], machine);
  const consultations = ['K-1', 'K-2', 'K-3'].map((name) => ({ code: name, title_pl: name, unit: 'A' }));
  await send('consultation', [...consultations, { code: 'K-4', title_pl: 'K-4', unit: null }], machine);
  const contribution = (n: number) => ({
    code: code(n),
    consultation: 'K-1',
    valid: 'yes',
    text: `Uwaga ${n}`,
  });
  const more = [
    { ...contribution(341), valid: 'no' },
    { ...contribution(1), consultation: 'K-2' },
  ];
  await send('contribution', [...ALL.map(contribution), ...more], machine);
});
afterAll(() => instance.stop());

async function send(type: string, records: object[], by: { headers: object } = first) {
  const answer = await instance.app.inject({
    method: 'POST',
    url: `/api/v1/records/${type}`,
    query: { authority: 'T', reason: 'kodowanie' },
    headers: { ...by.headers },
    payload: records,
  });
  expect(answer.statusCode).toBe(201);
  return answer.json<SavedView>();
}

async function ask<T>(path: string, by: { headers: object } = first) {
  const answer = await instance.app.inject({ url: `/api/v1/coding/${path}`, headers: { ...by.headers } });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: answer.json<T & { detail_en: string }>(),
  };
}

async function codeAgain(codings: object[], by: SignedIn = second, consultation = 'K-1') {
  const answer = await instance.app.inject({
    method: 'POST',
    url: `/api/v1/coding/${consultation}/second`,
    query: { authority: 'T' },
    headers: { ...by.headers },
    payload: { codings },
  });
  return { status: answer.statusCode, body: answer.json<SavedView & { detail_en: string }>() };
}

/** The rule as docs/intake.md states it: a tenth, thirty at least, by the smallest digest. */
const digest = (n: number) =>
  createHash('sha256')
    .update(`T/K-1/${code(n)}`)
    .digest('hex');
const drawn = [...ALL]
  .sort((a, b) => (digest(a) < digest(b) ? -1 : 1))
  .slice(0, 34)
  .map(code);

it('gives the contributions of a consultation with their texts and codes, a hundred a page', async () => {
  const { body, headers } = await ask<CodingView>('K-1?authority=T');
  expect(headers['cache-control']).toBe('no-store');
  expect(body.items).toHaveLength(100);
  expect(body.items[9]).toMatchObject({ code: 'U-10', text: 'Uwaga 10', outcome: null, cluster: null });
  expect(body.meta).toMatchObject({ total: 340, decided: 0, drawn: 34, coded_twice: 0 });
  expect(body.agreement.outcome).toEqual({ n: 0, kappa: null, interval: null, reason: 'too_few' });
  const last = (await ask<CodingView>('K-1?authority=T&page=4')).body;
  expect(last.items.map((item) => item.code)).toEqual(ALL.slice(300).map(code));
});

it('draws the tenth that everybody can draw again, all of a few', async () => {
  const pages = await Promise.all(
    [1, 2, 3, 4].map((page) => ask<CodingView>(`K-1?authority=T&page=${page}`)),
  );
  const found = pages.flatMap(({ body }) => body.items.filter((item) => item.drawn).map((item) => item.code));
  expect(found.sort()).toEqual([...drawn].sort());
  expect((await ask<CodingView>('K-2?authority=T')).body.meta).toMatchObject({ total: 1, drawn: 1 });
});

describe('once the first coder is done', () => {
  const FIRST = ['accepted', 'rejected'];

  beforeAll(async () => {
    const coded = drawn.map((one, i) => ({
      code: one,
      consultation: 'K-1',
      cluster: 'P1',
      outcome: FIRST[i % 2],
      rationale_quality: 'general',
    }));
    await send('contribution', coded);
  });

  it('refuses who coded first, whatever a later batch changed', async () => {
    const { status, body } = await ask('K-1/second?authority=T', first);
    expect([status, body.detail_en]).toEqual([403, expect.stringContaining('You are the first coder')]);
    await send('contribution', [{ code: drawn[0], consultation: 'K-1', cluster: 'P2' }], second);
    // whoever changes a record brings its codes in again: that contribution is nobody's second coding of theirs
    const left = (await ask<SecondCodingView>('K-1/second?authority=T', second)).body;
    expect(left.meta).toEqual({ total: 340, drawn: 34, own: 1 });
    const again = await codeAgain(
      [{ contribution: drawn[1], outcome: 'accepted', rationale_quality: null }],
      first,
    );
    expect(again.status).toBe(403);
  });

  it('shows a second coder nothing of what the first one said', async () => {
    const { body } = await ask<SecondCodingView>('K-1/second?authority=T', second);
    expect(body.items.map((item) => item.code).sort()).toEqual(drawn.slice(1).sort());
    expect(body.coder).toBe(`person-${second.id}`);
    expect(Object.keys(body.items[0]!).sort()).toEqual(
      ['code', 'outcome', 'rationale', 'rationale_quality', 'received_on', 'text'].sort(),
    );
    expect(JSON.stringify(body)).not.toMatch(/P1|accepted|rejected|general/);
  });

  it('keeps second codes under a name that is none, and counts the agreement', async () => {
    // as the first, but for two of thirty-two; the quality always alike
    const codings = drawn.slice(2).map((contribution, i) => ({
      contribution,
      outcome: i < 2 ? 'partly' : FIRST[i % 2],
      rationale_quality: 'general',
    }));
    const { status, body } = await codeAgain(codings);
    expect([status, body.new, body.issues]).toEqual([200, 32, []]);
    const coders = await instance.foundation.dataSource.query('SELECT DISTINCT coder FROM coding');
    expect(coders).toEqual([{ coder: `person-${second.id}` }]);
    const { agreement, meta } = (await ask<CodingView>('K-1?authority=T')).body;
    expect(meta).toMatchObject({ decided: 34, coded_twice: 32 });
    // 30/32 alike; by chance 16/32 * 15/32 + 16/32 * 15/32 = 15/32: (30 - 15) / (32 - 15)
    expect(agreement.outcome).toMatchObject({ n: 32, reason: null });
    expect(agreement.outcome.kappa).toBeCloseTo(15 / 17, 12);
    expect(agreement.quality).toEqual({ n: 32, kappa: null, interval: null, reason: 'one_category' });
  });

  it('lets a second coder see their own codes and change them', async () => {
    const contribution = drawn[2]!;
    const { body } = await codeAgain([{ contribution, outcome: 'explained', rationale_quality: null }]);
    expect(body.changed).toBe(1);
    const { items } = (await ask<SecondCodingView>('K-1/second?authority=T', second)).body;
    expect(items.find((item) => item.code === contribution)).toMatchObject({
      outcome: 'explained',
      rationale_quality: null,
    });
  });

  it('takes no second codes under the name of somebody else, or of what one coded first, from records either', async () => {
    const coding = { consultation: 'K-1', contribution: drawn[1], outcome: 'accepted' };
    const tried = (by: SignedIn, coder: string) =>
      instance.app.inject({
        method: 'POST',
        url: '/api/v1/records/coding',
        query: { authority: 'T', reason: 'kodowanie' },
        headers: { ...by.headers },
        payload: [{ ...coding, coder }],
      });
    const foreign = await tried(first, `person-${second.id}`);
    expect([foreign.statusCode, foreign.json()]).toEqual([
      403,
      expect.objectContaining({ detail_en: expect.stringContaining('only they can code under it') }),
    ]);
    const own = await tried(first, `person-${first.id}`);
    expect([own.statusCode, own.json()]).toEqual([
      403,
      expect.objectContaining({ detail_en: expect.stringContaining('You are the first coder') }),
    ]);
    expect((await tried(second, `person-${second.id}`)).statusCode).toBe(201);
  });

  it.each([
    [[{ contribution: 'U-341', outcome: null, rationale_quality: null }], 403, 'is not drawn'],
    [[{ contribution: 'U-1', outcome: 'nic', rationale_quality: null }], 400, 'outcome must be one of'],
    [
      [{ contribution: 'U-1', coder: 'x', outcome: null, rationale_quality: null }],
      400,
      'coder should not exist',
    ],
    [[], 400, 'codings should not be empty'],
  ])('refuses %j', async (codings, status, why) => {
    const answer = await codeAgain(codings);
    expect([answer.status, answer.body.detail_en]).toEqual([status, expect.stringContaining(why)]);
  });
});

it('is for analysts, and for stewards of the unit', async () => {
  expect((await ask('K-1?authority=T', steward)).status).toBe(200);
  expect((await ask('K-4?authority=T', steward)).status).toBe(404);
  expect((await ask('K-4/second?authority=T', steward)).status).toBe(404);
  expect((await ask('K-9?authority=T')).body.detail_en).toBe('There is no consultation “K-9”');
  expect((await ask('K-1%00?authority=T')).status).toBe(404);
  const { status, body } = await codeAgain(
    [{ contribution: 'U-1', outcome: 'accepted', rationale_quality: null }],
    steward,
    'K-2',
  );
  expect([status, body.new]).toEqual([200, 1]);
  const machine = { headers: { authorization: `Bearer ${instance.foundation.lock.token}` } };
  expect((await ask('K-1/second?authority=T', machine)).body.detail_en).toContain('a person who signed in');
});
