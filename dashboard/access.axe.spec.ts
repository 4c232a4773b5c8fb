import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { remembered } from '../server/testing/secrets';
import { openBrowser, serve, type Served } from './browser';

const PASSWORD = remembered('korytarz pelikan 7 herbata');
const LONG = 'ktos.z.bardzo.dlugim.loginem.z.wydzialu.partycypacji.spolecznej@urzad-miasta.example';
const SIZES = [
  { name: 'phone', width: 360, height: 740 },
  { name: 'dark desk', width: 1280, height: 900 },
];

let served: Served;
let browser: Browser;
/** A file that was tried, with errors, warnings, doubts about nothing. */
let brought: string;
let admin: Awaited<ReturnType<BrowserContext['storageState']>>;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), openBrowser()]);
  const context = await browser.newContext();
  const api = `${served.address}/api/v1`;
  const [, secret] = /zaproszenie#([\w-]{43})/.exec(served.said())!;
  const used = await context.request.post(`${api}/links/use`, {
    data: {
      secret: remembered(secret!),
      login: 'admin',
      name: 'Maria Wiśniewska-Kowalczyk',
      password: PASSWORD,
    },
  });
  const { person, csrf } = (await used.json()) as { person: { id: number }; csrf: string };
  const headers = { 'x-csrf-token': remembered(csrf) };
  const roles = [
    { role: 'admin', authority: null },
    { role: 'analyst', authority: null },
    { role: 'steward', authority: 'LUBLIN', unit: 'UM-ZK', last_day: '2099-06-30' },
  ];
  await context.request.put(`${api}/people/${person.id}/roles`, { headers, data: { roles } });
  const added = await context.request
    .post(`${api}/people`, { headers, data: { login: LONG, roles } })
    .then((answer) => answer.text());
  remembered(/#([\w-]{43})/.exec(added)?.[1] ?? '');
  const token = {
    label: 'nazwa_bez_zadnej_spacji_ktora_sama_sie_nigdzie_nie_zlamie',
    role: 'analyst',
    days: 9,
  };
  const made = await context.request.post(`${api}/account/tokens`, { headers, data: token });
  remembered(((await made.json()) as { secret: string }).secret);
  brought = await bringFile(context, headers);
  admin = await context.storageState();
  // as the pages leave it after a sign-in
  admin.origins = [{ origin: served.address, localStorage: [{ name: 'busola', value: '1' }] }];
  admin.cookies.forEach(({ value }) => remembered(value));
  await context.close();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

async function bringFile({ request }: BrowserContext, headers: Record<string, string>): Promise<string> {
  const imports = `${served.address}/api/v1/imports`;
  const buffer = Buffer.from('kod;nazwa;od\nA-1;Park\u00a0;01.02.2026\nA-2;Plac;31.02.2026\n');
  const multipart = { file: { name: 'rejestr_bez_spacji.csv', mimeType: 'text/csv', buffer } };
  const { id } = (await (await request.post(imports, { headers, multipart })).json()) as { id: string };
  const fields = { code: 'kod', title_pl: 'nazwa', opens_on: 'od' };
  const mapping = { type: 'consultation', authority: 'LUBLIN', read: {}, fields };
  await request.post(`${imports}/${id}/run`, { headers, data: { mapping, dry_run: true } });
  return id;
}

const settled = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector('main h1:not(.vh)') && !document.querySelector('.wait, [aria-busy=true]'),
  );

interface State {
  path: string | (() => string);
  /** What is done there before it is looked at. */
  first?: (page: Page) => Promise<unknown>;
  isReader?: true;
}

