import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { RECORD_TYPES } from '../server/contracts/record-type';
import type { RecordView } from '../server/intake/record.view';
import { remembered } from '../server/testing/secrets';
import { openBrowser, serve, type Served } from './browser';
import { accessWords } from './words.access.pl';
import { codingWords } from './words.coding.pl';
import { recordWords } from './words.records.pl';

const PASSWORD = remembered('korytarz pelikan 7 herbata');
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

let served: Served;
let browser: Browser;
/** The browser of an analyst, and of somebody who runs accounts alone. */
let analyst: Kept;
let admin: Kept;
const complaints: string[] = [];

beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), openBrowser()]);
  const context = await browser.newContext();
  const api = `${served.address}/api/v1`;
  const [, secret] = /zaproszenie#([\w-]{43})/.exec(served.said())!;
  const given = { secret: remembered(secret!), login: 'admin', name: 'Maria', password: PASSWORD };
  const used = await context.request.post(`${api}/links/use`, { data: given });
  const { person, csrf } = (await used.json()) as { person: { id: number }; csrf: string };
  admin = await keptOf(context);
  const roles = [
    { role: 'admin', authority: null },
    { role: 'analyst', authority: null },
  ];
  const headers = { 'x-csrf-token': remembered(csrf) };
  const put = () => context.request.put(`${api}/people/${person.id}/roles`, { headers, data: { roles } });
  const onlyAdmin = await open('/rekordy?org=DEMO', admin);
  await onlyAdmin.getByText(accessWords.onlyWorkers).waitFor();
  await onlyAdmin.context().close();
  await put();
  analyst = await keptOf(context);
  await context.close();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

afterEach(() => expect(complaints.splice(0)).toEqual([]));

async function keptOf(context: BrowserContext): Promise<Kept> {
  const kept = await context.storageState();
  kept.cookies.forEach(({ value }) => remembered(value));
  // as the pages leave it after a sign-in
  kept.origins = [{ origin: served.address, localStorage: [{ name: 'busola', value: '1' }] }];
  return kept;
}

const settled = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector('main h1:not(.vh)') && !document.querySelector('.wait, [aria-busy=true]'),
  );

