import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVICE } from '../../access/caller';
import { freshDatabase } from '../../testing/database';
import { type Instance, startInstance } from '../../testing/instance';

let folder: string;
let instance: Instance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-survey-'));
  instance = await startInstance(await freshDatabase());
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

let files = 0;
const query = (sql: string, values: unknown[] = []) => instance.foundation.dataSource.query(sql, values);
async function take(
  authority: string,
  lines: string[],
  survey: object,
  more: object = {},
  request: object = {},
) {
  const path = join(folder, `file-${++files}.csv`);
  await writeFile(path, `${lines.join('\n')}\n`);
  const mapping = {
    type: 'survey',
    authority,
    survey: { code: 'S', design: 'open_link', ...survey },
    ...more,
  };
  return instance.import(path, { mapping, ...request });
}
const of = (authority: string) => `authority_id = (SELECT id FROM authority WHERE code = '${authority}')`;
const responses = (authority: string) =>
  query(
    `SELECT code, submitted_on::text AS day, weight::float8 AS weight, attributes, answers, others FROM survey_response WHERE ${of(authority)} ORDER BY code`,
  );
const items = (authority: string, columns = 'code, position, scale, options') =>
  query(`SELECT ${columns} FROM survey_item WHERE ${of(authority)} ORDER BY position`);

const LINES = [
  'id,data,waga,plec,wiek,P1,P2,P3,P4,P5',
  'r1,2025-03-01 10:20:30,"0.5",K,34,5,tak,"rower, autobus",Więcej zieleni,1.5',
  'r2,2025-03-02,1.25,M,17,1,nie,rower,,2',
  'r3,,0,,121,,tak,,Pisz do jan@example.org,',
  'r4,2025-03-04,1,K,60,4,tak,auto,"=SUMA(A1)",3',
];
const SURVEY = {
  response_id: 'id',
  submitted_at: { column: 'data' },
  weight: 'waga',
  attributes: {
    sex: { column: 'plec', codes: { K: 'f', M: 'm' } },
    age_band: { column: 'wiek', bands: true },
  },
  items: {
    columns: {
      P1: { scale: 'likert5', reversed: true, construct: 'Q_FAIR1' },
      P2: { scale: 'bool' },
      P3: { scale: 'multi' },
    },
  },
};

it('makes a survey, its items and one row a respondent of a wide file', async () => {
  const receipt = await take('ONE', LINES, SURVEY, { consultation: { code: 'K', title_pl: 'Plan' } });
  expect(receipt).toMatchObject({
    type: 'survey_response',
    rows: 4,
    new: 4,
    rejected: 0,
    consultation_created: 'K',
  });
  expect(receipt.warnings).toMatchObject([{ line: 4, column: 'P4', rule: 'personal_masked' }]);
  expect(await query(`SELECT code, design, consultation FROM survey WHERE ${of('ONE')}`)).toEqual([
    { code: 'S', design: 'open_link', consultation: 'K' },
  ]);
  expect(await items('ONE', 'code, position, scale, lowest::int, highest::int, reversed, construct')).toEqual(
    [
      {
        code: 'P1',
        position: 1,
        scale: 'likert5',
        lowest: 1,
        highest: 5,
        reversed: 'yes',
        construct: 'Q_FAIR1',
      },
      { code: 'P2', position: 2, scale: 'bool', lowest: 0, highest: 1, reversed: null, construct: null },
      {
        code: 'P3',
        position: 3,
        scale: 'multi',
        lowest: null,
        highest: null,
        reversed: null,
        construct: null,
      },
      {
        code: 'P4',
        position: 4,
        scale: 'text',
        lowest: null,
        highest: null,
        reversed: null,
        construct: null,
      },
      {
        code: 'P5',
        position: 5,
        scale: 'number',
        lowest: null,
        highest: null,
        reversed: null,
        construct: null,
      },
    ],
  );
  expect(await responses('ONE')).toEqual([
    {
      code: 'r1',
      day: '2025-03-01',
      weight: 0.5,
      attributes: { sex: 'f', age_band: '25_39' },
      answers: [5, 1, null, null, null],
      others: { P3: ['rower', 'autobus'], P4: 'Więcej zieleni', P5: 1.5 },
    },
    {
      code: 'r2',
      day: '2025-03-02',
      weight: 1.25,
      attributes: { sex: 'm', age_band: 'u17' },
      answers: [1, 0, null, -1, null],
      others: { P3: ['rower'], P5: 2 },
    },
    {
      code: 'r3',
      day: null,
      weight: 0,
      attributes: {},
      answers: [-1, 1, -1, null, -1],
      others: { P4: 'Pisz do [e-mail]' },
    },
    {
      code: 'r4',
      day: '2025-03-04',
      weight: 1,
      attributes: { sex: 'f', age_band: '60_74' },
      answers: [4, 1, null, null, null],
      others: { P3: ['auto'], P4: '=SUMA(A1)', P5: 3 },
    },
  ]);
});

