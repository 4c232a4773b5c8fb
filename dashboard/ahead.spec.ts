import type { Browser, Page } from 'playwright-core';
import { openBrowser, serve, type Served } from './browser';

let served: Served;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), openBrowser()]);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** Every path that a page fetches, in their order. */
function watched(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    // its icon a browser fetches as it likes
    if (!pathname.endsWith('.svg')) paths.push(pathname + search);
  });
  return paths;
}

async function until(isSo: () => boolean, what: () => unknown): Promise<void> {
  const end = Date.now() + 10_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`Waited in vain, with ${JSON.stringify(what())}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

describe('the first script', () => {
  const every = ['/api/v1/authorities', '/api/v1/codebook'];
  const cases = [
    { path: '/', script: 'OverviewPage', words: 'overview.pl', asks: ['/api/v1/overview'] },
    {
      path: '/en?q=2024-Q2&org=DEMO&widok=tabela',
      script: 'OverviewPage',
      words: 'overview.en',
      asks: ['/api/v1/overview?authority=DEMO&quarter=2024-Q2'],
    },
    {
      path: '/konsultacje?stan=open&org=DEMO',
      script: 'ConsultationsPage',
      words: 'pl',
      asks: ['/api/v1/consultations?authority=DEMO&status=open&limit=50'],
    },
    {
      path: '/en/konsultacje/LU-2021-05',
      script: 'ConsultationPage',
      words: 'card.en',
      asks: ['/api/v1/consultations/LU-2021-05'],
    },
    {
      path: '/konsultacje/nie%20ma',
      script: 'ConsultationPage',
      words: 'card.pl',
      asks: ['/api/v1/consultations/nie%20ma'],
      isRefused: true,
    },
    { path: '/wskazniki', script: 'IndicatorsPage', words: 'indicator.pl', asks: [] },
    {
      path: '/wskazniki/PR1?org=DEMO',
      script: 'IndicatorPage',
      words: 'indicator.pl',
      asks: ['/api/v1/indicators/PR1?authority=DEMO'],
    },
    { path: '/dane', script: 'DataPage', words: 'data.pl', asks: [] },
  ];

  it.each(cases)('asks for what $path needs while the large one is on its way, and once', async (one) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const fetched = watched(page);
    let release = () => undefined as void;
    const held = new Promise<void>((done) => (release = done));
    await page.route(/\/assets\/base-.*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(served.address + one.path, { waitUntil: 'commit' });
    const asked = () => fetched.filter((path) => path.startsWith('/api/'));
    const wanted = [...every, ...one.asks].toSorted();
    const scripts = [`/assets/${one.script}-`, `/assets/words.${one.words}-`];
    await until(
      () =>
        asked().length >= wanted.length &&
        scripts.every((script) => fetched.some((path) => path.startsWith(script))),
      () => fetched,
    );
    expect(asked().toSorted()).toEqual(wanted);
    release();
    await page.waitForSelector('main h1:not(.vh)');
    await page.waitForLoadState('networkidle');
    const again = fetched.filter((path, i) => fetched.indexOf(path) !== i);
    // a refusal is not kept: it is asked for again
    expect(again.filter((path) => !one.isRefused || !wanted.includes(path))).toEqual([]);
    await context.close();
  });

  it('holds up no page whose data are slow: its frame stands meanwhile', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    let release = () => undefined as void;
    const held = new Promise<void>((done) => (release = done));
    await page.route('**/api/v1/overview*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${served.address}/?org=DEMO`);
    await page.waitForSelector('main .wait');
    expect(await page.locator('.nav').isVisible()).toBe(true);
    release();
    await page.waitForSelector('.hero');
    await context.close();
  });
});

it.each(['/', '/en/wskazniki'])('names in %s only files that are there, packed well', async (path) => {
  const html = await (await fetch(served.address + path)).text();
  const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, file]) => file!);
  expect(files.filter((file) => file.endsWith('.js')).length).toBe(4);
  for (const file of files) {
    const [packed, plain] = await Promise.all(
      ['br', 'identity'].map((encoding) =>
        fetch(served.address + file, { headers: { 'accept-encoding': encoding } }),
      ),
    );
    const isFont = file.endsWith('.woff2');
    expect({ file, status: packed!.status }).toEqual({ file, status: 200 });
    expect(packed!.headers.get('content-encoding')).toBe(isFont ? null : 'br');
    // of a file that is packed anew for every reader no length is known
    expect(packed!.headers.get('content-length')).not.toBeNull();
    expect(packed!.headers.get('content-type')).toBe(plain!.headers.get('content-type'));
    expect(await packed!.text()).toBe(await plain!.text());
  }
});

describe('on a touch screen', () => {
  const open = async (path: string) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    const fetched = watched(page);
    await page.goto(served.address + path);
    await page.waitForSelector('.plot', { state: 'attached' });
    await page.waitForLoadState('networkidle');
    const isFetched = () => fetched.some((file) => file.includes('CartesianChart'));
    const plot = page.locator('.plot').first();
    const room = async () => (await plot.boundingBox())!.height;
    return { context, page, plot, isFetched, room };
  };

  it('draws what lies below once its reader goes there, in the room that was kept', async () => {
    const { context, page, plot, isFetched, room } = await open('/?org=DEMO');
    expect([isFetched(), await plot.locator('svg').count()]).toEqual([false, 0]);
    const before = await room();
    await page.evaluate(() => scrollBy(0, 40));
    await plot.locator('svg').first().waitFor();
    expect([isFetched(), await room()]).toEqual([true, before]);
    await context.close();
  });

  it('draws at once what is in sight', async () => {
    const { context, plot } = await open('/?org=DEMO#przebieg-indeksu');
    await plot.locator('svg').first().waitFor();
    await context.close();
  });

  it('draws all of it for paper', async () => {
    const { context, page, isFetched } = await open('/wskazniki/PR1?org=DEMO');
    expect(isFetched()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.plot')].every((one) => one.querySelector('svg')),
    );
    await context.close();
  });
});
