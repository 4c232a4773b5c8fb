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
    await page.fill('[name=last_day0]', '2099-12-31');
    await page.selectOption('[name=role0]', 'admin');
    expect(await page.locator('[name=last_day0]').count()).toBe(0);
    await page.selectOption('[name=role0]', 'analyst');
    await page.fill('[name=last_day0]', '');
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

describe('an administrator', () => {
  it('changes roles, closes an account, makes links and erases a person', async () => {
    const page = await open('/osoby', admin);
    await page.fill('[name=login]', 'krotko@urzad.example');
    await button(page, peoplePl.submitAdd).click();
    remembered((await page.locator('.told code').innerText()).split('#')[1]!);
    await page.getByRole('link', { name: 'krotko@urzad.example' }).click();
    await page.waitForURL(/osoba=\d+$/);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');

    await page.fill('[name=name]', FORMULA);
    await button(page, peoplePl.saveName).click();
    await page.getByRole('heading', { level: 1, name: FORMULA }).waitFor();
    await button(page, peoplePl.addRole).click();
    await page.selectOption('[name=role1]', 'researcher');
    await button(page, peoplePl.saveRoles).click();
    await page.getByText(peoplePl.needsLastDay).waitFor();
    await page.fill('[name=last_day1]', '2099-12-31');
    await button(page, peoplePl.saveRoles).click();
    await page.getByText(accessPl.saved).last().waitFor();
    await button(page, peoplePl.makeLink).click();
    remembered((await page.locator('.told code').innerText()).split('#')[1]!);

    await button(page, peoplePl.close).click();
    await page.locator('dialog[open]').getByRole('button', { name: peoplePl.close }).click();
    await page.getByText(peoplePl.states.disabled).waitFor();
    await button(page, peoplePl.open).click();
    await page.getByText(peoplePl.states.invited).waitFor();

    const taken = page.waitForEvent('download');
    await button(page, peoplePl.download).click();
    const data = JSON.parse(readFileSync(await (await taken).path(), 'utf8')) as {
      roles: { role: string }[];
    };
    expect(data.roles.map(({ role }) => role)).toEqual(['analyst', 'researcher']);

    await button(page, peoplePl.erase).click();
    const dialog = page.locator('dialog[open]');
    await dialog.locator('[name=typed]').fill('kto inny');
    await dialog.getByRole('button', { name: peoplePl.erase }).click();
    await dialog.getByText(peoplePl.otherLogin).waitFor();
    await dialog.locator('[name=typed]').fill('krotko@urzad.example');
    await dialog.getByRole('button', { name: peoplePl.erase }).click();
    await page.getByRole('cell', { name: peoplePl.states.erased }).waitFor();
    expect(await page.getByText('krotko@urzad.example').count()).toBe(0);
    await page.context().close();
  });

  it('searches the log by its address and takes the same selection out', async () => {
    const page = await open('/dziennik', admin);
    await page.selectOption('[name=czyn]', 'signed_in');
    await page.selectOption('[name=odmowa]', 'tak');
    await button(page, auditPl.show).click();
    await page.waitForURL(/czyn=signed_in&odmowa=tak$/);
    await settled(page);
    const rows = page.locator('.log tbody tr');
    await page.getByText(auditPl.found(1), { exact: true }).waitFor();
    expect(await rows.innerText()).toContain(auditPl.refused);
    expect(await rows.innerText()).toContain(auditPl.objects['person']!);
    const taken = page.waitForEvent('download');
    await page.getByText(auditPl.csv).click();
    const file = readFileSync(await (await taken).path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(file.slice(1).map((line) => line.split(',')[8])).toEqual(['"signed_in"']);

    await page.goBack();
    await page.waitForURL('**/dziennik');
    expect(await page.inputValue('[name=czyn]')).toBe('');
    await page.goto(`${served.address}/dziennik?czyn=roles_changed`);
    await settled(page);
    // before and after, in words
    const changed = page.locator('.log tbody tr', { hasText: accessPl.roles.names.researcher });
    expect(await changed.innerText()).toMatch(
      new RegExp(`${auditPl.keys['before']}.*${auditPl.keys['after']}.*31.12.2099`, 's'),
    );
    await page.context().close();
  });

  it('goes on to the next page of the log', async () => {
    await served.query(
      "INSERT INTO audit (actor, action, object, refused, detail) SELECT 'service', 'snapshot_refreshed', 'snapshot ' || n, false, '{}' FROM generate_series(1, 130) n",
    );
    const page = await open('/dziennik?czyn=snapshot_refreshed', admin);
    await page.getByText(auditPl.found(132), { exact: true }).waitFor();
    await button(page, auditPl.next).click();
    await page.waitForURL(/przed=\d+$/);
    await page.waitForFunction(() => document.querySelectorAll('.log tbody tr').length === 32);
    await button(page, auditPl.newest).click();
    await page.waitForFunction(() => document.querySelectorAll('.log tbody tr').length === 100);
    await page.context().close();
  });

  it('reads settings in the log as they were written', async () => {
    await served.query(
      `INSERT INTO audit (actor, action, refused, detail) VALUES ('service', 'settings_changed', false,
         '{"before": {"port": 4963, "demo": false, "authority": null}, "after": {"port": 14963, "demo": true, "authority": "LUBLIN"}}')`,
    );
    const page = await open('/dziennik?czyn=settings_changed', admin);
    const { before, after, port, demo, authority } = auditPl.keys;
    const shown = (await page.locator('.log tbody .kv').first().innerText()).split(/\s*\n\s*/);
    expect(shown.slice(0, 7)).toEqual([before, demo, 'false', port, '4963', authority, auditPl.none]);
    expect(shown.slice(7)).toEqual([after, demo, 'true', port, '14963', authority, 'LUBLIN']);
    await page.context().close();
  });

  it('is the only one who sees these pages', async () => {
    for (const path of ['/osoby', '/dziennik']) {
      const page = await open(path, anna);
      await page.getByText(accessPl.onlyAdmin).waitFor();
      expect(await page.locator('table, .form').count()).toBe(0);
      await page.goto(served.address + path);
      await page.context().clearCookies();
      await page.reload();
      await page.waitForURL(`**/logowanie?powrot=${encodeURIComponent(path)}&powod=koniec`);
      await page.getByText(accessPl.signIn.ended).waitFor();
      await page.context().close();
    }
  });
});

describe('a session that ended', () => {
  const dialogOf = (page: Page) => page.getByRole('dialog', { name: accessPl.ended.title });

  /** Types a new token, after its session is gone. */
  async function interrupted() {
    const page = await open('/logowanie');
    await signIn(page, ANNA, OTHER);
    await page.waitForURL('**/konto');
    await page.fill('[name=label]', 'wpisane przedtem');
    await served.query('DELETE FROM session');
    await button(page, accessPl.tokens.make).click();
    await dialogOf(page).waitFor();
    expect(await page.inputValue('[name=label]')).toBe('wpisane przedtem');
    return page;
  }

  it('keeps what was typed, and goes on with the refused call once its person signed in again', async () => {
    const page = await interrupted();
    expect(await dialogOf(page).locator('[name=login]').inputValue()).toBe(ANNA);
    // the focus stays within
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(
          () => document.activeElement?.closest('dialog') || document.activeElement === document.body,
        ),
      ).toBeTruthy();
    }
    await dialogOf(page).locator('[name=password]').fill('a wrong one');
    await page.keyboard.press('Enter');
    await dialogOf(page).getByRole('alert').waitFor();
    await dialogOf(page).locator('[name=password]').fill(OTHER);
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: 'wpisane przedtem' }).waitFor();
    remembered(await page.locator('.told code').first().innerText());
    expect(here(page)).toBe('/konto');
    anna = await keptOf(page);
    await page.context().close();
  });

  it('leaves the page as it is where nobody signs in, and asks again at the next try', async () => {
    const page = await interrupted();
    await page.keyboard.press('Escape');
    await page.locator('main [role=alert]').waitFor();
    expect(await page.inputValue('[name=label]')).toBe('wpisane przedtem');
    await button(page, accessPl.tokens.make).click();
    await dialogOf(page).waitFor();
    await page.context().close();
  });

  it('is not gone on with by somebody else', async () => {
    const page = await interrupted();
    const made: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/account/tokens')) made.push(request.method());
    });
    await dialogOf(page).locator('[name=login]').fill(ADMIN);
    await dialogOf(page).locator('[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText(ADMIN).first().waitFor();
    expect(made).toEqual([]);
    expect(await page.inputValue('[name=label]').catch(() => '')).toBe('');
    expect(await page.getByText('wpisane przedtem').count()).toBe(0);
    admin = await keptOf(page);
    await page.context().close();
  });

  it('goes on where another tab signed in anew, and not where that was somebody else', async () => {
    const page = await open('/logowanie');
    await signIn(page, ANNA, OTHER);
    await page.waitForURL('**/konto');
    await settled(page);
    const tab = await page.context().newPage();
    const signInThere = async (login: string, password: string) => {
      await tab.request.post(`${served.address}/api/v1/session`, { data: { login, password } });
    };
    await signInThere(ANNA, OTHER);
    await page.fill('[name=label]', 'druga karta');
    await button(page, accessPl.tokens.make).click();
    await page.getByRole('row', { name: 'druga karta' }).waitFor();
    remembered(await page.locator('.told code').first().innerText());

    await signInThere(ADMIN, PASSWORD);
    await page.fill('[name=label]', 'cudza karta');
    await button(page, accessPl.tokens.make).click();
    await page.getByText(ADMIN).first().waitFor();
    expect(await page.getByText('cudza karta').count()).toBe(0);
    admin = await keptOf(page);
    await page.context().close();
  });

  it("leads to the city's own sign-in and back to the same address where that is in use", async () => {
    const page = await open('/konto', admin);
    await page.route('**/api/v1/session', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        json: { ...((await answer.json()) as object), sign_in: 'oidc' },
      });
    });
    await page.goto(`${served.address}/dziennik?czyn=signed_in`);
    await settled(page);
    await served.query('DELETE FROM session');
    await page.getByText(auditPl.csv).click();
    await dialogOf(page).waitFor();
    const link = page.getByRole('link', { name: accessPl.signIn.city });
    const way = await link.getAttribute('href');
    expect(way).toBe(`/api/v1/session/oidc?back=${encodeURIComponent('/dziennik?czyn=signed_in')}`);
    await page.goto(`${served.address}/logowanie?powrot=/dziennik&powod=odmowa`);
    await page.getByText(accessPl.signIn.refused).waitFor();
    expect(await link.getAttribute('href')).toBe('/api/v1/session/oidc?back=%2Fdziennik');
    expect(await page.locator('[name=password]').count()).toBe(0);
    await page.context().close();
  });
});

