import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { OverviewView } from '../server/publish/overview.view';
import type { ScoreView } from '../server/publish/score.view';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { figures } from './figures';
import { quarterNames } from './quarters';
import { formats } from './words';
import { openBrowser, serve, type Served } from './browser';
import type { DatasetListView } from '../server/publish/dataset.view';
import type { IndicatorListView, IndicatorPageView } from '../server/publish/indicator.view';
import { cardWords as cardEn } from './words.card.en';
import { cardWords as cardPl } from './words.card.pl';
import { accessWords as accessEn } from './words.access.en';
import { accessWords as accessPl } from './words.access.pl';
import { en } from './words.en';
import { indicatorWords as indicatorEn } from './words.indicator.en';
import { indicatorWords as indicatorPl } from './words.indicator.pl';
import { overviewWords as overviewPl } from './words.overview.pl';
import { scoreWords as scoreEn } from './words.score.en';
import { scoreWords as scorePl } from './words.score.pl';
import { pl } from './words.pl';

const LANGUAGES = [
  { language: 'pl', root: '', words: { ...pl, ...cardPl, ...scorePl } },
  { language: 'en', root: '/en', words: { ...en, ...cardEn, ...scoreEn } },
] as const;
const SIZES = [
  { name: 'phone', width: 360, height: 740 },
  { name: 'desk', width: 1280, height: 900 },
];
/** A consultation of the public record whose minimum, report and due day are all known. */
const CODE = 'LU-2021-05';
/** A demonstration consultation with an index and every day of its course. */
const SCORED = 'MP-2026-21';
/** A demonstration quarter in which a gate is raised, and the consultation at which it is. */
const GATED = { quarter: '2024-Q2', code: 'MP-2024-13' };

