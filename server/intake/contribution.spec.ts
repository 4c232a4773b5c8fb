import { createHmac } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVICE } from '../access/caller';
import { MIRRORED } from '../snapshot/mirrored-table';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';

let folder: string;
let instance: Instance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-contribution-'));
  instance = await startInstance(await freshDatabase());
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

let files = 0;
async function file(...lines: string[]): Promise<string> {
  const path = join(folder, `file-${++files}.csv`);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}
const query = (sql: string, values: unknown[] = []) => instance.foundation.dataSource.query(sql, values);
const revert = (batch: number) => instance.intake.revert(batch, SERVICE);
const named = (names: string) => Object.fromEntries(names.split(',').map((name) => [name, name]));
const take = async (
  authority: string,
  type: string,
  lines: string[],
  { fields, ...more }: { fields?: object; [key: string]: unknown } = {},
) =>
  instance.import(await file(...lines), {
    mapping: {
      type,
      authority,
      read: { delimiter: ',' },
      fields: fields ?? named(lines[0]!),
      ...more,
    },
  });
const stored = (authority: string, columns: string) =>
  query(
    `SELECT ${columns} FROM contribution c JOIN authority a ON a.id = c.authority_id WHERE a.code = $1 ORDER BY c.consultation, c.code`,
    [authority],
  );

describe('contributions of one consultation', () => {
  const consultation = { code: 'K-1', title_pl: 'Plan', matter_type: 'spatial_plan', topics: ['a', 'b'] };

  it('make it where it is unknown, and take it with them when they go', async () => {
    const receipt = await take('ONE', 'contribution', ['code,outcome', '1,accepted', '2,rejected'], {
      consultation,
    });
    expect(receipt).toMatchObject({ new: 2, rejected: 0, consultation_created: 'K-1' });
    expect(await query(`SELECT code, title_pl, topics, line FROM consultation`)).toEqual([
      { code: 'K-1', title_pl: 'Plan', topics: ['a', 'b'], line: 1 },
    ]);
    const again = await take('ONE', 'contribution', ['code,outcome', '3,partly'], { consultation });
    expect(again.consultation_created).toBeNull();
    // the later file stands on the consultation that the first one made
    await expect(revert(receipt.batch!)).rejects.toThrow('“K-1” is referred to by “3”');
    expect(await revert(again.batch!)).toMatchObject({ removed: 1, restored: 0 });
    expect(await revert(receipt.batch!)).toMatchObject({ removed: 2, restored: 0 });
    expect(await query('SELECT 1 FROM consultation')).toEqual([]);
  });

  it('may be named by the file; a code in a column has to be known', async () => {
    const made = await take('TWO', 'contribution', ['code', '1'], {
      fields: { code: 'code', consultation_code: { const: 'K-9' } },
    });
    expect(made).toMatchObject({ new: 1, consultation_created: 'K-9' });
    const unknown = await take('TWO', 'contribution', ['code,consultation', '1,K-9', '1,K-8']);
    expect(unknown).toMatchObject({ unchanged: 1, rejected: 1 });
    expect(unknown.issues).toMatchObject([{ line: 3, value: 'K-8', rule: 'unknown_reference', record: '1' }]);
  });

  it.each([
    [{ code: 'K-1', fields: 'x' }, 'the field: “fields”'],
    [{ title_pl: 'x' }, 'Mapping, consultation'],
    [{ code: 'K-1', unit: 'NIEMA' }, 'consultation.unit: No record has the code “NIEMA”'],
    [{ code: 'K-1', matter_type: 'x' }, 'Mapping, matter_type'],
    [{ code: 'K-1', opens_on: '2025-02-01', closes_on: '2025-01-01' }, 'consultation_ends_after_start'],
  ])('is refused as %j with a sentence', async (given, sentence) => {
    await expect(take('BAD', 'contribution', ['code', '1'], { consultation: given })).rejects.toThrow(
      sentence,
    );
    expect(await query(`SELECT 1 FROM authority WHERE code = 'BAD'`)).toEqual([]);
  });
});

it('takes the first of two rows of one code in one consultation, also where they follow each other', async () => {
  const receipt = await take('TWICE', 'contribution', ['code,topic', '1,a', '1,b', '1,c'], {
    consultation: { code: 'K' },
  });
  expect(receipt).toMatchObject({ new: 1, rejected: 2 });
  expect(receipt.issues).toMatchObject([
    { line: 3, rule: 'duplicate_code' },
    { line: 4, rule: 'duplicate_code' },
  ]);
});