describe('whatever the address asks for', () => {
  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ])('the sign-in never leads to %j', async (target) => {
    const page = await open(`/logowanie?powrot=${encodeURIComponent(target)}`);
    await signIn(page, ANNA, OTHER);
    await page.waitForURL((url) => url.pathname !== '/logowanie');
    await page.waitForLoadState('networkidle');
    expect(here(page)).toBe('/');
    await page.context().close();
  });
});

describe('a reader', () => {
  it('asks for nothing of this, gets no cookie and finds the way in', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    for (const path of ['/', '/konsultacje', '/dane']) {
      await page.goto(served.address + path);
      await page.waitForLoadState('networkidle');
    }
    expect(
      requests.filter((url) => /session|access|OtherPage|words\.(access|people|audit)/.test(url)),
    ).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.getByRole('link', { name: pl.signIn }).click();
    await page.waitForURL('**/logowanie');
    await page.locator('[name=login]').waitFor();
    await context.close();
  });

  it('is what somebody becomes who signs out', async () => {
    const page = await open('/logowanie');
    await signIn(page, ANNA, OTHER);
    await page.waitForURL('**/konto');
    anna = await keptOf(page);
    await page.locator('.person summary').click();
    await page.locator('.person').getByRole('button', { name: accessPl.signOut }).click();
    await page.waitForURL(`${served.address}/`);
    expect(await asked(page, 'account')).toBe(401);
    expect(await page.locator('.person').count()).toBe(0);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().close();
  });
});

