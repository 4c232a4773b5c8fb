import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { TooLarge, WrongKind } from '../../access/refused';

/** Bytes of the largest body of records. */
export const LARGEST_BODY = 64 << 20;

const ROUTE = '/api/v1/records/:type';
const LINES = 'application/x-ndjson';
const KINDS = /^application\/(json|x-ndjson)\s*(;|$)/i;

/**
 * Lets bodies of records through as they come: they go to a file, and nobody takes them apart whole before. Has to be
 * called before the routes are registered.
 */
export function passRecords(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(LINES, (_request, _body, done) => done(null));
  fastify.addHook('onRoute', (route) => {
    if (route.url === ROUTE && route.method === 'POST')
      route.onRequest = [...[route.onRequest ?? []].flat(), asLines];
  });
}

/** JSON goes on under the name of the kind that no parser of the server takes. Throws `WrongKind`. */
async function asLines({ headers }: FastifyRequest): Promise<void> {
  const type = headers['content-type'] ?? '';
  if (!KINDS.test(type))
    throw new WrongKind(
      `Content-Type to „${type}”; dozwolone: application/json, ${LINES}`,
      `Content-Type is “${type}”; allowed: application/json, ${LINES}`,
    );
  headers['content-type'] = LINES;
}

/** Writes a body to a file; returns its digest. Throws `TooLarge`. */
export async function receiveBody({ raw }: FastifyRequest, path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let size = Number(raw.headers['content-length'] ?? 0);
  try {
    if (size > LARGEST_BODY) throw tooLarge();
    size = 0;
    // whoever sent too much still hears so: what is left unread does not break the connection off
    for await (const chunk of raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > LARGEST_BODY) throw tooLarge();
      hash.update(chunk);
      await file.write(chunk);
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

const tooLarge = () =>
  new TooLarge(
    `Treść jest większa niż ${LARGEST_BODY >> 20} MB; podziel ją albo wczytaj jako plik`,
    `The body is larger than ${LARGEST_BODY >> 20} MB; split it or bring it in as a file`,
  );
