import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportView } from '../intake/imports/import.view';
import type { Instance } from './instance';
import { secretsOf } from './secrets';

type Method = 'GET' | 'POST' | 'DELETE';

/** The API as one signed-in person sees it. */
export interface Desk {
  call<T>(method: Method, path: string, payload?: object): Promise<{ status: number; body: T }>;
  bytes(path: string): Promise<Uint8Array>;
  /** Runs an import and waits for its end. */
  run(id: string, body: object): Promise<ImportView>;
  ended(id: string): Promise<ImportView>;
  headers: Record<string, string>;
  instance: Instance;
}

/** @param who nobody where it is null */
export function deskOf(instance: Instance, who: { headers: Record<string, string> } | null): Desk {
  const headers: Record<string, string> = who ? who.headers : {};
  const inject = async (method: Method, path: string, payload?: object) => {
    const answer = await instance.app.inject({ method, url: `/api/v1/${path}`, headers, payload });
    secretsOf(answer);
    return answer;
  };
  const desk: Desk = {
    headers,
    instance,
    call: async <T>(method: Method, path: string, payload?: object) => {
      const answer = await inject(method, path, payload);
      return { status: answer.statusCode, body: (answer.payload === '' ? null : answer.json()) as T };
    },
    bytes: async (path) => new Uint8Array((await inject('GET', path)).rawPayload),
    run: async (id, body) => {
      const { status, body: said } = await desk.call('POST', `imports/${id}/run`, body);
      if (status !== 202) throw new Error(JSON.stringify(said));
      return desk.ended(id);
    },
    ended: async (id) => {
      for (let i = 0; i < 2400; i++) {
        const { body } = await desk.call<ImportView>('GET', `imports/${id}`);
        if (body.state !== 'running') return body;
        await sleep(25);
      }
      throw new Error(`${id} does not end`);
    },
  };
  return desk;
}

/** Brings a file. */
export async function brought(
  { instance, headers }: Desk,
  content: string | Buffer,
  name = 'plik.csv',
): Promise<ImportView> {
  const payload = Buffer.concat([
    Buffer.from(`--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n--x--\r\n'),
  ]);
  const answer = await instance.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
    payload,
  });
  return answer.json<ImportView>();
}
