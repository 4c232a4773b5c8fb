import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../store/home';
import { decoded, detectEncoding, encodingNamed } from '../encoding';
import { columnNames, ITEM_MARK, type Part, type Reader } from './reader';
import { RowFile, strictRecord } from './row-file';

const SHAPE = { delimiter: ',', quote: '"' };
const LARGEST = 256 << 20;
const LONGEST_RECORD = 2 << 20;
/** JSON can escape what no UTF-8 can carry. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** JSON: an array of flat objects, one object, or one object a line. The keys of the first object are the header. */
export const json: Reader = {
  name: 'json',
  accepts: (_file, head, options) =>
    options.format === 'json' ||
    options.format === 'jsonl' ||
    (options.format === undefined && /^(\uFEFF?\s*\{|\uFEFF?\s*\[\s*[{\]])/.test(head.toString('utf8'))),

  async read(source, folder, options) {
    if ((await stat(source)).size > LARGEST) {
      throw new Refusal('Plik JSON większy niż 256 MB; podziel go', 'JSON file larger than 256 MB; split it');
    }
    const bytes = await readFile(source);
    const encoding = options.encoding ? encodingNamed(options.encoding, bytes) : detectEncoding(bytes);
    const objects = objectsOf(textOf(bytes, encoding));
    const keys = Object.keys(objects[0]?.value ?? {});
    if (keys.length === 0)
      throw new Refusal(
        'Plik nie ma ani jednego obiektu z polami',
        'The file has not one object with fields',
      );
    return {
      reader: 'json',
      dialect: { encoding, delimiter: null, decimal: '.', header_rows: 0 },
      header: columnNames(keys),
      headerLine: objects[0]!.line,
      shape: SHAPE,
      doubts: [],
      parts: onePart(objects, keys, { file: join(folder, 'rows-0.csv'), same: options.same_keys === true }),
    };
  },
};

type Flat = Record<string, unknown>;
type Placed = { line: number; value: Flat };

function textOf(bytes: Buffer, encoding: string): string {
  try {
    return decoded(bytes, encoding, true);
  } catch {
    throw new Refusal(
      `Plik ma bajty spoza kodowania ${encoding}; podaj właściwe (read.encoding)`,
      `The file has bytes that ${encoding} does not allow; give the right encoding (read.encoding)`,
    );
  }
}

async function* onePart(
  objects: Placed[],
  keys: string[],
  { file, same }: { file: string; same: boolean },
): AsyncGenerator<Part> {
  const out = await RowFile.create(file, SHAPE);
  try {
    for (const [i, { line, value }] of objects.entries()) {
      const stranger = Object.keys(value).find((key) => !keys.includes(key));
      if (stranger !== undefined) throw strangeKey(stranger, line, keys);
      const absent = same ? keys.find((key) => !Object.hasOwn(value, key)) : undefined;
      if (absent !== undefined) throw absentKey(absent, line);
      const record = strictRecord(
        keys.map((key) => cell(value[key], key, line)),
        SHAPE,
      );
      if (record.length > LONGEST_RECORD) throw tooLong(line);
      out.add(record, line, i + 1, false);
      await out.drain();
    }
  } finally {
    await out.close();
  }
  yield { file, rows: out.rows, marked: out.marked, broken: [] };
}

const tooLong = (line: number) =>
  new Refusal(`Obiekt od wiersza ${line} ma ponad 2 MB`, `The object from line ${line} is larger than 2 MB`);

const strangeKey = (key: string, line: number, keys: string[]) =>
  new Refusal(
    `Obiekt od wiersza ${line} ma pole „${key}”, którego nie ma pierwszy; dozwolone: ${keys.join(', ')}`,
    `The object from line ${line} has the field “${key}” that the first one lacks; allowed: ${keys.join(', ')}`,
  );

const absentKey = (key: string, line: number) =>
  new Refusal(
    `Obiekt od wiersza ${line} nie ma pola „${key}”, które ma pierwszy; podaj je (null czyści) albo wyślij obiekty o innych polach osobno`,
    `The object from line ${line} lacks the field “${key}” that the first one has; give it (null clears) or send objects with other fields apart`,
  );

/** The whole text is parsed by the parser of the language, so that nothing between the objects can be passed over. */
function objectsOf(text: string): Placed[] {
  const values = /^\s*\[/.test(text) ? (parsed(text, 1) as unknown[]) : (oneObject(text) ?? linesOf(text));
  const wrong = values.findIndex(
    (value) => typeof value !== 'object' || value === null || Array.isArray(value),
  );
  if (wrong >= 0)
    throw new Refusal(`Element ${wrong + 1} nie jest obiektem`, `Item ${wrong + 1} is not an object`);
  const lines = startLines(text);
  if (lines.length !== values.length) throw new Refusal('Obiekty nie są płaskie', 'The objects are not flat');
  return values.map((value, i) => ({ line: lines[i]!, value: value as Flat }));
}

/** A single object over several lines; null where the text is anything else. */
function oneObject(text: string): unknown[] | null {
  try {
    return [JSON.parse(text)];
  } catch {
    return null;
  }
}

function linesOf(text: string): unknown[] {
  return text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [parsed(line, i + 1)]));
}

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = (error as Error).message;
    throw new Refusal(
      `To nie jest poprawny JSON (od wiersza ${line}): ${why}`,
      `Not valid JSON (from line ${line}): ${why}`,
    );
  }
}

/** On which line each outermost object starts: brackets inside strings do not count. */
function startLines(text: string): number[] {
  const lines: number[] = [];
  let [depth, line] = [0, 1];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '\n') line++;
    else if (letter === '"') at = endOfString(text, at + 1);
    else if (letter === '{' && depth++ === 0) lines.push(line);
    else if (letter === '}') depth--;
  }
  return lines;
}

/** Where a string ends; JSON allows no line break inside. */
function endOfString(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function cell(value: unknown, key: string, line: number): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.map((item) => cell(item, key, line)).join(ITEM_MARK);
  refuseUnreadable(value, key, line);
  return String(value);
}

/** What a cell cannot hold, or not exactly. */
function refuseUnreadable(value: unknown, key: string, line: number): void {
  // one text would become two items of a list
  if (typeof value === 'string' && value.includes(ITEM_MARK))
    throw new Refusal(
      `Pole „${key}” (wiersz ${line}) ma znak sterujący U+001D; usuń go w źródle`,
      `The field “${key}” (line ${line}) has the control character U+001D; remove it at the source`,
    );
  if (typeof value === 'object') {
    throw new Refusal(
      `Pole „${key}” (wiersz ${line}) nie jest płaskie`,
      `The field “${key}” (line ${line}) is not flat`,
    );
  }
  if (typeof value === 'string' && LONE_SURROGATE.test(value)) {
    throw new Refusal(
      `Tekst w polu „${key}” (wiersz ${line}) ma połówkę znaku (\\ud800–\\udfff bez pary); zapisz cały znak`,
      `The text in the field “${key}” (line ${line}) has half a character (\\ud800–\\udfff without its pair); write the whole one`,
    );
  }
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new Refusal(
      `Liczba w polu „${key}” (wiersz ${line}) jest za duża, by odczytać ją dokładnie; zapisz ją jako tekst`,
      `The number in the field “${key}” (line ${line}) is too large to be read exactly; write it as text`,
    );
  }
}
