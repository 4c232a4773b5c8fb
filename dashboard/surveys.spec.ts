import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { SurveyView } from '../server/publish/survey.view';
import { openBrowser, serve, type Served } from './browser';
import { linesOf, piecesOf, reachOf, drawnRow, likertRows } from './surveys/likert';

/** Surveys of the demonstration: a stratified sample, and an open link. */
const DRAWN = '/ankiety/ANK-MP-2024-16?org=DEMO';
const OPEN = '/ankiety/ANK-MP-2025-10?org=DEMO';

let served: Served;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), openBrowser()]);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

async function opened(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ bypassCSP: true, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(served.address + path);
  await settled(page);
  return { context, page, complaints };
}

const settled = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector('main h1:not(.vh)') && !document.querySelector('.wait, [aria-busy=true]'),
  );
const survey = (code: string) =>
  fetch(`${served.address}/api/v1/surveys/${code}?authority=DEMO`).then(
    (answer) => answer.json() as Promise<SurveyView>,
  );

const LOOKS: [name: string, root: string, options: BrowserContextOptions][] = [
  ['a phone in Polish', '', { viewport: { width: 360, height: 740 } }],
  ['a dark desk in English', '/en', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
];

it.each(LOOKS)(
  'passes axe and never scrolls sideways on %s',
  async (_name, root, options) => {
    const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
    const found: string[] = [];
    const paths = [
      '/ankiety?org=DEMO',
      '/ankiety',
      `${DRAWN}&grupa=plec`,
      `${OPEN}&widok=tabela`,
      '/ankiety/NIC?org=DEMO',
    ];
    for (const path of paths) {
      const { context, page, complaints } = await opened(root + path, options);
      await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
      await page.evaluate(axe);
      const wrong = await page.evaluate(async () => {
        const { violations } = await (
          window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          }
        ).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 120)}`);
      });
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (sideways !== 0) wrong.push(`scrolls sideways by ${sideways} px`);
      // that a survey is not there is what the browser says of a 404
      const said = path.includes('NIC') ? [] : complaints;
      found.push(...[...wrong, ...said].map((one) => `${path}: ${one}`));
      await context.close();
    }
    expect(found).toEqual([]);
  },
  60_000,
);

it('shows the shares of the API in the bars, each in the row of its question', async () => {
  const { context, page } = await opened(DRAWN, { viewport: { width: 1280, height: 1600 } });
  await page.locator('.opinions .plot svg').waitFor();
  const { items } = await survey('ANK-MP-2024-16');
  const rows = likertRows(items, 'likert5', ({ text }) => text.pl!);
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('.opinions .on-dark, .opinions .on-light')].map((text) => ({
      said: Number(text.textContent),
      y: text.getBoundingClientRect().y,
    })),
  );
  const heights = [...new Set(shown.map(({ y }) => Math.round(y)))].sort((a, b) => a - b);
  expect(heights).toHaveLength(rows.length);
  rows.forEach(({ shares }, i) => {
    const said = shown.filter(({ y }) => Math.round(y) === heights[i]).map((one) => one.said);
    const wanted = shares.map((share) => share * 100).filter((share) => share >= 7);
    expect(said.sort((a, b) => a - b)).toEqual(wanted.map(Math.round).sort((a, b) => a - b));
  });
  await context.close();
});

it('says a margin of error of a drawn sample, and of an open link none anywhere', async () => {
  const drawn = await opened(DRAWN);
  const { items, response_rate } = await survey('ANK-MP-2024-16');
  const { low, high, estimate } = items[0]!.mean!;
  const two = (value: number) => value.toFixed(2).replace('.', ',');
  const text = await drawn.page.locator('main').innerText();
  expect(text).toContain(`średnia ${two(estimate)} (95% PU: ${two(low!)}–${two(high!)})`);
  expect(text).toContain(`${(response_rate! * 100).toFixed(1).replace('.', ',')}%`);
  await drawn.context.close();
  const open = await opened(`${OPEN}&widok=tabela&grupa=plec`);
  await open.page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
  const said = await open.page.locator('main').innerText();
  expect(said).toContain('To nie jest próba losowa');
  expect(said).not.toMatch(/PU:|PU od|przedział/);
  await open.context.close();
});

it('breaks answers down by keyboard, and keeps that in the address and on paper', async () => {
  const { context, page } = await opened(DRAWN);
  await page.locator('.groups input').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('.breakdown').first().waitFor();
  expect(new URL(page.url()).searchParams.get('grupa')).toBe('plec');
  const [women, n] = await page.locator('.breakdown tbody tr').first().locator('th, td').allInnerTexts();
  expect(women).toBe('kobieta');
  expect(Number(n)).toBeGreaterThan(30);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.groups').isVisible()).toBe(false);
  expect(await page.locator('.breakdown').first().isVisible()).toBe(true);
  await context.close();
});

it('is reached from the menu and from the card of its consultation, and leads back', async () => {
  const { context, page } = await opened('/konsultacje/MP-2024-16?org=DEMO');
  await page.locator('.facts a', { hasText: 'ANK-MP-2024-16' }).click();
  await page.waitForURL('**/ankiety/ANK-MP-2024-16?org=DEMO');
  await settled(page);
  await page.locator('.facts a').first().click();
  await page.waitForURL('**/konsultacje/MP-2024-16?org=DEMO');
  await page.locator('.nav a', { hasText: 'Ankiety' }).click();
  await page.waitForURL('**/ankiety?org=DEMO');
  await settled(page);
  expect(await page.locator('h1').innerText()).toBe('63\u00a0ankiety z\u00a0wynikami');
  await context.close();
});

describe('the bars', () => {
  const row = (shares: number[]) =>
    likertRows(
      [
        {
          code: 'A',
          scale: 'likert5',
          base: 10,
          n: 10,
          answers: shares.map((estimate, i) => ({ value: i + 1, share: { estimate } })),
        } as SurveyView['items'][number],
      ],
      'likert5',
      ({ code }) => code,
    )[0]!;

  it('split the middle at the axis, and reach as far as their longest side', () => {
    const one = row([0.1, 0.2, 0.3, 0.25, 0.15]);
    expect(piecesOf(5).map(({ answer }) => answer)).toEqual([2, 1, 0, 2, 3, 4]);
    expect(drawnRow(one)).toEqual({
      code: 'A',
      below0: -15,
      below1: -20,
      below2: -10,
      above0: 15,
      above1: 25,
      above2: 15,
    });
    // 40 above and half of 30
    expect(reachOf([one])).toBe(60);
    expect(reachOf([row([0, 0, 0, 0, 1])])).toBe(100);
  });

  it('have their question in lines that fit', () => {
    expect(linesOf('Każdy mógł się wypowiedzieć na równych zasadach', 24, 2)).toEqual([
      'Każdy mógł się',
      'wypowiedzieć na równych…',
    ]);
  });
});
