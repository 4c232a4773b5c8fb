import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { ROOT } from '../server/root';
import { folderForHomes, serving, startServer } from '../server/testing/process';
import { type Bench, type BenchOptions, type Measured, median, round } from './measure';

const RUNS = 3;
const SECONDS = 4;
const CONNECTIONS = 16;
const GOAL = 0.85;
/** The gate may cost a public route a twentieth. */
const GATE_GOAL = 0.95;

/** Overview and indicator against a bare Fastify that sends the same bytes; the gate alone against the same. */
export const api: Bench = {
  name: 'api',
  about:
    'requests a second for the overview, an indicator, and the overview as 304, idle, against bare Fastify with the same bytes, and bare Fastify with the gate before it (at least 0.95); the ratio is the worst of the first three',
  run: measureApi,
};

interface Load {
  perSecond: number;
  p99: number;
}

/** One address and the bare server beside it, under the same load one after the other. */
interface Pair {
  name: string;
  ours: string;
  bare: string;
  tag: string | null;
  goal: number;
}

async function measureApi({ log }: BenchOptions): Promise<Measured> {
  const home = await folderForHomes();
  const server = startServer({ BUSOLA_HOME: join(home, 'home') });
  const bares: { url: string; stop: () => Promise<void> }[] = [];
  try {
    const { url } = await serving(server);
    const pairs: Pair[] = [];
    for (const [name, path, known] of [
      ['overview', '/api/v1/overview?authority=DEMO', false],
      ['indicator', '/api/v1/indicators/PR1?authority=DEMO', false],
      ['overview_304', '/api/v1/overview?authority=DEMO', true],
    ] as const) {
      const answer = await fetch(url + path, { headers: { 'accept-encoding': 'identity' } });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const bare = await startBare(bytes);
      bares.push(bare);
      const tag = known ? answer.headers.get('etag') : null;
      pairs.push({
        name,
        ours: url.replace('localhost', '127.0.0.1') + path,
        bare: bare.url,
        tag,
        goal: GOAL,
      });
      if (name !== 'overview') continue;
      const guarded = await startBare(bytes, 'guarded');
      bares.push(guarded);
      pairs.push({ name: 'gate', ours: guarded.url, bare: bare.url, tag, goal: GATE_GOAL });
    }
    return await compare(pairs, log);
  } finally {
    server.signal('SIGTERM');
    await server.ended;
    for (const bare of bares) await bare.stop();
    await rm(home, { recursive: true, force: true });
  }
}

async function compare(pairs: Pair[], log: (line: string) => void): Promise<Measured> {
  const found: { ratio: number; p99: number; name: string; bare: number; ours: number; goal: number }[] = [];
  for (const { name, ours, bare, tag, goal } of pairs) {
    const runs: { ours: Load; bare: Load }[] = [];
    for (let run = 0; run < RUNS; run++)
      runs.push({ bare: await load(bare, tag), ours: await load(ours, tag) });
    const of = (pick: (run: { ours: Load; bare: Load }) => number) => median(runs.map(pick));
    const one = {
      name,
      goal,
      ours: of((run) => run.ours.perSecond),
      bare: of((run) => run.bare.perSecond),
      ratio: of((run) => run.ours.perSecond / run.bare.perSecond),
      p99: of((run) => run.ours.p99 / Math.max(1, run.bare.p99)),
    };
    log(
      `${name}: ${Math.round(one.ours)} of ${Math.round(one.bare)} a second, ratio ${round(one.ratio)}, p99 ${round(one.p99, 2)} times`,
    );
    found.push(one);
  }
  const worst = found
    .filter(({ name }) => name !== 'gate')
    .reduce((least, one) => (one.ratio < least.ratio ? one : least));
  const by = (pick: (one: (typeof found)[number]) => number) =>
    Object.fromEntries(found.map((one) => [one.name, round(pick(one))]));
  return {
    name: 'api',
    ratio: round(worst.ratio),
    goal: GOAL,
    ok: found.every(({ ratio, goal, p99 }) => ratio >= goal && p99 <= 2),
    limit: by(({ bare }) => bare),
    peer: by(({ ratio }) => ratio),
    rss_mb: 0,
    runs: found.map(({ ours }) => round(1 / ours, 6)),
  };
}

async function load(url: string, tag: string | null): Promise<Load> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: tag ? { 'if-none-match': tag } : {},
  });
  const expected = tag ? result['3xx'] : result['2xx'];
  if (result.errors > 0 || expected !== result.requests.total)
    throw new Error(
      `${url} failed under load: ${result.errors} errors, ${expected} of ${result.requests.total}`,
    );
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

async function startBare(
  bytes: Buffer,
  ...more: string[]
): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/bench/bare.js'), ...more], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(bytes);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: String(line).trim(),
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}