let served: Served;
let browser: Browser;
let batch: string;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), openBrowser()]);
  const card = await fetch(`${served.address}/api/v1/consultations/${CODE}`);
  const { provenance } = (await card.json()) as { provenance: { batch: number; line: number }[] };
  batch = `/zasilanie/${provenance[0]!.batch}?wiersz=${provenance[0]!.line}&rekord=${CODE}`;
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** A page that remembers what it asked of other hosts and what it complained of. */
async function visit(context: BrowserContext) {
  const page = await context.newPage();
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${served.address}/`)) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, foreign, complaints };
}

/** Waits until a page that is still changing says what is expected; fails with what it says in the end. */
async function settles(read: () => Promise<unknown>, expected: unknown) {
  const end = Date.now() + 10_000;
  while ((await read()) !== expected && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
  expect(await read()).toBe(expected);
}

/** Nothing is awaited any more, and every chart in sight is drawn. */
const drawn = (page: Page) =>
  page.waitForFunction(
    () =>
      document.querySelector('main h1:not(.vh)') &&
      !document.querySelector('.wait, [aria-busy=true]') &&
      [...document.querySelectorAll('.panel:not([hidden]) .plot')].every((plot) => plot.querySelector('svg')),
  );

const loaded = async (page: Page) => {
  await page.waitForLoadState('networkidle');
  await drawn(page);
};

/** Presses Tab until the focus is on what is asked for, as a reader without a mouse does. */
async function tabTo(page: Page, selector: string, key = 'Tab') {
  for (let presses = 0; presses < 250; presses++) {
    await page.keyboard.press(key);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`${selector} is not reached by ${key} on ${page.url()}`);
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);
const here = (page: Page) => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};
const found = (page: Page) => page.locator('.results output').innerText();
const ringed = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.activeElement!).boxShadow !== 'none');

/** Every page, also empty, refused and unknown ones. */
const pages = () => [
  '/',
  '/?widok=tabela',
  '/?q=2024-Q3',
  '/?org=DEMO',
  '/?org=DEMO&widok=tabela',
  `/?org=DEMO&q=${GATED.quarter}&widok=opis`,
  '/konsultacje',
  '/konsultacje?rodzaj=strategy&szukaj=kultury',
  '/konsultacje?rodzaj=strategy&szukaj=zzz',
  `/konsultacje/${CODE}`,
  `/konsultacje/${CODE}?widok=tabela`,
  '/konsultacje/LU-2014-03?widok=opis',
  '/konsultacje/LU-0000-00',
  '/wskazniki',
  '/wskazniki/PR1',
  '/wskazniki/PR1?org=DEMO&skala=miara',
  '/wskazniki/IN3?org=DEMO&trend=tabela&rozklad=opis&jednostki=tabela',
  '/wskazniki/GF1',
  '/wskazniki/XX1',
  '/dane',
  '/dane?org=DEMO',
  '/zasilanie',
  batch,
  '/nie-ma-takiej',
  '/konsultacje?org=DEMO',
  '/konsultacje/MP-2025-10?org=DEMO',
  `/konsultacje/${GATED.code}?org=DEMO&ocena=tabela`,
];

describe.each(LANGUAGES)('in $language', ({ language, root, words }) => {
  it.each(SIZES)(
    'walks from the list to the source by keyboard alone, $name',
    async ({ name, width, height }) => {
      const context = await browser.newContext({ viewport: { width, height } });
      const { page, foreign, complaints } = await visit(context);

      await page.goto(`${served.address}${root}/konsultacje`);
      await loaded(page);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      await settles(() => found(page), words.list.found(36, 36));
      expect(await page.locator('h1').innerText()).toContain('36');
      expect(await sideways(page)).toBe(0);

      // the first stop skips to the content
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words.skip);
      await page.keyboard.press('Enter');
      await settles(() => focused(page), 'MAIN');

      // one filter, chosen by the space bar: on a phone in the sheet
      if (name === 'phone') {
        await tabTo(page, '.open-filters');
        await page.keyboard.press('Enter');
      }
      await page.evaluate(() => {
        document.querySelectorAll('.pick').forEach((pick) => {
          pick.querySelector('input')!.dataset['label'] = pick.querySelector('span')!.textContent;
        });
      });
      const strategy = language === 'pl' ? 'strategia lub program' : 'strategy or programme';
      await tabTo(page, `.pick input[data-label="${strategy}"]`);
      expect(await ringed(page)).toBe(true);
      await page.keyboard.press('Space');
      await page.waitForURL(/rodzaj=strategy/);
      await loaded(page);
      await settles(() => page.locator('.pick input:checked').count(), 1);
      if (name === 'phone') {
        await tabTo(page, '.sheet footer .btn');
        await settles(() => page.evaluate(() => document.activeElement?.textContent), words.list.show(4));
        await page.keyboard.press('Enter');
      }
      await settles(() => found(page), words.list.found(4, 4));

      // the address is the state: a reload and a step back restore it
      await page.reload();
      await loaded(page);
      await settles(() => found(page), words.list.found(4, 4));
      expect(here(page)).toBe(`${root}/konsultacje?rodzaj=strategy`);

      // a search typed letter by letter makes one step of the history
      await tabTo(page, 'input[type=search]');
      const steps = await page.evaluate(() => history.length);
      await page.keyboard.type('lublin 2030 etap ii', { delay: 120 });
      await page.waitForURL(/szukaj=lublin\+2030\+etap\+ii$/);
      await loaded(page);
      expect(await page.evaluate(() => history.length)).toBe(steps + 1);
      await settles(() => found(page), words.list.found(1, 1));
      await page.goBack();
      await loaded(page);
      expect(await page.inputValue('input[type=search]')).toBe('');
      await settles(() => found(page), words.list.found(4, 4));
      await page.goForward();
      await loaded(page);
      const list = here(page);

      // the card speaks first, its views are tabs of the address
      await tabTo(page, '.consultations a');
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`/konsultacje/${CODE}$`));
      await loaded(page);
      await page.waitForSelector('.plot svg');
      await settles(() => focused(page), 'H1');
      await page.waitForSelector('#ocena:not(:has(.wait))');
      expect(await page.locator('#ocena').innerText()).toContain(words.score.why);
      expect(await page.getAttribute('.plot svg[role=img]', 'aria-labelledby')).toBe('przebieg-headline');
      expect(await page.locator('.plot text').allTextContents()).toContain(words.course.rows.remarks);
      expect(await sideways(page)).toBe(0);
      await tabTo(page, '[role=tab]');
      await page.keyboard.press('ArrowRight');
      await page.waitForURL(/widok=tabela/);
      await page.reload();
      await loaded(page);
      expect(await page.locator('[role=tab][aria-selected=true]').innerText()).toBe(words.chart.tabs.tabela);
      expect(await page.locator('#przebieg-tabela table').isVisible()).toBe(true);
      expect(await sideways(page)).toBe(0);

      // from the fact to the line of the file it came from, and back
      await tabTo(page, '.provenance a');
      await page.keyboard.press('Enter');
      await page.waitForURL(/zasilanie/);
      await loaded(page);
      expect(here(page)).toBe(`${root}${batch}`);
      await settles(() => focused(page), 'H1');
      expect(await page.locator('.named').innerText()).toContain(CODE);
      expect(await sideways(page)).toBe(0);
      await tabTo(page, '.named a');
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`/konsultacje/${CODE}`));
      for (let back = 0; back < 10 && here(page) !== list; back++) await page.goBack();
      await loaded(page);
      await settles(() => found(page), words.list.found(1, 1));

      expect(foreign).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it.each(SIZES)(
    'walks from the overview to the line of a file and back by keyboard alone, $name',
    async ({ width, height }) => {
      const context = await browser.newContext({ viewport: { width, height } });
      const { page, foreign, complaints } = await visit(context);
      await page.goto(`${served.address}${root}/?org=DEMO`);
      await loaded(page);
      const newest = await page.inputValue('.step select');
      expect(await page.locator('h1').innerText()).toContain(quarterNames(language).inIt(newest));
      expect(await page.locator('.method').innerText()).toContain('1.0.0');
      expect(await page.locator('.plot svg[role=img]').getAttribute('aria-labelledby')).toBe(
        'przebieg-indeksu-headline',
      );

      // the quarter before, then one further back from the list: each is one step of the history
      await tabTo(page, '.step button');
      await page.keyboard.press('Enter');
      await page.waitForURL(/q=\d{4}-Q\d/);
      await loaded(page);
      const earlier = await page.inputValue('.step select');
      expect(earlier < newest).toBe(true);
      await settles(
        async () => (await page.locator('h1').innerText()).includes(quarterNames(language).inIt(earlier)),
        true,
      );
      await page.selectOption('.step select', GATED.quarter);
      await page.waitForURL(new RegExp(`q=${GATED.quarter}`));
      await loaded(page);
      await settles(() => page.locator('.find li').count(), 2);
      const overview = here(page);

      // the views of the chart are tabs of the address
      await tabTo(page, '[role=tab]');
      await page.keyboard.press('ArrowRight');
      await page.waitForURL(/widok=tabela/);
      expect(await page.locator('#przebieg-indeksu-tabela tbody tr').count()).toBeGreaterThan(2);
      await page.goBack();
      await settles(async () => here(page), overview);

      // a finding names its rule and leads to the consultation
      expect(await page.locator('.find li').first().innerText()).toContain('G1');
      await tabTo(page, '.find a');
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`/konsultacje/${GATED.code}`));
      await loaded(page);
      await page.waitForSelector('#ocena .chip.gate');
      expect(await sideways(page)).toBe(0);

      // a row of the waterfall opens to its facts and to the line of the file
      await tabTo(page, '.opens');
      expect(await ringed(page)).toBe(true);
      await page.keyboard.press('Enter');
      await settles(() => page.locator('.opens[aria-expanded=true]').count(), 1);
      expect(await sideways(page)).toBe(0);
      await tabTo(page, '.behind a');
      await page.keyboard.press('Enter');
      await page.waitForURL(/zasilanie.*wiersz=/);
      await loaded(page);
      await settles(() => focused(page), 'H1');
      expect(await page.locator('.named').innerText()).toContain(GATED.code);
      for (let back = 0; back < 10 && here(page) !== overview; back++) await page.goBack();
      await loaded(page);
      await settles(() => page.inputValue('.step select'), GATED.quarter);
      expect(foreign).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('never scrolls sideways, down to 320 px, and keeps every page to this host', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const { page, foreign } = await visit(context);
    for (const path of pages()) {
      await page.goto(`${served.address}${root}${path}`);
      await drawn(page);
      expect({ path, sideways: await sideways(page) }).toEqual({ path, sideways: 0 });
      expect({ path, headings: await page.locator('h1').count() }).toEqual({ path, headings: 1 });
    }
    expect(foreign).toEqual([]);
    await context.close();
  });
});

// every page in both languages, at both sizes, in both schemes; not each beside each other
it.each([
  ['', 'phone', SIZES[0]!, 'light'],
  ['/en', 'desk', SIZES[1]!, 'dark'],
] as const)('passes axe on every page: “%s/”, %s', async (root, _name, { width, height }, colorScheme) => {
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const context = await browser.newContext({ viewport: { width, height }, bypassCSP: true, colorScheme });
  const page = await context.newPage();
  const violations: string[] = [];
  for (const path of pages()) {
    await page.goto(`${served.address}${root}${path}`);
    await drawn(page);
    await page.addScriptTag({ content: axe });
    violations.push(...(await page.evaluate(runAxe)).map((one) => `${path}: ${one}`));
  }
  expect(violations).toEqual([]);
  await context.close();
});

declare const axe: {
  run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};

/** Runs in the page. */
async function runAxe(): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

it.each(LANGUAGES)(
  'says above everything that the demonstration is none, on paper too, in $language',
  async ({ root, words }) => {
    const context = await browser.newContext();
    const { page } = await visit(context);
    const line = () => page.locator('.demo').innerText();
    for (const path of ['/', '/konsultacje', '/konsultacje/MP-2025-10', '/zasilanie']) {
      await page.goto(`${served.address}${root}${path}?org=DEMO`);
      await loaded(page);
      expect(await line()).toBe(`${words.demonstration.label}: ${words.demonstration.says}`);
      expect(await page.locator('.demo').evaluate((aside) => aside.getBoundingClientRect().top)).toBe(0);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.demo').isVisible()).toBe(true);
      await page.emulateMedia({ media: 'screen' });
    }
    await page.goto(`${served.address}${root}/konsultacje`);
    await loaded(page);
    expect(await page.locator('.demo').count()).toBe(0);
    await context.close();
  },
);

it('puts a batch under the name of its own authority, whatever the address says', async () => {
  const context = await browser.newContext();
  const { page } = await visit(context);
  await page.goto(`${served.address}${batch}&org=DEMO`);
  await page.waitForURL(/org=LUBLIN/);
  await loaded(page);
  expect(page.url()).toContain('wiersz=');
  expect(await page.locator('.demo').count()).toBe(0);
  expect(await page.locator('.brand').innerText()).toContain('Lublin');
  await context.close();
});

it('ignores what it does not know in an address, and says what the server refuses', async () => {
  const context = await browser.newContext();
  const { page } = await visit(context);
  await page.goto(`${served.address}/konsultacje?sort=losowo&ile=abc&widok=9&cudo=1`);
  await loaded(page);
  await settles(() => found(page), pl.list.found(36, 36));
  await page.goto(`${served.address}/konsultacje/LU-0000-00`);
  await loaded(page);
  expect(await page.locator('.fail').innerText()).toContain('LU-0000-00');
  await context.close();
});

/** The rows of a CSV as a program reads them. */
function rowsOf(text: string, delimiter: string): string[][] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => line.split(delimiter).map((cell) => cell.replace(/^"(.*)"$/, '$1')));
}

/** Chooses an item of the menu that has the focus on its button, and reads the file that comes. */
async function taken(page: Page, item: string) {
  await page.keyboard.press('Enter');
  await page.waitForSelector(`[data-item=${item}]`);
  await tabTo(page, `[data-item=${item}]`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const asked = async <T>(path: string) => (await (await fetch(served.address + path)).json()) as T;

it.each([
  { ...LANGUAGES[0], own: indicatorPl },
  { ...LANGUAGES[1], own: indicatorEn },
])(
  'walks from the catalogue over points and files to a card by keyboard alone, in $language',
  async ({ language, root, words, own }) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const { page, foreign, complaints } = await visit(context);
    const known = await asked<IndicatorPageView>('/api/v1/indicators/PR1?authority=DEMO');
    const catalogue = await asked<IndicatorListView>('/api/v1/indicators');

    await page.goto(`${served.address}${root}/wskazniki?org=DEMO`);
    await loaded(page);
    expect(await page.locator('.catalogue tbody tr:not(.group)').count()).toBe(catalogue.meta.total);
    await tabTo(page, '.catalogue a[href*="/PR1"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/wskazniki\/PR1/);
    await loaded(page);
    await settles(() => focused(page), 'H1');
    await settles(() => page.locator('h1').innerText(), known.indicator.label[language]);

    // the points, from the last one backwards; one polite region says them
    const live = () => page.locator('#w-czasie .point[aria-live=polite]').innerText();
    const name = (i: number) => own.quarter.short(known.trend.at(i)!.quarter);
    await tabTo(page, '#w-czasie .browse');
    await page.keyboard.press('Enter');
    await settles(() => page.evaluate(() => document.activeElement?.getAttribute('role')), 'application');
    expect(await live()).toContain(name(-1));
    await page.keyboard.press('ArrowLeft');
    await settles(async () => (await live()).includes(name(-2)), true);
    await page.keyboard.press('Home');
    await settles(async () => (await live()).includes(name(0)), true);
    // the drawing follows the words by a frame
    await settles(() => page.locator('#w-czasie .chosen-ring').count(), 1);
    await page.keyboard.press('Escape');
    await settles(live, '');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('browse');

    // the menu gives the focus back, and the numbers of the API as files of both dialects
    await tabTo(page, '#w-czasie .dots');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#w-czasie .more-menu ul');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await page.locator('.more-menu ul').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('dots');
    const csv = await taken(page, 'csv');
    const [head, ...rows] = rowsOf(csv.bytes.toString('utf8'), ',');
    expect(csv.name).toBe(`DEMO_PR1_w-czasie_${known.meta.as_of}.csv`);
    expect(head!.slice(0, 5)).toEqual(['quarter', 'score', 'low', 'high', 'x']);
    expect(rows.map(([quarter, score, , , x, n]) => [quarter, Number(score), Number(x), Number(n)])).toEqual(
      known.trend.map(({ quarter, score, x, consultations }) => [quarter, score, x, consultations]),
    );
    const excel = await taken(page, 'excel');
    expect(excel.bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(rowsOf(excel.bytes.toString('utf8'), ';').slice(1)[0]![1]!.replace(',', '.')).toBe(
      String(known.trend[0]!.score),
    );
    const svg = (await taken(page, 'svg')).bytes.toString('utf8');
    expect(svg).toContain(known.meta.method);
    expect(svg).toContain('font/woff2;base64,');
    expect(svg).not.toMatch(/var\(--|light-dark|&nbsp;/);
    expect(await page.evaluate(isWellFormed, svg.replace(/<style>.*?<\/style>/s, ''))).toBe(true);
    const png = (await taken(page, 'png')).bytes;
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const box = await page.locator('#w-czasie .plot svg').first().boundingBox();
    expect(png.readUInt32BE(16)).toBe((Math.ceil(box!.width) + 48) * 2);

    // its headline is drawn, although its font comes after the picture
    expect(await page.evaluate(inkIn, [png.toString('base64'), 48, 100] as const)).toBeGreaterThan(500);

    // the other scale stands in the address
    await tabTo(page, '.switch input');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/skala=miara/);
    await page.reload();
    await loaded(page);
    expect(await page.locator('.switch input').nth(1).isChecked()).toBe(true);

    await tabTo(page, '.value-rows a');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`konsultacje/${known.values[0]!.consultation}`));
    await loaded(page);
    await tabTo(page, '#przebieg .dots');
    expect((await taken(page, 'csv')).bytes.toString('utf8')).toContain('stage,from,to,days,legal_day');
    expect(words.chart.menu).toBe(await page.getAttribute('#przebieg .dots', 'aria-label'));
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  },
);

it.each(LANGUAGES)(
  'says the points of the overview and of a card, and gives their numbers away, in $language',
  async ({ language, root, words }) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const { page, complaints } = await visit(context);
    const says = (id: string) => async () =>
      plain(await page.locator(`#${id} .point[aria-live=polite]`).innerText());
    /** Walks from the last point to the first by keys; both are marked in the drawing. */
    const browse = async (id: string, mark: string, [first, last]: [string, string]) => {
      await tabTo(page, `#${id} .browse`);
      await page.keyboard.press('Enter');
      await settles(async () => (await says(id)()).startsWith(last), true);
      await settles(() => page.locator(`#${id} ${mark}`).count(), 1);
      await page.keyboard.press('Home');
      await settles(async () => (await says(id)()).startsWith(first), true);
      await settles(() => page.locator(`#${id} ${mark}`).count(), 1);
      await page.keyboard.press('Escape');
      await settles(says(id), '');
      await tabTo(page, `#${id} .dots`);
    };
    const csv = async () => rowsOf((await taken(page, 'csv')).bytes.toString('utf8'), ',').slice(1);

    const { trend } = await asked<OverviewView>('/api/v1/overview?authority=DEMO');
    await page.goto(`${served.address}${root}/?org=DEMO`);
    await loaded(page);
    const { tenth } = figures(formats(language), words);
    const said = ({ quarter, index }: (typeof trend)[number]) =>
      plain(`${quarterNames(language).short(quarter)}: ${tenth(index!)} `);
    await browse('przebieg-indeksu', '.chosen-ring', [said(trend[0]!), said(trend.at(-1)!)]);
    const number = (cell: string | undefined) => (cell === '' ? null : Number(cell));
    expect(
      (await csv()).map(([quarter, index, low, high, ...rest]) => [
        quarter,
        ...[index, low, high].map(number),
        ...rest,
      ]),
    ).toEqual(
      trend.map(({ quarter, index, low, high, grade, consultations, provisional }) => [
        quarter,
        index,
        low,
        high,
        grade,
        String(consultations),
        provisional ? 'provisional' : 'final',
      ]),
    );
    const excel = (await taken(page, 'excel')).bytes.toString('utf8');
    expect(excel.startsWith('\uFEFF"quarter"') || excel.startsWith('\uFEFFquarter')).toBe(true);

    const score = await asked<ScoreView>(`/api/v1/consultations/${SCORED}/score?authority=DEMO`);
    await page.goto(`${served.address}${root}/konsultacje/${SCORED}?org=DEMO`);
    await loaded(page);
    await browse('droga-do-indeksu', '.chosen-row', [words.score.start, words.score.end]);
    const steps = await csv();
    expect(steps.at(-1)![0]).toBe('index');
    expect(number(steps.at(-1)![3])).toBe(score.index);
    const points = Object.fromEntries(steps.slice(1, -1).map(([code, , lost]) => [code, number(lost)]));
    expect(points).toEqual(
      Object.fromEntries(
        score.dimensions.filter((one) => one.points !== null).map((one) => [one.code, one.points]),
      ),
    );
    expect(number(steps.at(-2)![3])).toBeCloseTo(score.index!, 9);
    const { rows } = words.course;
    await browse('przebieg', '.chosen-row', [plain(rows.announcement), plain(rows.decision)]);
    expect(complaints).toEqual([]);
    await context.close();
  },
);

