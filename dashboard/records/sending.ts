import { useRef } from 'react';
import type { SavedView } from '../../server/intake/record.view';
import { stringifySearch } from '../address';
import { change } from '../access/session';

/** What is sent beside records. */
export interface Saving {
  type: string;
  authority: string;
  reason?: string | undefined;
  /** The revision that the correction began with. */
  revision?: number | undefined;
  isDryRun: boolean;
}

/** 128 bits as text; the function of the browser for that is not there on plain HTTP. */
const randomKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Sends records. What is sent again as it was, after an answer that never came, has the same key: it is not done twice.
 */
export function useSender() {
  const last = useRef({ content: '', key: '' });
  return async (
    records: object,
    { type, authority, reason, revision, isDryRun }: Saving,
  ): Promise<SavedView> => {
    const search = stringifySearch({ authority, reason, revision, dry_run: isDryRun ? 'true' : undefined });
    const address = `/api/v1/records/${type}${search}`;
    const content = address + JSON.stringify(records);
    if (isDryRun) return change<SavedView>('POST', address, records);
    if (last.current.content !== content) last.current = { content, key: randomKey() };
    const receipt = await change<SavedView>('POST', address, records, {
      'idempotency-key': `"${last.current.key}"`,
    });
    // it was answered: the same once more is another wish
    last.current = { content: '', key: '' };
    return receipt;
  };
}
