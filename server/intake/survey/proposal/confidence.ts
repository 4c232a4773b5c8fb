import type { JudgedColumn } from '../../columns';
import { shortName } from './header-words';
import type { Judged } from './items';

/** How much a column speaks for answers to questions, by its scale. */
const EVIDENCE: Record<string, number> = {
  likert5: 1,
  likert7: 1,
  likert0_10: 1,
  multi: 0.8,
  bool: 0.7,
  single: 0.5,
  number: 0.3,
  text: 0.2,
};
/** Scales without an end. */
const OPEN = ['text', 'number'];
/** A question asks, is numbered, or has a code and its text. */
const QUESTION =
  /\?(?:\s|$|[)\]*])|^(?:p|q|pyt|pytanie|question)[\s_.]?\d+|\w\[\w+\]|\p{L}{2,}\.? .+ .+ .+ .+/iu;
const ASKED = 0.3;
/** Of what is known to stand in files of answers. */
const KNOWN = 0.7;
/** A register has days and addresses, which nobody is asked for. */
const OF_REGISTER = -0.5;
const LEAST = 0.5;

/**
 * How likely a file is one of answers, from 0 to 1; null where it is not. What speaks for it is averaged over the
 * columns, as it is where records are proposed, so that the two can be held against each other.
 * @param known columns that have a role or are an attribute
 */
export function confidenceOf(items: Judged[], known: number, columns: JudgedColumn[]): number | null {
  const scaled = items.filter(({ item }) => item.max !== undefined || !OPEN.includes(item.scale)).length;
  const asked = items.filter(({ column }) => QUESTION.test(shortName(column.name))).length;
  if (items.length < 2 || (scaled === 0 && asked === 0)) return null;
  const said = items.map(({ item, column }) => evidence(item, column));
  const given = columns.filter(({ filled }) => filled > 0).length;
  const sum = said.reduce((total, one) => total + one, 0) + known * KNOWN;
  const share = Math.min(1, sum / given);
  return share < LEAST ? null : Math.round(share * 100) / 100;
}

const RECORDED = /^(?:https?:\/\/\S+|\d{4}-\d{1,2}-\d{1,2}(?:[T ].*)?|\d{1,2}\.\d{1,2}\.\d{4}(?: .*)?)$/;

function evidence(item: Judged['item'], { name, counts }: JudgedColumn): number {
  const cells = [...counts.keys()];
  if (cells.filter((cell) => RECORDED.test(cell)).length * 2 > cells.length) return OF_REGISTER;
  const hasEnds = item.scale === 'number' && item.max !== undefined;
  return Math.min(1, (hasEnds ? 1 : EVIDENCE[item.scale]!) + (QUESTION.test(shortName(name)) ? ASKED : 0));
}