it('knows the same file again, takes what changed, and goes back the way it came', async () => {
  const first = await take('TWO', LINES, SURVEY);
  expect(await take('TWO', LINES, SURVEY)).toMatchObject({ new: 0, changed: 0, unchanged: 4, batch: null });
  const later = await take(
    'TWO',
    [...LINES.slice(0, 2), LINES[2]!.replace('M,17,1', 'M,17,2'), 'r9,,1,K,20,3,nie,,,4'],
    SURVEY,
  );
  expect(later).toMatchObject({ rows: 3, new: 1, changed: 1, unchanged: 1 });
  await expect(instance.intake.revert(first.batch!, SERVICE)).rejects.toThrow('changed later by batch');
  expect(await instance.intake.revert(later.batch!, SERVICE)).toMatchObject({ removed: 1, restored: 1 });
  expect(await instance.intake.revert(first.batch!, SERVICE)).toMatchObject({ removed: 4, restored: 0 });
  for (const table of ['survey', 'survey_item', 'survey_response'])
    expect(await query(`SELECT 1 FROM ${table} WHERE ${of('TWO')}`)).toEqual([]);
});

it('refuses a sum below the answers, whatever its first cell stands for', async () => {
  const receipt = await take('T', ['plec,P1', 'K,1', 'M,5', 'Razem,6'], {
    code: 'ANK-T',
    items: { columns: { P1: { scale: 'likert5' } } },
  });
  expect([receipt.rows, receipt.accepted, receipt.rejected]).toEqual([3, 2, 1]);
  expect(receipt.issues).toMatchObject([{ line: 4, column: 'plec', value: 'Razem', rule: 'total_row' }]);
});

it('keeps no address of anybody in the code or the words of a question', async () => {
  const columns = ['Ocena pracy jan@example.org', 'Ocena pracy ala@example.org'];
  await take('H', [columns.join(','), '1,5', '2,4'], { code: 'HEAD', items: { default: 'likert5' } });
  expect(
    await query(`SELECT code, text_pl FROM survey_item WHERE survey = 'HEAD' ORDER BY position`),
  ).toEqual([
    { code: 'Ocena pracy [e-mail]', text_pl: 'Ocena pracy [e-mail]' },
    { code: 'Ocena pracy [e-mail] (2)', text_pl: 'Ocena pracy [e-mail]' },
  ]);
  expect(await query(`SELECT answers FROM survey_response WHERE survey = 'HEAD' ORDER BY code`)).toEqual([
    { answers: [1, 5] },
    { answers: [2, 4] },
  ]);
});

it('keeps the places of words and questions when a later file brings more of them', async () => {
  const rows = (words: string[]) => words.map((word, i) => `${i},${word}`);
  const words = ['tak', 'nie', 'tak', 'nie'];
  await take('MORE', ['id,P', ...rows(words)], { response_id: 'id' });
  expect(await items('MORE')).toMatchObject([{ code: 'P', scale: 'single', options: ['nie', 'tak'] }]);
  await take(
    'MORE',
    ['Nowe,id,P', ...rows([...words, 'bez zdania', 'bez zdania']).map((row) => `7,${row}`)],
    {
      response_id: 'id',
    },
  );
  expect(await items('MORE')).toMatchObject([
    { code: 'P', position: 1, options: ['nie', 'tak', 'bez zdania'] },
    { code: 'Nowe', position: 2, scale: 'number' },
  ]);
  expect((await responses('MORE')).map(({ answers }: { answers: number[] }) => answers)).toEqual([
    [2, 7],
    [1, 7],
    [2, 7],
    [1, 7],
    [3, 7],
    [3, 7],
  ]);
});

