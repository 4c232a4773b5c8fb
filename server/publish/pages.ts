import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const YEAR = 365 * 24 * 3600;

/**
 * Serves the dashboard: built files under /assets and /fonts for good, every other address outside /api as the page,
 * in the language that its path says.
 * @param folder where the build put the dashboard
 */
export async function servePages(fastify: FastifyInstance, folder: string): Promise<void> {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) throw new Error(`The dashboard is not built: ${page} is missing; run npm run build`);
  const polish = readFileSync(page, 'utf8');
  const english = polish.replace('<html lang="pl"', '<html lang="en"');
  await fastify.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    maxAge: YEAR * 1000,
    immutable: true,
    preCompressed: true,
    setHeaders: (reply, path) => {
      if (path.endsWith('.html')) reply.header('Cache-Control', 'no-cache');
    },
  });
  fastify.get('/*', (request, reply) => {
    const pathname = request.url.split('?')[0]!;
    // a code may look like a file name (OR.152.1.2025): only the folders of the build hold files
    if (/^\/(api|assets|fonts)\//.test(pathname)) return reply.callNotFound();
    return reply
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Cache-Control', 'no-cache')
      .send(/^\/en(\/|$)/.test(pathname) ? english : polish);
  });
}
