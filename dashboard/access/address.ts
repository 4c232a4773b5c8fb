import { useLocation, useNavigate } from '@tanstack/react-router';
import { parseSearch, type Raw } from '../address';
import { spoken } from '../spoken';

const ROOT = spoken === 'en' ? '/en' : '';

/** The whole address of a page in the language of this visit. */
export const addressOf = (page: string): string => `${ROOT}/${page}`;

/** Where the reader is, as a sign-in leads back there. */
export const hereNow = (): string => location.pathname + location.search;

/** The first value of a key; undefined where there is none. */
export const one = (raw: Raw, key: string): string | undefined => (raw[key] as string[] | undefined)?.[0];

/** What stands in the address after "?", and how to put something else there: a step of the history. */
export function useAddress<T extends object>(read: (raw: Raw) => T): [T, (next: Partial<T>) => void] {
  const { searchStr } = useLocation();
  const navigate = useNavigate();
  const go = (next: Partial<T>) =>
    void navigate({ to: '.', search: ({ org }) => ({ org, ...next }), resetScroll: false });
  return [read(parseSearch(searchStr)), go];
}