/** Runs in the page: how many dark points a picture has between two heights. */
async function inkIn([picture, from, to]: readonly [string, number, number]): Promise<number> {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: image.width, height: image.height });
  const pen = canvas.getContext('2d')!;
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, from, image.width, to - from);
  return data.filter((value, i) => i % 4 === 0 && value < 100).length;
}

/** Runs in the page. */
function isWellFormed(text: string): boolean {
  return new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null;
}

it('says why nothing can be shown, with no zeros and no empty charts', async () => {
  const context = await browser.newContext();
  const { page } = await visit(context);
  await page.goto(`${served.address}/wskazniki/GF1`);
  await loaded(page);
  const said = (await page.locator('main').innerText()).replace(/\u00a0/g, ' ');
  expect(said).toContain('nie da się dziś policzyć');
  expect(said).toContain('Etapu nie odnotowano.');
  expect(await page.locator('.plot').count()).toBe(0);
  expect(await page.locator('.value-rows td.r').allInnerTexts()).not.toContain('0');
  await page.goto(`${served.address}/wskazniki/XX1`);
  await loaded(page);
  expect(await page.locator('.fail').innerText()).toContain('XX1');
  await context.close();
});

describe('a card of a consultation without a score', () => {
  const none = [
    { why: 'unknown', code: 'LU-2012-01', org: 'LUBLIN', change: null },
    { why: 'cancelled', code: 'MP-2025-12', org: 'DEMO', change: null },
    // the records hold no open one: a closed one is shown as it was on its first day
    {
      why: 'ahead',
      code: SCORED,
      org: 'DEMO',
      change: { status: 'open', closed_on: null, closes_on: '2099-12-31' },
    },
  ] as const;

  it.each(none.flatMap((one) => LANGUAGES.map((spoken) => ({ ...one, ...spoken }))))(
    'says why, $why, and asks for none, in $language',
    async ({ why, code, org, change, root, words }) => {
      const context = await browser.newContext();
      const { page, complaints } = await visit(context);
      const scores: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/score')) scores.push(request.url());
      });
      if (change)
        await page.route(`**/api/v1/consultations/${code}?*`, async (route) =>
          route.fulfill({ json: { ...(await (await route.fetch()).json()), ...change } }),
        );
      await page.goto(`${served.address}${root}/konsultacje/${code}?org=${org}`);
      await loaded(page);
      await page.waitForSelector('#ocena b');
      expect(plain(await page.locator('#ocena').innerText())).toContain(plain(words.score.unscored[why]));
      expect(scores).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});