it('masks what tells a person in a word that would become an option', async () => {
  const receipt = await take(
    'MASK',
    ['id,P', '1,tak', '2,tak', '3,pisz do jan@example.org', '4,pisz do jan@example.org'],
    { response_id: 'id' },
  );
  expect(await items('MASK')).toMatchObject([{ scale: 'single', options: ['pisz do [e-mail]', 'tak'] }]);
  expect(receipt.warnings.map(({ line, rule }) => [line, rule])).toEqual([
    [4, 'personal_masked'],
    [5, 'personal_masked'],
  ]);
  expect(JSON.stringify(await query('SELECT to_jsonb(i) FROM survey_item i'))).not.toContain('jan@');
});

describe('a question that is known', () => {
  const two = (a: string, b: string, from: number) => [a, b, a, b].map((word, i) => `r${from + i},${word}`);

  it('keeps its words where a file has too few answers to show them, and gives no place to another', async () => {
    await take('PLACE', ['id,P', ...two('A', 'B', 1)], { response_id: 'id' });
    await take('PLACE', ['id,P', 'r5,A', 'r6,C', 'r7,C', 'r8,B'], { response_id: 'id' });
    await take('PLACE', ['id,P', 'r9,D'], { response_id: 'id' });
    expect(await items('PLACE')).toMatchObject([{ scale: 'single', options: ['A', 'B', 'C', 'D'] }]);
    expect((await responses('PLACE')).map(({ answers }: { answers: number[] }) => answers[0])).toEqual([
      1, 2, 1, 2, 1, 3, 3, 2, 4,
    ]);
  });

  it('keeps its scale: words are no numbers, numbers are no words', async () => {
    await take('SCALE', ['id,P', ...two('1', '2', 1)], { response_id: 'id' });
    const words = await take('SCALE', ['id,P', ...two('Tak', 'Nie', 5)], { response_id: 'id' });
    expect(words).toMatchObject({ new: 0, rejected: 4, batch: null });
    await expect(
      take('SCALE', ['id,P', 'r9,1'], { response_id: 'id', items: { columns: { P: { scale: 'likert5' } } } }),
    ).rejects.toThrow('is stored with the scale number, and the file says likert5');
  });

  it('refuses codes that would turn old answers round', async () => {
    const coded = (codes: object) => ({
      response_id: 'id',
      items: { columns: { P: { scale: 'single', codes } } },
    });
    await take('TURN', ['id,P', ...two('Tak', 'Nie', 1)], coded({ Tak: 0, Nie: 1 }));
    await expect(take('TURN', ['id,P', 'r9,Tak'], coded({ Nie: 0, Tak: 1 }))).rejects.toThrow(
      'the codes of the words differ from those stored; allowed: Tak, Nie',
    );
    await take('TURN', ['id,P', 'r9,Nie'], { response_id: 'id' });
    expect((await responses('TURN')).at(-1)).toMatchObject({ code: 'r9', answers: [1] });
  });

  it('is not taken away while a later file answers it', async () => {
    await take('GONE', ['id,P', ...two('A', 'B', 1)], { response_id: 'id' });
    const second = await take('GONE', ['id,P,Q', 'r5,A,x', 'r6,B,y', 'r7,A,x', 'r8,B,y'], {
      response_id: 'id',
    });
    const third = await take('GONE', ['id,P,Q', 'r9,A,x'], { response_id: 'id' });
    await expect(instance.intake.revert(second.batch!, SERVICE)).rejects.toThrow(
      `are answered by the later batch ${third.batch}; revert the later one first`,
    );
    await instance.intake.revert(third.batch!, SERVICE);
    expect(await instance.intake.revert(second.batch!, SERVICE)).toMatchObject({ removed: 4 });
    expect(await items('GONE')).toMatchObject([{ code: 'P', options: ['A', 'B'] }]);
  });
});

