import { faultOf, stored } from '../../contracts/cell';
import type { Field } from '../../contracts/field';
import type { CellRule, RowRule } from '../../contracts/rules';
import { ITEM_MARK } from '../readers/reader';
import type { Source } from '../source';
import { broken, read, type Reading } from './reading';

/** What the mapping makes of one word of a list of codes: a code, null for a known value outside our list, undefined for an unknown one. */
export function codeOf(
  { field, codes }: Pick<Source, 'field' | 'codes'>,
  word: string,
): string | null | undefined {
  const code = codes ? codes.get(word) : Object.hasOwn(field.codes ?? {}, word) ? word : undefined;
  return code === field.unrecorded && code !== undefined ? null : code;
}

/** One code of a closed list. */
export function readCode(source: Source, text: string): Reading {
  const code = codeOf(source, text);
  return code === undefined ? broken('unknown_code') : read(code);
}

/** Several values in one cell: cut, trimmed, each once in the order of the source; one bad member spoils the cell. */
export function readList(source: Source, text: string): Reading {
  const items = text.split(ITEM_MARK).filter((item) => item.trim() !== '');
  const members = items.flatMap((item) => cut(item, source)).map((word) => memberOf(source, word));
  const fault = members.find((member) => member.rule)?.rule;
  if (fault) return broken(fault);
  const given = members.flatMap(({ value }) => value ?? []);
  const values = [...new Set(given.map((value) => stored(source.field, value)))];
  const masked = given.some((value) => !values.includes(value));
  return read(values.length > 0 ? values : null, masked ? ['personal_masked'] : []);
}

function memberOf(source: Source, word: string): { value: string | null; rule: CellRule | RowRule | null } {
  if (source.field.kind === 'texts') return { value: word, rule: faultOf(source.field as Field, [word]) };
  const code = codeOf(source, word);
  return { value: code ?? null, rule: code === undefined ? 'unknown_code' : null };
}

function cut(text: string, { split, keepWhole }: Source): string[] {
  if (split === null) return [text];
  // texts that hold the separator themselves are put aside behind private-use characters
  const aside = (i: number) => String.fromCharCode(0xe100 + i);
  const hidden = keepWhole.reduce((all, whole, i) => all.replaceAll(whole, aside(i)), text);
  const shown = (part: string) => keepWhole.reduce((all, whole, i) => all.replaceAll(aside(i), whole), part);
  return hidden
    .split(split)
    .map((part) => shown(part).trim())
    .filter((part) => part !== '');
}
