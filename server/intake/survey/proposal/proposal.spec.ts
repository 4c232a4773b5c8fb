import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '../../../testing/database';
import { type Instance, startInstance } from '../../../testing/instance';
import { readMapping } from '../../mapping';
import { PLAIN_REQUEST } from '../../understand';

let folder: string;
let instance: Instance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-proposal-'));
  instance = await startInstance(await freshDatabase());
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

let files = 0;
async function preview(lines: string[], read: object = {}) {
  const path = join(folder, `file-${++files}.csv`);
  await writeFile(path, `${lines.join('\n')}\n`);
  const mapping = { type: 'table', read };
  const shown = await instance.intake.preview({
    ...PLAIN_REQUEST,
    path,
    name: 'file.csv',
    dryRun: true,
    mapping,
  });
  return { path, shown };
}

const AGREE = [
  'zdecydowanie się nie zgadzam',
  'nie zgadzam się',
  'ani tak, ani nie',
  'zgadzam się',
  'zdecydowanie się zgadzam',
];
const HEADER =
  'Sygnatura czasowa;Numer ankiety;Adres e-mail;Waga;Płeć;Ile ma Pan/Pani lat?;Dzielnica;Urząd słucha;Urząd odpowiada;Urząd zwleka;Czym Pan/Pani jeździ?;Czy był Pan na spotkaniu?;Ocena 1–5;Uwagi';
/** Forty people, every fifth of one opinion; the third statement runs the other way. */
const ROWS = Array.from({ length: 40 }, (_, i) => {
  const view = i % 5;
  const noisy = (view + (i % 3 === 0 ? 1 : 0)) % 5;
  return [
    `2025-03-${String(1 + (i % 28)).padStart(2, '0')} 10:20:30`,
    `A-${i}`,
    `osoba${i}@example.org`,
    i % 2 === 0 ? '0,75' : '1,25',
    i % 3 === 0 ? 'Kobieta' : 'Mężczyzna',
    String(18 + i),
    i % 2 === 0 ? 'Śródmieście' : 'Czuby',
    AGREE[view],
    i === 7 ? 'trudno powiedzieć' : AGREE[noisy],
    AGREE[4 - view],
    ['rower, autobus', 'rower', 'auto, rower', 'autobus, auto'][i % 4],
    i % 2 === 0 ? 'tak' : 'nie',
    i === 3 ? '99' : String(1 + view),
    i % 4 === 0 ? `Więcej zieleni, proszę (${i})` : '',
  ].join(';');
});

it.each([
  ['a text in it', (i: number) => (i === 4 ? 'brak' : '0,75'), 'brak'],
  ['a negative one', (i: number) => (i === 4 ? '-1' : '1,25'), '-1'],
  ['zeros alone', () => '0', '0'],
])('says so where a column called a weight is proposed for none: %s', async (_what, weight, value) => {
  const rows = Array.from({ length: 40 }, (_, i) => `${i};${weight(i)};${1 + (i % 5)};${1 + (i % 4)}`);
  const { mapping, remarks } = (await preview(['id;Waga;Urząd słucha;Urząd odpowiada', ...rows])).shown
    .survey!;
  expect(mapping).not.toHaveProperty('weight');
  const found = remarks.find(({ column, rule }) => column === 'Waga' && rule === 'weight_doubtful');
  expect(found?.message.pl).toContain(`„${value}”`);
});

