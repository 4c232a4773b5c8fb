import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Mirror } from '../snapshot/mirror';
import { type Instance, startInstance } from '../testing/instance';

/** Nobody of these exists. Each text is planted once, so that what is found tells from where it came. */
const PLANTED = {
  names: [
    'Zygfryd',
    'Brzęczyszczykiewicz',
    'Hermenegilda',
    'Pierdziołkowska',
    'Wawrzyniec',
    'Dzięciołkiewicz',
    'Kunegunda',
  ],
  emails: [
    'zygfryd@poczta.example',
    'hermenegilda@poczta.example',
    'w.pismie@poczta.example',
    'w.kodzie@poczta.example',
    'w.dacie@poczta.example',
    'w.temacie@poczta.example',
    'w.naglowku@poczta.example',
    'w.nazwie.pliku@poczta.example',
    'bez.nazwy@poczta.example',
    'na.granicy@poczta.example',
  ],
  pesels: ['44051401458', '02270803624', '80010112340', '99123100096', '44051401359'],
  phones: ['600 111 222', '601-333-444', '602555666', '81 466 77 88', '603 777 888'],
  ips: ['83.12.45.190', '2a00:f41:1c2::7', '91.203.17.54', '10.20.30.40'],
  others: ['Krokodyla', 'ABC987654', '1944-05-14', 'podpisano-odręcznie'],
};
const ALL = Object.values(PLANTED).flat();
const { names, emails, pesels, phones, ips, others } = PLANTED;

const HEADER = [
  'kod',
  'tytuł',
  'tematy',
  'od',
  'komórka',
  'Imię i nazwisko',
  'E-MAIL',
  'Tel.',
  'nr_pesel',
  'Adres IP',
  'ulica',
  'nr domu',
  'data urodzenia',
  'Nr dowodu osobistego',
  'podpis',
  'kontakt',
  'wpis',
];
const PERSON = [
  `${names[0]} ${names[1]}`,
  emails[0],
  phones[0],
  pesels[0],
  ips[0],
  others[0],
  '7',
  others[2],
  others[1],
  others[3],
  emails[8],
  phones[1],
];
const OTHER = [
  `${names[2]} ${names[3]}`,
  emails[1],
  phones[2],
  pesels[1],
  ips[1],
  others[0],
  '8',
  others[2],
  others[1],
  others[3],
  emails[8],
  phones[1],
];
const row = (...cells: (string | undefined)[]) => cells.join(';');
const LINES = [
  row(...HEADER),
  row(
    'A',
    `Uwaga z ${emails[2]}, PESEL ${pesels[2]}, tel. ${phones[3]}, IP ${ips[2]}`,
    `Parki|pisze ${emails[5]}`,
    '2025-01-01',
    'Wydział',
    ...PERSON,
  ),
  row('B', `Wniosek ${pesels[3]}/${ips[3]}`, 'Drogi', '2025-01-02', 'Wydział', ...OTHER),
  row(emails[3], 'Kod, który jest adresem', '', '2025-01-03', '', ...PERSON),
  row(`K-${pesels[4]}`, 'Kod, który jest numerem', '', '2025-01-03', '', ...PERSON),
  row('C', 'Data, która nią nie jest', '', emails[4], '', ...PERSON),
  row('D', 'I druga', '', `${phones[4]}`, '', ...PERSON),
  row('E', `Adres na granicy${'x'.repeat(970)} ${emails[9]}`, '', '2025-01-03', '', ...PERSON),
  row('F', `"Cudzysłów "w środku"`, names[4], '2025-01-03', '', ...PERSON),
  row(names[5], 'Za', 'mało'),
  row('', '', names[6], 'za dużo', ...PERSON, ...OTHER, ...PERSON),
];

/** A mapping that would store all of it. */
const MAPPING = {
  type: 'consultation',
  authority: 'P',
  read: { delimiter: ';' },
  fields: {
    code: 'kod',
    title_pl: 'tytuł',
    topics: { column: 'tematy', split: '|' },
    opens_on: 'od',
    unit_name: 'komórka',
    register_no: 'Imię i nazwisko',
    legal_basis: 'E-MAIL',
    title_en: 'nr_pesel',
    source_precision: 'kontakt',
    reported_participants: 'Tel.',
    districts: 'ulica',
    decision_on: 'data urodzenia',
  },
};

