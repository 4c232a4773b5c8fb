import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { request } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../store/home';
import type { Work } from './arguments';
import { type Call, carryOut } from './calls';
import type { Body } from './run';

/** Nobody listens on the port of the lock: the server is stopping, or has ended. Nothing was sent. */
export class NotListening extends Error {}

/** Where the server of a home listens, and the token of the home. */
export interface Door {
  host: string;
  port: number;
  token: string;
}

export interface Answer {
  status: number;
  text: string;
}

/**
 * Sends a command to the server of the home, on this machine. Throws `Refusal` with the server's sentences, or where the
 * server ends before it answers; `NotListening` where it was not there to begin with.
 */
export async function forward(command: Work, door: Door): Promise<Body> {
  if (command.name === 'import') return bodyOf(await sendFile(command, door).catch(broken)) as Body;
  return (await carryOut(command, async (call) => bodyOf(await send(call, door).catch(broken)))) as Body;
}

/** What an answer says. Throws `Refusal` with the server's sentences where it says no. */
export function bodyOf({ status, text }: Answer): unknown {
  if (status < 300) return text === '' ? {} : JSON.parse(text);
  const { detail, detail_en } = problemOf(text);
  throw new Refusal(detail ?? `Serwer odpowiedział: ${status}`, detail_en ?? `The server answered ${status}`);
}

/** What was written before the server ended only the server's list of batches can tell. */
function broken(error: NodeJS.ErrnoException): never {
  if (error.code === 'ECONNREFUSED') throw new NotListening();
  if (!['ECONNRESET', 'EPIPE'].includes(error.code ?? '')) throw error;
  throw new Refusal(
    'Serwer zakończył pracę, zanim odpowiedział; uruchom polecenie jeszcze raz: co już zapisano, nie zapisze się drugi raz',
    'The server ended before it answered; run the command again: what is written already is not written twice',
  );
}

function problemOf(text: string): { detail?: string; detail_en?: string } {
  try {
    return JSON.parse(text) as { detail?: string; detail_en?: string };
  } catch {
    return {};
  }
}

const optionsFor = (path: string, { host, port, token }: Door, method = 'POST') => ({
  host,
  port,
  path: `/api/v1/${path}`,
  method,
  headers: { Authorization: `Bearer ${token}` },
});

function send({ method, path, body }: Call, door: Door): Promise<Answer> {
  const options = optionsFor(path, door, method);
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const headers = { ...options.headers, ...(payload && { 'Content-Type': 'application/json' }) };
  return new Promise((done, failed) => {
    request({ ...options, headers }, (response) => collect(response, done, failed))
      .on('error', failed)
      .end(payload);
  });
}

async function sendFile(command: Extract<Work, { name: 'import' }>, door: Door): Promise<Answer> {
  const boundary = `busola-${randomUUID()}`;
  const part = (disposition: string) => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n`;
  const options = optionsFor('batches', door);
  const headers = { ...options.headers, 'Content-Type': `multipart/form-data; boundary=${boundary}` };
  return new Promise((done, failed) => {
    const call = request({ ...options, headers }, (response) => collect(response, done, failed));
    call.on('error', failed);
    call.write(`${part('name="request"')}\r\n${JSON.stringify(command.request)}\r\n`);
    call.write(
      `${part(`name="file"; filename*=UTF-8''${encoded(command.fileName)}`)}Content-Type: application/octet-stream\r\n\r\n`,
    );
    pipeline(createReadStream(command.file), call, { end: false })
      .then(() => call.end(`\r\n--${boundary}--\r\n`))
      .catch(failed);
  });
}

/** A file name as RFC 5987 writes it, so that quotes, line breaks and letters of any alphabet arrive as they are. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

function collect(
  response: import('node:http').IncomingMessage,
  done: (answer: Answer) => void,
  failed: (error: Error) => void,
): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () =>
    done({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
  );
  response.on('error', failed);
  // half an answer is none
  response.on('aborted', () => failed(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })));
}
