import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../server/root';
import { type Bench, type BenchOptions, type Measured, median, round } from './measure';

const RUNS = 3;
const FIRST_GOAL = 30;
const SECOND_GOAL = 5;

/** From the command to a served page: on an empty home, and again on the same home. */
export const start: Bench = {
  name: 'start',
  about:
    'second start to a served page in at most 5 s, first start (empty home, data loaded) in at most 30 s; the ratio is second / 5 s',
  run: measureStart,
};

async function measureStart({ log }: BenchOptions): Promise<Measured> {
  const times = { first: [] as number[], second: [] as number[] };
  for (let run = 1; run <= RUNS; run++) {
    const home = await mkdtemp(join(tmpdir(), 'busola-start-'));
    times.first.push(await served(home));
    times.second.push(await served(home));
    await rm(home, { recursive: true, force: true });
    log(`run ${run}: first ${times.first.at(-1)!.toFixed(2)} s, second ${times.second.at(-1)!.toFixed(2)} s`);
  }
  const [first, second] = [median(times.first), median(times.second)];
  return {
    name: 'start',
    ratio: round(second / SECOND_GOAL),
    goal: 1,
    ok: second <= SECOND_GOAL && first <= FIRST_GOAL,
    limit: { second_start_at_most_s: SECOND_GOAL, first_start_at_most_s: FIRST_GOAL },
    peer: { first_start_s: round(first) },
    rss_mb: 0,
    runs: times.second.map((value) => round(value)),
  };
}

/** Seconds until the list of consultations and its page are served; the server is stopped again. */
async function served(home: string): Promise<number> {
  const began = performance.now();
  const server = spawn(process.execPath, [join(ROOT, 'server/launch.mjs'), 'main'], {
    env: { ...process.env, PORT: '0', BUSOLA_HOME: home, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(server);
  for (const path of ['/konsultacje', '/api/v1/consultations']) {
    const response = await fetch(address + path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    await response.text();
  }
  const taken = (performance.now() - began) / 1000;
  server.kill('SIGINT');
  await once(server, 'exit');
  return taken;
}

async function addressOf(server: ChildProcess): Promise<string> {
  for await (const chunk of server.stdout!) {
    const address = /http:\/\/\S+/.exec(String(chunk))?.[0];
    if (address) return address;
  }
  throw new Error('the server ended before it served');
}
