import { cleaned } from '../../contracts/cell';
import { masked } from '../../contracts/personal';
import { MISSING } from '../../contracts/survey-response';
import { type Item, numberFrom } from './item';
import { LIKERT } from './plan';

/** What one cell says: a code among the answers, another value beside them, or what is wrong with it. */
export type Answer =
  | { code: number; isMasked?: boolean }
  | { other: string | number | string[]; isMasked: boolean }
  | { rule: 'unknown_answer' | 'control_character' | 'too_long' };

const YES = ['1', 'y', 'yes', 'tak', 't', 'true', 'prawda'];
const NO = ['0', 'n', 'no', 'nie', 'false', 'fałsz'];
const LONGEST = 20_000;
const CONTROL = /(?![\t\n\r])\p{Cc}/u;

/** Reads one cell. An empty one is skipped, whatever the scale. */
export function answerOf(item: Item, cell: string | null, mark: ',' | '.'): Answer {
  if (cell !== null && CONTROL.test(cell)) return { rule: 'control_character' };
  const text = cell === null ? '' : cleaned(cell);
  if (text === '') return { code: MISSING.skipped };
  if (item.codes?.has(text)) return coded(item.codes.get(text)!);
  return (BY_SCALE[item.scale] ?? numeric)(item, text, mark);
}

const BY_SCALE: Record<string, (item: Item, text: string, mark: ',' | '.') => Answer> = {
  text: (_item, text) => free(text),
  multi: chosen,
  single: placed,
  bool: (_item, text) => yesOrNo(text),
};

const coded = (code: number | null): Answer => ({ code: code ?? MISSING.not_applicable });

function free(text: string): Answer {
  if ([...text].length > LONGEST) return { rule: 'too_long' };
  const kept = masked(text);
  return { other: kept, isMasked: kept !== text };
}

/** The options of a multiple choice, each once, in the order of the source. */
function chosen({ split }: Item, text: string): Answer {
  const words = text.split(split).map((word) => word.trim());
  const kept = words.filter((word) => word !== '').map((word) => masked(word));
  return { other: [...new Set(kept)], isMasked: kept.some((word) => !words.includes(word)) };
}

function placed({ options, codes, lowest }: Item, text: string): Answer {
  const word = masked(text);
  const at = codes ? -1 : (options?.indexOf(word) ?? -1);
  return at < 0 ? { rule: 'unknown_answer' } : { code: lowest! + at, isMasked: word !== text };
}

function yesOrNo(text: string): Answer {
  const word = text.toLowerCase();
  if (YES.includes(word)) return { code: 1 };
  return NO.includes(word) ? { code: 0 } : { rule: 'unknown_answer' };
}

function numeric({ scale, lowest, highest, isCoded }: Item, text: string, mark: ',' | '.'): Answer {
  const number = numberFrom(text, mark);
  const outside =
    number === null || (lowest !== null && number < lowest) || (highest !== null && number > highest);
  if (outside || (scale !== 'number' && !Number.isInteger(number))) return { rule: 'unknown_answer' };
  return isCoded ? { code: number } : { other: number, isMasked: false };
}

/** What a refused cell could have been, for the receipt. */
export function allowedOf({ scale, lowest, highest, options, codes }: Item): string {
  const words = codes ? [...codes.keys()] : options;
  // beside its words a scale takes its numbers
  const own = scale in LIKERT ? [`${lowest} – ${highest}`] : [];
  if (words) return [...own, ...words].join(', ').slice(0, 300);
  if (scale === 'bool') return 'tak, nie, yes, no, 1, 0';
  return lowest === null && highest === null ? '0 – 9' : `${lowest ?? ''} – ${highest ?? ''}`;
}