/** Every page and every state of it. */
const STATES: Record<string, State> = {
  'sign-in': { path: '/logowanie?powod=koniec', isReader: true },
  'sign-in with nothing filled in': {
    path: '/logowanie?powod=odmowa',
    isReader: true,
    first: (page) => page.locator('.form .pri').click(),
  },
  'sign-in refused': {
    path: '/logowanie',
    isReader: true,
    first: async (page) => {
      await page.route('**/api/v1/session', (route) =>
        route.request().method() === 'POST'
          ? route.fulfill({ status: 403, json: { detail: 'Nie', detail_en: 'No' } })
          : route.continue(),
      );
      await page.fill('[name=login]', 'x');
      await page.fill('[name=password]', 'x');
      await page.locator('.form .pri').click();
      await page.locator('[role=alert]').waitFor();
    },
  },
  'link without a secret': { path: '/zaproszenie', isReader: true },
  ...Object.fromEntries(
    ['first_admin', 'invitation', 'new_password', 'break_glass'].map((purpose) => [
      `link: ${purpose}`,
      {
        path: '/zaproszenie',
        isReader: true,
        first: async (page: Page) => {
          const login = purpose === 'first_admin' ? null : LONG;
          await page.route('**/api/v1/links/open', (route) => route.fulfill({ json: { purpose, login } }));
          await page.evaluate(() => (location.hash = 'x'.repeat(43)));
          await page.locator('.form').waitFor();
        },
      } satisfies State,
    ]),
  ),
  'link that works no more': {
    path: '/zaproszenie#short',
    isReader: true,
    first: (page) => page.locator('[role=alert]').waitFor(),
  },
  account: { path: '/konto' },
  menu: { path: '/konto', first: (page) => page.locator('.person summary').click() },
  'token about to be revoked': { path: '/konto', first: (page) => page.locator('.act .btn').first().click() },
  'session that ended': {
    path: '/konto',
    first: async (page) => {
      await page.context().clearCookies();
      await page.fill('[name=label]', 'x');
      await page.locator('.form.cols .pri').click();
      await page.locator('dialog[open]').waitFor();
    },
  },
  people: { path: '/osoby' },
  'people with a wrong role': {
    path: '/osoby',
    first: async (page) => {
      await page.selectOption('[name=role0]', 'steward');
      await page.locator('.form:has([name=login]) .pri').click();
      await page.evaluate(() => scrollTo(0, 0));
    },
  },
  'one person': { path: '/osoby?osoba=2' },
  'person that is not there': { path: '/osoby?osoba=999' },
  'person about to be erased': {
    path: '/osoby?osoba=2',
    first: (page) => page.locator('section .btns .btn.small').last().click(),
  },
  log: { path: '/dziennik' },
  'log with nothing found': { path: '/dziennik?czyn=batch_reverted&szukaj=zzz' },
  'log refused': { path: '/dziennik?od=kiedys' },
  'a place for files': { path: '/wczytaj' },
  'a file that was tried': {
    path: () => `/wczytaj?plik=${brought}`,
    first: async (page) => {
      await page.locator('h2.say').waitFor();
      await page.locator('.mapping').waitFor();
      await page.evaluate(() =>
        document.querySelectorAll('details.fold').forEach((fold) => fold.setAttribute('open', '')),
      );
    },
  },
  'a file that is not there': { path: '/wczytaj?plik=x' },
  lost: { path: '/konto/nic', isReader: true },
};

// every state in both languages, at both sizes, in both schemes; not each beside each other
describe.each([
  ['', SIZES[0]!],
  ['/en', SIZES[1]!],
] as const)('below “%s/”', (root, size) => {
  it.each([size])(
    'passes axe and never scrolls sideways in any state, $name',
    async ({ name, width, height }) => {
      const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
      const found: string[] = [];
      const look = async ([title, { path, first, isReader }]: [string, State]) => {
        const context = await browser.newContext({
          viewport: { width, height },
          bypassCSP: true,
          colorScheme: name.includes('dark') ? 'dark' : 'light',
          storageState: isReader ? undefined : admin,
        });
        const page = await context.newPage();
        await page.goto(served.address + root + (typeof path === 'string' ? path : path()));
        await settled(page);
        await first?.(page);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (sideways !== 0) found.push(`${title}: scrolls sideways by ${sideways} px`);
        await page.addScriptTag({ content: axe });
        found.push(...(await page.evaluate(runAxe)).map((one) => `${title}: ${one}`));
        await context.close();
      };
      const all = Object.entries(STATES);
      // two at a time: much of it is waiting
      for (let i = 0; i < all.length; i += 2) await Promise.all(all.slice(i, i + 2).map(look));
      expect(found).toEqual([]);
    },
  );
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
