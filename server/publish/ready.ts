import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ScoresService } from '../scores/scores.service';
import { dayInWarsaw } from './today';

const compress = promisify(brotliCompress);
/** Answers kept at once; the oldest goes first. */
const KEPT = 500;

interface Bytes {
  plain: Buffer;
  brotli: Buffer;
  tag: string;
}

/** Answers that are made once for a state of the records and a day, and then sent as they lie, compressed already. */
@Injectable()
export class ReadyAnswers {
  private state = '';
  private readonly kept = new Map<string, Promise<Bytes>>();

  constructor(private readonly scores: ScoresService) {}

  /**
   * @param name what tells this answer from every other
   * @param make makes it; a failure is not kept
   */
  async send(
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
    name: string,
    make: () => Promise<object>,
  ): Promise<void> {
    const state = await this.scores.state(dayInWarsaw());
    if (state !== this.state) this.kept.clear();
    this.state = state;
    const { plain, brotli, tag } = await this.bytes(name, make);
    void reply.header('ETag', tag).header('Cache-Control', 'no-cache').header('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match']?.includes(tag)) return void reply.status(304).send();
    const encoded = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
    if (encoded) void reply.header('Content-Encoding', 'br');
    void reply.header('Content-Type', 'application/json; charset=utf-8').send(encoded ? brotli : plain);
  }

  private bytes(name: string, make: () => Promise<object>): Promise<Bytes> {
    const known = this.kept.get(name);
    if (known) return known;
    if (this.kept.size >= KEPT) this.kept.delete(this.kept.keys().next().value!);
    const made = make().then(bytesOf);
    this.kept.set(name, made);
    made.catch(() => this.kept.delete(name));
    return made;
  }
}

async function bytesOf(answer: object): Promise<Bytes> {
  const plain = Buffer.from(JSON.stringify(answer));
  const brotli = await compress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`;
  return { plain, brotli, tag };
}
