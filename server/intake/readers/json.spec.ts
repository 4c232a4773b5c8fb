import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from './json';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-json-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(content: string) {
  const source = join(folder, 'source.json');
  await writeFile(source, content);
  const table = await json.read(source, folder, {});
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

it.each([
  ['[{"a": 1}, {"a": 2, "b": 3}]', 'the field “b” that the first one lacks'],
  ['[{"a": {"b": 1}}]', 'is not flat'],
  ['[{"a": 1', 'ends in the middle'],
  ['[{"a": 1,}]', 'Not valid JSON'],
  ['[]', 'not one object'],
])('refuses %s with a sentence', async (content, sentence) => {
  await expect(read(content)).rejects.toThrow(sentence);
});
