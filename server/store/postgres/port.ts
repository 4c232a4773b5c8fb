import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Ports to try in turn: the wanted one, the last one of this data, then any; only ones that are free now. */
export async function* freePorts(data: string, preferred?: number): AsyncGenerator<number> {
  for (const port of [preferred, await lastPort(data)]) {
    if (port !== undefined && (await freePort(port)) !== null) yield port;
  }
  for (let attempt = 0; attempt < 5; attempt += 1) yield (await freePort(0))!;
}

/** Postgres keeps the command line of its last start. */
async function lastPort(data: string): Promise<number | undefined> {
  const command = await readFile(join(data, 'postmaster.opts'), 'utf8').catch(() => '');
  const port = /"port=(\d+)"/.exec(command)?.[1];
  return port === undefined ? undefined : Number(port);
}

async function freePort(port: number): Promise<number | null> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch {
    return null;
  } finally {
    server.close();
  }
}