let folder: string;
let instance: Instance;
let log = '';
const write = process.stderr.write.bind(process.stderr);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-personal-'));
  process.stderr.write = (chunk: string | Uint8Array) => ((log += String(chunk)), true);
  instance = await startInstance(null);
});
afterAll(async () => {
  process.stderr.write = write;
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

async function file(name: string, lines: string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

const planted = (text: string) => ALL.filter((secret) => text.includes(secret));
/** Every row of every table, as text. */
async function dump(query: <T>(sql: string) => Promise<T[]>, cast: string): Promise<Map<string, string>> {
  const tables = await query<{ name: string }>(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const texts = new Map<string, string>();
  for (const { name } of tables) {
    const rows = await query<{ text: string }>(`SELECT CAST(t AS ${cast}) AS text FROM "${name}" t`);
    texts.set(name, rows.map(({ text }) => text).join('\n'));
  }
  return texts;
}
const postgres = () => dump((sql) => instance.foundation.dataSource.query(sql), 'text');
const mirror = async () => {
  await instance.app.get(Mirror).refresh();
  return dump((sql) => instance.app.get(Mirror).query(sql), 'VARCHAR');
};
const secretsOf = (texts: Map<string, string>) =>
  [...texts].map(([name, text]) => [name, planted(text)]).filter(([, found]) => found!.length > 0);

it('leaves no personal data of a hostile file anywhere but in the file', async () => {
  const path = await file(`${emails[7]}.csv`, LINES);
  const receipt = await instance.import(path, { mapping: MAPPING });
  expect([receipt.rows, receipt.new, receipt.rejected]).toEqual([10, 2, 8]);
  expect(receipt.dropped_columns).toEqual(HEADER.slice(5));
  expect(receipt.file).toBe('[e-mail]');
  expect(
    receipt.warnings
      .filter(({ rule }) => rule === 'personal_column')
      .map(({ line, column, value }) => [line, column, value]),
  ).toEqual(
    HEADER.slice(5).map((name, i) => [
      1,
      name,
      [
        'name',
        'email',
        'phone',
        'pesel',
        'ip',
        'address',
        'address',
        'birth_date',
        'identity_document',
        'signature',
        'email',
        'phone',
      ][i],
    ]),
  );
  expect(receipt.warnings.find(({ column }) => column === 'E-MAIL')!.message).toEqual({
    pl: 'Kolumna z danymi osobowymi (adres e-mail) nie została przyjęta; jeśli to pomyłka, wymień ją w keep_columns mapowania',
    en: 'The column of personal data (e-mail address) was not taken in; where this is a mistake, name it in keep_columns of the mapping',
  });
  expect(
    receipt.warnings
      .filter(({ rule }) => rule === 'personal_masked')
      .map(({ line, column }) => [line, column]),
  ).toEqual([
    [2, 'tytuł'],
    [2, 'tematy'],
    [3, 'tytuł'],
  ]);
  expect(receipt.issues.map(({ line, rule, record, value }) => [line, rule, record, value])).toEqual([
    [4, 'personal_code', '[e-mail]', '[e-mail]'],
    [5, 'personal_code', 'K-[PESEL]', 'K-[PESEL]'],
    [6, 'not_a_date', 'C', '[e-mail]'],
    [7, 'not_a_date', 'D', '[telefon]'],
    [8, 'too_long', 'E', expect.stringMatching(/x \[e-mail\]$/)],
    [9, 'broken_quote', 'F', null],
    [10, 'missing_column', null, '3 / 17'],
    [11, 'extra_column', null, '40 / 17'],
  ]);

  expect(secretsOf(await postgres())).toEqual([]);
  expect(secretsOf(await mirror())).toEqual([]);
  expect(planted(JSON.stringify(receipt))).toEqual([]);
  const url = `/api/v1/batches/${receipt.batch}`;
  const authorization = `Bearer ${instance.foundation.lock.token}`;
  for (const headers of [{}, { authorization }])
    expect(planted((await instance.app.inject({ url, headers })).body)).toEqual([]);
  // the file itself is not kept either; that the search finds what is there is shown by a file put there for it
  expect(await filesWith(instance.foundation.home.folder)).toEqual([]);
  await copyFile(path, join(instance.foundation.home.uploads, 'planted'));
  expect(await filesWith(instance.foundation.home.folder)).toEqual([join('uploads', 'planted')]);
  await rm(join(instance.foundation.home.uploads, 'planted'));
  expect(planted(log)).toEqual([]);
});

/** Files below the folder that hold something planted: the log of Postgres and what it writes ahead too. */
async function filesWith(home: string): Promise<string[]> {
  const entries = await readdir(home, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found = [];
  for (const path of paths)
    if (planted(await readFile(path, 'utf8')).length > 0) found.push(relative(home, path));
  return found;
}

it('tells the public of a column and its kind, and nothing of a cell', async () => {
  const { findings } = await instance.get<{
    findings: { rule: string; value: string | null; message: { pl: string } }[];
  }>('/api/v1/batches/1');
  expect(findings.find(({ rule }) => rule === 'personal_column')!.message.pl).toContain('imię lub nazwisko');
  expect(
    findings.filter(({ rule }) => !rule.startsWith('personal_column')).every(({ value }) => value === null),
  ).toBe(true);
});

it('would have found what it looks for', async () => {
  expect(await filesWith(folder)).toEqual([`${emails[7]}.csv`]);
  await instance.foundation.dataSource.query(`UPDATE consultation SET topics = ARRAY[$1] WHERE code = 'B'`, [
    emails[5],
  ]);
  expect([secretsOf(await postgres()), secretsOf(await mirror())]).toEqual([
    [['consultation', [emails[5]]]],
    [['consultation', [emails[5]]]],
  ]);
  await instance.foundation.dataSource.query(`UPDATE consultation SET topics = '{Drogi}' WHERE code = 'B'`);
});

it('finds the same file unchanged, and stores what is masked in place of what was', async () => {
  const [stored] = await instance.foundation.dataSource.query(
    `SELECT title_pl, topics, register_no FROM consultation WHERE code = 'A'`,
  );
  expect(stored).toEqual({
    title_pl: 'Uwaga z [e-mail], PESEL [PESEL], tel. [telefon], IP [IP]',
    topics: ['Parki', 'pisze [e-mail]'],
    register_no: null,
  });
  const again = await instance.import(await file('again.csv', LINES), { mapping: MAPPING });
  expect([again.batch, again.new, again.changed, again.unchanged, again.rejected]).toEqual([
    null,
    0,
    0,
    2,
    8,
  ]);
});

it('hides what stands in the header of a file that has none, also where it refuses it', async () => {
  const lines = [`K1;${emails[6]};${pesels[0]}`, 'K2;Park;5'];
  const path = await file('headless.csv', lines);
  const receipt = await instance.import(path, {
    mapping: {
      type: 'consultation',
      authority: 'H',
      read: { delimiter: ';', header_rows: 1 },
      fields: { code: 'K1' },
    },
  });
  expect(receipt.dropped_columns).toEqual(['[e-mail]', '[PESEL]']);
  expect(secretsOf(await postgres())).toEqual([]);
  const wrong = {
    type: 'consultation',
    authority: 'H',
    read: { delimiter: ';', header_rows: 1 },
    fields: { code: 'kod' },
  };
  await expect(instance.import(path, { mapping: wrong })).rejects.toThrow('it has: K1, [e-mail], [PESEL]');
});

it('takes a column in where the mapping says that it is none of a person, and says so', async () => {
  const path = await file('kept.csv', ['kod;Podpis', 'A;Uchwała']);
  const fields = { code: 'kod', title_pl: 'Podpis' };
  const kept = await instance.import(path, {
    mapping: {
      type: 'consultation',
      authority: 'K',
      read: { delimiter: ';' },
      fields,
      keep_columns: ['Podpis'],
    },
  });
  expect([kept.new, kept.dropped_columns]).toEqual([1, []]);
  expect(kept.warnings).toMatchObject([
    { line: 1, column: 'Podpis', rule: 'personal_column_kept', value: 'signature' },
  ]);
  expect(
    await instance.foundation.dataSource.query(`SELECT title_pl FROM consultation WHERE batch_id = $1`, [
      kept.batch,
    ]),
  ).toEqual([{ title_pl: 'Uchwała' }]);
});

it('says of every row that the code is missing where its column was left out', async () => {
  const path = await file('code.csv', ['PESEL;tytuł', `${pesels[0]};Park`, `${pesels[1]};Most`]);
  const receipt = await instance.import(path, {
    mapping: {
      type: 'consultation',
      authority: 'C',
      read: { delimiter: ';' },
      fields: { code: 'PESEL', title_pl: 'tytuł' },
    },
  });
  expect(receipt.issues.map(({ line, record, rule }) => [line, record, rule])).toEqual([
    [2, null, 'missing_code'],
    [3, null, 'missing_code'],
  ]);
  expect(receipt.warnings).toMatchObject([{ rule: 'personal_column', column: 'PESEL' }]);
  expect(planted(JSON.stringify(receipt))).toEqual([]);
});

it('leaves what a field had where its column is left out', async () => {
  const given = (name: string) => ({
    type: 'consultation',
    authority: 'L',
    read: { delimiter: ';' },
    fields: { code: 'kod', title_pl: name },
  });
  await instance.import(await file('first.csv', ['kod;tytuł', 'A;Park']), { mapping: given('tytuł') });
  const later = await instance.import(await file('later.csv', ['kod;nazwisko', `A;${names[0]}`]), {
    mapping: given('nazwisko'),
  });
  expect([later.changed, later.unchanged, later.dropped_columns]).toEqual([0, 1, ['nazwisko']]);
});

it('names the line of the header behind lines that are skipped, and of the first object', async () => {
  const csv = await instance.import(await file('skip.csv', ['Wykaz', 'kod;PESEL', 'A;nie podano']), {
    mapping: {
      type: 'consultation',
      authority: 'S',
      read: { delimiter: ';', skip_rows: 1 },
      fields: { code: 'kod' },
    },
  });
  expect(csv.warnings).toMatchObject([{ line: 2, column: 'PESEL', rule: 'personal_column' }]);
  const json = await instance.import(
    await file('rows.json', ['[', ` {"kod": "B", "PESEL": "${pesels[0]}"}`, ']']),
    {
      mapping: { type: 'consultation', authority: 'S', fields: { code: 'kod' } },
    },
  );
  expect(json.warnings).toMatchObject([{ line: 2, column: 'PESEL', rule: 'personal_column' }]);
});
