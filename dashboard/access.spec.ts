import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { remembered } from '../server/testing/secrets';
import { openBrowser, serve, type Served } from './browser';
import { accessWords as accessEn } from './words.access.en';
import { accessWords as accessPl } from './words.access.pl';
import { auditWords as auditPl } from './words.audit.pl';
import { peopleWords as peoplePl } from './words.people.pl';
import { pl } from './words.pl';

/** Strong enough for the rules. */
const PASSWORD = remembered('korytarz pelikan 7 herbata');
const OTHER = remembered('latarnia 44 mokry kapelusz');
const ADMIN = 'szefowa@urzad.example';
const ANNA = 'anna.nowak@urzad.example';
/** What a browser would run, and what a spreadsheet would. */
const HOSTILE = '<img src=x onerror="window.hacked=1">';
const FORMULA = '=HYPERLINK("https://evil.example","x")';
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

let served: Served;
let browser: Browser;
/** The administrator's and Anna's browsers, once they have signed in. */
let admin: Kept;
let anna: Kept;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), openBrowser()]);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const foreign: string[] = [];
const complaints: string[] = [];
afterEach(() => {
  expect(foreign.splice(0)).toEqual([]);
  expect(complaints.splice(0)).toEqual([]);
});

/** A page in a browser of its own, which tells what it asked of other hosts and complained of. */
async function open(path: string, storageState?: Kept, viewport = DESK): Promise<Page> {
  const context = await browser.newContext({ viewport, storageState, bypassCSP: true });
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(`${served.address}/`)) foreign.push(request.url());
  });
  page.on('console', (message) => {
    // the browser itself writes down every refused call
    if (/Failed to load resource: .* status of 4\d\d/.test(message.text())) return;
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(served.address + path);
  await settled(page);
  return page;
}

const settled = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector('main h1:not(.vh)') && !document.querySelector('.wait, [aria-busy=true]'),
  );

const keptOf = async (page: Page): Promise<Kept> => {
  const state = await page.context().storageState();
  state.cookies.forEach(({ value }) => remembered(value));
  return state;
};
const here = (page: Page) => page.url().replace(served.address, '');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'));

/** Presses Tab until the field of this name has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string) {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) return;
  }
  throw new Error(`${name} is not reached on ${page.url()}`);
}

async function signIn(page: Page, login: string, password: string) {
  await page.fill('[name=login]', login);
  await page.fill('[name=password]', password);
  await page.keyboard.press('Enter');
}

/** A call of the API from a page, as its own scripts make it. */
const asked = (page: Page, address: string) =>
  page.evaluate(async (url) => (await fetch(url)).status, `/api/v1/${address}`);