it.each([
  ['', accessPl.broken],
  ['/en', accessEn.broken],
])('says so, and draws anew, where an answer breaks a page: %s', async (root, broken) => {
  const context = await browser.newContext();
  const { page } = await visit(context);
  const card = `**/api/v1/consultations/${CODE}?*`;
  await page.route(card, (route) => route.fulfill({ json: {} }));
  await page.goto(`${served.address}${root}/konsultacje/${CODE}?org=LUBLIN`);
  await page.getByText(broken.title).waitFor();
  expect(plain(await page.locator('main').innerText())).toContain(plain(broken.text));
  await page.unroute(card);
  await page.reload();
  await loaded(page);
  expect(await page.locator('h1').innerText()).not.toBe(broken.title);
  await context.close();
});

it('gives every file whose size and checksum it shows', async () => {
  const context = await browser.newContext();
  const { page } = await visit(context);
  await page.goto(`${served.address}/dane?org=DEMO`);
  await loaded(page);
  const { items } = await asked<DatasetListView>('/api/v1/datasets?authority=DEMO');
  const files = items.flatMap((dataset) => dataset.files);
  expect(await page.locator('.files a').count()).toBe(files.length);
  for (const file of files) {
    const link = page.locator(`a[href="${file.href}"]`);
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const bytes = readFileSync(await download.path());
    const sum = createHash('sha256').update(bytes).digest('hex');
    expect(download.suggestedFilename()).toBe(file.file_name);
    expect(bytes.length).toBe(file.bytes);
    const row = page.locator('.files tr', { has: link });
    await row.locator('summary').click();
    expect(await row.locator('.sum > code').innerText()).toBe(sum);
  }
  await context.close();
});

