import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Receipt } from '../intake/receipt';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { person, role } from '../testing/people';
import type { FindingListView, ReceiptView } from './batch.view';

let folder: string;
let instance: Instance;
let receipt: Receipt;
const ROWS = 100_000;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-findings-'));
  instance = await startInstance(await freshDatabase());
  const path = join(folder, 'rejected.csv');
  const rows = Array.from({ length: ROWS }, (_, i) => `K-${i},${i % 4 === 0 ? '2025-02-30' : '=1+1'}`);
  await writeFile(path, `code,od\n${rows.join('\n')}\nDOBRY,2025-03-01\n`);
  const fields = { code: 'code', opens_on: 'od' };
  receipt = await instance.import(path, { mapping: { type: 'consultation', authority: 'MANY', fields } });
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

const TOTALS = [
  { rule: 'not_a_date', accepted: false, count: 75_000, line: 3 },
  { rule: 'impossible_date', accepted: false, count: 25_000, line: 2 },
];

it('keeps the receipt of 100,000 rejected cells readable, and its totals honest', () => {
  expect([receipt.rows, receipt.new, receipt.rejected]).toEqual([ROWS + 1, 1, ROWS]);
  expect([receipt.issues.length, receipt.issues_total, receipt.warnings_total]).toEqual([1000, ROWS, 0]);
  expect(receipt.by_rule).toEqual(TOTALS);
  expect(receipt.issues.map(({ line }) => line)).toEqual(Array.from({ length: 1000 }, (_, i) => i + 2));
  expect(JSON.stringify(receipt).length).toBeLessThan(1 << 20);
});

it('says the same of the stored batch, and leads through all of it page by page', async () => {
  const stored = await instance.get<ReceiptView>(`/api/v1/batches/${receipt.batch}`);
  expect([stored.findings_total, stored.findings.length, stored.by_rule]).toEqual([ROWS, 1000, TOTALS]);
  const last = await instance.get<FindingListView>(
    `/api/v1/batches/${receipt.batch}/findings?from=99990&limit=7`,
  );
  expect([last.meta.total, last.items.map(({ line }) => line)]).toEqual([
    ROWS,
    [99_992, 99_993, 99_994, 99_995, 99_996, 99_997, 99_998],
  ]);
  expect(last.links.next).toBe(`/api/v1/batches/${receipt.batch}/findings?from=99997&limit=7`);
  const end = await instance.get<FindingListView>(last.links.next!);
  expect([end.items.length, end.links.next]).toEqual([3, null]);
});

it('gives all of it as CSV, cells only to whoever could undo the batch', async () => {
  const url = `/api/v1/batches/${receipt.batch}/findings.csv`;
  const { headers } = await person(instance, [role('analyst')]);
  const open = (await instance.app.inject({ url })).payload.split('\r\n');
  const own = (await instance.app.inject({ url: `${url}?excel=yes`, headers })).payload.split('\r\n');
  expect([open.length, own.length]).toEqual([ROWS + 2, ROWS + 2]);
  expect(open[0]).toBe('line,record,column,value,rule,accepted,message_pl,message_en');
  expect(open[2]).toMatch(/^3,,"od",,"not_a_date","no","/);
  expect(own[0]).toBe('\uFEFFline;record;column;value;rule;accepted;message_pl;message_en');
  // what a spreadsheet would compute stays a text
  expect(own[2]).toMatch(/^3;"K-1";"od";"'=1\+1";"not_a_date";"no";"/);
  expect(new Set(own.slice(1, -1).map((line) => line.split(';')[0])).size).toBe(ROWS);
});

it('has nothing under a number that is none, and no page of another size', async () => {
  const status = async (path: string) =>
    (await instance.app.inject({ url: `/api/v1/batches/${path}` })).statusCode;
  expect([
    await status('999999/findings'),
    await status('999999/findings.csv'),
    await status('x/findings'),
  ]).toEqual([404, 404, 404]);
  const asked = (query: string) => status(`${receipt.batch}/findings?${query}`);
  expect([await asked('limit=1001'), await asked('from=-1'), await asked('page=2')]).toEqual([400, 400, 400]);
});
