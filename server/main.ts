import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LinkService } from './access/link.service';
import { noteStart } from './access/started';
import { VERSION } from './root';
import { createServer } from './http';
import { IntakeService } from './intake/intake.service';
import { dayInWarsaw } from './publish/today';
import { ScoresService } from './scores/scores.service';
import { seed } from './seed';
import { type Foundation, layFoundation } from './store/foundation';
import { Refusal } from './store/home';
import { readSettings, SettingError, type Settings } from './store/settings';

/** How long a stop waits for a start under way: a database that never answers must not keep it. */
const PATIENCE = 5000;

const log = (line: string) => process.stderr.write(`${line}\n`);

/** Runs the service until it is told to stop. */
async function main(): Promise<void> {
  const settings = readSettings();
  let foundation: Foundation | null = null;
  let app: NestFastifyApplication | null = null;
  let stopping: Promise<void> | null = null;
  let ending: Promise<void> | null = null;
  const stop = (code: number) => (ending ??= end(code));
  const end = async (code: number) => {
    await app?.close().catch((error: unknown) => log(String(error)));
    await foundation?.stop();
    process.exit(code);
  };
  // npm and the terminal both send the signal on: the second one finds the stop under way
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      stopping ??= Promise.race([begun, sleep(PATIENCE)]).then(() => stop(0));
    });
  const begun = (async () => {
    foundation = await layFoundation(settings, log);
    app = await createServer(foundation, { pages: true });
    await noteStart(foundation.dataSource, VERSION, settings);
    await seed(foundation.dataSource, app.get(IntakeService), settings.demo);
    const port = await listen(app, settings);
    await foundation.lock.publish(port, reachableHost(settings));
    const address = settings.publicUrl?.origin ?? `http://${reachableHost(settings)}:${port}`;
    process.stdout.write(`Busola: ${address}\n${await invitation(app, address)}`);
    // nobody asked yet: whoever comes first need not wait for the scores
    void app
      .get(ScoresService)
      .state(dayInWarsaw())
      .catch((error: unknown) => void (ending ?? log(said(error))));
  })().catch(async (error: unknown) => {
    // a start whose ground is taken away fails for no other reason
    if (!ending) log(said(error));
    await stop(1);
  });
  await begun;
}

/** The one-time link of the first administrator, while there is none. */
async function invitation(app: NestFastifyApplication, address: string): Promise<string> {
  const first = await app.get(LinkService).firstAdmin();
  return first
    ? `Pierwszy administrator / first administrator (link działa raz, 24 h / works once, 24 h): ${address}${first.link}\n`
    : '';
}

/** The host under which this machine reaches the server; every address is reached as localhost too. */
const reachableHost = ({ host }: Settings) => (['0.0.0.0', '::'].includes(host) ? 'localhost' : host);

/** Listens and says on which port. Asks Fastify itself: Nest would log the error that becomes a sentence here. */
async function listen(app: NestFastifyApplication, { port, host }: Settings): Promise<number> {
  await app.init();
  try {
    await app.getHttpAdapter().getInstance().listen({ port, host });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE')
      throw new Refusal(
        `Nie można słuchać pod adresem z HOST i PORT (${host}, ${port}): ${message}`,
        `The address of HOST and PORT cannot be listened on (${host}, ${port}): ${message}`,
      );
    throw new Refusal(
      `Port ${port} jest zajęty; podaj inny w PORT`,
      `Port ${port} is taken; name another one in PORT`,
    );
  }
  return (app.getHttpServer().address() as AddressInfo).port;
}

function said(error: unknown): string {
  if (error instanceof Refusal) return `${error.pl}\n${error.en}`;
  if (error instanceof SettingError) return error.message;
  const { syscall, path, message, stack } = error as NodeJS.ErrnoException;
  // a folder that cannot be made, a disk that is full: what the system says is the whole story
  if (syscall && path) return message;
  return stack ?? String(error);
}

main().catch((error: unknown) => {
  log(said(error));
  process.exit(1);
});
