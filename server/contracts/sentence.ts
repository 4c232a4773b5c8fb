import type { Label } from './field';

/** A sentence in both languages that says a value and what is allowed. */
export type Sentence = (value: string, allowed: Label) => Label;

/** Fills a sentence in one pass: a value that looks like a place to fill, or like a pattern, stays as it is. */
const filled = (text: string, value: string, allowed: string): string =>
  text.replace(/\{(value|allowed)\}/g, (_place, name: string) => (name === 'value' ? value : allowed));

/** A sentence with the places `{value}` and `{allowed}`. */
export const say =
  (pl: string, en: string): Sentence =>
  (value, allowed) => ({ pl: filled(pl, value, allowed.pl), en: filled(en, value, allowed.en) });
