import type { ImportPreview, ImportView } from '../../server/intake/imports/import.view';
import { RefusedCall, whoIs, change } from '../access/session';
import type { Mapping } from './mapping';

const IMPORTS = '/api/v1/imports';

export const placeOf = (id: string): string => `${IMPORTS}/${encodeURIComponent(id)}`;

/**
 * Sends a file.
 * @param tell is told the share that has arrived, from 0 to 1
 * Throws `RefusedCall`, and the reason of the signal where it is broken off.
 */
export async function bring(
  file: File,
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<ImportView> {
  const { csrf } = await whoIs();
  return new Promise((done, failed) => {
    // fetch cannot tell how much of a file has gone out
    const request = new XMLHttpRequest();
    request.open('POST', IMPORTS);
    request.setRequestHeader('accept', 'application/json');
    if (csrf) request.setRequestHeader('x-csrf-token', csrf);
    request.upload.addEventListener('progress', ({ loaded, total }) => tell(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => {
      const body = parsed(request.responseText);
      if (request.status === 201) done(body as ImportView);
      else failed(new RefusedCall(request.status, body as RefusedCall['problem'], null));
    });
    request.addEventListener('error', () => failed(new Error('network')));
    request.addEventListener('abort', () => failed(signal.reason as Error));
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

export const previewOf = (id: string, read: Mapping['read']): Promise<ImportPreview> =>
  change('POST', `${placeOf(id)}/preview`, { read });

export const run = (id: string, mapping: Mapping, dryRun: boolean): Promise<ImportView> =>
  change('POST', `${placeOf(id)}/run`, { mapping, dry_run: dryRun });

export const cancel = (id: string): Promise<ImportView> => change('POST', `${placeOf(id)}/cancel`, {});

export const forget = (id: string): Promise<void> => change('DELETE', placeOf(id));

export const saveProfile = (name: string, header: string[], mapping: Mapping): Promise<unknown> =>
  change('POST', '/api/v1/profiles', { name, header, mapping });

export const revert = (batch: number): Promise<unknown> =>
  change('POST', `/api/v1/batches/${batch}/revert`, {});
