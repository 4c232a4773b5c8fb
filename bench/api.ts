import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { ROOT } from '../server/root';
import { folderForHomes, serving, startServer } from '../server/testing/process';
import { type Bench, type BenchOptions, type Measured, median, processorMicros, round } from './measure';

const ROUTE_RUNS = { runs: 3, seconds: 4 };
/** What the gate costs is less than one run differs from the next: many short ones tell it. */
const GATE_RUNS = { runs: 12, seconds: 2 };
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
  /** Processor time of a call in microseconds; null where the system does not tell it. */
  micros: number | null;
}

interface Target {
  url: string;
  pid: number;
}

/** One address and the bare server beside it, under the same load one after the other. */
interface Pair {
  name: string;
  ours: Target;
  bare: Target;
  tag: string | null;
  goal: number;
  runs: number;
  seconds: number;
}

type Run = Record<'ours' | 'bare', Load>;

async function measureApi({ log }: BenchOptions): Promise<Measured> {
  const home = await folderForHomes();
  const server = startServer({ BUSOLA_HOME: join(home, 'home') });
  const bares: Awaited<ReturnType<typeof startBare>>[] = [];
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
        ours: { url: url.replace('localhost', '127.0.0.1') + path, pid: server.pid },
        bare,
        tag,
        goal: GOAL,
        ...ROUTE_RUNS,
      });
      if (name !== 'overview') continue;
      const guarded = await startBare(bytes, 'guarded');
      bares.push(guarded);
      pairs.push({ name: 'gate', ours: guarded, bare, tag, goal: GATE_GOAL, ...GATE_RUNS });
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
  const found: Awaited<ReturnType<typeof measured>>[] = [];
  for (const pair of pairs) {
    const one = await measured(pair);
    log(
      `${one.name}: ${Math.round(one.ours)} of ${Math.round(one.bare)} a second, ratio ${round(one.ratio)}, p99 ${round(one.p99, 2)} times${one.micros}`,
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

/** Medians over the runs of a pair. */
async function measured(pair: Pair) {
  const runs: Run[] = [];
  for (let n = 0; n < pair.runs; n++) runs.push(await inTurn(pair, n % 2 === 0));
  const of = (pick: (run: Run) => number) => median(runs.map(pick));
  const micros = (side: keyof Run) =>
    round(
      of((run) => run[side].micros ?? 0),
      1,
    );
  return {
    name: pair.name,
    goal: pair.goal,
    ours: of((run) => run.ours.perSecond),
    bare: of((run) => run.bare.perSecond),
    ratio: of((run) => run.ours.perSecond / run.bare.perSecond),
    p99: of((run) => run.ours.p99 / Math.max(1, run.bare.p99)),
    micros: runs.some((run) => run.ours.micros === null || run.bare.micros === null)
      ? ''
      : `, processor time of a call ${micros('ours')} of ${micros('bare')} µs`,
  };
}

/** Both servers once; whichever always came second would have what the first one left warm or hot. */
async function inTurn({ ours, bare, tag, seconds }: Pair, isBareFirst: boolean): Promise<Run> {
  if (isBareFirst) return { bare: await load(bare, tag, seconds), ours: await load(ours, tag, seconds) };
  return { ours: await load(ours, tag, seconds), bare: await load(bare, tag, seconds) };
}

async function load({ url, pid }: Target, tag: string | null, seconds: number): Promise<Load> {
  const before = processorMicros(pid);
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers: tag ? { 'if-none-match': tag } : {},
  });
  const after = processorMicros(pid);
  const expected = tag ? result['3xx'] : result['2xx'];
  if (result.errors > 0 || expected !== result.requests.total)
    throw new Error(
      `${url} failed under load: ${result.errors} errors, ${expected} of ${result.requests.total}`,
    );
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    micros: before === null || after === null ? null : (after - before) / result.requests.total,
  };
}

async function startBare(bytes: Buffer, ...more: string[]): Promise<Target & { stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/bench/bare.js'), ...more], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(bytes);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: String(line).trim(),
    pid: child.pid!,
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}
