import { Refusal } from '../store/home';

/** What a mapping says, as JSON. The functions below throw `Refusal` naming the key, the value and what is allowed. */
export type Given = Record<string, unknown>;

/** A list of texts; none where nothing is given. */
export function texts(given: unknown, key: string): string[] {
  if (given === undefined || given === null) return [];
  if (Array.isArray(given) && given.every((item) => typeof item === 'string')) return given;
  throw refuse(key, key, JSON.stringify(given), 'lista tekstów', 'a list of texts');
}

export const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const textOrNull = (value: unknown): string | null =>
  value === undefined || value === null ? null : String(value);
/** The same words in both languages. */
export const both = (text: string): [string, string] => [text, text];

/** Throws where there is a key that is not allowed. */
export function onlyKeys(given: Given, allowed: string[], pl: string, en: string): void {
  const wrong = Object.keys(given).find((key) => !allowed.includes(key));
  if (wrong !== undefined)
    throw refuse(`klucz w: ${pl}`, `a key of ${en}`, wrong, ...both(allowed.join(', ')));
}

/** What is thrown at a mapping. */
export function refuse(pl: string, en: string, value: string, allowedPl: string, allowedEn: string): Refusal {
  return new Refusal(
    `Mapowanie, ${pl}: „${value}”; dozwolone: ${allowedPl}`,
    `Mapping, ${en}: “${value}”; allowed: ${allowedEn}`,
  );
}