/** Files that draw, and the score with its waterfall: a page asks for them once it has something to draw. */
const DRAWING =
  /\/(GanttChart|\w*TrendChart|ComposedChart|CartesianChart|IndicatorParts|Histogram|UnitRows|CourseLegend|Score)-/;

/** Bytes of script, packed. */
const MOST = 120_000;

it('needs little script before charts, on every page', async () => {
  const tables = 'widok=tabela&trend=tabela&rozklad=tabela&jednostki=tabela';
  const paths = [
    '/',
    '/?org=DEMO',
    '/konsultacje',
    `/konsultacje/${CODE}`,
    '/wskazniki',
    '/wskazniki/PR1',
    '/dane',
    batch,
  ];
  for (const path of paths) {
    const context = await browser.newContext();
    const { page } = await visit(context);
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('.js')) fetched.push(request.url());
    });
    // a table needs no chart, and what draws charts comes only with one
    await page.goto(`${served.address}${path}${path.includes('?') ? '&' : '?'}${tables}`);
    await loaded(page);
    const drawing = fetched.findIndex((url) => DRAWING.test(url));
    const before = drawing < 0 ? fetched : fetched.slice(0, drawing);
    const sizes = await Promise.all(
      before.map(async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length),
    );
    const sum = sizes.reduce((all, size) => all + size, 0);
    expect(before.length).toBeGreaterThan(2);
    expect({ path, isSmall: sum <= MOST, sum }).toEqual({ path, isSmall: true, sum });
    await context.close();
  }
});

