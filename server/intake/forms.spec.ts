import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { workbook } from '../testing/workbook';
import { PLAIN_REQUEST } from './understand';

// Small files as form tools write them: each is previewed, and taken in by what the preview proposes.

let folder: string;
let instance: Instance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-forms-'));
  instance = await startInstance(await freshDatabase());
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

let files = 0;
async function preview(lines: string[], read: object = {}) {
  const path = join(folder, `form-${++files}.csv`);
  await writeFile(path, `${lines.join('\n')}\n`);
  const mapping = { type: 'table', read };
  return {
    path,
    shown: await instance.intake.preview({ ...PLAIN_REQUEST, path, name: 'form.csv', dryRun: true, mapping }),
  };
}

/** Takes a file in by the proposed survey, with nothing but a code added. */
async function taken({ path, shown }: Awaited<ReturnType<typeof preview>>, authority: string) {
  const receipt = await instance.import(path, {
    mapping: { type: 'survey', authority, survey: { ...shown.survey!.mapping, code: 'S' } },
  });
  const rows = await instance.foundation.dataSource.query(
    `SELECT code, submitted_on::text AS day, answers, others FROM survey_response
     WHERE authority_id = (SELECT id FROM authority WHERE code = $1) ORDER BY code`,
    [authority],
  );
  return { receipt, rows };
}

describe('Google Forms', () => {
  it.each([
    ['Timestamp', ', ', (day: number) => `2025/03/${day} 6:15:22 PM GMT+1`],
    ['Sygnatura czasowa', ';', (day: number) => `${day}.03.2025 18:15:22`],
  ])('with a “%s” and answers joined by “%s”', async (stamp, mark, at) => {
    const choices = [`Rower${mark}Autobus`, 'Rower', `Auto${mark}Rower`, `Autobus${mark}Auto`];
    const found = await preview([
      `"${stamp}","Czym jeździsz?","Zgadzam się z planem","Adres e-mail"`,
      ...Array.from(
        { length: 12 },
        (_, i) => `"${at(10 + i)}","${choices[i % 4]}",${1 + (i % 5)},"o${i}@example.org"`,
      ),
    ]);
    expect([found.shown.doubts, found.shown.survey!.mapping]).toMatchObject([
      [],
      {
        submitted_at: stamp,
        items: {
          columns: {
            'Czym jeździsz?': { scale: 'multi', split: mark },
            'Zgadzam się z planem': { scale: 'likert5' },
          },
        },
        drop: ['Adres e-mail'],
      },
    ]);
    const { receipt, rows } = await taken(found, `GOOGLE-${mark.codePointAt(0)}`);
    expect([receipt.new, receipt.rejected]).toEqual([12, 0]);
    expect(rows[0]).toMatchObject({ day: '2025-03-10', others: { 'Czym jeździsz?': ['Rower', 'Autobus'] } });
  });

  it('tells the day by the clock of the office, also with halves of a day', async () => {
    const found = await preview([
      'Timestamp,Jak?',
      '2025/03/12 12:30:00 AM GMT+1,1',
      '2025/03/12 11:30:00 PM UTC,2',
      '2025/03/12 12:05:00 PM CET,3',
      '2025/03/12 13:05:00 PM CET,4',
    ]);
    const receipt = await instance.import(found.path, {
      mapping: { type: 'survey', authority: 'CLOCK', survey: { code: 'S', submitted_at: 'Timestamp' } },
    });
    expect(receipt.issues).toMatchObject([{ line: 5, rule: 'not_a_date' }]);
    expect(
      await instance.foundation.dataSource.query(
        `SELECT submitted_on::text AS day FROM survey_response
         WHERE authority_id = (SELECT id FROM authority WHERE code = 'CLOCK') ORDER BY code`,
      ),
    ).toEqual([{ day: '2025-03-12' }, { day: '2025-03-13' }, { day: '2025-03-12' }]);
  });
});

const MONKEY = [
  'Respondent ID,Collector ID,Date Created,IP Address,Email Address,First Name,Czym jeździsz?,,,Jak oceniasz urząd?,Uwagi',
  ',,,,,,Rower,Autobus,Other (please specify),Response,Open-Ended Response',
];
const monkeyRow = (i: number) =>
  `1100${i},42,03/${13 + i}/2025 06:15:22 PM,10.0.0.${i},,,${i % 2 ? 'Rower' : ''},${i % 3 ? 'Autobus' : ''},,${1 + (i % 5)},Uwaga ${i}`;

