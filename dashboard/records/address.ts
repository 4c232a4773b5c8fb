import { useLocation, useParams } from '@tanstack/react-router';
import { one } from '../access/address';
import { parseSearch, stringifySearch, type Raw } from '../address';

/** The word behind the type in the address of a form. */
const FORM = 'formularz';

/** Which page of records an address names. */
export interface RecordsAt {
  /** Undefined: all types. */
  type: string | undefined;
  isForm: boolean;
  search: Raw;
}

export function useRecordsAt(): RecordsAt {
  const { _splat = '' } = useParams({ strict: false });
  const { searchStr } = useLocation();
  const [, type, form] = _splat.split('/');
  return { type: type || undefined, isForm: form === FORM, search: parseSearch(searchStr) };
}

export const pathOf = (type: string) => `rekordy/${type}`;
export const formPathOf = (type: string) => `${pathOf(type)}/${FORM}`;

/** What makes a record itself, as the address of its form says; null where it says nothing: a new one. */
export function identityIn(search: Raw, names: string[]): Record<string, string> | null {
  const found = names.map((name) => [name, one(search, name)] as const);
  if (found.every(([, value]) => value === undefined)) return null;
  return Object.fromEntries(found.map(([name, value]) => [name, value ?? '']));
}

export const recordAddress = (type: string, authority: string, identity: Record<string, string>) =>
  `/api/v1/records/${type}${stringifySearch({ authority, ...identity })}`;

export const listAddress = (
  type: string,
  authority: string,
  { search, page }: { search?: string; page?: number },
) => `/api/v1/records/${type}/list${stringifySearch({ authority, search, page })}`;
