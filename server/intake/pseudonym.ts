import { createHmac } from 'node:crypto';
import type { Mapping } from './mapping';

/** The one way to write what tells somebody apart: an e-mail address in small letters, a number by its digits. */
export function normalised(text: string): string {
  const plain = text.trim().normalize('NFKC').toLowerCase();
  const digits = plain.replace(/[\s().+/\p{Pd}]/gu, '');
  if (!/^\d{7,}$/.test(digits)) return plain.replace(/\s+/g, ' ');
  return digits.replace(/^(?:00)?48(?=\d{9}$)/, '');
}

/**
 * The mapping with what makes keys of people: HMAC-SHA256 (RFC 2104) with the key of the instance over the authority
 * and what was written, 64 hexadecimal digits. The key is not in the database, and two authorities get different keys
 * of the same person, so that nobody can follow a person from one to the other.
 */
export function pseudonymised(mapping: Mapping, key: Buffer): Mapping {
  const pseudonym = (text: string) =>
    createHmac('sha256', key)
      .update(`${mapping.authority}\x1f${normalised(text)}`)
      .digest('hex');
  const sources = mapping.sources.map((source) =>
    source.field.kind === 'pseudonym' ? { ...source, pseudonym } : source,
  );
  return { ...mapping, sources };
}
