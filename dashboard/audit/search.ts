import { one } from '../access/address';
import { stringifySearch, type Raw } from '../address';

/** What of the log is shown, as it stands in the address of the page, and the names of the API for it. */
const KEYS = {
  od: 'from',
  do: 'to',
  osoba: 'person',
  czyn: 'action',
  odmowa: 'refused',
  szukaj: 'q',
} as const;
export type Key = keyof typeof KEYS;
export type AuditSearch = Partial<Record<Key, string>> & {
  /** Only lines before this one: a further page. */
  przed?: string;
};

export const OUTCOMES = { tak: 'true', nie: 'false' } as const;

export const auditSearch = (raw: Raw): AuditSearch =>
  Object.fromEntries([...Object.keys(KEYS), 'przed'].map((key) => [key, one(raw, key)]));

/** The address of the API for a selection; the file holds every page of it. */
export function auditQuery({ przed, ...search }: AuditSearch, path: 'audit' | 'audit.csv'): string {
  const named = Object.entries(KEYS).map(([key, name]) => [name, valueOf(key as Key, search)]);
  const before = path === 'audit' ? przed : undefined;
  return `/api/v1/${path}${stringifySearch({ ...Object.fromEntries(named), before })}`;
}

const valueOf = (key: Key, search: AuditSearch): string | undefined => {
  const value = search[key];
  return key === 'odmowa' ? OUTCOMES[value as keyof typeof OUTCOMES] : value;
};

/** The line before which the next page begins, as the API names it. */
export const beforeOf = (next: string | null): string | undefined =>
  next === null ? undefined : (new URL(next, location.origin).searchParams.get('before') ?? undefined);
