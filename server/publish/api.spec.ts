import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { seed } from '../seed';
import type { AuthorityListView } from './authority.view';
import type { BatchListView, ReceiptView } from './batch.view';
import type { ConsultationCard } from './card.view';
import type { ConsultationListView } from './consultation.view';

let folder: string;
let instance: Instance;
let batch: number;

const ROWS = [
  'code;title_pl;matter_type;forms;topics;announced_on;opens_on;closes_on;remarks_until;report_published_on;reported_contributions;e-mail',
  'S-1;Strategia rozwoju;strategy;letter,workshop;rozwój;2024-03-01;2024-03-01;2024-04-05;;2024-05-05;0;jan@example.org',
  'S-2;Strategia Łodzi;strategy;letter;rozwój,kultura;2024-03-01;2024-03-01;2024-04-04;;;12;',
  'R-1;Rewitalizacja;revitalisation;walk;;;2023-09-01;2023-10-03;;;;',
  'R-2;Rewitalizacja druga;revitalisation;;;;2023-10-01;2023-11-02;;;;',
  'X-1;Bez dat;other;;;;;;;;;',
  'X-2;Plan na przyszłość;other;;;;2049-01-01;2049-02-01;;;;',
  'X-3;Zła data;other;;;;2024-13-01;;;;;tajne',
  'OR.152.1.2025;Bez końca;other;;;;2012-03-01;;;;;',
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-api-'));
  instance = await startInstance(await freshDatabase());
  await seed(instance.foundation.dataSource, instance.intake, false);
  const path = join(folder, 'rejestr.csv');
  await writeFile(path, `${ROWS.join('\n')}\n`);
  const fields = Object.fromEntries(
    ROWS[0]!
      .split(';')
      .slice(0, -1)
      .map((name) => [name, ['forms', 'topics'].includes(name) ? { column: name, split: ',' } : name]),
  );
  const receipt = await instance.import(path, {
    mapping: {
      type: 'consultation',
      authority: 'T',
      authority_name: { pl: 'Testowo', en: null },
      register_complete: ['decision'],
      fields,
    },
  });
  batch = receipt.batch!;
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

const list = (query: string) => instance.get<ConsultationListView>(`/api/v1/consultations?${query}`);
const codes = async (query: string) => (await list(query)).items.map(({ code }) => code);
const card = (code: string) => instance.get<ConsultationCard>(`/api/v1/consultations/${code}`);
const status = async (url: string, method: 'GET' | 'POST' = 'GET') =>
  (await instance.app.inject({ url, method })).statusCode;

describe('the list', () => {
  it('orders by the last day, what has no day last', async () => {
    expect(await codes('')).toEqual(['X-2', 'S-1', 'S-2', 'R-2', 'R-1', 'OR.152.1.2025', 'X-1']);
    expect(await codes('sort=last_day')).toEqual(['OR.152.1.2025', 'R-1', 'R-2', 'S-2', 'S-1', 'X-2', 'X-1']);
    expect(await codes('sort=title')).toEqual(['X-1', 'OR.152.1.2025', 'X-2', 'R-1', 'R-2', 'S-2', 'S-1']);
    expect(await codes('sort=-reported_contributions')).toEqual([
      'S-2',
      'S-1',
      'OR.152.1.2025',
      'R-1',
      'R-2',
      'X-1',
      'X-2',
    ]);
  });

  it('joins values of one filter by or, filters by and', async () => {
    expect(await codes('matter_type=strategy&matter_type=revitalisation&form=walk&form=workshop')).toEqual([
      'S-1',
      'R-1',
    ]);
    expect(await codes('year=2024&topic=kultura')).toEqual(['S-2']);
    expect(await codes('status=planned')).toEqual(['X-2']);
    expect(await codes('search=lodz')).toEqual(['S-2']);
    expect(await codes('search=lodz&year=2023')).toEqual([]);
  });

  it('counts each facet with the other filters applied', async () => {
    const { meta } = await list('matter_type=strategy&form=letter');
    expect([meta.total, meta.all]).toEqual([2, 7]);
    expect(meta.facets.form).toEqual([
      { value: 'letter', count: 2 },
      { value: 'workshop', count: 1 },
    ]);
    expect(meta.facets.matter_type).toEqual([{ value: 'strategy', count: 2 }]);
    expect(meta.facets.year).toEqual([{ value: '2024', count: 2 }]);
  });

  it('leads through all pages by cursor, each record once', async () => {
    const seen: string[] = [];
    let next: string | null = '/api/v1/consultations?limit=2';
    while (next) {
      const page: ConsultationListView = await instance.get(next);
      seen.push(...page.items.map(({ code }) => code));
      next = page.links.next;
    }
    expect(seen).toEqual(['X-2', 'S-1', 'S-2', 'R-2', 'R-1', 'OR.152.1.2025', 'X-1']);
  });

  it('refuses what it does not know', async () => {
    expect(await status('/api/v1/consultations?colour=red')).toBe(400);
    expect(await status('/api/v1/consultations?limit=0')).toBe(400);
    expect(await status('/api/v1/consultations?sort=random()')).toBe(400);
    expect(await status('/api/v1/consultations?cursor=xyz')).toBe(422);
    expect(await status('/api/v1/consultations?authority=NOWHERE')).toBe(404);
    for (const name of ['authority', 'search', 'status', 'topic', 'year'])
      expect(await status(`/api/v1/consultations?${name}=%00`)).toBe(400);
    expect(await status('/api/v1/consultations/%00')).toBe(404);
    for (const id of ['0x1', '1e0', '0', '99999999999', '-1'])
      expect(await status(`/api/v1/batches/${id}`)).toBe(404);
  });
});

describe('the card', () => {
  it('holds the days against the law in force on them', async () => {
    // 35 days from 1 March, that day not counted: 5 April is right, 4 April is a day short
    expect((await card('S-1')).legal).toMatchObject({
      min_days: 35,
      may_close_on: '2024-04-05',
      kept: true,
      report_due_on: '2024-05-05',
    });
    expect((await card('S-2')).legal).toMatchObject({ kept: false });
    // the same window of 32 days under the law before and after 24 September 2023 (method section 7, blunder 29)
    expect((await card('R-1')).legal).toMatchObject({ min_days: 30, kept: true });
    expect((await card('R-2')).legal).toMatchObject({ min_days: 35, kept: false });
    expect((await card('X-1')).legal).toBeNull();
  });

  it('tells "did not happen" from "not recorded"', async () => {
    const { states } = await card('S-2');
    expect(states).toEqual({
      plan: 'not_recorded',
      report: 'not_recorded',
      decision: 'not_happened',
      decision_publication: 'not_happened',
    });
    expect((await card('S-1')).states.report).toBe('happened');
    expect((await card('X-1')).states.decision).toBe('not_recorded'); // no day, so no year whose register is complete
  });

  it('never turns what is not recorded into a number', async () => {
    const zero = await card('S-1');
    expect(zero.facts['reported_contributions']).toBe(0);
    const none = await card('R-1');
    expect(none.facts['reported_contributions']).toBeNull();
    expect(none.not_recorded).toContain('reported_contributions');
    expect([none.status, (await card('X-1')).status, none.days_open]).toEqual(['closed', null, 33]);
  });

  it('does not call open what opened years ago and has no recorded end', async () => {
    expect((await card('OR.152.1.2025')).status).toBeNull();
  });

  it('names the file, the line and the batch', async () => {
    expect((await card('R-1')).provenance).toMatchObject([
      { file: 'rejestr.csv', line: 4, batch, revision: 1, current: true },
    ]);
  });

  it('is missing with a sentence in both languages', async () => {
    const answer = await instance.app.inject({ url: '/api/v1/consultations/NOPE' });
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.json()).toMatchObject({
      status: 404,
      detail: 'Nie ma konsultacji „NOPE” w T',
      detail_en: 'No consultation has the code “NOPE” in T',
    });
  });
});

