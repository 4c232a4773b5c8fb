import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** Every answer of the API says which bytes it is, and a caller that has them already gets 304 and no body. */
export function tagAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (
      request.method !== 'GET' ||
      reply.statusCode !== 200 ||
      typeof payload !== 'string' ||
      !request.url.startsWith('/api/')
    )
      return payload;
    const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
    void reply.header('ETag', tag).header('Cache-Control', 'no-cache');
    const known = request.headers['if-none-match']
      ?.split(/\s*,\s*/)
      .map((given) => given.replace(/^W\//, ''));
    if (!known?.includes(tag) && !known?.includes('*')) return payload;
    void reply.status(304).removeHeader('Content-Type');
    return null;
  });
}
