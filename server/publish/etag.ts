import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** Whether whoever asks has these bytes already, by `If-None-Match` (RFC 9110, 13.1.2): a list of tags, weak or not, or `*`. */
export const has = (given: string | undefined, tag: string): boolean =>
  given !== undefined && given.split(/\s*,\s*/).some((one) => bare(one) === bare(tag) || one === '*');

const bare = (tag: string) => tag.replace(/^W\//, '');

/** The tag of an answer; weak, for it is the same packed and not. */
export const tagOf = (bytes: string | Buffer): string =>
  `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;

/** Every answer of the API that is for anyone says which bytes it is; a caller that has them already gets 304 and no body. */
export function tagAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (
      request.method !== 'GET' ||
      reply.statusCode !== 200 ||
      typeof payload !== 'string' ||
      !request.url.startsWith('/api/') ||
      reply.getHeader('Cache-Control') === 'no-store'
    )
      return payload;
    const tag = tagOf(payload);
    void reply.header('ETag', tag).header('Cache-Control', 'no-cache');
    if (!has(request.headers['if-none-match'], tag)) return payload;
    void reply.status(304).removeHeader('Content-Type');
    return null;
  });
}
