import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Caller, SERVICE } from '../access/caller';
import { createServer } from '../http';
import { type ImportRequest, PLAIN_REQUEST } from '../intake/understand';
import { IntakeService } from '../intake/intake.service';
import type { Receipt } from '../intake/receipt';
import { type Foundation, layFoundation } from '../store/foundation';
import { readSettings } from '../store/settings';

import { remembered } from './secrets';

/** A whole instance on a database and a home of its own, not listening; `get` asks its API. */
export interface Instance {
  app: NestFastifyApplication;
  foundation: Foundation;
  intake: IntakeService;
  get<T>(path: string): Promise<T>;
  import(path: string, request?: Partial<ImportRequest>, by?: Caller): Promise<Receipt>;
  stop(): Promise<void>;
}

/** @param url the database; null starts an embedded Postgres in the instance's own home */
export async function startInstance(
  url: string | null,
  { pages = false, settings: more = {} }: { pages?: boolean; settings?: NodeJS.ProcessEnv } = {},
): Promise<Instance> {
  const home = await mkdtemp(join(tmpdir(), 'busola-instance-'));
  const settings = readSettings({ BUSOLA_HOME: home, DATABASE_URL: url ?? undefined, ...more });
  const foundation = await layFoundation(settings, () => undefined);
  remembered(foundation.lock.token);
  remembered((await readFile(join(home, 'secret'), 'utf8').catch(() => '')).trim());
  const app = await createServer(foundation, { pages });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const intake = app.get(IntakeService);
  return {
    app,
    foundation,
    intake,
    get: async <T>(path: string) => (await app.inject({ url: path })).json<T>(),
    import: (path, request = {}, by = SERVICE) =>
      intake.import({ ...PLAIN_REQUEST, path, name: path.split('/').at(-1)!, ...request }, by),
    stop: async () => {
      await app.close();
      await foundation.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
