import type { FieldView } from '../../server/publish/codebook.view';
import type { Column } from './columns';
import type { FieldGiven } from './mapping';

const SEPARATORS = [';', '|', ',', '/'];
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/\d{4}(?: .*)?$/;
/** Shorter words are parts of others by chance. */
const LEAST_LETTERS = 4;

/** What can be told of a field by the values of its column: separator, codes of words, order of days. A person sees and changes it. */
export function guess(field: FieldView, { distinct }: Column): FieldGiven {
  const cells = distinct ?? [];
  if (field.kind === 'day') return dayOrder(cells);
  const split = field.kind === 'codes' || field.kind === 'texts' ? separatorIn(cells) : undefined;
  const codes = field.codes ? codesOf(field.codes, piecesOf(cells, split)) : undefined;
  return { ...(split && { split }), ...(codes && { codes }) };
}

const separatorIn = (cells: string[]): string | undefined =>
  SEPARATORS.find((sign) => cells.some((cell) => cell.includes(sign)));

/** The values of a list, each once. */
export const piecesOf = (cells: string[], split: string | undefined): string[] =>
  split ? [...new Set(cells.flatMap((cell) => cell.split(split).map((piece) => piece.trim())))] : cells;

/** Which of two numbers is the day, where one of them can be nothing else in every cell that has slashes. */
function dayOrder(cells: string[]): FieldGiven {
  const isDay = (at: number) => cells.some((cell) => Number(SLASHED.exec(cell)?.[at]) > 12);
  if (isDay(1) === isDay(2)) return {};
  return { date: isDay(1) ? 'DD/MM/YYYY' : 'MM/DD/YYYY' };
}

function codesOf(
  codes: NonNullable<FieldView['codes']>,
  pieces: string[],
): Record<string, string> | undefined {
  const found = pieces.flatMap((text) => {
    const code = codeOf(codes, text);
    return code === undefined || code === text ? [] : [[text, code] as const];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** Words that turn the meaning of those beside them. */
const NEGATIONS = ['nie', 'bez', 'not', 'no', 'non', 'without'];
const isNegated = (words: string) => words.split(' ').some((word) => NEGATIONS.includes(word));

/** Whether one stands in the other word by word: "unanswered" is not "answered". */
const stands = (one: string, other: string) =>
  ` ${one} `.includes(` ${other} `) && isNegated(one) === isNegated(other);

/** The one code whose name or words are those of a text, or hold it, or stand in it. */
function codeOf(codes: NonNullable<FieldView['codes']>, text: string): string | undefined {
  const words = plain(text);
  if (words === '') return undefined;
  const known = codes.map(({ code, label }) => ({ code, own: [code, label.pl, label.en].map(plain) }));
  const same = known.find(({ own }) => own.includes(words));
  if (same || words.length < LEAST_LETTERS) return same?.code;
  const near = known.filter(({ own }) =>
    own.some((one) => one.length >= LEAST_LETTERS && (stands(one, words) || stands(words, one))),
  );
  return near.length === 1 ? near[0]!.code : undefined;
}

/** Small letters without marks, words apart by one space. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
