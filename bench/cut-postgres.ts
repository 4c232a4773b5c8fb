import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processesOf, signal } from '../server/store/postgres/leftover';
import { within } from '../server/testing/process';
import { BOUND, freshHome, next, serve, settle, type Stage, startImport, stop } from './cut';
import { phaseOf } from './kill-state';

/** Milliseconds that a Postgres stands still. */
const STILL = 1500;

/** Stops every process of the Postgres for a while; the import has to end by itself and the server to live on. */
export async function holdPostgres(stage: Stage, at: number): Promise<string> {
  const home = await freshHome(stage);
  const server = await serve(home);
  const command = await startImport(stage, home);
  const { phase, stopped } = await stopAt(home, at);
  await sleep(STILL);
  for (const pid of stopped) signal(pid, 'SIGCONT');
  const end = await within(BOUND, command);
  const title = `Postgres held at ${at} ms (${phase})`;
  stage.check(`${title}: the import goes on`, end.code === 0 ? null : end.stderr);
  const state = await settle(stage, { home, server, title, end });
  await stop(server);
  return `Postgres held at ${at} ms: ${phase}, ${state}, the command ended with ${end.code}`;
}

/** Stops every process of the Postgres and kills the server meanwhile; the next start has to end what stands still. */
export async function abandonPostgres(stage: Stage, at: number): Promise<string> {
  const home = await freshHome(stage);
  const server = await serve(home);
  const command = await startImport(stage, home);
  const { phase } = await stopAt(home, at);
  await sleep(STILL);
  server.signal('SIGKILL');
  await server.ended;
  const end = await within(BOUND, command);
  const began = performance.now();
  const state = await next(stage, end, `server killed over a Postgres stopped at ${at} ms (${phase})`);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return `server killed over a Postgres stopped at ${at} ms: ${phase}, ${state}, the command ended with ${end.code}; settled within ${seconds} s`;
}

async function stopAt(home: string, at: number): Promise<{ phase: string; stopped: number[] }> {
  await sleep(at);
  const phase = phaseOf(home);
  const stopped = processesOf(join(home, 'postgres'));
  if (stopped.length === 0) throw new Error('no Postgres runs');
  for (const pid of stopped) signal(pid, 'SIGSTOP');
  return { phase, stopped };
}