describe('what people and files hold', () => {
  it('is shown as text, never run', async () => {
    const page = await open('/logowanie');
    await signIn(page, ADMIN, PASSWORD);
    await page.waitForURL('**/konto');
    await settled(page);
    admin = await keptOf(page);
    const csrf = await page.evaluate(
      async () => (await (await fetch('/api/v1/session')).json()) as { csrf: string; person: { id: number } },
    );
    remembered(csrf.csrf);
    const headers = { 'x-csrf-token': csrf.csrf };
    const roles = ['admin', 'analyst'].map((role) => ({ role, authority: null }));
    await page.request.put(`${served.address}/api/v1/people/${csrf.person.id}/roles`, {
      headers,
      data: { roles },
    });
    const made = await page.request.post(`${served.address}/api/v1/account/tokens`, {
      headers,
      data: { label: HOSTILE, role: 'analyst', days: 1 },
    });
    remembered(((await made.json()) as { secret: string }).secret);
    const fields = { code: 'code', title_pl: 'title_pl', opens_on: 'opens_on' };
    const sent = await page.request.post(`${served.address}/api/v1/batches`, {
      headers,
      multipart: {
        request: JSON.stringify({ mapping: { type: 'consultation', authority: 'LUBLIN', fields } }),
        file: {
          name: 'plik.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(
            `code,title_pl,opens_on\nXSS-1,"${HOSTILE.replaceAll('"', '""')}",2026-01-10\nXSS-2,"${FORMULA.replaceAll('"', '""')}",2026-01-11\n`,
          ),
        },
      },
    });
    expect(sent.status()).toBe(201);
    const shown = [
      ['/konto', HOSTILE],
      ['/osoby', HOSTILE],
      ['/osoby', FORMULA],
      ['/konsultacje?szukaj=XSS', HOSTILE],
      ['/konsultacje?szukaj=XSS', FORMULA],
      ['/konsultacje/XSS-1', HOSTILE],
      ['/dziennik', ADMIN],
    ] as const;
    for (const [path, text] of shown) {
      await page.goto(served.address + path);
      await settled(page);
      await page.getByText(text).first().waitFor();
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
      expect(await page.locator('img').count()).toBe(0);
    }
    await page.context().close();
  });
});