it('leaves answers and attributes alone that a later file has no column for', async () => {
  const sex = { sex: { column: 'plec', codes: { K: 'f', M: 'm' } } };
  await take('MERGE', ['id,P1,T,plec', 'r1,1,Dobrze było,K', 'r2,2,,M'], {
    response_id: 'id',
    attributes: sex,
    items: { columns: { T: { scale: 'text' } } },
  });
  const later = await take('MERGE', ['id,P2', 'r1,5', 'r2,6'], { response_id: 'id' });
  expect(later).toMatchObject({ changed: 2 });
  const merged = [
    { code: 'r1', answers: [1, null, 5], others: { T: 'Dobrze było' }, attributes: { sex: 'f' } },
    { code: 'r2', answers: [2, -1, 6], others: {}, attributes: { sex: 'm' } },
  ];
  expect(await responses('MERGE')).toMatchObject(merged);
  await take('MERGE', ['id,T,plec', 'r1,,'], { response_id: 'id', attributes: sex });
  // what the file has a column for and says nothing of is gone
  expect((await responses('MERGE'))[0]).toMatchObject({ answers: [1, -1, 5], others: {}, attributes: {} });
});

it('takes what means "no value" for none, in answers, attributes and weights', async () => {
  await take(
    'NULLS',
    ['id,P,waga,plec', 'r1,3,-,K', 'r2,-,2,brak', 'r3,4,1,K', 'r4,brak,1,K'],
    { response_id: 'id', weight: 'waga', attributes: { sex: { column: 'plec', codes: { K: 'f' } } } },
    { read: { delimiter: ',', null_values: ['-', 'brak'] } },
  );
  expect(await items('NULLS')).toMatchObject([{ scale: 'number' }]);
  expect(await responses('NULLS')).toMatchObject([
    { answers: [3], weight: null },
    { answers: [-1], weight: 2, attributes: {} },
    { answers: [4] },
    { answers: [-1] },
  ]);
});

it('knows a code of a place from a number, and the decimal mark of the file from the other', async () => {
  const rows = [
    'id;gmina;x',
    ...['0663011', '0663011', '0602011', '0602011'].map((code, i) => `r${i};${code};1,${i}`),
  ];
  await take('ZERO', rows, { response_id: 'id' });
  expect(await items('ZERO')).toMatchObject([
    { code: 'gmina', scale: 'single', options: ['0602011', '0663011'] },
    { code: 'x', scale: 'number' },
  ]);
  const dot = await take('ZERO', ['id;gmina;x', 'r9;0663011;1.5'], { response_id: 'id' });
  expect(dot.issues).toMatchObject([{ column: 'x', value: '1.5', rule: 'unknown_answer' }]);
});

it('makes no survey of which nothing is taken in', async () => {
  const none = await take('EMPTY', ['id,P', '1,7', '2,8'], {
    response_id: 'id',
    items: { columns: { P: { scale: 'likert5' } } },
  });
  expect(none).toMatchObject({ rejected: 2, batch: null });
  expect(await query(`SELECT 1 FROM survey WHERE ${of('EMPTY')}`)).toEqual([]);
});

