import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { SERVICE } from '../access/caller';
import { INDICATORS, ofLevel } from '../indicators/catalogue';
import { DIAGNOSTICS } from '../indicators/diagnostics';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { ScoresService } from '../scores/scores.service';
import type { ConsultationListView } from './consultation.view';
import type { DatasetListView } from './dataset.view';
import type { IndicatorListView, IndicatorPageView } from './indicator.view';
import type { OverviewView } from './overview.view';
import type { ScoreView } from './score.view';

/** Values of a consultation: its indicators, and what is told beside. */
const VALUES = ofLevel('consultation').length + DIAGNOSTICS.length;

let folder: string;
let instance: Instance;

const EIGHT = ['subject', 'purpose', 'period', 'forms', 'unit', 'materials', 'open_to_change', 'next_steps'];
const ACCESS = ['plain_language', 'documents', 'offline', 'hours', 'place', 'hearing', 'care', 'print'];
const CHECKS = [
  ...EIGHT.map((name) => `announcement_${name}`),
  ...ACCESS.map((name) => `accessibility_${name}`),
];
const HEADER = [
  'code',
  'title_pl',
  'unit_name',
  'announced_on',
  'opens_on',
  'closes_on',
  'announced_closes_on',
  'plan_listed_on',
  'stage_at_launch',
  'report_published_on',
  'decision_on',
  'unit_named',
  'coordinator_named',
  'political_owner_named',
  'council_due',
  ...CHECKS,
];
const row = (code: string, title: string, closes = '2025-03-21', decision = '2025-06-01') =>
  [
    code,
    title,
    'Wydział; A',
    '2025-02-22',
    '2025-03-01',
    closes,
    '2025-03-21',
    '2025-01-05',
    'draft',
    '2025-05-20',
    decision,
    'yes',
    'no',
    'yes',
    'no',
    ...EIGHT.map((_, i) => (i < 5 ? 'met' : 'not_met')),
    ...ACCESS.map((_, i) => (i < 4 ? 'met' : 'not_met')),
  ]
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(',');
const TITLES = ['=1+2', 'Park „Ludowy”\nnad rzeką', 'Rynek'];

async function bring(name: string, type: string, header: string[], rows: string[]): Promise<number> {
  const path = join(folder, name);
  await writeFile(path, `${[header.join(','), ...rows].join('\n')}\n`);
  const fields = Object.fromEntries(header.map((column) => [column, column]));
  const { batch } = await instance.import(path, {
    mapping: { type, authority: 'T', authority_name: { pl: 'Testowo', en: 'Testville' }, fields },
  });
  return batch!;
}

