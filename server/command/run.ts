import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from '../http';
import { IntakeService } from '../intake/intake.service';
import { readRequest } from '../intake/import-request';
import { type Preview, wantsPreview } from '../intake/preview';
import type { Receipt } from '../intake/receipt';
import type { Reverted } from '../intake/revert';
import { seed } from '../seed';
import type { RefreshAnswer } from '../snapshot/snapshot.controller';
import { type Foundation, layFoundation } from '../store/foundation';
import { HomeInUse, readLock } from '../store/home';
import type { Settings } from '../store/settings';
import { COMMAND_LINE } from '../access/caller';
import type { PersonData } from '../access/person.data';
import type { RetentionView } from '../access/retention';
import type { LinkView } from '../access/session.view';
import type { Work } from './arguments';
import { type Call, carryOut } from './calls';
import { bodyOf, type Door, forward, NotListening } from './forward';

export type Body =
  Receipt | Preview | Reverted | RefreshAnswer | LinkView | PersonData | RetentionView | { erased: number };

/** What a command did; `refused` where nothing of what was asked could be done. */
export interface Result {
  body: Body;
  refused: boolean;
}

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

const quiet = () => undefined;

/** How long a command waits for a home whose owner neither serves nor ends. */
const PATIENCE = 120_000;

/**
 * Carries a command out: by the server that owns the home, where one serves; otherwise in this process, which takes
 * the home for as long as it works. Either way the answer is the same.
 */
export async function runCommand(work: Work, settings: Settings): Promise<Result> {
  for (const began = Date.now(); ; await sleep(200)) {
    const owner = await readLock(settings.home);
    const result = owner?.port
      ? await there(work, { host: owner.host ?? 'localhost', port: owner.port, token: owner.token })
      : owner
        ? null
        : await here(work, settings);
    if (result) return result;
    if (Date.now() - began < PATIENCE) continue;
    throw new HomeInUse(settings.home, owner ?? { pid: 0, port: null, token: '', started: null });
  }
}

/** Null where the server of the lock listens no more: its home will soon be free. */
async function there(command: Work, door: Door): Promise<Result | null> {
  try {
    return resultOf(command, await forward(command, door));
  } catch (error) {
    if (error instanceof NotListening) return null;
    throw error;
  }
}

/** Null where somebody else took the home first. */
async function here(command: Work, settings: Settings): Promise<Result | null> {
  exitOnSignals();
  const foundation = await layFoundation(settings, quiet).catch((error: unknown) => {
    if (error instanceof HomeInUse) return null;
    throw error;
  });
  if (!foundation) return null;
  const app = await createServer(foundation, { pages: false }).catch(async (error: unknown) => {
    await foundation.stop();
    throw error;
  });
  try {
    await app.init();
    const intake = app.get(IntakeService);
    await seed(foundation.dataSource, intake, false);
    if (command.name !== 'import') return resultOf(command, await called(app, foundation, command));
    const request = readRequest(command.file, command.fileName, JSON.stringify(command.request));
    const preview = wantsPreview(request) ? await intake.preview(request) : null;
    return resultOf(command, preview ?? (await intake.import(request, COMMAND_LINE)));
  } finally {
    await app.close();
    await foundation.stop();
  }
}

/** Asks the service in this process what a server would be asked, as whoever holds the home. */
async function called(
  app: NestFastifyApplication,
  { lock }: Foundation,
  command: Exclude<Work, { name: 'import' }>,
): Promise<Body> {
  await app.getHttpAdapter().getInstance().ready();
  const headers = { authorization: `Bearer ${lock.token}` };
  const ask = async ({ method, path, body }: Call) => {
    const { statusCode, payload } = await app.inject({
      method,
      url: `/api/v1/${path}`,
      headers,
      ...(body !== undefined && { payload: body as object }),
    });
    return bodyOf({ status: statusCode, text: payload });
  };
  return (await carryOut(command, ask)) as Body;
}

/** Dying of a signal would leave the Postgres of the home running; on exit it is stopped and the lock removed. */
function exitOnSignals(): void {
  for (const [name, number] of Object.entries(SIGNALS)) {
    process.removeAllListeners(name).on(name, () => process.exit(128 + number));
  }
}

function resultOf(command: Work, body: Body): Result {
  if (command.name !== 'import' || 'doubts' in body) return { body, refused: false };
  const receipt = body as Receipt;
  const refusedWhole = command.request['all_or_nothing'] === true && receipt.rejected > 0;
  return { body, refused: refusedWhole || (receipt.rows > 0 && receipt.accepted === 0) };
}