describe('receipts', () => {
  const url = () => `/api/v1/batches/${batch}`;

  it('show everyone what was found and where, and the cells to the holder only', async () => {
    const open = await instance.get<ReceiptView>(url());
    expect(open.findings).toMatchObject([
      { line: 1, column: 'e-mail', rule: 'personal_column', value: 'email', record: null },
      { line: 8, column: 'opens_on', rule: 'impossible_date', value: null, record: null },
    ]);
    expect(open.findings_total).toBe(2);
    expect(JSON.stringify(open)).not.toContain('2024-13-01');
    const token = `Bearer ${instance.foundation.lock.token}`;
    const whole = (
      await instance.app.inject({ url: url(), headers: { authorization: token } })
    ).json<ReceiptView>();
    expect(whole.findings[1]).toMatchObject({ value: '2024-13-01', record: 'X-3' });
  });

  it('are counted in the list of batches', async () => {
    const { items } = await instance.get<BatchListView>('/api/v1/batches?authority=T');
    expect(items).toMatchObject([{ id: batch, rows: 8, accepted: 7, rejected: 1, state: 'in_force' }]);
  });

  it('name a column that was not mapped and hold none of its cells', async () => {
    expect((await instance.get<ReceiptView>(url())).dropped_columns).toEqual(['e-mail']);
    const dump = await instance.foundation.dataSource.query(
      'SELECT to_jsonb(c)::text AS all FROM consultation c UNION ALL SELECT to_jsonb(f)::text FROM finding f',
    );
    expect(JSON.stringify(dump)).not.toMatch(/jan@example|tajne/);
  });
});