/** Sixteen enrolled of whom twelve finished, each with half of what was lacking learned, and 24 hours of advice. */
async function bringTrainings(): Promise<void> {
  const learners = Array.from({ length: 16 }, (_, i) => `P${i}`);
  const came = learners
    .slice(0, 12)
    .flatMap((one) => ['8,M1', '12,M2', '12,M3'].map((cell) => `${one},${cell}`));
  const sessions = ['M1', 'M2', 'M3'].map((module) => `${module},E,${module},2025-01-20,12`);
  const tests = learners.flatMap((one) => [`${one},pre,20,40`, `${one},post,30,40`]);
  await bring(
    'edycje.csv',
    'training_edition',
    ['code', 'starts_on', 'ends_on'],
    ['E,2025-01-07,2025-02-20'],
  );
  await bring('zajecia.csv', 'training_session', ['code', 'edition', 'module', 'held_on', 'hours'], sessions);
  await bring(
    'udzialy.csv',
    'enrolment',
    ['code', 'edition', 'chosen_module'],
    learners.map((one) => `${one},E,M3`),
  );
  await bring('obecnosc.csv', 'attendance', ['enrolment', 'hours', 'session'], came);
  await bring('testy.csv', 'training_test', ['enrolment', 'phase', 'score', 'most'], tests);
  const advice = ['code', 'edition', 'kind', 'held_on', 'service_hours'];
  await bring('doradztwo.csv', 'advice_session', advice, ['D1,E,individual,2025-03-03,24']);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-scores-'));
  instance = await startInstance(await freshDatabase());
  await bring('rejestr.csv', 'consultation', HEADER, [
    ...TITLES.map((title, i) => row(`K${i}`, title)),
    row('EARLY', 'Wcześnie', '2025-03-21', '2025-03-10'),
    row('NEXT', 'Później', '2025-04-21'),
    // no council is due: else one of whose opinion nothing is known would leave D5 without a score
    `"BARE","Nic",,,"2025-03-01","2025-03-20"${','.repeat(9)}"no"${','.repeat(HEADER.length - 15)}`,
    '"OPEN","Trwa",,,"2025-03-01","2049-03-20"' + ','.repeat(HEADER.length - 6),
  ]);
  await bring(
    'wydarzenia.csv',
    'consultation_event',
    ['code', 'consultation', 'kind', 'planned_on', 'held_on'],
    ['K0', 'K1', 'K2', 'EARLY', 'NEXT'].flatMap((code) => [
      `${code}-1,${code},letter,,2025-03-01`,
      `${code}-2,${code},walk,2025-03-10,2025-03-10`,
    ]),
  );
  await bring('komorki.csv', 'unit', ['code', 'name_pl'], ['U,Komórka właściwa']);
  await bring(
    'uwagi.csv',
    'contribution',
    'code,consultation,author_kind,outcome,rationale_quality,decided_on,published_on,competent_unit,signed_unit'.split(
      ',',
    ),
    ['K0', 'K1', 'K2', 'EARLY', 'NEXT'].flatMap((code) =>
      Array.from({ length: 10 }, (_, i) => `U${i},${code},${ANSWER}`),
    ),
  );
  for (const code of ['K0', 'K1', 'K2', 'EARLY']) await survey(code);
  await bringTrainings();
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What ten people said of a consultation: 4 of 5 to everything. */
async function survey(consultation: string): Promise<void> {
  const columns = { F: 'Q_FAIR1', I: 'Q_INFO1', R: 'Q_RESP1', W: 'Q_INFL1' };
  const path = join(folder, `ankieta-${consultation}.csv`);
  await writeFile(path, `id,F,I,R,W\n${Array.from({ length: 10 }, (_, i) => `r${i},4,4,4,4`).join('\n')}\n`);
  await instance.import(path, {
    mapping: {
      type: 'survey',
      authority: 'T',
      survey: {
        code: `S-${consultation}`,
        consultation,
        kind: 'after_consultation',
        design: 'open_link',
        response_id: 'id',
        items: {
          default: 'ignore',
          columns: Object.fromEntries(
            Object.entries(columns).map(([name, construct]) => [name, { scale: 'likert5', construct }]),
          ),
        },
      },
    },
  });
}

const ANSWER = 'resident,rejected,substantive,2025-04-30,2025-04-30,U,U';

const status = async (url: string) => (await instance.app.inject({ url })).statusCode;
const QUARTER = '/api/v1/overview?authority=T&quarter=2025-Q1';

describe('the overview', () => {
  it('shows a quarter whole, with what must be said of its index', async () => {
    const view = await instance.get<OverviewView>(QUARTER);
    expect(view.quarters).toEqual(['2025-Q2', '2025-Q1']);
    expect(view.method.pl).toBe('indeks skuteczności konsultacji, metoda 1.0.0');
    expect(view.quarter).toMatchObject({ quarter: '2025-Q1', consultations: 5, provisional: false });
    expect(view.quarter.index).toBeGreaterThan(40);
    expect(view.quarter.low!).toBeLessThan(view.quarter.index!);
    expect(view.indicators.map(({ code }) => code)).toEqual(INDICATORS.map(({ code }) => code));
    expect(view.indicators.find(({ code }) => code === 'PR1')).toMatchObject({ observed: 5, missing: 0 });
    expect(view.indicators.find(({ code }) => code === 'GF1')).toMatchObject({ observed: 4, missing: 1 });
    expect(view.consultations.map(({ code, gates }) => [code, gates])).toEqual([
      ['EARLY', ['G2']],
      ['K0', []],
      ['K1', []],
      ['K2', []],
      ['BARE', []],
    ]);
    expect(view.findings).toMatchObject([
      { rule: 'G2', total: 1, consultations: [{ code: 'EARLY' }] },
      { rule: 'no_index', total: 1, consultations: [{ code: 'BARE', title: { pl: 'Nic' } }] },
    ]);
  });

  it('takes the last quarter that has ended where none is asked for', async () => {
    const answer = await instance.app.inject({ url: '/api/v1/overview?authority=T' });
    expect(answer.json<OverviewView>().quarter.quarter).toBe('2025-Q2');
  });

  it('fits on a slow line however full the quarter, and counts also what it does not list', async () => {
    const rows = Array.from({ length: 130 }, (_, i) =>
      row(`F${i}`, `${'Ż'.repeat(900)} ${i}`, '2025-05-10')
        .replaceAll('2025-', '2024-')
        .replace('"Wydział; A"', `"Wydział ${i}"`),
    );
    const batch = await bring('pelny.csv', 'consultation', HEADER, rows);
    const answer = await instance.app.inject({ url: QUARTER.replace('2025-Q1', '2024-Q2') });
    expect(Buffer.byteLength(answer.body)).toBeLessThan(60_000);
    const view = answer.json<OverviewView>();
    expect([view.consultations_total, view.units_total]).toEqual([130, 130]);
    expect(view.consultations.length).toBeGreaterThanOrEqual(10);
    expect(view.units.length).toBeGreaterThan(20);
    // no event is on record: D2 and D5 have one indicator each, and too little is known for an index
    expect(view.findings).toMatchObject([{ rule: 'no_index', total: 130 }]);
    expect(view.findings[0]!.consultations).toHaveLength(6);
    await instance.intake.revert(batch, SERVICE);
  });

  it('says whether a difference to another quarter may be told', async () => {
    const batch = await bring(
      'wczesniej.csv',
      'consultation',
      HEADER,
      Array.from({ length: 5 }, (_, i) =>
        row(`B${i}`, 'Przedtem', '2025-12-10').replaceAll('2025-', '2024-'),
      ),
    );
    const five = await instance.get<OverviewView>(QUARTER);
    expect([five.quarter.consultations, five.previous!.consultations]).toEqual([5, 5]);
    expect(five.previous!.comparable).toBe(true);
    // one consultation closed in the second quarter
    const one = await instance.get<OverviewView>(QUARTER.replace('2025-Q1', '2025-Q2'));
    expect(one.previous!.comparable).toBe(false);
    await instance.intake.revert(batch, SERVICE);
  });

  it.each([
    [`${QUARTER.replace('2025-Q1', '2024-Q4')}`, 404],
    [`${QUARTER.replace('2025-Q1', '2025-Q5')}`, 400],
    ['/api/v1/overview?authority=NOBODY', 404],
  ])('%s is answered with %d', async (url, code) => {
    expect(await status(url)).toBe(code);
  });
});

describe('an answer that stands ready', () => {
  const url = `${QUARTER}&`;
  const ask = (headers: Record<string, string> = {}) => instance.app.inject({ url, headers });
  const told = ({ statusCode, headers, rawPayload }: Awaited<ReturnType<typeof ask>>) => {
    const { date: _date, connection: _connection, 'keep-alive': _alive, ...kept } = headers;
    return { statusCode, headers: kept, rawPayload };
  };

  it('is the one that was made, headers and all, in either encoding', async () => {
    const first = told(await ask());
    const again = told(await ask());
    expect(again.rawPayload).toEqual(first.rawPayload);
    expect(again.headers).toEqual({ ...first.headers, 'content-length': expect.anything() });
    expect(again.headers['content-security-policy']).toContain("default-src 'self'");
    const packed = told(await ask({ 'accept-encoding': 'gzip, br' }));
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', etag: first.headers['etag'] });
    expect(brotliDecompressSync(packed.rawPayload)).toEqual(first.rawPayload);
    const unchanged = await ask({ 'if-none-match': String(first.headers['etag']) });
    expect([unchanged.statusCode, unchanged.rawPayload.length]).toEqual([304, 0]);
    const { etag, vary, 'cache-control': caching } = first.headers;
    expect(told(unchanged).headers).toEqual({ etag, vary, 'cache-control': caching });
    for (const known of ['*', `"other", ${String(etag)}`, String(etag).replace('W/', '')])
      expect((await ask({ 'if-none-match': known })).statusCode).toBe(304);
    expect((await ask({ 'if-none-match': `"x${String(etag)}"` })).statusCode).toBe(200);
    for (const refused of ['br;q=0', 'gzip, br; q=0.0', 'xbr'])
      expect((await ask({ 'accept-encoding': refused })).headers['content-encoding']).not.toBe('br');
  });

  it('is made anew once something was committed', async () => {
    const before = await ask();
    await bring('nowy.csv', 'consultation', ['code', 'opens_on', 'closes_on'], ['NEW,2025-02-01,2025-02-20']);
    const after = await ask({ 'if-none-match': String(before.headers['etag']) });
    expect([after.statusCode, after.json<OverviewView>().quarter.consultations]).toEqual([200, 6]);
    await instance.intake.revert(
      (await instance.get<{ items: { id: number }[] }>('/api/v1/batches?authority=T')).items[0]!.id,
      SERVICE,
    );
    expect((await ask()).json<OverviewView>().quarter.consultations).toBe(5);
  });
});

describe('the score of a consultation', () => {
  it('is 100 and what each indicator took away, to the decimal that is shown', async () => {
    const view = await instance.get<ScoreView>('/api/v1/consultations/K0/score?authority=T');
    const parts = view.indicators.map(({ points }) => points ?? 0);
    expect(100 + parts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(view.index!, 9);
    const tenths = view.indicators.reduce((sum, { shown }) => sum + Math.round((shown ?? 0) * 10), 1000);
    expect(tenths).toBe(Math.round(view.index! * 10));
    const dimensions = view.dimensions.reduce((sum, { shown }) => sum + Math.round((shown ?? 0) * 10), 1000);
    expect(dimensions).toBe(tenths);
    expect(view.indicators.find(({ code }) => code === 'IN3')).toMatchObject({ weight: 1, points: null });
  });

  it('names the facts and the rows of files it comes from', async () => {
    const { indicators } = await instance.get<ScoreView>('/api/v1/consultations/K1/score?authority=T');
    expect(indicators.find(({ code }) => code === 'PR2')).toMatchObject({
      x: 7,
      facts: [
        { field: 'announced_on', value: '2025-02-22' },
        { field: 'opens_on', value: '2025-03-01' },
        { field: 'events', value: '2' },
      ],
      sources: [
        { type: 'consultation', record: 'K1', file: 'rejestr.csv', line: 3 },
        { type: 'consultation_event', record: 'K1-1', file: 'wydarzenia.csv', line: 4 },
        { type: 'consultation_event', record: 'K1-2', line: 5 },
      ],
    });
  });

  it('names the legal rule and the declaration of a register where a value stands on them', async () => {
    const path = join(folder, 'reguly.csv');
    await writeFile(
      path,
      'code,act,article,matter_type,min_days,count_from,valid_since,source_url\nR1,Ustawa,art. 1,strategy,35,opening,2020-01-01,https://example.org/r\n',
    );
    const names = 'code act article matter_type min_days count_from valid_since source_url'.split(' ');
    const fields = Object.fromEntries(names.map((name) => [name, name]));
    const rules = await instance.import(path, { mapping: { type: 'legal_rule', authority: 'T', fields } });
    const plain = join(folder, 'strategia.csv');
    await writeFile(
      plain,
      'code,matter_type,opens_on,closes_on,announced_on\nS1,strategy,2025-03-01,2025-03-20,2025-02-20\n',
    );
    const given = ['code', 'matter_type', 'opens_on', 'closes_on', 'announced_on'];
    const register = await instance.import(plain, {
      mapping: {
        type: 'consultation',
        authority: 'T',
        register_complete: ['plan', 'report'],
        fields: Object.fromEntries(given.map((name) => [name, name])),
      },
    });
    const { indicators } = await instance.get<ScoreView>('/api/v1/consultations/S1/score?authority=T');
    const sources = (code: string) =>
      indicators
        .find((one) => one.code === code)!
        .sources.map(({ type, record, file, line }) => [type, record, file, line]);
    const own = ['consultation', 'S1', 'strategia.csv', 2];
    expect(indicators.find(({ code }) => code === 'PR1')!.x).toBeCloseTo(20 / 35, 9);
    expect(sources('PR1')).toEqual([own, ['legal_rule', 'R1', 'reguly.csv', 2]]);
    expect(indicators.find(({ code }) => code === 'PR3')).toMatchObject({ status: 'observed', score: 0 });
    expect(sources('PR3')).toEqual([own, ['register_complete', 'plan 2025', 'strategia.csv', null]]);
    expect(sources('TR2')).toEqual([
      own,
      ['legal_rule', 'R1', 'reguly.csv', 2],
      ['register_complete', 'report 2025', 'strategia.csv', null],
    ]);
    expect(sources('GF1')).toEqual([own]);
    await instance.intake.revert(register.batch!, SERVICE);
    await instance.intake.revert(rules.batch!, SERVICE);
  });

  it('says why there is none, and what is not recorded', async () => {
    const view = await instance.get<ScoreView>('/api/v1/consultations/BARE/score?authority=T');
    expect([view.index, view.grade, view.low, view.gates]).toEqual([null, null, expect.any(Number), []]);
    expect(view.reason!.en).toContain('Predictability');
    expect(view.indicators.find(({ code }) => code === 'GF1')).toMatchObject({
      status: 'missing',
      x: null,
      score: null,
      facts: [{ value: null }],
      missing: { en: expect.stringContaining('.') },
    });
  });

  it('is not there under a code that nobody could have given', async () => {
    for (const code of ['K0%00', 'K0%27', '%24%31', 'K0%3B'])
      expect(await status(`/api/v1/consultations/${code}/score?authority=T`)).toBe(404);
  });

  it('is not there while the consultation is open', async () => {
    expect(await status('/api/v1/consultations/OPEN/score?authority=T')).toBe(404);
  });

  it('follows a change of the records at once', async () => {
    const before = await instance.get<ScoreView>('/api/v1/consultations/NEXT/score?authority=T');
    await bring('zmiana.csv', 'consultation', ['code', 'stage_at_launch'], ['NEXT,diagnosis']);
    const after = await instance.get<ScoreView>('/api/v1/consultations/NEXT/score?authority=T');
    expect(after.meta.snapshot).toBeGreaterThan(before.meta.snapshot);
    expect(after.index!).toBeGreaterThan(before.index!);
    expect(after.indicators[0]!.sources).toMatchObject([{ file: 'zmiana.csv', line: 2 }]);
  });
});

describe('the list', () => {
  const list = (query = '') =>
    instance.get<ConsultationListView>(`/api/v1/consultations?authority=T${query}`);
  const scoreOf = (code: string) =>
    instance.get<ScoreView>(`/api/v1/consultations/${code}/score?authority=T`);

  it('has the index of each consultation as its own page has it, null where there is none', async () => {
    const { items, meta } = await list();
    expect(meta.method.pl).toContain('indeks skuteczności');
    expect(meta.scored).toMatchObject({ method: '1.0.0' });
    for (const { code, index, grade, low, high, gates } of items) {
      if (code === 'OPEN') {
        expect([index, grade, low, high, gates]).toEqual([null, null, null, null, null]);
        continue;
      }
      const own = await scoreOf(code);
      expect({ index, grade, low, high, gates }).toEqual({
        index: own.index,
        grade: own.grade,
        low: own.low,
        high: own.high,
        gates: own.gates.map((gate) => gate.code),
      });
    }
    expect(items.find(({ code }) => code === 'EARLY')!.gates).toEqual(['G2']);
    expect(items.find(({ code }) => code === 'BARE')).toMatchObject({ index: null, gates: [] });
  });

  it('orders by the index over its pages, what has none last', async () => {
    const whole = await list('&sort=-index');
    const known = whole.items.flatMap(({ index }) => (index === null ? [] : [index]));
    expect(known).toEqual([...known].sort((a, b) => b - a));
    expect(whole.items.slice(known.length).every(({ index }) => index === null)).toBe(true);
    const paged: string[] = [];
    let next: string | null = '/api/v1/consultations?authority=T&sort=-index&limit=2';
    while (next !== null) {
      const page: ConsultationListView = await instance.get<ConsultationListView>(next);
      paged.push(...page.items.map(({ code }) => code));
      next = page.links.next;
    }
    expect(paged).toEqual(whole.items.map(({ code }) => code));
  });

  let come = (_none?: unknown): void => undefined;
  it.each([
    ['come only after it', () => new Promise((done) => (come = done))],
    ['cannot be made', () => Promise.reject(new Error('no disk'))],
  ])('comes without scores that %s', async (_name, read) => {
    const reading = jest.spyOn(instance.app.get(ScoresService), 'read').mockImplementation(read as never);
    const { items, meta } = await list();
    come();
    reading.mockRestore();
    expect(meta.scored).toBeNull();
    expect(items.length).toBe(7);
    expect(items.every(({ index, gates }) => index === null && gates === null)).toBe(true);
  });
});

describe('indicators', () => {
  it('are listed as the catalogue has them', async () => {
    const { items, meta } = await instance.get<IndicatorListView>('/api/v1/indicators');
    expect(meta.total).toBe(INDICATORS.length);
    expect(items.find(({ code }) => code === 'TR1')).toMatchObject({
      code: 'TR1',
      dimension: 'D3',
      level: 'consultation',
      weight: 1,
      goalposts: [0, 100],
      min_n: 1,
      provisional: false,
    });
  });

  it('have a page each', async () => {
    const view = await instance.get<IndicatorPageView>('/api/v1/indicators/PR1?authority=T');
    expect(view.trend.map(({ quarter, observed }) => [quarter, observed])).toEqual([
      ['2025-Q1', 5],
      ['2025-Q2', 1],
    ]);
    expect(view.distribution.reduce((sum, { consultations }) => sum + consultations, 0)).toBe(6);
    expect(view.values.map(({ consultation }) => consultation)).toEqual([
      'NEXT',
      'EARLY',
      'K0',
      'K1',
      'K2',
      'BARE',
    ]);
    expect(view.units).toMatchObject([{ unit: 'Wydział; A', observed: 5 }]);
    expect(await status('/api/v1/indicators/XX?authority=T')).toBe(404);
  });
});

describe('what is told beside the scores', () => {
  it('stands in the catalogue, on the card and in the file, without a score anywhere', async () => {
    const codes = DIAGNOSTICS.map(({ code }) => code);
    const { items, diagnostics } = await instance.get<IndicatorListView>('/api/v1/indicators');
    expect(diagnostics.map(({ code, diagnostic }) => [code, diagnostic])).toEqual(
      codes.map((code) => [code, true]),
    );
    expect(items.map(({ code }) => code)).not.toContain('X1');
    const card = await instance.get<ScoreView>('/api/v1/consultations/K0/score?authority=T');
    expect(card.diagnostics.map(({ code }) => code)).toEqual(codes);
    expect(card.diagnostics.find(({ code }) => code === 'X6')).toMatchObject({
      status: 'observed',
      n: 21,
      x: 0,
      sources: [{ type: 'consultation', record: 'K0', file: 'rejestr.csv' }],
    });
    expect(card.diagnostics.find(({ code }) => code === 'X1')).toMatchObject({ status: 'missing', x: null });
    const { body } = await instance.app.inject({ url: '/api/v1/datasets/indicator-values.csv?authority=T' });
    const lines = body.split('\r\n').filter((line) => line.includes('"K0"') && line.includes('"X'));
    expect(lines).toHaveLength(DIAGNOSTICS.length);
    for (const line of lines) expect(line).toMatch(/,$/);
  });

  it('is in no period, no dimension and on no page of its own', async () => {
    const { indicators } = await instance.get<OverviewView>(QUARTER);
    expect(indicators.map(({ code }) => code)).not.toContain('X6');
    expect(await status('/api/v1/indicators/X6?authority=T')).toBe(404);
  });
});

describe('an indicator of the authority', () => {
  it('is told for each quarter, over the four that end with it, and lists no consultation', async () => {
    const view = await instance.get<IndicatorPageView>('/api/v1/indicators/CA1?authority=T');
    expect(view.indicator.level).toBe('city');
    const city = { status: 'observed', n: 16, numerator: 12, denominator: 16 };
    expect(view.trend).toMatchObject([
      { quarter: '2025-Q1', x: 75, observed: 1, consultations: 0, city },
      { quarter: '2025-Q2', x: 75, city },
    ]);
    expect([view.values, view.values_total, view.distribution, view.units]).toEqual([[], 0, [], []]);
    const { trend } = await instance.get<IndicatorPageView>('/api/v1/indicators/PR1?authority=T');
    expect(trend.map((point) => point.city)).toEqual([null, null]);
  });

  it('is in the overview, in its dimension and in a file of its own, not on the card of a consultation', async () => {
    const { indicators, dimensions } = await instance.get<OverviewView>(QUARTER);
    expect(indicators.find(({ code }) => code === 'CA4')).toMatchObject({ level: 'city', x: 2, observed: 1 });
    // CA1 75 -> 25/45, CA2 50 -> 50/60, CA4 24 hours of twelve -> 2 of 3, at half the weight; CA3 knows of no unit
    const known = (100 * (25 / 45 + 50 / 60 + 0.5 * (2 / 3))) / 2.5;
    expect(dimensions.find(({ code }) => code === 'D8')!.score).toBeCloseTo(known, 9);
    const card = await instance.get<ScoreView>('/api/v1/consultations/K0/score?authority=T');
    expect(card.indicators.map(({ code }) => code)).toEqual(ofLevel('consultation').map(({ code }) => code));
    expect(card.dimensions.map(({ code }) => code)).not.toContain('D8');
    const { body } = await instance.app.inject({ url: '/api/v1/datasets/authority-values.csv?authority=T' });
    const lines = body.trimEnd().split('\r\n');
    expect(lines[0]).toBe('authority,quarter,indicator,status,n,x,numerator,denominator,score');
    expect(lines[4]).toMatch(/^"T","2025-Q1","CA4","observed",12,2(\.0)?,24(\.0)?,12(\.0)?,66\.6/);
    expect(lines[3]).toBe('"T","2025-Q1","CA3","missing",,,,,');
  });
});

describe('data sets', () => {
  const download = async (file: string) =>
    (await instance.app.inject({ url: `/api/v1/datasets/${file}?authority=T` })).rawPayload;

  it('are the same figures in every format', async () => {
    const { items } = await instance.get<DatasetListView>('/api/v1/datasets?authority=T');
    expect(items.map(({ code, rows }) => [code, rows])).toEqual([
      ['consultations', 7],
      ['indicator-values', 6 * VALUES],
      ['authority-values', 2 * ofLevel('city').length],
    ]);
    for (const { files } of items)
      for (const { href, bytes } of files)
        expect((await instance.app.inject({ url: href })).rawPayload.length).toBe(bytes);
    const table = tableFromIPC(await download('indicator-values.arrow'));
    await writeFile(join(folder, 'v.csv'), await download('indicator-values.csv'));
    await writeFile(join(folder, 'v.pl.csv'), await download('indicator-values.pl.csv'));
    const duck = await (await DuckDBInstance.create(':memory:')).connect();
    const read = async (file: string, options: string) =>
      (
        await duck.runAndReadAll(
          `FROM read_csv('${join(folder, file)}', header = true, nullstr = '', ${options})`,
        )
      ).getRowObjectsJson();
    const machine = await read('v.csv', `delim = ','`);
    expect(await read('v.pl.csv', `delim = ';', decimal_separator = ','`)).toEqual(machine);
    expect(machine.length).toBe(6 * VALUES);
    machine.forEach((cells, i) => {
      const { x, score, status: state, indicator } = cells as Record<string, unknown>;
      expect([x, score, state, indicator]).toEqual([
        table.get(i)!['x'],
        table.get(i)!['score'],
        table.get(i)!['status'],
        table.get(i)!['indicator'],
      ]);
    });
    duck.closeSync();
  });

  it('are CSV to the byte: no mark for machines, mark and comma for Excel, CRLF, formulas disarmed', async () => {
    const machine = (await download('consultations.csv')).toString();
    const excel = await download('consultations.pl.csv');
    expect(machine.startsWith('authority,code,')).toBe(true);
    expect(excel.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(excel.toString()).toContain('\uFEFFauthority;code;');
    expect(excel.toString()).not.toMatch(/^sep=/im);
    expect(machine.split('\r\n').length).toBe(7 + 2);
    expect(machine.replaceAll('\r\n', '')).not.toContain('\r');
    expect(machine).toContain(`"T","K0",,"'=1+2",`);
    expect(machine).toContain('"Park „Ludowy”\nnad rzeką"');
    const line = excel
      .toString()
      .split('\r\n')
      .find((one) => one.includes('"K0"'))!;
    expect(line).toMatch(/;\d+,\d{6,};/);
    expect(line).toContain('"Wydział; A"');
    // an empty cell is nothing at all, not an empty text and not a 0
    expect(machine.split('\r\n').find((one) => one.includes('"BARE"'))).toMatch(
      /,"2025-Q1",,,[\d.]+,[\d.]+,,,"rejestr.csv",8,1$/,
    );
  });

  it('answer 304 to whoever has the bytes, and 404 with the names of the files there are', async () => {
    const url = '/api/v1/datasets/consultations.csv?authority=T';
    const { headers } = await instance.app.inject({ url });
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="T_consultations_\d{4}-\d\d-\d\d\.csv"/,
    );
    expect(
      (await instance.app.inject({ url, headers: { 'if-none-match': String(headers['etag']) } })).statusCode,
    ).toBe(304);
    expect(await status('/api/v1/datasets/secrets.csv?authority=T')).toBe(404);
    expect(await status('/api/v1/datasets/..%2f..%2flock?authority=T')).toBe(404);
  });
});
