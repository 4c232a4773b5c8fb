import { readdir } from 'node:fs/promises';
import { freshDatabase } from '../../testing/database';
import { type Instance, startInstance } from '../../testing/instance';
import { person, role, type SignedIn, tokenOf } from '../../testing/people';
import type { ReceiptView } from '../../publish/batch.view';
import { RECORD_TYPES } from '../../contracts/record-type';
import type { RecordListView, RecordView, SavedView } from '../record.view';
import { IdempotencyKeys, keyOf } from './idempotency-key';

let instance: Instance;
let analyst: SignedIn;
let steward: SignedIn;
let machine: { headers: Record<string, string> };

beforeAll(async () => {
  instance = await startInstance(await freshDatabase());
  await query(`INSERT INTO authority (code, name_pl) VALUES ('T', 'Testowo'), ('U', 'Ustronie')`);
  analyst = await person(instance, [role('analyst', { authority: 'T' })]);
  steward = await person(instance, [role('steward')]);
  machine = await tokenOf(instance, analyst, { role: 'analyst', authority: 'T' });
  await send('unit', [
    { code: 'A', name_pl: 'Wydział A' },
    { code: 'B', name_pl: 'Wydział B' },
  ]);
  await send('consultation', [
    {
      code: 'K-1',
      title_pl: 'Łąki nad Bystrzycą',
      unit: 'A',
      opens_on: '2025-03-01',
      forms: ['letter', 'walk'],
    },
    { code: 'K-2', title_pl: 'Rynek', unit: 'B', opens_on: '2025-04-01', forms: null },
  ]);
});
afterAll(() => instance.stop());

const query = <T = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> =>
  instance.foundation.dataSource.query(sql, values);

interface Sending {
  by?: { headers: object };
  params?: Record<string, string>;
  headers?: Record<string, string>;
  type?: string;
}