it('refuses a row with an answer that its question does not have, and says which it has', async () => {
  const codes = { TAK: 1, NIE: 2, 'Nie dotyczy': null };
  const survey = {
    response_id: 'id',
    weight: 'waga',
    items: {
      columns: {
        A: { scale: 'likert7' },
        B: { scale: 'single', codes },
        C: { scale: 'number', min: 0, max: 10 },
        D: { scale: 'bool' },
      },
    },
  };
  const receipt = await take(
    'BAD',
    [
      'id,waga,A,B,C,D',
      '1,1,7,TAK,10,1',
      '2,1,8,TAK,1,0',
      '3,1,1,MOŻE,1,',
      '4,1,1,,11,',
      '5,1,,,,może',
      '6,-1,,,,',
      '1,1,,,,',
      '7,1,1.5,,,',
      '8,1,,Nie dotyczy,,',
    ],
    survey,
  );
  expect(receipt).toMatchObject({ rows: 9, new: 2, rejected: 7 });
  expect(receipt.issues.map(({ line, column, value, rule }) => [line, column, value, rule])).toEqual([
    [3, 'A', '8', 'unknown_answer'],
    [4, 'B', 'MOŻE', 'unknown_answer'],
    [5, 'C', '11', 'unknown_answer'],
    [6, 'D', 'może', 'unknown_answer'],
    [7, 'waga', '-1', 'negative_count'],
    [8, 'id', '1', 'duplicate_code'],
    [9, 'A', '1.5', 'unknown_answer'],
  ]);
  expect(receipt.issues.map(({ message }) => message.en).slice(0, 3)).toEqual([
    '“8” is no answer to this question; allowed: 1 – 7',
    '“MOŻE” is no answer to this question; allowed: TAK, NIE, Nie dotyczy',
    '“11” is no answer to this question; allowed: 0 – 10',
  ]);
  expect(await items('BAD', 'code, options')).toContainEqual({ code: 'B', options: ['TAK', 'NIE'] });
  expect((await responses('BAD')).at(-1)).toMatchObject({ code: '8', answers: [-1, -2, -1, -1] });
});

it('names responses without ids by their rows, leaves personal columns out and ignores what it is told to', async () => {
  const receipt = await take(
    'ROW',
    ['E-mail,Ocena,Czas,ipaddr', 'a@example.org,3,17,83.12.45.190', 'b@example.org,4,18,83.12.45.191'],
    {
      items: { default: 'ignore', columns: { Ocena: { scale: 'likert5' } }, ignore: ['Czas'] },
      drop: ['ipaddr'],
    },
  );
  expect(receipt.dropped_columns).toEqual(['E-mail', 'ipaddr']);
  expect(await responses('ROW')).toMatchObject([
    { code: '1', answers: [3], others: {}, weight: null },
    { code: '2', answers: [4] },
  ]);
  const all = JSON.stringify(await query('SELECT to_jsonb(r) FROM survey_response r'));
  expect(all).not.toMatch(/example|83\.12/);
});

it('writes nothing in a dry run, and nothing of a file without one good row', async () => {
  expect(await take('DRY', LINES, SURVEY, {}, { dryRun: true })).toMatchObject({ new: 4, batch: null });
  expect(await query(`SELECT 1 FROM authority WHERE code = 'DRY'`)).toEqual([]);
});

it.each([
  [{ code: null }, 'survey.code: the survey has no code'],
  [{ design: 'x' }, 'Mapping, design'],
  [{ kolor: 'x' }, 'survey: “kolor”'],
  [{ items: { columns: { P: { scale: 'likert6' } } } }, 'survey.items.P.scale: “likert6”'],
  [{ items: { columns: { P: { scale: 'single', codes: { a: -1 } } } } }, '“-1”; allowed: 0 – 32000, null'],
  [{ items: { columns: { Q: { scale: 'likert5' } } } }, 'The file has no column „Q”'],
  [{ drop: ['nope'] }, 'The file has no column „nope”'],
  [{ opens_on: '2025-02-01', closes_on: '2025-01-01' }, 'survey_ends_after_start'],
  [{ items: { columns: { P: { scale: 'likert5', codes: { a: 9 } } } } }, '“9”; allowed: 1 – 5, null'],
  [{ items: { columns: { P: { scale: 'text', construct: 'x'.repeat(81) } } } }, 'survey_item.construct, P'],
  [{ attributes: { sex: { column: 'plec' } } }, 'The file has no column “plec”'],
])('refuses the survey %j with a sentence', async (survey, sentence) => {
  await expect(take('NO', ['id,P', '1,1'], survey)).rejects.toThrow(sentence);
});