async function open(
  path: string,
  storageState: Kept | undefined = analyst,
  more: object = { viewport: DESK },
) {
  const context = await browser.newContext({ storageState, bypassCSP: true, ...more });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (/Failed to load resource: .* status of 4\d\d/.test(message.text())) return;
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(served.address + path);
  await settled(page);
  return page;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'));
const asked = async <T>(page: Page, path: string): Promise<T> =>
  (await page.context().request.get(`${served.address}/api/v1/${path}`)).json() as Promise<T>;

/** The beginning of the heading of a form. */
const titled = (name: string) => {
  const { pl } = RECORD_TYPES.find((type) => type.name === name)!.label;
  return recordWords.newRecord(pl.charAt(0).toUpperCase() + pl.slice(1));
};

/** What is read with a field. */
const described = (page: Page, name: string) =>
  page.locator(`[name=${name}]`).evaluate((input) =>
    (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join('|'),
  );

describe('a form', () => {
  it('is drawn from the contract for every type', async () => {
    const page = await open('/rekordy?org=DEMO', analyst, { viewport: PHONE });
    expect(await page.locator('.types a').count()).toBe(RECORD_TYPES.length);
    for (const { name, fields } of RECORD_TYPES) {
      await page.evaluate((path) => history.pushState({}, '', path), `/rekordy/${name}/formularz?org=DEMO`);
      await page.locator('.form').waitFor();
      await page.locator('h1', { hasText: titled(name) }).waitFor();
      const names = await page.$$eval('.form [name]', (all) => all.map((one) => one.getAttribute('name')));
      expect([name, [...new Set(names)].sort()]).toEqual([name, fields.map((field) => field.name).sort()]);
      const required = await page.$$eval('.form [aria-required]', (all) => all.length);
      expect([name, required]).toEqual([name, fields.filter((field) => field.required).length]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([name, width]).toEqual([name, PHONE.width]);
    }
    await page.context().close();
  });

  it('asks for a contribution itself before it asks for the answer', async () => {
    const page = await open('/rekordy/contribution/formularz?org=DEMO');
    const groups = page.locator('.form section');
    expect(await groups.locator('h2').allInnerTexts()).toEqual([
      recordWords.identity,
      recordWords.fields,
      'Rozpatrzenia uwag',
    ]);
    expect(await groups.nth(1).locator('[name=text]').count()).toBe(1);
    expect(await groups.nth(2).locator('[name=outcome]').count()).toBe(1);
    await page.context().close();
  });

  it('says what is wrong at its fields, checks without writing, adds, and corrects with a reason', async () => {
    const page = await open('/rekordy/unit/formularz?org=DEMO');
    await page.fill('[name=exists_from]', '2025-02-01');
    await button(page, recordWords.save).click();
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
    expect(await page.locator('.summary li').count()).toBe(2);
    await page.locator('.summary li button').last().press('Enter');
    expect(await focused(page)).toBe('name_pl');
    expect(await described(page, 'name_pl')).toContain('Brak wartości wymaganej');

    await page.fill('[name=code]', 'WPX');
    await page.fill('[name=name_pl]', 'Wydział Próbny');
    await page.fill('[name=topics]', 'zieleń\nruch');
    // Enter checks, and writes nothing
    await page.press('[name=code]', 'Enter');
    await page.getByText(recordWords.checked(true)).waitFor();
    const path = 'records/unit?authority=DEMO&code=WPX';
    expect(await asked(page, path)).toMatchObject({ status: 404 });
    await button(page, recordWords.save).click();
    await page.getByRole('heading', { name: recordWords.saved(true) }).waitFor();
    await page.waitForURL('**/rekordy/unit/formularz?code=WPX&org=DEMO');

    await page.locator('[name=reason]').waitFor();
    await page.fill('[name=topics]', '');
    await button(page, recordWords.save).click();
    await page.locator('.summary').waitFor();
    expect(await described(page, 'reason')).toContain(recordWords.reasonNeeded);
    await page.fill('[name=reason]', 'inny zakres');
    await button(page, recordWords.save).click();
    await page.getByRole('heading', { name: recordWords.saved(false) }).waitFor();
    await page.getByText(recordWords.because('inny zakres')).waitFor();
    const { fields, earlier } = await asked<RecordView>(page, path);
    expect(fields).toMatchObject({ name_pl: 'Wydział Próbny', topics: null, exists_from: '2025-02-01' });
    expect(earlier).toMatchObject([{ reason: 'inny zakres' }]);
    await page
      .getByRole('link', { name: /partia \d+/ })
      .first()
      .click();
    await page.getByText('inny zakres').waitFor();
    await page.context().close();
  });

  it('keeps what was typed where somebody else has corrected the record meanwhile', async () => {
    const path = '/rekordy/unit/formularz?code=WPS&org=DEMO';
    const [mine, theirs] = [await open(path), await open(path)];
    for (const [page, name] of [
      [theirs, 'Wydział Polityki'],
      [mine, 'Wydział Spraw'],
    ] as const) {
      await page.locator('[name=reason]').waitFor();
      await page.fill('[name=name_en]', name);
      await page.fill('[name=reason]', 'nowa nazwa');
    }
    await button(theirs, recordWords.save).click();
    await theirs.getByRole('heading', { name: recordWords.saved(false) }).waitFor();
    await button(mine, recordWords.save).click();
    await mine.getByText('Ktoś poprawił ten rekord').waitFor();
    expect(await mine.locator('[name=name_en]').inputValue()).toBe('Wydział Spraw');
    const { fields } = await asked<RecordView>(mine, 'records/unit?authority=DEMO&code=WPS');
    expect(fields['name_en']).toBe('Wydział Polityki');
    for (const page of [mine, theirs]) await page.context().close();
  });

  it('refuses a new record that is there already, suggests codes, and asks before it is left', async () => {
    const page = await open('/rekordy/consultation/formularz?org=DEMO');
    await page.fill('[name=code]', 'MP-2023-01');
    await page.locator('[name=unit]').pressSequentially('WP');
    await page.waitForFunction(() => document.querySelector('datalist option[value=WPS]'));
    await page.fill('[name=unit]', 'WPS');
    await button(page, recordWords.save).click();
    await page.locator('.summary').waitFor();
    expect(await described(page, 'code')).toBe(recordWords.exists);
    const questions: string[] = [];
    page.once('dialog', (dialog) => {
      questions.push(dialog.message());
      void dialog.dismiss();
    });
    await page.locator('.crumb a').click();
    expect(questions).toEqual([recordWords.leave]);
    expect(page.url()).toContain('formularz');
    await page.context().close();
  });
});

describe('the coding desk', () => {
  it('codes by keyboard and saves what was given', async () => {
    const page = await open('/kodowanie/MP-2023-01?org=DEMO');
    const stored = (code: string) =>
      asked<RecordView>(page, `records/contribution?authority=DEMO&consultation=MP-2023-01&code=${code}`);
    const before = (await stored('U1')).fields;
    await page.locator('[name=outcome]:checked').focus();
    await page.keyboard.press('6');
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await page.getByText(codingWords.position(2, 64, 'U2')).waitFor();
    expect(await focused(page)).toBe('outcome');
    await page.keyboard.press('4');
    await page.keyboard.press('Shift+Enter');
    await page.getByText(codingWords.position(1, 64, 'U1')).waitFor();
    await page.locator('[name=outcome][value=explained]:checked').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(codingWords.saved(2)).waitFor();
    expect((await stored('U1')).fields).toEqual({
      ...before,
      outcome: 'explained',
      rationale_quality: 'general',
    });
    expect((await stored('U2')).fields).toMatchObject({ outcome: 'out_of_scope' });
    expect(await button(page, codingWords.save(0)).count()).toBe(1);
    await page.context().close();
  });

  it('is blind for the second coder, who is no first one, and shows how far two agree', async () => {
    const page = await open('/kodowanie/MP-2023-02?org=DEMO');
    const [, drawn] = /z\s(\d+)$/.exec(await page.locator('.bars li').last().innerText())!;
    const answer = page.waitForResponse(/\/second\?/);
    await page.getByRole('link', { name: codingWords.second }).click();
    expect(await (await answer).text()).not.toMatch(/"(cluster|topic|drawn_by)"|rejected|accepted/);
    await page.getByText(/^Uwaga\s1\sz/).waitFor();
    expect(await page.locator('[name=cluster]').count()).toBe(0);
    expect(await page.locator('[name=outcome]:checked').inputValue()).toBe('');
    await page.locator('[name=outcome]').first().focus();
    for (let i = 0; i < Number(drawn); i++) {
      await page.keyboard.press(i % 3 === 0 ? '1' : '3');
      await page.keyboard.press('2');
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Control+Enter');
    await page.getByText(codingWords.saved(Number(drawn))).waitFor();
    await page.getByRole('link', { name: codingWords.first }).click();
    await page.getByText(/Rozstrzygnięcie, bez\swag: kappa/).waitFor();
    await page
      .getByText(/przedział ufności 95%:\sod/)
      .first()
      .waitFor();
    // what was drawn is coded twice: whether that is enough is said
    await page
      .getByText(/Wystarcza: |Za mało: /)
      .first()
      .waitFor();
    await page.context().close();
  });
});

it('leads a reader to the sign-in and back', async () => {
  const page = await open('/kodowanie/MP-2023-01?org=DEMO', { cookies: [], origins: [] });
  await page.waitForURL('**/logowanie?**');
  expect(new URL(page.url()).searchParams.get('powrot')).toBe('/kodowanie/MP-2023-01?org=DEMO');
  await page.context().close();
});

type Place = [path: string, first?: (page: Page) => Promise<unknown>];

const ON_A_PHONE: Place[] = [
  [
    '/rekordy/contribution/formularz?org=DEMO',
    async (page) => {
      await page.locator('button[value=save]').click();
      await page.locator('.summary').waitFor();
    },
  ],
  ['/rekordy/consultation?org=DEMO&szukaj=park'],
  ['/kodowanie/MP-2023-03?org=DEMO'],
  ['/rekordy/nic?org=DEMO'],
];
const ON_A_DESK: Place[] = [
  ['/en/rekordy?org=DEMO'],
  ['/en/rekordy/consultation/formularz?org=DEMO&code=MP-2023-03'],
  ['/en/kodowanie/MP-2023-03?org=DEMO&drugie=tak'],
  ['/en/kodowanie/NIC?org=DEMO'],
];

it.each([
  ['a phone', ON_A_PHONE, { viewport: PHONE, colorScheme: 'light' }],
  ['a dark desk', ON_A_DESK, { viewport: DESK, colorScheme: 'dark' }],
] as const)('passes axe and never scrolls sideways on %s', async (_name, places, more) => {
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const found: string[] = [];
  const look = async ([path, first]: Place) => {
    const page = await open(path, analyst, more);
    await first?.(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > more.viewport.width) found.push(`${path}: ${width} px wide`);
    await page.addScriptTag({ content: axe });
    found.push(...(await page.evaluate(runAxe)).map((one) => `${path}: ${one}`));
    await page.context().close();
  };
  for (let i = 0; i < places.length; i += 2) await Promise.all(places.slice(i, i + 2).map(look));
  expect(found).toEqual([]);
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