/** Sends records as a program does: a text as it stands, anything else as JSON. */
async function send(name: string, body: unknown, { by = machine, params, headers, type }: Sending = {}) {
  const answer = await instance.app.inject({
    method: 'POST',
    url: `/api/v1/records/${name}`,
    query: { authority: 'T', ...params },
    headers: { 'content-type': type ?? 'application/json', ...by.headers, ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: answer.json<SavedView & { detail: string; detail_en: string }>(),
  };
}

async function ask<T>(path: string, by: { headers: object } = machine) {
  const answer = await instance.app.inject({ url: `/api/v1/records/${path}`, headers: { ...by.headers } });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: answer.json<T & { detail_en: string }>(),
  };
}

const batches = async () => (await query<{ n: number }>('SELECT count(*)::int AS n FROM batch'))[0]!.n;

describe('sending records', () => {
  it('takes an object, an array and lines in as a file is taken in', async () => {
    const one = await send(
      'consultation',
      '{\n "code": "S-1",\n "title_pl": "Skwer",\n "opens_on": "2025-05-01"\n}',
    );
    expect(one).toMatchObject({ status: 201, body: { rows: 1, new: 1, authority: 'T', warnings: [] } });
    const lines = '{"code": "S-1", "opens_on": "2025-05-02"}\n{"code": "S-2", "opens_on": "jutro"}\n';
    const more = await send('consultation', lines, { type: 'application/x-ndjson; charset=utf-8' });
    expect(more.body).toMatchObject({ rows: 2, changed: 1, rejected: 1 });
    expect(more.body.issues).toMatchObject([
      { line: 2, column: 'opens_on', rule: 'not_a_date', record: 'S-2' },
    ]);
    const { body } = await ask<RecordView>('consultation?authority=T&code=S-1');
    // what was not sent stays as it was
    expect(body.fields).toMatchObject({ title_pl: 'Skwer', opens_on: '2025-05-02', forms: null });
    expect(body.earlier).toMatchObject([{ revision: 1, batch: one.body.batch, ended_by: more.body.batch }]);
    expect(body).toMatchObject({ batch: more.body.batch, file: 'consultation.json', line: 1, revision: 2 });
  });

  it('clears a field that is null and keeps its history', async () => {
    await send('consultation', { code: 'S-3', title_pl: 'Plac', topics: ['zieleń', 'ruch'] });
    const { body } = await send('consultation', { code: 'S-3', title_pl: null, topics: [] });
    expect(body).toMatchObject({ changed: 1, warnings: [{ rule: 'blank_title' }] });
    const { fields } = (await ask<RecordView>('consultation?authority=T&code=S-3')).body;
    expect([fields['title_pl'], fields['topics']]).toEqual([null, null]);
    const [{ record }] = (await query(`SELECT record FROM history WHERE ended_by_batch = $1`, [
      body.batch,
    ])) as [{ record: Record<string, unknown> }];
    expect([record['title_pl'], record['topics']]).toEqual(['Plac', ['zieleń', 'ruch']]);
  });

  it('asks what an absent field means where another object has it', async () => {
    const { status, body } = await send('consultation', [{ code: 'X', title_pl: 'X' }, { code: 'Y' }]);
    expect(status).toBe(422);
    expect(body.detail_en).toContain(
      'lacks the field “title_pl” that the first one has; give it (null clears)',
    );
  });

  it('reads a list where the field is one and refuses it elsewhere', async () => {
    const { fields } = (await ask<RecordView>('consultation?authority=T&code=K-1')).body;
    expect(fields['forms']).toEqual(['letter', 'walk']);
    const { body } = await send('consultation', {
      code: 'K-9',
      title_pl: ['a', 'b'],
      forms: ['letter', 'nic'],
    });
    expect(body.batch).toBeNull();
    expect(body.issues).toMatchObject([
      { column: 'forms', rule: 'unknown_code', value: 'letter, nic' },
      { column: 'title_pl', rule: 'control_character', value: 'a, b' },
    ]);
  });

  it('says what would happen and writes nothing on a dry run', async () => {
    const before = await batches();
    const { status, body } = await send('unit', { code: 'C', name_pl: 'C' }, { params: { dry_run: 'true' } });
    expect([status, body.new, body.batch]).toEqual([200, 1, null]);
    expect(await batches()).toBe(before);
  });

  it.each([
    ['nosuch', '{}', {}, 404, 'There is no record type “nosuch”; there are: unit, district'],
    ['unit', 'code=1', { type: 'application/x-www-form-urlencoded' }, 415, 'allowed: application/json'],
    ['unit', '{"code"', {}, 422, 'Not valid JSON'],
    ['unit', '{"code": {"a": 1}, "name_pl": "x"}', {}, 422, 'is not flat'],
    ['unit', '', {}, 422, 'The file is empty'],
    [
      'unit',
      '{"code": "Z", "name_pl": "Z"}',
      { params: { reason: 'x'.repeat(501) } },
      422,
      'has 501 characters',
    ],
    ['unit', '{"code": "Z", "name_pl": "Z"}', { params: { reason: 'od jan@x.pl' } }, 422, '“od [e-mail]”'],
    ['unit', '{"code": "Z", "name_pl": "Z"}', { params: { dry_run: 'maybe' } }, 400, 'dry_run'],
    [
      'unit',
      '{"code": "Z", "name_pl": "Z"}',
      { headers: { 'idempotency-key': 'short' } },
      400,
      '8–200 printable',
    ],
    ['unit', '{"code": "Z", "name_pl": "Z"}', { params: { authority: 'U' } }, 403, 'authority “U”'],
  ])('refuses %s %s %j', async (name, body, more: Sending, status, why) => {
    const answer = await send(name, body, more);
    expect(answer.status).toBe(status);
    expect(answer.body.detail_en).toContain(why);
  });

  it('refuses a body that is too large, whether it says so or not, and leaves no file behind', async () => {
    const said = await send('unit', '{}', { headers: { 'content-length': String((64 << 20) + 1) } });
    expect(said.status).toBe(413);
    const grown = await send('unit', `{"code": "${'x'.repeat(64 << 20)}"}`);
    expect([grown.status, grown.body.detail_en]).toEqual([413, expect.stringContaining('larger than 64 MB')]);
    expect(await readdir(instance.foundation.home.work)).toEqual([]);
  });

  it('wants a reason for a correction by a person and keeps it with the batch', async () => {
    const change = { code: 'K-2', title_pl: 'Rynek Główny' };
    const uploads = await readdir(instance.foundation.home.uploads);
    const refused = await send('consultation', change, { by: analyst });
    expect([refused.status, refused.body.detail_en]).toEqual([
      422,
      expect.stringContaining('needs a reason'),
    ]);
    expect(await readdir(instance.foundation.home.uploads)).toEqual(uploads);
    const { body } = await send('consultation', change, { by: analyst, params: { reason: ' literówka ' } });
    expect(body).toMatchObject({ changed: 1 });
    expect((await instance.get<ReceiptView>(`/api/v1/batches/${body.batch}`)).reason).toBe('literówka');
    const { earlier } = (await ask<RecordView>('consultation?authority=T&code=K-2')).body;
    expect(earlier).toMatchObject([{ reason: 'literówka' }]);
  });

  it('refuses a correction of what somebody else has corrected meanwhile, or undone', async () => {
    await send('consultation', { code: 'K-7', title_pl: 'Skwer' });
    const correct = (title_pl: string, revision: string) =>
      send('consultation', { code: 'K-7', title_pl }, { params: { reason: 'literówka', revision } });
    expect(await correct('Skwer Solny', '1')).toMatchObject({ status: 201, body: { changed: 1 } });
    const late = await correct('Skwer Solidarności', '1');
    expect([late.status, late.body.detail_en]).toEqual([409, expect.stringContaining('(version 2, not 1)')]);
    expect(await correct('Skwer Solidarności', 'x')).toMatchObject({ status: 400 });
    const { fields, revision } = (await ask<RecordView>('consultation?authority=T&code=K-7')).body;
    expect([fields['title_pl'], revision]).toEqual(['Skwer Solny', 2]);
    await query(`DELETE FROM consultation WHERE code = 'K-7'`);
    const undone = await correct('Skwer Solidarności', '2');
    expect([undone.status, undone.body.detail_en]).toEqual([409, expect.stringContaining('no longer there')]);
    expect(await query(`SELECT 1 FROM consultation WHERE code = 'K-7'`)).toEqual([]);
  });

  it('takes one record of every type in, named by its fields', async () => {
    for (const { name, fields } of RECORD_TYPES) {
      const empty = Object.fromEntries(fields.map((field) => [field.name, null]));
      const { status, body } = await send(name, empty, { params: { dry_run: 'true' } });
      expect([name, status, body.rejected]).toEqual([name, 200, 1]);
      // nothing is taken for a column of personal data by its name
      expect([name, body.dropped_columns]).toEqual([name, []]);
    }
  });
});

describe('a key', () => {
  const given = (key: string, by: { headers: object } = machine): Sending => ({
    by,
    headers: { 'idempotency-key': key },
  });

  it('is answered and not done again', async () => {
    const first = await send('unit', { code: 'D', name_pl: 'D' }, given('"unit-d-1"'));
    expect([first.status, first.headers['idempotency-replayed']]).toEqual([201, undefined]);
    const before = await batches();
    const again = await send('unit', { code: 'D', name_pl: 'D' }, given('unit-d-1'));
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([201, 'true']);
    expect(again.body).toEqual(first.body);
    expect(await batches()).toBe(before);
  });

  it('belongs to one call of one caller', async () => {
    const unit = { code: 'E', name_pl: 'E' };
    await send('unit', unit, given('unit-e-1'));
    const other = await send('unit', { ...unit, name_pl: 'F' }, given('unit-e-1'));
    expect([other.status, other.body.detail_en]).toEqual([
      422,
      expect.stringContaining('used for another call'),
    ]);
    const dry = await send('unit', unit, { ...given('unit-e-1'), params: { dry_run: 'true' } });
    expect(dry.status).toBe(422);
    const somebodyElse = await send('unit', unit, given('unit-e-1', analyst));
    expect([somebodyElse.status, somebodyElse.body.unchanged]).toEqual([200, 1]);
  });

  it('is free again after a refusal: nothing was written', async () => {
    expect((await send('unit', '{"code"', given('unit-g-1'))).status).toBe(422);
    expect((await send('unit', { code: 'G', name_pl: 'G' }, given('unit-g-1'))).status).toBe(201);
  });

  it('is carried out once where many calls come at the same instant', async () => {
    const before = await batches();
    const calls = Array.from({ length: 8 }, () =>
      send('unit', { code: 'H', name_pl: 'H' }, given('unit-h-1')),
    );
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    expect(statuses).toContain(201);
    expect(statuses.every((status) => [201, 409].includes(status))).toBe(true);
    expect(await batches()).toBe(before + 1);
  });

  it('of a call that runs is refused, of one that was killed is taken over', async () => {
    const unit = { code: 'I', name_pl: 'I' };
    await send('unit', unit, given('unit-i-1'));
    const running = (until: string) =>
      query(
        `UPDATE idempotency_key SET status = NULL, answer = NULL, held_until = now() + interval '${until}' WHERE key = 'unit-i-1'`,
      );
    await running('20 seconds');
    const refused = await send('unit', unit, given('unit-i-1'));
    expect([refused.status, refused.body.detail_en]).toEqual([409, expect.stringContaining('still running')]);
    await running('-1 second');
    expect((await send('unit', unit, given('unit-i-1'))).body).toMatchObject({ unchanged: 1, batch: null });
  });

  it('of a call that was taken over writes nothing', async () => {
    const keys = instance.app.get(IdempotencyKeys, { strict: false });
    const call = { caller: 'token 1', key: 'taken-over', asked: 'x' };
    const hold = await keys.claim(call);
    await query(
      `UPDATE idempotency_key SET held_until = now() - interval '1 second' WHERE key = 'taken-over'`,
    );
    const next = await keys.claim(call);
    if ('answer' in hold || 'answer' in next) throw new Error('nothing was answered yet');
    const kept = { status: 200, answer: '{}' };
    await expect(hold.keep(instance.foundation.dataSource, kept)).rejects.toThrow(
      'took this Idempotency-Key over',
    );
    await next.keep(instance.foundation.dataSource, kept);
    await Promise.all([hold.release(), next.release()]);
    expect(await keys.claim(call)).toEqual(kept);
  });

  it('is forgotten after a day', async () => {
    await send('unit', { code: 'J', name_pl: 'J' }, given('unit-j-1'));
    await query(`UPDATE idempotency_key SET created_at = now() - interval '25 hours' WHERE key = 'unit-j-1'`);
    const again = await send('unit', { code: 'J', name_pl: 'J' }, given('unit-j-1'));
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([200, undefined]);
  });

  it.each([
    ['"a \\"b\\" \\\\c"', 'a "b" \\c'],
    ['8e03978e-40d5-43dd-bc93-6894a57f9324', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
  ])('reads %s', (header, key) => expect(keyOf(header)).toBe(key));

  it.each(['short', 'ż'.repeat(9), 'x'.repeat(201), '"tiny"'])('refuses %s', (header) =>
    expect(() => keyOf(header)).toThrow('8–200'),
  );
});

describe('reading records', () => {
  beforeAll(async () => {
    const { body } = await send('contribution', [
      { code: 'U-1', consultation: 'K-1', text: 'Więcej drzew', person: 'anna@x.pl', topic: 'zieleń' },
      { code: 'U-1', consultation: 'K-2', text: 'Mniej aut', person: null, topic: 'ruch' },
    ]);
    expect([body.issues, body.new]).toEqual([[], 2]);
  });

  it('gives texts that nobody else sees, and never a key of a person', async () => {
    const { body, headers } = await ask<RecordView>('contribution?authority=T&code=U-1&consultation=K-1');
    expect(headers['cache-control']).toBe('no-store');
    expect(body.fields['text']).toBe('Więcej drzew');
    expect(body.keyed).toEqual(['person']);
    expect(JSON.stringify(body)).not.toMatch(/[0-9a-f]{64}|anna/);
  });

  it('leaves the key of a person as it is where another field is corrected', async () => {
    const key = () => query(`SELECT person FROM contribution WHERE consultation = 'K-1'`);
    const [before] = await key();
    await send('contribution', { code: 'U-1', consultation: 'K-1', topic: 'drzewa' });
    expect(await key()).toEqual([before]);
    await send('contribution', { code: 'U-1', consultation: 'K-1', person: null });
    expect(await key()).toEqual([{ person: null }]);
  });

  it('finds records by code and name, whatever marks their letters have', async () => {
    const { body } = await ask<RecordListView>('consultation/list?authority=T&search=LAKI');
    expect(body.items).toEqual([{ identity: { code: 'K-1' }, label: 'Łąki nad Bystrzycą' }]);
    expect(body.meta.total).toBe(1);
    const all = (await ask<RecordListView>('unit/list?authority=T')).body;
    expect(all.items).toHaveLength(all.meta.total);
    expect(all.links.next).toBeNull();
  });

  it('gives a list of every type, and a record by a day', async () => {
    for (const { name } of RECORD_TYPES)
      expect([name, (await ask(`${name}/list?authority=T`)).status]).toEqual([name, 200]);
    const row = { scope: 'residents', dimension: 'district', category: 'f', as_of: '2024-12-31', count: 7 };
    expect((await send('reference_distribution', row)).body.issues).toEqual([]);
    const path = 'reference_distribution?authority=T&scope=residents&dimension=district&category=f&as_of=';
    expect((await ask<RecordView>(`${path}2024-12-31`)).body.fields).toMatchObject({ count: 7 });
    expect((await ask(`${path}wczoraj`)).status).toBe(400);
  });

  it.each([
    ['consultation?authority=T', 400, '“code”: give each of these and no other: authority, code'],
    ['consultation?authority=T&code=K-1&x=1', 400, 'Parameter “x”'],
    ['consultation?authority=T&code=NIC', 404, 'There is no record “NIC” (consultations)'],
    ['consultation?authority=NIC&code=K-1', 404, 'There is no authority “NIC”'],
    ['consultation?authority=T%00&code=K-1', 404, 'There is no authority'],
    ['consultation?authority=U&code=K-1', 403, 'does not allow reading'],
  ])('answers %s with %d', async (path, status, why) => {
    const answer = await ask(path);
    expect([answer.status, answer.body.detail_en]).toEqual([status, expect.stringContaining(why)]);
  });

  it('shows a steward the records of their unit and what those may refer to', async () => {
    const status = async (path: string) => (await ask(path, steward)).status;
    expect(await status('consultation?authority=T&code=K-1')).toBe(200);
    expect(await status('consultation?authority=T&code=K-2')).toBe(404);
    expect(await status('contribution?authority=T&code=U-1&consultation=K-2')).toBe(404);
    expect(await status('unit?authority=T&code=A')).toBe(403);
    expect(await status('unit/list?authority=T')).toBe(200);
    expect(await status('note/list?authority=T')).toBe(403);
    const { body } = await ask<RecordListView>('contribution/list?authority=T', steward);
    expect(body.items.map(({ identity }) => identity['consultation'])).toEqual(['K-1']);
    const coding = { contribution: 'U-1', coder: 'ktoś', outcome: 'accepted' };
    expect((await send('coding', { ...coding, consultation: 'K-1' }, { by: steward })).status).toBe(201);
    expect((await send('coding', { ...coding, consultation: 'K-2' }, { by: steward })).status).toBe(403);
  });
});