it('lists authorities that have consultations, not the state whose law is on record', async () => {
  const { items } = await instance.get<AuthorityListView>('/api/v1/authorities');
  expect(items).toMatchObject([
    {
      code: 'T',
      name: { pl: 'Testowo', en: null },
      demonstration: false,
      consultations: 7,
      default: true,
      first_year: 2012,
      last_year: 2049,
    },
  ]);
});

it('answers 304 to whoever has the bytes already, and new bytes after a change', async () => {
  const url = '/api/v1/authorities';
  const first = await instance.app.inject({ url });
  const etag = String(first.headers['etag']);
  expect((await instance.app.inject({ url, headers: { 'if-none-match': etag } })).statusCode).toBe(304);
  await instance.foundation.dataSource.query(`UPDATE authority SET name_en = 'Testing' WHERE code = 'T'`);
  const second = await instance.app.inject({ url, headers: { 'if-none-match': etag } });
  expect([second.statusCode, second.headers['etag'] === etag]).toEqual([200, false]);
});

describe('doors', () => {
  it.each(['/api/v1/batches', '/api/v1/batches/1/revert'])(
    'POST %s is closed without the token of the home',
    async (url) => {
      expect(await status(url, 'POST')).toBe(401);
      const wrong = await instance.app.inject({
        url,
        method: 'POST',
        headers: { authorization: `Bearer ${'x'.repeat(43)}` },
      });
      expect(wrong.statusCode).toBe(401);
    },
  );

  it('opens them to the holder, and says what is wrong with what was sent', async () => {
    const authorization = `Bearer ${instance.foundation.lock.token}`;
    const answer = await instance.app.inject({
      url: '/api/v1/batches',
      method: 'POST',
      headers: { authorization },
    });
    expect([answer.statusCode, answer.json<{ detail_en: string }>().detail_en]).toEqual([
      400,
      expect.stringContaining('multipart/form-data'),
    ]);
  });

  it.each(['garbage', '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc'])(
    'refuses the body %j with a sentence',
    async (payload) => {
      const answer = await instance.app.inject({
        url: '/api/v1/batches',
        method: 'POST',
        headers: {
          authorization: `Bearer ${instance.foundation.lock.token}`,
          'content-type': 'multipart/form-data; boundary=x',
        },
        payload,
      });
      expect([answer.statusCode, answer.json<{ detail_en: string }>().detail_en]).toEqual([
        400,
        expect.stringContaining('cannot be read as multipart/form-data'),
      ]);
    },
  );

  it('answers an address that cannot be decoded with a problem document', async () => {
    const answer = await instance.app.inject({ url: '/api/v1/%zz' });
    expect([
      answer.statusCode,
      answer.headers['content-type'],
      answer.json<{ title: string }>().title,
    ]).toEqual([400, 'application/problem+json; charset=utf-8', 'Bad request']);
  });

  it('lets no question keep the database for longer than it should', async () => {
    const [{ statement_timeout: longest }] =
      await instance.foundation.dataSource.query('SHOW statement_timeout');
    expect(longest).toBe('15s');
  });

  it('answers for its health', async () => {
    expect([await status('/api/v1/health/live'), await status('/api/v1/health/ready')]).toEqual([200, 200]);
  });

  it('sends no header that breaks a plain-HTTP intranet and none that lets strangers in', async () => {
    const { headers } = await instance.app.inject({ url: '/api/v1/health/live' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain(`default-src 'self'`);
    expect(policy).not.toMatch(/unsafe|upgrade-insecure|https?:/);
    expect(headers['strict-transport-security']).toBeUndefined();
  });
});
