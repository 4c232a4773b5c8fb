import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../store/home';
import { columnNames, type Part, type Reader } from './reader';
import { RowFile, strictRecord } from './row-file';

const SHAPE = { delimiter: ',', quote: '"' };
const LARGEST = 256 << 20;

/** JSON: an array of flat objects, or one object a line. The keys of the first object are the header. */
export const json: Reader = {
  name: 'json',
  accepts: (_file, head, options) =>
    options.format === 'json' ||
    options.format === 'jsonl' ||
    (options.format === undefined && /^\s*[[{]/.test(head.toString('utf8'))),

  async read(source, folder) {
    const bytes = await readFile(source);
    if (bytes.length > LARGEST) {
      throw new Refusal('Plik JSON większy niż 256 MB; podziel go', 'JSON file larger than 256 MB; split it');
    }
    const objects = objectsOf(new TextDecoder('utf-8').decode(bytes));
    const keys = Object.keys(objects[0]?.value ?? {});
    if (keys.length === 0)
      throw new Refusal(
        'Plik nie ma ani jednego obiektu z polami',
        'The file has not one object with fields',
      );
    return {
      reader: 'json',
      dialect: { encoding: 'utf-8', delimiter: null, decimal: '.', header_rows: 0 },
      header: columnNames(keys),
      shape: SHAPE,
      parts: onePart(objects, keys, join(folder, 'rows-0.csv')),
    };
  },
};

async function* onePart(
  objects: { line: number; value: Flat }[],
  keys: string[],
  file: string,
): AsyncGenerator<Part> {
  const out = await RowFile.create(file, SHAPE);
  for (const [i, { line, value }] of objects.entries()) {
    const stranger = Object.keys(value).find((key) => !keys.includes(key));
    if (stranger !== undefined) throw strangeKey(stranger, line, keys);
    const cells = keys.map((key) => cell(value[key], key, line));
    out.add(strictRecord(cells, SHAPE), line, i + 1, false);
    await out.drain();
  }
  await out.close();
  yield { file, rows: out.rows, multiline: out.multiline, marked: out.marked, broken: [] };
}

const strangeKey = (key: string, line: number, keys: string[]) =>
  new Refusal(
    `Obiekt od wiersza ${line} ma pole „${key}”, którego nie ma pierwszy; dozwolone: ${keys.join(', ')}`,
    `The object from line ${line} has the field “${key}” that the first one lacks; allowed: ${keys.join(', ')}`,
  );

type Flat = Record<string, unknown>;

function objectsOf(text: string): { line: number; value: Flat }[] {
  const starts = objectStarts(text);
  return starts.map(({ from, to, line }) => {
    try {
      return { line, value: JSON.parse(text.slice(from, to)) as Flat };
    } catch (error) {
      const why = (error as Error).message;
      throw new Refusal(
        `To nie jest poprawny JSON (obiekt od wiersza ${line}): ${why}`,
        `Not valid JSON (object from line ${line}): ${why}`,
      );
    }
  });
}

/** Where each outermost object starts and ends, and on which line: brackets inside strings do not count. */
function objectStarts(text: string): { from: number; to: number; line: number }[] {
  const found: { from: number; to: number; line: number }[] = [];
  let depth = 0;
  let line = 1;
  let started = { from: 0, line: 1 };
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}\n]/g)) {
    const token = match[0];
    if (token === '\n') line++;
    else if (token === '{' && depth++ === 0) started = { from: match.index, line };
    else if (token === '}' && --depth === 0) found.push({ ...started, to: match.index + 1 });
  }
  if (depth !== 0)
    throw new Refusal('JSON urywa się w środku obiektu', 'The JSON ends in the middle of an object');
  return found;
}

function cell(value: unknown, key: string, line: number): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') {
    throw new Refusal(
      `Pole „${key}” (wiersz ${line}) nie jest płaskie`,
      `The field “${key}” (line ${line}) is not flat`,
    );
  }
  return String(value);
}
