import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from './json';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-json-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(content: string, options = {}) {
  const source = join(folder, 'source.json');
  await writeFile(source, content);
  const table = await json.read(source, folder, options);
  let text = '';
  for await (const { file } of table.parts) text += await readFile(file, 'utf8');
  return { ...table, text };
}

it('reads an array of flat objects with the line on which each starts', async () => {
  const table = await read('[\n {"a": 1, "b": "x}{\\"y"},\n\n {"a": null, "b": true}\n]');
  expect(table.header).toEqual(['a', 'b']);
  expect(table.text).toBe('2,1,"1","x}{""y"\n4,2,,"true"\n');
});

it('reads one object a line', async () => {
  expect((await read('{"a": 1}\n{"a": 2}\n')).text).toBe('1,1,"1"\n2,2,"2"\n');
});

it('reads one object over several lines, and a list as its items', async () => {
  expect((await read('\n{"a": 1,\n "b": ["x", "y"],\n "c": []}')).text).toBe('2,1,"1","x\x1dy",\n');
});

it('takes an absent field for an empty one, or asks where that is not wanted', async () => {
  const content = '{"a": 1, "b": 2}\n{"a": 3}\n';
  expect((await read(content)).text).toBe('1,1,"1","2"\n2,2,"3",\n');
  await expect(read(content, { same_keys: true })).rejects.toThrow(
    'The object from line 2 lacks the field “b”',
  );
  expect((await read('{"a": 1}\n{"a": null}', { same_keys: true })).text).toBe('1,1,"1"\n2,2,\n');
});

it.each([
  ['[{"a": 1}, {"a": 2, "b": 3}]', 'the field “b” that the first one lacks'],
  ['[{"a": {"b": 1}}]', 'is not flat'],
  ['[{"a": [{"b": 1}]}]', 'is not flat'],
  ['[{"a": [[1]]}]', 'is not flat'],
  ['[{"a": ["x\\u001dy"]}]', 'U+001D'],
  ['[{"a": "x\\u001dy"}]', 'U+001D'],
  ['[{"a": 1', 'Not valid JSON'],
  ['[{"a": 1},["B"]]', 'Item 2 is not an object'],
  ['[{"a": 1},', 'Not valid JSON'],
  ['[{"a": 12345678901234567890}]', 'too large to be read exactly'],
  ['[{"a": 1,}]', 'Not valid JSON'],
  ['[{"a": "x\\ud800"}]', 'half a character'],
  ['[]', 'not one object'],
])('refuses %s with a sentence', async (content, sentence) => {
  await expect(read(content)).rejects.toThrow(sentence);
});

it('reads the encoding that is declared and refuses bytes that are none of it', async () => {
  const cp1250 = Buffer.from('[{"a": "\xa3\xf3d\x9f"}]', 'latin1');
  const source = join(folder, 'source.json');
  await writeFile(source, cp1250);
  const table = await json.read(source, folder, { encoding: 'windows-1250' });
  for await (const { file } of table.parts) expect(await readFile(file, 'utf8')).toBe('1,1,"Łódź"\n');
  await expect(json.read(source, folder, { encoding: 'utf-8' })).rejects.toThrow(
    'bytes that utf-8 does not allow',
  );
});

it('does not choke on a text that never ends', async () => {
  await expect(read(`{"x":"${'\\"'.repeat(400_000)}`)).rejects.toThrow('Not valid JSON');
});
