import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { request } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../store/home';
import type { Command } from './arguments';
import type { Body } from './run';

interface Answer {
  status: number;
  text: string;
}

/** Sends a command to the server of the home over loopback. Throws `Refusal` with the server's sentences. */
export async function forward(
  command: Exclude<Command, { name: 'help' }>,
  port: number,
  token: string,
): Promise<Body> {
  const { status, text } =
    command.name === 'import'
      ? await sendFile(command, port, token)
      : await send(`${command.batch}/revert`, port, token);
  if (status < 300) return JSON.parse(text) as Body;
  const { detail, detail_en } = problemOf(text);
  throw new Refusal(detail ?? `Serwer odpowiedział: ${status}`, detail_en ?? `The server answered ${status}`);
}

function problemOf(text: string): { detail?: string; detail_en?: string } {
  try {
    return JSON.parse(text) as { detail?: string; detail_en?: string };
  } catch {
    return {};
  }
}

const optionsFor = (path: string, port: number, token: string) => ({
  host: 'localhost',
  port,
  path: `/api/v1/batches${path}`,
  method: 'POST',
  headers: { Authorization: `Bearer ${token}` },
});

function send(path: string, port: number, token: string): Promise<Answer> {
  return new Promise((done, failed) => {
    request(optionsFor(`/${path}`, port, token), (response) => collect(response, done, failed))
      .on('error', failed)
      .end();
  });
}

async function sendFile(
  command: Extract<Command, { name: 'import' }>,
  port: number,
  token: string,
): Promise<Answer> {
  const boundary = `busola-${randomUUID()}`;
  const part = (disposition: string) => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n`;
  const options = optionsFor('', port, token);
  const headers = { ...options.headers, 'Content-Type': `multipart/form-data; boundary=${boundary}` };
  return new Promise((done, failed) => {
    const call = request({ ...options, headers }, (response) => collect(response, done, failed));
    call.on('error', failed);
    call.write(`${part('name="request"')}\r\n${JSON.stringify(command.request)}\r\n`);
    const name = command.fileName.replace(/["\r\n]/g, '_');
    call.write(`${part(`name="file"; filename="${name}"`)}Content-Type: application/octet-stream\r\n\r\n`);
    pipeline(createReadStream(command.file), call, { end: false })
      .then(() => call.end(`\r\n--${boundary}--\r\n`))
      .catch(failed);
  });
}

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
}