it('proposes a survey that can be taken in once it has a code', async () => {
  const { path, shown } = await preview([HEADER, ...ROWS]);
  const { mapping, remarks, confidence } = shown.survey!;
  expect(confidence).toBeGreaterThan(shown.proposals[0]?.confidence ?? 0);
  expect(mapping).toMatchObject({
    submitted_at: 'Sygnatura czasowa',
    response_id: 'Numer ankiety',
    weight: 'Waga',
    attributes: {
      sex: { column: 'Płeć', codes: { Kobieta: 'f', Mężczyzna: 'm' } },
      age_band: { column: 'Ile ma Pan/Pani lat?', bands: true },
      district: { column: 'Dzielnica' },
    },
    drop: ['Adres e-mail'],
  });
  const codes = Object.fromEntries(AGREE.map((word, at) => [word, at + 1]));
  expect(mapping.items.columns).toEqual({
    'Urząd słucha': { scale: 'likert5', codes: { ...codes, 'trudno powiedzieć': null } },
    'Urząd odpowiada': { scale: 'likert5', codes: { ...codes, 'trudno powiedzieć': null } },
    'Urząd zwleka': { scale: 'likert5', codes: { ...codes, 'trudno powiedzieć': null }, reversed: true },
    'Czym Pan/Pani jeździ?': { scale: 'multi', split: ', ' },
    'Czy był Pan na spotkaniu?': { scale: 'bool' },
    'Ocena 1–5': { scale: 'likert5', codes: { 99: null } },
    Uwagi: { scale: 'text' },
  });
  expect(remarks.map(({ column, rule }) => [column, rule])).toEqual([
    ['Waga', 'weight_proposed'],
    ['Urząd odpowiada', 'dont_know_proposed'],
    ['Urząd zwleka', 'reversed_proposed'],
    ['Czym Pan/Pani jeździ?', 'several_answers'],
    ['Ocena 1–5', 'dont_know_proposed'],
    ['Uwagi', 'free_text'],
  ]);
  expect(remarks[1]!.message).toEqual({
    pl: 'Odpowiedzi, które nie są odpowiedzią („nie wiem”, „nie dotyczy”): trudno powiedzieć; proponujemy wartość null',
    en: 'Answers that are none (“don’t know”, “not applicable”): trudno powiedzieć; null is proposed for them',
  });
  const given = { type: 'survey', authority: 'PROP', survey: { ...mapping, code: 'ANK' } };
  const receipt = await instance.import(path, { mapping: given });
  expect([receipt.new, receipt.rejected, receipt.issues]).toEqual([40, 0, []]);
  const { dataSource } = instance.foundation;
  expect(
    await dataSource.query("SELECT code FROM survey_item WHERE survey = 'ANK' AND reversed = 'yes'"),
  ).toEqual([{ code: 'Urząd zwleka' }]);
});

it('says what stands in every column, and never what may tell a person', async () => {
  const { shown } = await preview([
    'e-mail,opinia,kto',
    ...Array.from(
      { length: 40 },
      (_, i) => `osoba${i}@example.org,${i % 2 ? 'za' : `pisz na a${i}@example.org`},K${i}`,
    ),
    ',za,',
  ]);
  const [mail, opinion, who] = shown.columns;
  expect(mail).toEqual({ name: 'e-mail', filled: 40, distinct: null, more: false });
  expect(opinion).toEqual({ name: 'opinia', filled: 41, distinct: ['za', 'pisz na [e-mail]'], more: false });
  expect([who!.filled, who!.distinct!.length, who!.more]).toEqual([40, 30, true]);
  expect(shown.rows).toHaveLength(20);
});

it('judges columns by a thousand rows', async () => {
  const { shown } = await preview([
    'n,c',
    ...Array.from({ length: 1200 }, (_, i) => `${i < 900 ? 'a' : 'b'},x`),
  ]);
  expect(shown.columns[0]).toEqual({ name: 'n', filled: 1000, distinct: ['a', 'b'], more: false });
});

it('does not tell what coded sexes mean, and says so', async () => {
  const { shown } = await preview([
    'gender,A1,A2,A3',
    ...Array.from({ length: 12 }, (_, i) => [1 + (i % 2), 1 + (i % 5), 5 - (i % 3), 1 + (i % 4)].join(',')),
  ]);
  expect(shown.survey!.mapping.attributes).toEqual({
    sex: { column: 'gender', codes: { 1: null, 2: null } },
  });
  expect(shown.survey!.remarks).toContainEqual({
    column: 'gender',
    rule: 'attribute_codes_missing',
    message: expect.objectContaining({ en: expect.stringContaining('1, 2') as string }) as object,
  });
});

it('says a format of days with slashes where some day tells which number is the month', async () => {
  const rows = (second: string) => [
    `3/4/2025 18:15:22,tak,1`,
    `3/${second}/2025 9:00:00,nie,5`,
    '3/5/2025 10:00:00,tak,3',
  ];
  const american = await preview(['Timestamp,Czy tak?,Jak 1–5?', ...rows('25'), ...rows('26')]);
  expect(american.shown.survey!.mapping.submitted_at).toEqual({ column: 'Timestamp', date: 'M/D/YYYY' });
  const doubtful = await preview(['Timestamp,Czy tak?,Jak 1–5?', ...rows('6'), ...rows('7')]);
  expect(doubtful.shown.survey!.mapping.submitted_at).toBeUndefined();
  expect(() =>
    readMapping({ type: 'survey', survey: { ...american.shown.survey!.mapping, code: 'S' } }, 'f'),
  ).not.toThrow();
});

it('proposes no survey for a register', async () => {
  const { shown } = await preview([
    'Sygnatura,Tytuł,Od,Do,Raport,Formy',
    ...Array.from(
      { length: 8 },
      (_, i) => `K-${i},Plan miejscowy ${i},2025-01-0${i + 1},2025-02-01,https://example.org/${i},pismo`,
    ),
  ]);
  expect(shown.survey).toBeNull();
  expect(shown.proposals[0]!.type).toBe('consultation');
});
