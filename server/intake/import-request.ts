import { Refusal } from '../store/home';
import { readRegisters } from './mapping';
import type { ImportRequest } from './understand';
import type { ReadOptions } from './readers/reader';
import { reasonOf } from './reason';

const KEYS =
  'mapping as authority reader encoding delimiter decimal header_rows sheet register_complete all_or_nothing dry_run reason'.split(
    ' ',
  );

/** The JSON beside an uploaded file, the same that the command sends. Throws `Refusal` where a key or value is none of ours. */
export function readRequest(path: string, name: string, json: string): ImportRequest {
  const given = parsed(json);
  const wrong = Object.keys(given).find((key) => !KEYS.includes(key));
  if (wrong !== undefined) throw refusal(wrong, KEYS.join(', '));
  const text = (key: string) => (given[key] === undefined || given[key] === null ? null : String(given[key]));
  const mapping = given['mapping'] ?? null;
  if (mapping !== null && (typeof mapping !== 'object' || Array.isArray(mapping)))
    throw refusal('mapping', '{…}');
  return {
    path,
    name: name.replace(/\p{Cc}/gu, '_').slice(0, 255),
    mapping: mapping as Record<string, unknown> | null,
    as: text('as'),
    authority: text('authority'),
    reader: text('reader'),
    read: readOptions(given),
    registerComplete: readRegisters(given['register_complete']),
    dryRun: flag(given, 'dry_run'),
    allOrNothing: flag(given, 'all_or_nothing'),
    reason: reasonOf(text('reason')),
  };
}

/** Throws `Refusal` where texts of a JSON hold what Postgres cannot store: NUL, or half of a sign. */
export function requireStorable(json: string): void {
  if (/\\u(0000|d[89a-f])/i.test(json) || json.includes('\0'))
    throw refusal(
      'request',
      'JSON bez znaku NUL i bez połówek znaków (surrogates)',
      'JSON without NUL and without escaped surrogates',
    );
}

function flag(given: Record<string, unknown>, key: string): boolean {
  const value = given[key] ?? false;
  if (typeof value === 'boolean') return value;
  throw refusal(key, 'true, false');
}

function readOptions(given: Record<string, unknown>): ReadOptions {
  const read: ReadOptions = {};
  for (const key of ['encoding', 'delimiter', 'decimal', 'sheet'] as const) {
    const value = given[key];
    if (value !== undefined && value !== null) read[key] = String(value);
  }
  if (given['header_rows'] !== undefined) read.header_rows = Number(given['header_rows']);
  return read;
}

function parsed(json: string): Record<string, unknown> {
  requireStorable(json);
  if (depthOf(json) > 50)
    throw refusal('request', 'JSON o najwyżej 50 poziomach', 'JSON at most 50 levels deep');
  try {
    const value = JSON.parse(json) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // falls through to the sentence below
  }
  throw refusal('request', '{…} (JSON)');
}

const refusal = (key: string, pl: string, en = pl) =>
  new Refusal(`Klucz „${key}” zlecenia; dozwolone: ${pl}`, `Key “${key}” of the request; allowed: ${en}`);

/** How deep brackets are nested, at most; those inside texts count too, which only makes the limit stricter. */
function depthOf(json: string): number {
  let [depth, deepest] = [0, 0];
  for (const letter of json) {
    if (letter === '{' || letter === '[') deepest = Math.max(deepest, ++depth);
    else if (letter === '}' || letter === ']') depth--;
  }
  return deepest;
}
