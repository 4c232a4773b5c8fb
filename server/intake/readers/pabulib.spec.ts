import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pabulib } from './pabulib';
import type { ReadOptions } from './reader';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-pabulib-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const FILE = [
  'META',
  'key;value',
  'description;Budżet; dzielnica Park',
  'num_votes;2',
  'PROJECTS',
  'project_id;cost;name',
  '1;500;"Ławki; kosze"',
  '2;700;Staw',
  'VOTES',
  'voter_id;vote',
  'a;1,2',
  'b;2',
  '',
];

async function read(end: string, options: ReadOptions) {
  const source = join(folder, 'a.pb');
  await writeFile(source, FILE.join(end));
  const table = await pabulib.read(source, folder, options);
  let text = '';
  for await (const { file } of table.parts) text += await readFile(file, 'utf8');
  return { ...table, text };
}

it.each(['\n', '\r\n', '\r'])(
  'reads each section as a table, with the lines of the file (line end %j)',
  async (end) => {
    const meta = await read(end, { section: 'meta' });
    expect([meta.header, meta.headerLine, meta.text]).toEqual([
      ['description', 'num_votes'],
      2,
      '3;1;"Budżet; dzielnica Park";"2"\n',
    ]);
    const projects = await read(end, { section: 'projects' });
    expect([projects.header, projects.text]).toEqual([
      ['project_id', 'cost', 'name'],
      '7;1;1;500;"Ławki; kosze"\n8;2;2;700;Staw\n',
    ]);
    expect((await read(end, { section: 'votes' })).text).toBe('11;1;a;1,2\n12;2;b;2\n');
  },
);

it('knows the format, and asks which section is meant', async () => {
  expect(pabulib.accepts('a.pb', Buffer.from('META\r\nkey;value\r\n'), {})).toBe(true);
  expect(pabulib.accepts('a.csv', Buffer.from('meta;key;value\n'), {})).toBe(false);
  expect((await read('\n', {})).doubts).toMatchObject([{ about: 'section' }]);
});

it('says which sections there are', async () => {
  const source = join(folder, 'b.pb');
  await writeFile(source, 'META\nkey;value\na;b\n');
  await expect(pabulib.read(source, folder, { section: 'votes' })).rejects.toThrow(
    'The file has no section “votes”; it has: meta',
  );
});