describe('dispositions', () => {
  it('are added to contributions that are known, refused for others, and go with their batch', async () => {
    await take('ANS', 'contribution', ['code,topic', '1,drogi', '2,drogi', '3,zieleń'], {
      consultation: { code: 'K' },
    });
    const answers = [
      'consultation,code,outcome,published_on',
      'K,1,accepted,2025-03-01',
      'K,3,rejected,',
      'K,7,partly,',
    ];
    const receipt = await take('ANS', 'disposition', answers);
    expect(receipt).toMatchObject({ rows: 3, new: 0, changed: 2, rejected: 1, accepted: 2 });
    expect(receipt.issues).toMatchObject([
      { line: 4, record: '7', column: 'code', rule: 'unknown_reference' },
    ]);
    expect(await stored('ANS', 'c.code, c.topic, c.outcome, c.revision')).toEqual([
      { code: '1', topic: 'drogi', outcome: 'accepted', revision: 2 },
      { code: '2', topic: 'drogi', outcome: null, revision: 1 },
      { code: '3', topic: 'zieleń', outcome: 'rejected', revision: 2 },
    ]);
    expect(await take('ANS', 'disposition', answers)).toMatchObject({
      unchanged: 2,
      rejected: 1,
      batch: null,
    });
    expect(await revert(receipt.batch!)).toMatchObject({ removed: 0, restored: 2 });
    expect(await stored('ANS', 'c.outcome')).toEqual([
      { outcome: null },
      { outcome: null },
      { outcome: null },
    ]);
  });

  it('are all refused where there is not one contribution', async () => {
    await take('NONE', 'consultation', ['code', 'K']);
    const receipt = await take('NONE', 'disposition', ['consultation,code,outcome', 'K,1,accepted']);
    expect(receipt).toMatchObject({ rows: 1, accepted: 0, rejected: 1, batch: null });
  });

  it('are not published before they are made', async () => {
    const receipt = await take(
      'DAYS',
      'contribution',
      ['code,decided_on,published_on', '1,2025-03-02,2025-03-01'],
      { consultation: { code: 'K' } },
    );
    expect(receipt.issues).toMatchObject([{ column: 'published_on', rule: 'end_before_start' }]);
  });

  it('may be coded by a second person, of a contribution of that consultation', async () => {
    await take('COD', 'contribution', ['code', '1'], { consultation: { code: 'K' } });
    await take('COD', 'contribution', ['code', '2'], { consultation: { code: 'L' } });
    const header = 'consultation,contribution,coder,outcome';
    const receipt = await take('COD', 'coding', [header, 'K,1,B,accepted', 'K,2,B,accepted', 'L,2,B,partly']);
    expect(receipt).toMatchObject({ new: 2, rejected: 1 });
    expect(receipt.issues).toMatchObject([{ line: 3, column: 'contribution', value: '2' }]);
  });
});

