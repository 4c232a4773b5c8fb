import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { NotReadable, TooLarge } from '../access/refused';

/** A file that came in with a request, and the JSON beside it. */
export interface Received {
  path: string;
  /** As it was called where it came from. */
  name: string;
  fields: string;
}

/**
 * Writes the file of a multipart body into `folder` as `file`. A body that is none is the sender's mistake, which its
 * parser does not say. Throws `NotReadable`, `TooLarge`.
 */
export async function received(request: FastifyRequest, folder: string): Promise<Received> {
  if (!request.isMultipart())
    throw new NotReadable(
      'Treść musi być multipart/form-data z częścią „file”',
      'The body must be multipart/form-data with a part named "file"',
    );
  try {
    return await readParts(request, folder);
  } catch (error) {
    // the parser's own errors are bare: neither a code nor a class of their own
    const { code, constructor } = error as Error & { code?: string };
    if (code === 'FST_FILES_LIMIT')
      throw new NotReadable(
        'Treść ma więcej niż jeden plik; wczytuje się je po jednym',
        'The body has more than one file; they are brought in one at a time',
      );
    if (code !== undefined || constructor !== Error) throw error;
    throw new NotReadable(
      'Treści nie da się odczytać jako multipart/form-data',
      'The body cannot be read as multipart/form-data',
    );
  }
}

async function readParts(request: FastifyRequest, folder: string): Promise<Received> {
  let found: { path: string; name: string } | null = null;
  let fields = '{}';
  for await (const part of request.parts({ preservePath: true }) as AsyncIterable<Multipart>) {
    if (part.type === 'field') {
      if (part.fieldname === 'request') fields = String(part.value);
      continue;
    }
    const path = join(folder, 'file');
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
    if (part.file.truncated)
      throw new TooLarge(
        'Plik jest większy, niż przyjmuje ta instancja',
        'The file is larger than this instance takes',
      );
    found = { path, name: plainName(part.filename || 'file') };
  }
  if (!found) throw new NotReadable('Brak części „file”', 'The part "file" is missing');
  return { ...found, fields };
}

/** A file name is a name: what leads to another folder was not made by a file dialogue. */
function plainName(name: string): string {
  if (!/[/\\]|^\.\.?$/.test(name)) return name;
  throw new NotReadable(
    `Nazwa pliku „${name}” jest ścieżką; dozwolona nazwa bez / i \\`,
    `The file name “${name}” is a path; allowed: a name without / and \\`,
  );
}
