// Makes a copy of a workbook in which faulty cells are coloured and a column says what is wrong with each row. Nothing
// else of it changes: every other part is copied as it is, and of the sheet only the cells that are marked. Runs in a
// thread with a memory of its own, as files come from anywhere.
import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { attribute, elements, escaped, prefixOf, tagsOf, unescaped, writable } from './marks-xml.mjs';

const FILLS = { issue: 'FFF8C9C4', warning: 'FFFFE9A8' };
/** A cell of a spreadsheet holds so many characters. */
const LONGEST = 32_767;

function letters(column) {
  const rest = (column - 1) % 26;
  return (column > 26 ? letters((column - 1 - rest) / 26) : '') + String.fromCharCode(65 + rest);
}

const columnOf = (name) => [...name].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);

/** Styles of cells: gives each that is marked a twin with the colour of its mark. Nothing is coloured where there are none. */
class Colours {
  known = new Map();

  constructor(files) {
    this.files = files;
    this.name = Object.keys(files).find((file) => /^xl\/styles\.xml$/i.test(file));
    this.xml = this.name ? strFromU8(files[this.name]) : '';
    this.prefix = prefixOf(this.xml, 'styleSheet');
    this.makeFills();
    const [cellXfs] = elements(this.xml, `${this.prefix}cellXfs`);
    const [fills] = elements(this.xml, `${this.prefix}fills`);
    this.styles = fills && cellXfs ? this.within(cellXfs, 'xf') : [];
    this.fills = fills && cellXfs ? this.within(fills, 'fill') : [];
  }

  /** Programs that write few styles leave fills out; the first two are reserved (ECMA-376, 18.8.21). */
  makeFills() {
    const p = this.prefix;
    if (elements(this.xml, `${p}fills`).next().value) return;
    const reserved = ['none', 'gray125'].map(
      (pattern) => `<${p}fill><${p}patternFill patternType="${pattern}"/></${p}fill>`,
    );
    const before = new RegExp(`<${p}(?:borders|cellStyleXfs|cellXfs)[\\s/>]`);
    this.xml = this.xml.replace(before, `<${p}fills count="2">${reserved.join('')}</${p}fills>$&`);
  }

  within({ open, end }, name) {
    return [...elements(this.xml, this.prefix + name, open, end)].map((one) =>
      this.xml.slice(one.start, one.end),
    );
  }

  /** The number of the twin of a style; null where the workbook has no styles. */
  of(style, kind) {
    if (this.styles.length === 0) return null;
    const key = `${style} ${kind}`;
    if (!this.known.has(key)) {
      const fill = this.fills.length + Object.keys(FILLS).indexOf(kind);
      const bare = (this.styles[style] ?? this.styles[0]).replace(
        /\s(fillId|applyFill)\s*=\s*["'][^"']*["']/g,
        '',
      );
      this.known.set(
        key,
        this.styles.push(bare.replace(/^<[\w:]+/, `$& fillId="${fill}" applyFill="1"`)) - 1,
      );
    }
    return this.known.get(key);
  }

  save() {
    if (this.known.size === 0) return;
    const p = this.prefix;
    const own = Object.values(FILLS).map(
      (rgb) =>
        `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${rgb}"/></${p}patternFill></${p}fill>`,
    );
    this.replace('fills', [...this.fills, ...own]);
    this.replace('cellXfs', this.styles);
    this.files[this.name] = strToU8(this.xml);
  }

  replace(name, items) {
    const [{ start, end }] = elements(this.xml, this.prefix + name);
    const tag = `${this.prefix}${name}`;
    const whole = `<${tag} count="${items.length}">${items.join('')}</${tag}>`;
    this.xml = this.xml.slice(0, start) + whole + this.xml.slice(end);
  }
}

/** The file of a sheet by its name. */
function sheetFile(files, sheet) {
  const named = (pattern) => Object.keys(files).find((file) => pattern.test(file));
  const workbook = strFromU8(files[named(/^xl\/workbook\.xml$/i)]);
  const relations = strFromU8(files[named(/^xl\/_rels\/workbook\.xml\.rels$/i)]);
  const tag = tagsOf(workbook, 'sheet').find((one) => unescaped(attribute(one, 'name') ?? '') === sheet);
  const id = attribute(tag ?? '', '[\\w.-]+:id');
  const target = tagsOf(relations, 'Relationship').find((one) => attribute(one, 'Id') === id);
  const path = unescaped(attribute(target ?? '', 'Target') ?? '');
  const file = path.startsWith('/') ? path.slice(1) : `xl/${path}`;
  if (!files[file]) throw new Error(`The sheet ${sheet} has no file`);
  return file;
}

/** The cells of a row, each with its column from 1. */
function cellsOf(body, name) {
  const cells = [];
  let column = 0;
  for (const one of elements(body, name)) {
    const place = /^[A-Z]+/.exec(attribute(one.tag, 'r') ?? '')?.[0];
    column = place ? columnOf(place) : column + 1;
    cells.push({ column, text: body.slice(one.start, one.end) });
  }
  return cells;
}

