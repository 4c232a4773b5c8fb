import type { OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ScoresService } from '../scores/scores.service';
import { has, tagOf } from './etag';
import { today } from './today';

const JSON_TYPE = 'application/json; charset=utf-8';
const compress = promisify(brotliCompress);
/** Answers kept at once; the oldest goes first. */
const KEPT = 500;

/** What a 304 repeats of the answer; the rest stands with the bytes that the browser kept (RFC 9110, 15.4.5). */
const UNCHANGED = ['etag', 'cache-control', 'vary'];

interface Bytes {
  plain: Buffer;
  brotli: Buffer;
  tag: string;
}

/** An answer as it went out, headers and all, in both encodings. */
interface Sent {
  bytes: Bytes;
  plain: Ready;
  brotli: Ready;
  unchanged: OutgoingHttpHeaders;
}
interface Ready {
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/** Answers that are made once for a state of the records and a day, and then sent as they lie, compressed already. */
@Injectable()
export class ReadyAnswers {
  private state = '';
  private readonly kept = new Map<string, Promise<Bytes>>();
  /** By the address that was asked. */
  private readonly sent = new Map<string, Sent>();

  constructor(private readonly scores: ScoresService) {}

  /** Sends the answer to an address that was answered before, as long as nothing has changed; false where it cannot. */
  offer(request: FastifyRequest, reply: FastifyReply): boolean {
    const sent = request.method === 'GET' ? this.sent.get(request.url) : undefined;
    if (!sent || this.scores.presentState(today()) !== this.state) return false;
    reply.hijack();
    if (has(request.headers['if-none-match'], sent.bytes.tag)) {
      reply.raw.writeHead(304, sent.unchanged).end();
      return true;
    }
    const { headers, body } = takesBrotli(request) ? sent.brotli : sent.plain;
    reply.raw.writeHead(200, headers).end(body);
    return true;
  }

  /**
   * @param name what tells this answer from every other
   * @param make makes it; a failure is not kept
   */
  async send(
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
    name: string,
    make: () => Promise<object>,
  ): Promise<void> {
    const state = await this.scores.state(today());
    if (state !== this.state) {
      this.kept.clear();
      this.sent.clear();
    }
    this.state = state;
    const bytes = await this.bytes(name, make);
    write(bytes, request, reply);
    if (this.state !== state) return;
    if (this.sent.size >= KEPT) this.sent.delete(this.sent.keys().next().value!);
    this.sent.set(request.url, sentAs(bytes, reply));
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
  return { plain, brotli, tag: tagOf(plain) };
}

/** Whether `Accept-Encoding` names brotli and does not refuse it (`br;q=0`). */
const takesBrotli = ({ headers }: FastifyRequest) =>
  /(^|,)\s*br\s*(;\s*q=(?!0(\.0*)?\s*(,|$))|,|$)/.test(String(headers['accept-encoding'] ?? ''));

/** The headers of an answer are those of every other one to the same address: they stand ready like its bytes. */
function sentAs(bytes: Bytes, reply: FastifyReply): Sent {
  const {
    'content-encoding': _encoding,
    'content-length': _length,
    'content-type': _type,
    ...common
  } = reply.getHeaders() as OutgoingHttpHeaders;
  const as = (body: Buffer, more: OutgoingHttpHeaders): Ready => ({
    headers: { ...common, 'content-type': JSON_TYPE, 'content-length': body.length, ...more },
    body,
  });
  return {
    bytes,
    plain: as(bytes.plain, {}),
    brotli: as(bytes.brotli, { 'content-encoding': 'br' }),
    unchanged: Object.fromEntries(UNCHANGED.map((name) => [name, common[name]])),
  };
}

function write({ plain, brotli, tag }: Bytes, request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('ETag', tag).header('Cache-Control', 'no-cache').header('Vary', 'Accept-Encoding');
  if (has(request.headers['if-none-match'], tag)) return void reply.status(304).send();
  const encoded = takesBrotli(request);
  if (encoded) void reply.header('Content-Encoding', 'br');
  void reply.header('Content-Type', JSON_TYPE).send(encoded ? brotli : plain);
}
