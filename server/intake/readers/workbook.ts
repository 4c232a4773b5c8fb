import { Refusal } from '../../store/home';
import { type Entry, textOf, unpacked } from './zip';

/** A sheet of a workbook and the file that holds it. */
export interface Sheet {
  name: string;
  hidden: boolean;
  entry: Entry;
}

/** A stretch of cells, counted from 1. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

const attribute = (tag: string, name: string): string =>
  entities(
    new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).join('') ?? '',
  );

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const entities = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, decimal: string, name: string) => {
    const code = hex ? parseInt(hex, 16) : Number(decimal ?? 0);
    return name ? (NAMED[name] ?? whole) : String.fromCodePoint(Math.min(code, 0x10ffff));
  });

/** The sheets of a workbook, in their order. Throws `Refusal` where the archive is none. */
export async function sheetsOf(source: string, entries: Entry[]): Promise<Sheet[]> {
  const named = (name: string) => entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  const workbook = named('xl/workbook.xml');
  if (!workbook) throw noWorkbook(entries);
  const places = new Map(
    tagsOf(await textOf(source, named('xl/_rels/workbook.xml.rels')), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return tagsOf(await textOf(source, workbook), 'sheet').flatMap((tag) => {
    const target = places.get(/\s\w+:id\s*=\s*["']([^"']*)/i.exec(tag)?.[1] ?? '') ?? '';
    const entry = named(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    const hidden = ['hidden', 'veryHidden'].includes(attribute(tag, 'state'));
    return entry && /worksheets\//i.test(entry.name) ? [{ name: attribute(tag, 'name'), hidden, entry }] : [];
  });
}

// no pattern here looks on behind the next tag: a text of nothing but beginnings is then read once, too
const tagsOf = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^<>]*>`, 'g')) ?? [];

/** What the cells of a sheet do not say by their values. */
export interface SheetNotes {
  formulas: number;
  /** Cells whose formula has no value: the program that wrote them never computed it. */
  uncomputed: string[];
  merged: Area[];
}

const FORMULA = /<(?:\w+:)?c\s[^<>]*>\s*<(?:\w+:)?f[\s/>](?:(?!<(?:\w+:)?c[\s>])[^])*?<\/(?:\w+:)?c>/g;

/** Looks through the XML of a sheet once, piece by piece. Throws `Refusal` where it breaks off. */
export async function notesOf(source: string, { entry }: Sheet): Promise<SheetNotes> {
  const notes: SheetNotes = { formulas: 0, uncomputed: [], merged: [] };
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of unpacked(source, entry)) {
    const text = rest + decoder.decode(chunk, { stream: true });
    const end = Math.max(
      text.lastIndexOf('</c>'),
      text.lastIndexOf('</row>'),
      text.lastIndexOf('<mergeCell '),
    );
    // a cell holds 32 767 characters at most: what is longer is none
    const cut = end > 0 ? end + (text[end + 1] === '/' ? 4 : 0) : Math.max(0, text.length - 500_000);
    look(text.slice(0, cut), notes);
    rest = text.slice(cut);
  }
  if (!/<\/(?:\w+:)?worksheet\s*>\s*$/.test(rest.slice(-500))) throw cutOff();
  look(rest, notes);
  return notes;
}

const cutOff = () =>
  new Refusal(
    'Arkusz urywa się przed końcem (plik uszkodzony); zapisz go jeszcze raz jako .xlsx albo CSV UTF-8',
    'The sheet breaks off before its end (the file is damaged); save it again as .xlsx or CSV UTF-8',
  );

/** Whether a formula has its value; an empty one is that of a text, while a program that computes nothing leaves it empty. */
const isComputed = (cell: string): boolean =>
  /<(?:\w+:)?v(?:\s[^<>]*)?>[^<]/.test(cell) ||
  (attribute(/^<[^>]*>/.exec(cell)![0], 't') === 'str' && /<(?:\w+:)?v[\s/>]/.test(cell));

function look(xml: string, notes: SheetNotes): void {
  if (xml.includes('f>') || xml.includes('<f'))
    for (const [cell] of xml.matchAll(FORMULA)) {
      notes.formulas++;
      if (!isComputed(cell) && notes.uncomputed.length < 5) notes.uncomputed.push(attribute(cell, 'r'));
    }
  for (const tag of tagsOf(xml, 'mergeCell')) {
    const area = areaOf(attribute(tag, 'ref'));
    if (area && notes.merged.length < 100_000) notes.merged.push(area);
  }
}

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** "A5:F15" as numbers; null where it is no such thing. */
export function areaOf(range: string): Area | null {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(range.toUpperCase());
  if (!found) return null;
  const [, a, b, c, d] = found;
  const [left, right] = [columnNumber(a!), columnNumber(c!)].sort((x, y) => x - y) as [number, number];
  const [top, bottom] = [Number(b), Number(d)].sort((x, y) => x - y) as [number, number];
  return top > 0 && bottom <= MOST_ROWS && right <= MOST_COLUMNS ? { top, left, bottom, right } : null;
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => 26 * number + letter.charCodeAt(0) - 64, 0);

/** 1 → A, 27 → AA. */
export const columnLetters = (column: number): string =>
  column > 26
    ? columnLetters(Math.floor((column - 1) / 26)) + columnLetters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

function noWorkbook(entries: Entry[]): Refusal {
  const kind = entries.some(({ name }) => name === 'xl/workbook.bin')
    ? { pl: 'skoroszyt .xlsb', en: 'an .xlsb workbook' }
    : { pl: 'archiwum zip albo dokument bez arkuszy', en: 'a zip archive or a document without sheets' };
  return new Refusal(
    `To ${kind.pl}; zapisz arkusz jako .xlsx albo CSV UTF-8`,
    `This is ${kind.en}; save the sheet as .xlsx or CSV UTF-8`,
  );
}

/** Whether any cell of a sheet has a value. */
export async function holdsValues(source: string, { entry }: Sheet): Promise<boolean> {
  let rest = '';
  for await (const chunk of unpacked(source, entry)) {
    const text = rest + chunk.toString('latin1');
    if (/<(?:\w+:)?(?:v|is)[\s>]/.test(text)) return true;
    rest = text.slice(-20);
  }
  return false;
}