describe('from the link that the start prints', () => {
  it('makes the first administrator by keyboard alone, and takes the secret out of the address at once', async () => {
    const [, secret] = /zaproszenie#([\w-]{43})/.exec(served.said())!;
    const page = await open(`/zaproszenie#${remembered(secret!)}`, undefined, PHONE);
    expect(here(page)).toBe('/zaproszenie');
    await page.getByRole('heading', { name: accessPl.link.titles.first_admin }).waitFor();

    await tabTo(page, 'login');
    await page.keyboard.type(ADMIN);
    await tabTo(page, 'password');
    // the rules stand at the field before they are broken, and the breach beside them
    const described = () =>
      page.locator('[name=password]').evaluate((input) =>
        (input.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent)
          .join('|'),
      );
    expect(await described()).toContain('200');
    await page.keyboard.type('krótkie');
    await page.keyboard.press('Enter');
    expect(await described()).toContain(accessPl.passwordShort);
    expect(await focused(page)).toBe('password');

    // refused by the server: said where the focus is, the login kept, the password gone
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('haslohaslohaslo');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
    expect(await page.inputValue('[name=login]')).toBe(ADMIN);
    expect(await page.inputValue('[name=password]')).toBe('');

    await tabTo(page, 'password');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/konto');
    await settled(page);
    await page.getByText(accessPl.roles.names.admin, { exact: false }).first().waitFor();
    admin = await keptOf(page);
    // what stays in the browser for scripts is a mark, and no secret
    expect(admin.origins.flatMap(({ localStorage }) => localStorage)).toEqual([
      { name: 'busola', value: '1' },
    ]);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await page.context().close();

    const again = await open(`/zaproszenie#${secret}`);
    await again.getByRole('alert').waitFor();
    expect(await again.locator('[name=password]').count()).toBe(0);
    await again.context().close();
  });

  it('adds a person, whose invitation sets their password by keyboard alone, in English', async () => {
    const page = await open('/osoby', admin);
    await page.fill('[name=login]', ANNA);
    await page.fill('[name=name]', HOSTILE);
    await page.selectOption('[name=role0]', 'steward');
    await button(page, peoplePl.submitAdd).click();
    expect(await focused(page)).toBe('authority0');
    await page.getByText(peoplePl.needsAuthority).waitFor();
    await page.getByText(peoplePl.needsUnit).waitFor();
    await page.selectOption('[name=role0]', 'analyst');
    await button(page, peoplePl.submitAdd).click();
    const told = await page.locator('.told code').innerText();
    expect(told).toMatch(new RegExp(`^${served.address}/zaproszenie#[\\w-]{43}$`));
    const secret = remembered(told.split('#')[1]!);
    await page.getByRole('row', { name: ANNA }).getByText(peoplePl.states.invited).waitFor();
    await page.context().close();

    const guest = await open(`/en/zaproszenie#${secret}`, undefined, PHONE);
    expect(here(guest)).toBe('/en/zaproszenie');
    await guest.getByText(accessEn.link.account(ANNA)).waitFor();
    await tabTo(guest, 'password');
    await guest.keyboard.type(PASSWORD);
    await guest.keyboard.press('Enter');
    await guest.waitForURL('**/en/konto');
    await settled(guest);
    anna = await keptOf(guest);
    await guest.context().close();
  });

  it('signs her in by keyboard, tells why not, and leads back to where she was', async () => {
    const page = await open(
      `/en/logowanie?powrot=${encodeURIComponent('/en/zasilanie?org=DEMO')}`,
      undefined,
      PHONE,
    );
    await tabTo(page, 'login');
    await page.keyboard.type(ANNA);
    await tabTo(page, 'password');
    await page.keyboard.type('not her password');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
    expect(await page.locator('[role=alert]').innerText()).toContain('The login or the password is wrong');
    expect(await page.inputValue('[name=login]')).toBe(ANNA);
    expect(await page.inputValue('[name=password]')).toBe('');
    expect(await page.getAttribute('[name=login]', 'autocomplete')).toBe('username');
    expect(await page.getAttribute('[name=password]', 'autocomplete')).toBe('current-password');

    await tabTo(page, 'password');
    await page.keyboard.type(PASSWORD);
    await button(page, accessEn.showPassword).click();
    expect(await page.getAttribute('[name=password]', 'type')).toBe('text');
    await page.focus('[name=password]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/zasilanie?org=DEMO');
    await page.locator('.menu.person').getByText(HOSTILE).waitFor();
    expect(await page.locator('.menu.person').getByText(accessEn.peoplePage).count()).toBe(0);
    await page.context().close();
  });

  it('says for how long after too many attempts', async () => {
    const page = await open('/logowanie');
    await page.route('**/api/v1/session', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 429, headers: { 'retry-after': '870' }, json: { detail: 'x' } })
        : route.continue(),
    );
    await signIn(page, ANNA, 'x');
    await page.getByRole('alert').getByText(accessPl.tooMany(870)).waitFor();
    expect(accessPl.tooMany(870)).toContain('15');
    await page.context().close();
  });

  it('makes a token that a program can use until it is revoked', async () => {
    const page = await open('/konto', anna);
    await page.fill('[name=label]', FORMULA);
    await button(page, accessPl.tokens.make).click();
    const token = remembered(await page.locator('.told code').first().innerText());
    expect(await page.locator('.told').innerText()).toContain(accessPl.tokens.madeText.split(' ')[0]);
    expect(await page.locator('.told pre').nth(1).innerText()).toContain(
      `curl -H "Authorization: Bearer ${token}"`,
    );
    const use = () =>
      fetch(`${served.address}/api/v1/snapshot/refresh`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      }).then(({ status }) => status);
    expect(await use()).toBe(200);

    await page.reload();
    await settled(page);
    expect(await page.content()).not.toContain(token);
    await page.getByRole('row', { name: FORMULA }).getByRole('button').click();
    await page.keyboard.press('Escape');
    expect(await use()).toBe(200);
    await page.getByRole('row', { name: FORMULA }).getByRole('button').click();
    await page.locator('dialog[open]').getByRole('button', { name: accessPl.tokens.revoke }).click();
    await page.getByText(accessPl.tokens.wasRevoked(FORMULA)).waitFor();
    expect(await use()).toBe(401);
    await page.context().close();
  });

  it('changes a password and ends the other sessions', async () => {
    const page = await open('/konto', anna);
    const elsewhere = await open('/logowanie');
    await signIn(elsewhere, ANNA, PASSWORD);
    await elsewhere.waitForURL('**/konto');
    await page.fill('[name=current]', PASSWORD);
    await page.fill('[name=password]', OTHER);
    await button(page, accessPl.account.changePassword).click();
    await page.getByText(accessPl.account.passwordChanged).waitFor();
    expect(await page.inputValue('[name=password]')).toBe('');
    expect(await asked(page, 'account')).toBe(200);
    expect(await asked(elsewhere, 'account')).toBe(401);
    anna = await keptOf(page);
    await Promise.all([page, elsewhere].map((one) => one.context().close()));
  });
});
