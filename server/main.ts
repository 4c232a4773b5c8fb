import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from './http';
import { IntakeService } from './intake/intake.service';
import { seed } from './seed';
import { type Foundation, layFoundation } from './store/foundation';
import { Refusal } from './store/home';
import { readSettings, SettingError, type Settings } from './store/settings';

const log = (line: string) => process.stderr.write(`${line}\n`);

/** Runs the service until it is told to stop. */
async function main(): Promise<void> {
  const settings = readSettings();
  let foundation: Foundation | null = null;
  let app: NestFastifyApplication | null = null;
  let stopping: Promise<void> | null = null;
  const stop = async (code: number) => {
    await app?.close().catch((error: unknown) => log(String(error)));
    await foundation?.stop();
    process.exit(code);
  };
  // npm and the terminal both send the signal on: the second one finds the stop under way
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => (stopping ??= begun.then(() => stop(0))));
  const begun = (async () => {
    foundation = await layFoundation(settings, log);
    app = await createServer(foundation, { pages: true });
    await seed(foundation.dataSource, app.get(IntakeService), settings.demo);
    await listen(app, settings);
    const port = new URL(await app.getUrl()).port;
    await foundation.lock.publish(Number(port));
    process.stdout.write(`Busola: http://localhost:${port}\n`);
  })().catch(async (error: unknown) => {
    log(said(error));
    await stop(1);
  });
  await begun;
}

async function listen(app: NestFastifyApplication, { port, host }: Settings): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Refusal(
      `Port ${port} jest zajęty; podaj inny w PORT`,
      `Port ${port} is taken; name another one in PORT`,
    );
  }
}

function said(error: unknown): string {
  if (error instanceof Refusal) return `${error.pl}\n${error.en}`;
  if (error instanceof SettingError) return error.message;
  return (error as Error)?.stack ?? String(error);
}

main().catch((error: unknown) => {
  log(said(error));
  process.exit(1);
});