it('prints the chart with its table, without filters or menus', async () => {
  const context = await browser.newContext();
  const { page } = await visit(context);
  await page.goto(`${served.address}/konsultacje/${CODE}`);
  await loaded(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.plot svg').first().isVisible()).toBe(true);
  expect(await page.locator('#przebieg-tabela table').isVisible()).toBe(true);
  expect(await page.locator('.bar').isVisible()).toBe(false);
  expect(await page.locator('.nav').isVisible()).toBe(false);
  await context.close();
});

/** The rows of a CSV file of ours, by the names of its columns. */
async function recordsOf(file: string): Promise<Record<string, string>[]> {
  const text = await (await fetch(`${served.address}/api/v1/datasets/${file}`)).text();
  const rows = text
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, a, b]) => a ?? b ?? ''),
    );
  const [header, ...cells] = rows;
  return cells.map((row) => Object.fromEntries(header!.map((name, i) => [name, row[i]!])));
}

describe('the figures of the overview', () => {
  const said = figures(formats('pl'), pl);
  const quarter = GATED.quarter;
  let view: OverviewView;
  let page: Page;
  const texts = (selector: string) => page.locator(selector).allInnerTexts();

  beforeAll(async () => {
    view = (await (
      await fetch(`${served.address}/api/v1/overview?authority=DEMO&quarter=${quarter}`)
    ).json()) as OverviewView;
    page = await (await browser.newContext()).newPage();
    await page.goto(`${served.address}/?org=DEMO&q=${quarter}`);
    await loaded(page);
  });
  afterAll(() => page.context().close());

  it('are those of the API, rounded for display and nothing else', async () => {
    const { index, low, high, consultations } = view.quarter;
    expect(await texts('.hero-n strong')).toEqual([said.score(index!)]);
    const hero = await page.locator('.hero-n p').innerText();
    expect(hero).toContain(said.range(low!, high!));
    expect(hero).toContain(overviewPl.overview.full(consultations));
    expect(await page.locator('.hero .method').innerText()).toBe(view.method.pl);
    expect(await texts('.dimensions td.sc')).toEqual(view.dimensions.map(({ score }) => said.score(score!)));
    expect(await texts('.dimensions td.filled')).toEqual(
      view.dimensions.map((one) => said.range(one.low!, one.high!)),
    );
    const tiles = view.indicators
      .filter(({ score }) => score !== null)
      .toSorted((a, b) => a.score! - b.score!);
    expect(await page.locator('.tile .none').count()).toBe(view.indicators.length - tiles.length);
    expect(await texts('.tile .val strong')).toEqual(
      tiles.map(({ x, unit }) => said.figure(x!, unit) + (unit.en === '%' ? '%' : '')),
    );
    expect(await texts('.tile .foot b')).toEqual(
      tiles.map(({ score }) => overviewPl.overview.tiles.score(said.score(score!))),
    );
    expect(await texts('.closed tbody td:nth-child(5)')).toEqual(
      view.consultations.map((one) => (one.index === null ? pl.index.tooLittle : said.score(one.index))),
    );
    await page.locator('[role=tab]').nth(1).click();
    const { short } = quarterNames('pl');
    expect(await texts('#przebieg-indeksu-tabela tbody th')).toEqual(
      view.trend.toReversed().map((one) => short(one.quarter)),
    );
    expect(await texts('#przebieg-indeksu-tabela tbody td:nth-child(2)')).toEqual(
      view.trend.toReversed().map((one) => said.tenth(one.index!)),
    );
  });

  it('are those of the files that anybody may take away', async () => {
    const rows = (await recordsOf('consultations.csv?authority=DEMO')).filter(
      (row) => row['quarter'] === quarter,
    );
    expect(rows.length).toBe(view.quarter.consultations);
    for (const { code, index } of view.consultations) {
      const row = rows.find((one) => one['code'] === code)!;
      if (index === null) expect(row['index']).toBe('');
      else expect(Number(row['index'])).toBeCloseTo(index, 9);
    }
    // the mean score of an indicator and, from the means, each dimension, worked out anew from the single values
    const values = (await recordsOf('indicator-values.csv?authority=DEMO')).filter(
      (row) => row['quarter'] === quarter && row['score'] !== '',
    );
    const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
    // what is measured of the authority has no value of a consultation
    for (const { code, score, x, observed } of view.indicators.filter(
      ({ level }) => level === 'consultation',
    )) {
      const own = values.filter((row) => row['indicator'] === code);
      expect(own.length).toBe(observed);
      // of one that is known of too few no mean is told
      if (score === null) continue;
      expect(mean(own.map((row) => Number(row['score'])))).toBeCloseTo(score, 9);
      expect(mean(own.map((row) => Number(row['x'])))).toBeCloseTo(x!, 9);
    }
    for (const { code, score } of view.dimensions) {
      const own = view.indicators.filter((one) => one.dimension === code && one.score !== null);
      const weight = own.reduce((sum, one) => sum + one.weight, 0);
      expect(own.reduce((sum, one) => sum + one.weight * one.score!, 0) / weight).toBeCloseTo(score!, 9);
    }
    const product = view.dimensions.reduce((all, { score }) => all * score!, 1);
    expect(product ** (1 / view.dimensions.length)).toBeCloseTo(view.quarter.index!, 6);
  });

  it('stand under the consultations too: the parts of an index sum to it as they are shown', async () => {
    await page.goto(`${served.address}/konsultacje/${GATED.code}?org=DEMO`);
    await loaded(page);
    const line = (await page.locator('.sum-line b').innerText()).replaceAll(',', '.');
    const [parts, whole] = line.split(' = ') as [string, string];
    const [start, ...losses] = parts.split(' \u2212 ').map(Number);
    const tenths = losses.reduce((left, one) => left - Math.round(one * 10), start! * 10);
    expect(tenths).toBe(Math.round(Number(whole) * 10));
    const own = view.consultations.find(({ code }) => code === GATED.code)!;
    expect(whole).toBe(said.tenth(own.index!).replace(',', '.'));
  });
});

it('says honestly what cannot be scored, and keeps a step back for what is not there', async () => {
  const context = await browser.newContext();
  const { page } = await visit(context);
  await page.goto(`${served.address}/`);
  await loaded(page);
  expect(await page.locator('h1').innerText()).toMatch(
    /^Nie\sda\ssię\socenić\s.*wiadomo\stylko:\sPR\d\sdla\s\d\sz\s\d/,
  );
  expect(await page.locator('.hero-n strong').innerText()).toBe(pl.index.noIndex);
  expect(await page.locator('.cf .panel:not([hidden])').innerText()).toBe(overviewPl.overview.trend.noChart);
  await page.goto(`${served.address}/?q=1999-Q1`);
  await loaded(page);
  expect(await page.locator('h1').innerText()).toContain('1999-Q1');
  await page.locator('main .more').first().click();
  await page.waitForURL(`${served.address}/`);
  await context.close();
});
