import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster, ClusterOptions } from './cluster';
import { stopLeftovers } from './leftover';
import { address, launch, type Plan, type Server } from './server';

const FAILURES = 5;
const WINDOW = 60_000;

/** Keeps a server running, at one address, until it is stopped or fails `FAILURES` times within a minute. */
export function supervise(
  first: Server,
  plan: Plan,
  options: ClusterOptions & { log: (line: string) => void },
): Cluster {
  const ending = new AbortController();
  let server = first;
  const watch = async () => {
    const failures: number[] = [];
    while (!ending.signal.aborted) {
      const how = await server.ended;
      if (ending.signal.aborted) return;
      options.log(`Postgres ${server.pid} ${how}: starting it again on port ${server.port}`);
      const next = await again(plan, server.port, failures, options.log, ending.signal);
      if (!next) return ending.signal.aborted ? undefined : giveUp(options);
      server = next;
      options.onRestart?.();
    }
  };
  const watching = watch();
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    ending.abort();
    await server.stop();
    await watching;
    await server.stop();
    plan.journal.close();
  };
  return {
    url: address(first.port, plan.password),
    port: first.port,
    get pid() {
      return server.pid;
    },
    stop: () => (stopped ??= stop()),
  };
}

/** Starts the server once more, waiting longer after each failure; null after too many of them or where stopped. */
async function again(
  plan: Plan,
  port: number,
  failures: number[],
  log: (line: string) => void,
  aborted: AbortSignal,
): Promise<Server | null> {
  while (!aborted.aborted) {
    failures.push(Date.now());
    while (failures[0]! < Date.now() - WINDOW) failures.shift();
    if (failures.length > FAILURES) return null;
    await sleep(50 * 2 ** failures.length, undefined, { signal: aborted }).catch(() => undefined);
    if (aborted.aborted) return null;
    try {
      await stopLeftovers(plan.data, log);
      return await launch(plan, port, aborted);
    } catch (error) {
      if (!aborted.aborted) log((error as Error).message);
    }
  }
  return null;
}

function giveUp({ log, onGiveUp }: ClusterOptions): void {
  const error = new Error(
    `Postgres ended ${FAILURES + 1} times within a minute and is not started again; its log says why`,
  );
  log?.(error.message);
  onGiveUp?.(error);
}