it('SurveyMonkey has options below its questions, and “Response” below the others', async () => {
  const found = await preview([...MONKEY, ...Array.from({ length: 10 }, (_, i) => monkeyRow(i))]);
  const { header, doubts, dialect, survey, rows } = found.shown;
  expect(doubts).toEqual([]);
  expect([dialect.header_rows, rows.length, header.slice(6)]).toEqual([
    2,
    10,
    [
      'Czym jeździsz? / Rower',
      'Czym jeździsz? / Autobus',
      'Czym jeździsz? / Other (please specify)',
      'Jak oceniasz urząd?',
      'Uwagi',
    ],
  ]);
  expect(survey!.mapping).toMatchObject({
    response_id: 'Respondent ID',
    items: { ignore: ['Collector ID'] },
  });
  expect(survey!.mapping.drop).toContain('IP Address');
  const { receipt, rows: stored } = await taken(found, 'MONKEY');
  expect([receipt.new, receipt.rejected, stored[0].code]).toEqual([10, 0, '11000']);
});

it('SurveyMonkey merges the cells of a question in a workbook', async () => {
  const cells: Record<string, string | number> = {
    A1: 'Respondent ID',
    B1: 'Czym jeździsz?',
    D1: 'Jak oceniasz urząd?',
    B2: 'Rower',
    C2: 'Autobus',
    D2: 'Response',
  };
  for (let i = 0; i < 6; i++)
    Object.assign(cells, {
      [`A${i + 3}`]: 1000 + i,
      [`B${i + 3}`]: i % 2 ? 'Rower' : 'nie',
      [`D${i + 3}`]: 1 + (i % 5),
    });
  const path = join(folder, 'monkey.xlsx');
  await writeFile(path, workbook([{ name: 'Sheet', cells, merged: ['B1:C1'] }]));
  const mapping = { type: 'table', read: {} };
  const shown = await instance.intake.preview({
    ...PLAIN_REQUEST,
    path,
    name: 'monkey.xlsx',
    dryRun: true,
    mapping,
  });
  expect([shown.doubts, shown.header, shown.rows.length]).toEqual([
    [],
    ['Respondent ID', 'Czym jeździsz? / Rower', 'Czym jeździsz? / Autobus', 'Jak oceniasz urząd?'],
    6,
  ]);
});

describe('Polish form tools', () => {
  const values = Array.from({ length: 8 }, (_, i) => `${i + 1};${1 + (i % 5)};${i};${5 - (i % 5)};${i + 3}`);

  it('write “wartość” and “punkty” below their questions', async () => {
    const { shown } = await preview([
      'lp;Pytanie 1;;Pytanie 2;',
      ';wartość;punkty;wartość;punkty',
      ...values,
    ]);
    expect([shown.doubts, shown.dialect.header_rows, shown.header]).toEqual([
      [],
      2,
      ['lp', 'Pytanie 1 / wartość', 'Pytanie 1 / punkty', 'Pytanie 2 / wartość', 'Pytanie 2 / punkty'],
    ]);
    expect(shown.rows).toHaveLength(8);
  });

  it('write them below questions that stand far apart', async () => {
    const { shown } = await preview([
      'lp;Pytanie 1;;;Pytanie 2;;',
      ';wartość;punkty;komentarz;wartość;punkty;komentarz',
      ...values.map((row) => `${row};a;b`),
    ]);
    expect([shown.doubts, shown.dialect.header_rows, shown.header[6]]).toEqual([
      [],
      2,
      'Pytanie 2 / komentarz',
    ]);
  });

  it('or behind them', async () => {
    const { shown } = await preview(['lp;Pytanie 1;wartość;Pytanie 2;wartość', ...values]);
    expect([shown.doubts, shown.header]).toEqual([
      [],
      ['lp', 'Pytanie 1', 'Pytanie 1 / wartość', 'Pytanie 2', 'Pytanie 2 / wartość'],
    ]);
    const mapping = { type: 'survey', authority: 'POLISH', survey: { code: 'S', response_id: 'lp' } };
    const path = join(folder, `form-${files}.csv`);
    expect(await instance.import(path, { mapping })).toMatchObject({ new: 8, rejected: 0 });
  });

  it('are asked about where no question tells the columns apart', async () => {
    const lines = ['lp;wartość;wartość;punkty;punkty', ...values];
    const { path, shown } = await preview(lines);
    expect(shown.doubts).toMatchObject([
      { about: 'header', en: expect.stringContaining('“wartość” (line 1)') as string },
    ]);
    const mapping = { type: 'survey', authority: 'POLISH', survey: { code: 'T', response_id: 'lp' } };
    await expect(instance.import(path, { mapping })).rejects.toThrow('give “numbered” if numbers are enough');
    const numbered = await preview(lines, { header: 'numbered' });
    expect([numbered.shown.doubts, numbered.shown.header]).toEqual([
      [],
      ['lp', 'wartość', 'wartość (2)', 'punkty', 'punkty (2)'],
    ]);
  });
});
