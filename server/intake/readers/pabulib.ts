import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../store/home';
import { cellsOf } from './cells';
import type { Dialect, Doubt, Part, ReadOptions, Reader } from './reader';
import { columnNames } from './reader';
import { RowFile, strictRecord } from './row-file';
import { Walk } from './walk';

const SHAPE = { delimiter: ';', quote: '"' };
const LARGEST = 256 << 20;
const SECTION = /^(?:\uFEFF|ï»¿)?(META|PROJECTS|VOTES)[ \t]*$/gim;

/** A participatory budget of the Pabulib library: one of its sections, `meta` as one row with its keys for columns. */
export const pabulib: Reader = {
  name: 'pabulib',
  accepts: (_file, head, options) =>
    options.format === 'pabulib' ||
    (options.format === undefined && /^(?:ï»¿)?META\s*[\r\n]+key;value/i.test(head.toString('latin1'))),

  async read(source, folder, options) {
    const { section, start, bytes } = await sectionOf(source, options);
    const doubts: Doubt[] = options.section === undefined ? [whichSection] : [];
    const dialect: Dialect = { encoding: 'utf-8', delimiter: ';', decimal: '.', header_rows: 1, section };
    const common = { reader: 'pabulib', dialect, shape: SHAPE, doubts };
    if (section === 'meta') return { ...common, ...metaTable(bytes, start, join(folder, 'rows-0.csv')) };
    const chunks = (async function* () {
      yield bytes;
    })();
    const walk = new Walk(chunks, { shape: SHAPE, skipped: start, headerRows: 1, width: 0, options, folder });
    return { ...common, ...(await walk.header()), parts: walk.parts() };
  },
};

const whichSection: Doubt = {
  about: 'section',
  pl: 'Plik Pabulib ma trzy części: meta, projects, votes; podaj jedną',
  en: 'A Pabulib file has three sections: meta, projects, votes; name one',
};

/** The bytes of a section, behind its name, and the physical line of that name. Throws `Refusal` where there is none. */
async function sectionOf(source: string, { section = 'meta' }: ReadOptions) {
  if ((await stat(source)).size > LARGEST)
    throw new Refusal('Plik Pabulib większy niż 256 MB', 'Pabulib file larger than 256 MB');
  const file = await readFile(source);
  // one character a byte, so that places in the text are places in the bytes
  const text = file.toString('latin1').replaceAll('\r\n', ' \n').replaceAll('\r', '\n');
  const marks = [...text.matchAll(SECTION)];
  const at = marks.findIndex(([, name]) => name!.toLowerCase() === section);
  if (at < 0) {
    const has = marks.map(([, name]) => name!.toLowerCase()).join(', ') || '–';
    throw new Refusal(
      `Plik nie ma części „${section}”; ma: ${has}`,
      `The file has no section “${section}”; it has: ${has}`,
    );
  }
  const mark = marks[at]!;
  const start = text.slice(0, mark.index).split('\n').length;
  const end = mark.index + mark[0].length + 1;
  return { section, start, bytes: file.subarray(end, marks[at + 1]?.index ?? file.length) };
}

/** Keys and values, one pair a line, as a table of one row. */
function metaTable(bytes: Buffer, start: number, file: string) {
  const lines = bytes.toString('utf8').split(/\r\n|\n|\r/);
  const pairs = lines.slice(1).flatMap((line) => {
    const [key, ...value] = cellsOf(Buffer.from(line), SHAPE).map(String);
    return line.trim() === '' ? [] : [[key!, value.join(';')] as const];
  });
  const keys = pairs.map(([key]) => key);
  return {
    header: columnNames(keys),
    headerLine: start + 1,
    parts: oneRow(
      pairs.map(([, value]) => value),
      start + 2,
      file,
    ),
  };
}

async function* oneRow(cells: string[], line: number, file: string): AsyncGenerator<Part> {
  const out = await RowFile.create(file, SHAPE);
  out.add(strictRecord(cells, SHAPE), line, 1, false);
  await out.close();
  yield { file, rows: 1, marked: out.marked, broken: [] };
}
