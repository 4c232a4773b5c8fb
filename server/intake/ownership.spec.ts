import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { person, role, type SignedIn, tokenOf } from '../testing/people';
import type { ReceiptView } from '../publish/batch.view';
import type { Receipt } from './receipt';

let instance: Instance;
let stewardA: SignedIn;
let stewardB: SignedIn;
let analyst: SignedIn;
let everywhere: SignedIn;

beforeAll(async () => {
  instance = await startInstance(await freshDatabase());
  await instance.foundation.dataSource.query(
    `INSERT INTO authority (code, name_pl) VALUES ('T', 'Testowo'), ('U', 'Ustronie')`,
  );
  everywhere = await person(instance, [role('analyst')]);
  analyst = await person(instance, [role('analyst', { authority: 'T' })]);
  stewardA = await person(instance, [role('steward')]);
  stewardB = await person(instance, [role('steward', { unit: 'B' })]);
  await send(analyst, 'unit', 'code,name_pl\nA,Wydział A\nB,Wydział B\n');
});
afterAll(() => instance.stop());

/** Sends a file as a page does. */
async function send(
  by: Pick<SignedIn, 'headers'> | { headers: object },
  type: string,
  csv: string,
  more: Record<string, unknown> = {},
) {
  const fields = Object.fromEntries(
    csv
      .split('\n')[0]!
      .split(',')
      .map((name) => [name, { column: name }]),
  );
  const { dry_run, ...rest } = more;
  const mapping = { type, authority: 'T', fields, ...rest };
  const part = (head: string, body: string) =>
    `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const answer = await instance.app.inject({
    method: 'POST',
    url: '/api/v1/batches',
    headers: { ...by.headers, 'content-type': 'multipart/form-data; boundary=b' },
    payload: `${part('name="request"', JSON.stringify({ mapping, dry_run }))}${part('name="file"; filename="plik.csv"', csv)}--b--\r\n`,
  });
  return { status: answer.statusCode, body: answer.json<Receipt & { detail_en: string }>() };
}

const consultations = (...rows: string[]) => ['code,title_pl,unit,opens_on', ...rows, ''].join('\n');
const stored = async () =>
  (
    (await instance.foundation.dataSource.query('SELECT code, unit FROM consultation ORDER BY code')) as {
      code: string;
      unit: string;
    }[]
  ).map(({ code, unit }) => `${code} ${unit}`);

it('lets a steward bring in the records of their unit, and nothing of another', async () => {
  expect((await send(stewardA, 'consultation', consultations('A-1,Park,A,2025-01-10'))).status).toBe(201);
  expect((await send(stewardB, 'consultation', consultations('B-1,Most,B,2025-01-10'))).status).toBe(201);
  const mixed = await send(
    stewardA,
    'consultation',
    consultations('A-2,Plac,A,2025-02-10', 'B-2,Las,B,2025-02-10'),
  );
  expect([mixed.status, mixed.body.detail_en]).toEqual([
    403,
    'The record “B-2” belongs to the unit “B”; you may bring in records of: A',
  ]);
  expect(await stored()).toEqual(['A-1 A', 'B-1 B']);
});

it.each([
  ['takes a record from another unit', consultations('B-1,Most,A,2025-01-10')],
  ['changes a record of another unit', consultations('B-1,Inny most,B,2025-01-10')],
  ['gives a record of theirs away', consultations('A-1,Park,B,2025-01-10')],
  ['leaves the unit open', consultations('A-3,Park,,2025-01-10')],
])('refuses the file of a steward that %s', async (_name, csv) => {
  expect((await send(stewardA, 'consultation', csv)).status).toBe(403);
  expect((await send(stewardA, 'consultation', csv, { dry_run: true })).status).toBe(403);
  expect(await stored()).toEqual(['A-1 A', 'B-1 B']);
});

it.each([
  ['holds just what is stored', 'code,title_pl\nB-1,Most\n'],
  ['guesses what is stored', 'code,title_pl\nB-1,Las\n'],
  ['contradicts what is stored', 'code,closes_on\nB-1,2024-12-31\n'],
  ['names it in a row that is refused too', 'code,closes_on\nB-1,2024-12-31\nB-1,2024-12-30\n'],
])('tells a steward nothing of the record of another unit by a file that %s', async (_name, csv) => {
  for (const dry_run of [true, false]) {
    const { status, body } = await send(stewardA, 'consultation', csv, { dry_run });
    expect([status, body.detail_en]).toEqual([
      403,
      'The record “B-1” belongs to the unit “B”; you may bring in records of: A',
    ]);
    expect(JSON.stringify(body)).not.toContain('2025-01-10');
  }
});

it('lets an event go with its consultation', async () => {
  const events = (code: string, of: string) =>
    `code,consultation,kind,held_on\n${code},${of},letter,2025-01-15\n`;
  const mine = await send(stewardA, 'consultation_event', events('E-1', 'A-1'));
  expect([mine.status, mine.body.accepted]).toEqual([201, 1]);
  expect((await send(stewardA, 'consultation_event', events('E-2', 'B-1'))).status).toBe(403);
  expect((await send(stewardB, 'consultation_event', events('E-1', 'B-1'))).status).toBe(403);
});

it('keeps stewards from what belongs to the whole authority', async () => {
  expect((await send(stewardA, 'district', 'code,name_pl\nD1,Centrum\n')).status).toBe(403);
  const complete = await send(stewardA, 'consultation', consultations('A-1,Park,A,2025-01-10'), {
    register_complete: ['plan'],
  });
  expect(complete.status).toBe(403);
});

it('keeps everybody to their authority', async () => {
  const there = { authority: 'U' };
  const row = consultations('U-1,Park,A,2025-01-10');
  for (const who of [stewardA, analyst])
    expect((await send(who, 'consultation', row, there)).status).toBe(403);
  const { headers } = await tokenOf(instance, everywhere, { role: 'analyst', authority: 'T' });
  expect((await send({ headers }, 'unit', 'code,name_pl\nA,Wydział\n', there)).status).toBe(403);
  expect((await send(everywhere, 'unit', 'code,name_pl\nA,Wydział\n', there)).status).toBe(201);
});

it('lets only an analyst of all authorities bring in a new one', async () => {
  const fresh = { authority: 'NOWA' };
  expect((await send(analyst, 'unit', 'code,name_pl\nA,Wydział\n', fresh)).status).toBe(403);
  expect((await send(everywhere, 'unit', 'code,name_pl\nA,Wydział\n', fresh)).status).toBe(201);
});

describe('a batch asked for by its number', () => {
  let batch: number;
  beforeAll(async () => {
    const { body } = await send(
      stewardA,
      'consultation',
      consultations('A-9,Park,A,2025-01-10', 'A-8,Park,A,31.02.2025'),
    );
    batch = body.batch!;
  });
  const cells = async (headers: object) => {
    const answer = await instance.app.inject({ url: `/api/v1/batches/${batch}`, headers: { ...headers } });
    return answer.json<ReceiptView>().findings.map(({ value }) => value);
  };
  const revert = async ({ headers }: SignedIn) =>
    (await instance.app.inject({ method: 'POST', url: `/api/v1/batches/${batch}/revert`, headers }))
      .statusCode;

  it('shows its refused cells to who brought it in and to analysts, to nobody else', async () => {
    expect(await cells(stewardA.headers)).toEqual(['31.02.2025']);
    expect(await cells(analyst.headers)).toEqual(['31.02.2025']);
    for (const headers of [{}, stewardB.headers]) expect(await cells(headers)).toEqual([null]);
  });

  it('is undone by one of those only', async () => {
    expect(await revert(stewardB)).toBe(403);
    expect(await revert(await person(instance, [role('analyst', { authority: 'U' })]))).toBe(403);
    expect(await revert(stewardA)).toBe(200);
  });

  it('is not undone by who brought it in once the records are another unit’s', async () => {
    const moved = await person(instance, [role('steward', { unit: 'A' }), role('steward', { unit: 'B' })]);
    const { body } = await send(moved, 'consultation', consultations('B-7,Park,B,2025-01-10'));
    batch = body.batch!;
    await instance.foundation.dataSource.query(`DELETE FROM role_grant WHERE person_id = $1 AND unit = 'B'`, [
      moved.id,
    ]);
    expect(await revert(moved)).toBe(403);
    expect(await revert(analyst)).toBe(200);
  });

  it('of an analyst who became a steward is not undone by them where it speaks for the whole authority', async () => {
    const former = await person(instance, [role('analyst', { authority: 'T' })]);
    const days = consultations('A-6,Park,A,2025-01-10');
    const units = (await send(former, 'unit', 'code,name_pl\nD,Wydział D\n')).body.batch!;
    const whole = (await send(former, 'consultation', days, { register_complete: ['report'] })).body.batch!;
    await instance.foundation.dataSource.query(
      `UPDATE role_grant SET role = 'steward', unit = 'A' WHERE person_id = $1`,
      [former.id],
    );
    for (batch of [units, whole]) expect(await revert(former)).toBe(403);
  });
});