describe('who took part', () => {
  const rows = [
    'code,osoba',
    '1,Jan.Kowalski@Example.org',
    '2, jan.kowalski@example.org',
    '3,600 100 200',
    '4,+48 600-100-200',
    '5,',
  ];
  const keys = async (authority: string) =>
    ((await stored(authority, 'c.person')) as { person: string | null }[]).map(({ person }) => person);

  it('is a key that only the secret of the instance makes, and no file keeps more', async () => {
    const receipt = await take('KEY', 'contribution', rows, {
      fields: { code: 'code', person: 'osoba' },
      consultation: { code: 'K' },
    });
    expect(receipt).toMatchObject({ new: 5, rejected: 0, dropped_columns: [] });
    expect(receipt.warnings).toContainEqual(
      expect.objectContaining({ line: 1, column: 'osoba', rule: 'personal_column_keyed' }),
    );
    // RFC 2104, by the library of the platform, over what the documents say
    const key = (text: string) =>
      createHmac('sha256', instance.foundation.secret.key('participant'))
        .update(`KEY\x1f${text}`)
        .digest('hex');
    const [mail, phone] = [key('jan.kowalski@example.org'), key('600100200')];
    expect(await keys('KEY')).toEqual([mail, mail, phone, phone, null]);
    expect(await readdir(instance.foundation.home.uploads)).not.toContain(receipt.sha256);
    expect(JSON.stringify(await query('SELECT to_jsonb(f) FROM finding f'))).not.toMatch(/kowalski|600/i);
  });

  it('is no constant: that would stand in the mapping, which everyone can read', async () => {
    const fields = { code: 'code', person: { const: 'jan@example.org' } };
    await expect(take('CONST', 'contribution', rows, { fields })).rejects.toThrow('allowed is only a column');
  });

  it('does not stand in the mapping that is kept either', async () => {
    const { batch } = await take('MAPPED', 'contribution', ['code,topic', '1,x'], {
      consultation: { code: 'K' },
      read: { delimiter: ',', null_values: ['jan@example.org'] },
    });
    const [{ mapping }] = await query('SELECT mapping FROM batch WHERE id = $1', [batch]);
    expect(mapping.read).toEqual({ delimiter: ',', null_values: ['[e-mail]'] });
  });

  it('has another key in another authority', async () => {
    await take('KEY2', 'contribution', rows, {
      fields: { code: 'code', person: 'osoba' },
      consultation: { code: 'K' },
    });
    const [one, other] = [await keys('KEY'), await keys('KEY2')];
    expect(other.slice(0, 4).filter((key) => one.includes(key))).toEqual([]);
  });

  it('is not shown where the cell is refused', async () => {
    const receipt = await take('LONG', 'contribution', ['code,osoba', `1,${'Kowalski '.repeat(40)}`], {
      fields: { code: 'code', person: 'osoba' },
      consultation: { code: 'K' },
    });
    expect(receipt.issues).toMatchObject([{ rule: 'too_long', value: null }]);
  });
});

it('keeps what contributions say out of the mirror', () => {
  const columns = MIRRORED.find(({ name }) => name === 'contribution')!.columns.map(({ name }) => name);
  expect(columns).toEqual(expect.arrayContaining(['outcome', 'person']));
  expect(columns.filter((name) => name === 'text' || name === 'rationale')).toEqual([]);
});

it('takes in every other type by the names of its fields', async () => {
  const all = [
    ['unit', 'code,name_pl', 'BP,Biuro'],
    ['district', 'code,name_pl', 'D1,Bronowice'],
    ['organisation', 'code,name_pl,kind,district', 'KRS1,Stowarzyszenie,association,D1'],
    ['consultation', 'code,unit', 'K,BP'],
    ['consultation_event', 'code,consultation,kind', 'E,K,workshop'],
    ['participant', 'code,consultation,event,kind,organisation,sex', 'P,K,E,organisation,KRS1,f'],
    [
      'council_opinion',
      'code,consultation,delivered_on,opinion_on,result',
      'R,K,2025-01-01,2025-01-10,positive',
    ],
    ['survey', 'code,consultation,design', 'S,K,open_link'],
    ['survey_item', 'code,survey,position,scale', 'Q1,S,1,likert5'],
    ['training_edition', 'code,starts_on,ends_on,planned_hours', 'ED1,2025-01-01,2025-03-01,32'],
    ['training_module', 'code,edition,module,planned_hours', 'ED1-M1,ED1,M1,8'],
    ['training_session', 'code,edition,module,hours', 'Z1,ED1,M1,4'],
    ['enrolment', 'code,edition,chosen_module,sector,unit', 'U1,ED1,M3,city,BP'],
    ['attendance', 'session,enrolment,hours', 'Z1,U1,4'],
    ['training_test', 'enrolment,phase,score,most', 'U1,pre,12,30'],
    ['advice_session', 'code,edition,kind,service_hours,persons', 'D1,ED1,group,2,5'],
    ['event', 'code,kind,held_on,feedback_survey', 'SEM,seminar,2025-05-01,S'],
    ['target', 'code,indicator,valid_since,value', 'T1,PR1,2025-01-01,1.2'],
    ['note', 'code,indicator,unit,year,quarter,text,dated', 'N1,PR1,BP,2025,1,Krótko,2025-04-10'],
  ] as const;
  for (const [type, header, row] of all) {
    const receipt = await instance.import(await file(header, row), { as: type, authority: 'ALL' });
    expect([type, receipt.new, receipt.issues]).toEqual([type, 1, []]);
  }
  const score = await instance.import(await file('enrolment,phase,score,most', 'U1,post,31,30'), {
    as: 'training_test',
    authority: 'ALL',
  });
  expect(score.issues).toMatchObject([{ rule: 'parts_exceed_whole', column: 'score' }]);
});
