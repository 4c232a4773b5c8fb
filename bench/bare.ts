import Fastify from 'fastify';
import { Gate } from '../server/access/gate';
import { Limits } from '../server/access/limits';
import { tagOf } from '../server/publish/etag';

const ROUTE = '/api/v1/overview';

/**
 * A bare Fastify that sends the bytes it was given on standard input, 304 to whoever has them: the limit of the API.
 * With `guarded` the gate of the service stands before it, and nothing else: what the gate costs a public route.
 */
async function main(): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const tag = tagOf(bytes);
  const fastify = Fastify();
  // a public route never gets to what the gate asks sessions and the database
  const nothing = undefined as never;
  if (process.argv.includes('guarded')) new Gate(nothing, nothing, new Limits(), '').guard(fastify);
  fastify.get(ROUTE, (request, reply) => {
    void reply.header('ETag', tag).header('Cache-Control', 'no-cache');
    if (request.headers['if-none-match'] === tag) return reply.status(304).send();
    return reply.header('Content-Type', 'application/json; charset=utf-8').send(bytes);
  });
  process.stdout.write(`${await fastify.listen({ port: 0, host: '127.0.0.1' })}${ROUTE}\n`);
}

void main();
