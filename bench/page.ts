import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { browserPath } from '../server/testing/chromium';
import { folderForHomes, serving, startServer } from '../server/testing/process';
import { type Bench, type BenchOptions, type Measured, median, round } from './measure';

const run = promisify(execFile);
const RUNS = 3;
const LEAST = 0.95;
const MOST_DATA = 60_000;
/** Fetched by npm where it is measured: 150 packages that nobody needs who only uses the service. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const PAGE = '/?org=DEMO';
const DATA = '/api/v1/overview';

/** The overview as a phone on a slow line gets it: Lighthouse's two scores and the bytes of its data. */
export const page: Bench = {
  name: 'page',
  about: `Lighthouse performance and accessibility of the overview (mobile, at least 95 each), its data at most 60 kB; fetches ${LIGHTHOUSE}; the ratio is the worse score / 0.95`,
  run: measurePage,
};

interface Report {
  categories: Record<'performance' | 'accessibility', { score: number }>;
  audits: Record<string, { numericValue: number }> & {
    'network-requests': { details: { items: { url: string; transferSize: number; resourceSize: number }[] } };
  };
}

async function measurePage({ log }: BenchOptions): Promise<Measured> {
  const home = await folderForHomes();
  const server = startServer({ BUSOLA_HOME: join(home, 'home') });
  const reports: Report[] = [];
  try {
    const { url } = await serving(server);
    await (await fetch(url + DATA)).arrayBuffer();
    for (let n = 1; n <= RUNS; n++) {
      reports.push(await report(url + PAGE));
      log(`run ${n}: ${said(reports.at(-1)!)}`);
    }
  } finally {
    server.signal('SIGTERM');
    await server.ended;
    await rm(home, { recursive: true, force: true });
  }
  const of = (pick: (one: Report) => number) => median(reports.map(pick));
  const performance = of(({ categories }) => categories.performance.score);
  const accessibility = of(({ categories }) => categories.accessibility.score);
  const data = of(dataOf);
  return {
    name: 'page',
    ratio: round(Math.min(performance, accessibility) / LEAST),
    goal: 1,
    ok: Math.min(performance, accessibility) >= LEAST && data <= MOST_DATA,
    limit: { performance: LEAST, accessibility: LEAST, data_bytes: MOST_DATA },
    peer: { performance, accessibility, data_bytes: data },
    rss_mb: 0,
    runs: reports.map(({ audits }) => round(audits['largest-contentful-paint']!.numericValue / 1000)),
  };
}

/** Bytes of the overview's one answer, unpacked. */
const dataOf = ({ audits }: Report): number =>
  audits['network-requests'].details.items.find(({ url }) => url.includes(DATA))?.resourceSize ?? Infinity;

function said(one: Report): string {
  const value = (name: string) => Math.round(one.audits[name]!.numericValue);
  return [
    `performance ${one.categories.performance.score}, accessibility ${one.categories.accessibility.score}`,
    `first paint ${value('first-contentful-paint')} ms, largest ${value('largest-contentful-paint')} ms`,
    `blocked ${value('total-blocking-time')} ms, layout shift ${round(one.audits['cumulative-layout-shift']!.numericValue)}`,
    `data ${dataOf(one)} bytes`,
  ].join(', ');
}

async function report(url: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'busola-page-'));
  const file = join(folder, 'report.json');
  try {
    const asked = `exec --yes --package=${LIGHTHOUSE} -- lighthouse ${url} --quiet --output=json --output-path=${file} --only-categories=performance,accessibility --no-enable-error-reporting`;
    await run('npm', [...asked.split(' '), '--chrome-flags=--headless=new --no-sandbox'], {
      cwd: folder,
      env: { ...process.env, CHROME_PATH: browserPath() },
    });
    return JSON.parse(await readFile(file, 'utf8')) as Report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