function colour(cells, column, number, { prefix, kind, colours }) {
  const found = cells.find((one) => one.column === column);
  const style = colours.of(Number(attribute(/^<[^>]*>/.exec(found?.text ?? '')?.[0] ?? '', 's') ?? 0), kind);
  if (style === null) return;
  if (!found) cells.push({ column, text: `<${prefix}c r="${letters(column)}${number}" s="${style}"/>` });
  else
    found.text = found.text.replace(/^<[^>]*>/, (tag) =>
      tag.replace(/\ss\s*=\s*["']\d*["']/, '').replace(/^<[\w:]+/, `$& s="${style}"`),
    );
}

/** One row with its marks: cells coloured, the note put into its column. */
function markedRow(xml, row, number, mark, { prefix, note, colours }) {
  const body = xml.slice(row.open, row.close);
  const cells = cellsOf(body, `${prefix}c`);
  for (const column of mark.columns) colour(cells, column, number, { prefix, kind: mark.kind, colours });
  const kept = cells.filter((one) => one.column !== note);
  if (mark.note !== '') {
    const text = `<${prefix}is><${prefix}t xml:space="preserve">${escaped(mark.note.slice(0, LONGEST))}</${prefix}t></${prefix}is>`;
    const place = `${letters(note)}${number}`;
    kept.push({ column: note, text: `<${prefix}c r="${place}" t="inlineStr">${text}</${prefix}c>` });
  }
  kept.sort((a, b) => a.column - b.column);
  // how far a row reaches is a hint that would be wrong now
  const tag = row.tag.replace(/\sspans\s*=\s*["'][^"']*["']/, '').replace(/\/?>$/, '');
  return `${tag}>${kept.map(({ text }) => text).join('')}</${prefix}row>`;
}

/** The first column right of everything that stands in a sheet, also beside the table, and of what is merged there. */
function firstFree(xml, data, prefix, marks) {
  let last = 0;
  for (const row of elements(xml, `${prefix}row`, data.open, data.end))
    for (const { column, text } of cellsOf(xml.slice(row.open, row.close), `${prefix}c`))
      if (column > last && /<(?:[\w.-]+:)?(?:v|is|f)[\s>]/.test(text)) last = column;
  const marked = [...marks.keys()];
  for (const { top, bottom, right } of mergedAreas(xml, data, prefix))
    if (right > last && marked.some((row) => row >= top && row <= bottom)) last = right;
  return last + 1;
}

function* mergedAreas(xml, data, prefix) {
  for (const { tag } of elements(xml, `${prefix}mergeCell`, data.end)) {
    const found = /^[A-Z]+(\d+):([A-Z]+)(\d+)$/.exec(attribute(tag, 'ref') ?? '');
    if (found) yield { top: Number(found[1]), right: columnOf(found[2]), bottom: Number(found[3]) };
  }
}

const NOTHING = { columns: [], kind: 'issue', note: '' };

/** The sheet with its marks. @param marks by row; rows that have none keep everything but an old note */
function markedSheet(xml, marks, { note: known, isAgain, colours }) {
  const prefix = prefixOf(xml, 'sheetData');
  const [data] = elements(xml, `${prefix}sheetData`);
  if (!data) return xml;
  const note = isAgain ? known : Math.max(known, firstFree(xml, data, prefix, marks));
  const pieces = [];
  let [at, number] = [data.start, 0];
  for (const row of elements(xml, `${prefix}row`, data.open, data.end)) {
    number = Number(attribute(row.tag, 'r') ?? number + 1);
    const mark = marks.get(number) ?? (isAgain ? NOTHING : null);
    if (!mark) continue;
    pieces.push(xml.slice(at, row.start), markedRow(xml, row, number, mark, { prefix, note, colours }));
    at = row.end;
  }
  return xml.slice(0, data.start) + pieces.join('') + xml.slice(at);
}

/** A workbook of a table that came as text: one sheet, every cell a text, so that no spreadsheet reads it its own way. */
async function workbookOf(rows, sheet) {
  const lines = readFileSync(rows, 'utf8').split('\n').filter(Boolean);
  const cells = lines.map((line) => JSON.parse(line).map(writable));
  return writeXlsx({
    sheets: [
      { name: sheet, rows: cells, columns: cells[0].map(() => ({ width: 18 })), freezePane: { rows: 1 } },
    ],
  });
}

async function main({ source, rows, sheet, target, marks, note, isAgain }) {
  const bytes = source ? new Uint8Array(readFileSync(source)) : await workbookOf(rows, sheet);
  const files = unzipSync(bytes);
  const colours = new Colours(files);
  const name = sheetFile(files, sheet);
  if (!files[name]) throw new Error(`there is no sheet in ${name}`);
  const found = new Map(marks.map(({ row, ...mark }) => [row, mark]));
  files[name] = strToU8(markedSheet(strFromU8(files[name]), found, { note, isAgain, colours }));
  colours.save();
  writeFileSync(target, zipSync(files, { level: 6 }), { mode: 0o600 });
}

try {
  await main(workerData);
  parentPort?.postMessage({ done: true }, []);
} catch (error) {
  parentPort?.postMessage({ done: false, message: error.message }, []);
}
