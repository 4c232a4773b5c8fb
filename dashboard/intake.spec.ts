import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { remembered } from '../server/testing/secrets';
import { openBrowser, serve, type Served } from './browser';
import { intakeWords as words } from './words.intake.pl';

const PASSWORD = remembered('korytarz pelikan 7 herbata');
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

let served: Served;
let browser: Browser;
let analyst: Kept;
let onlyAdmin: Kept;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), openBrowser()]);
  const context = await browser.newContext();
  const api = `${served.address}/api/v1`;
  const [, secret] = /zaproszenie#([\w-]{43})/.exec(served.said())!;
  const account = { secret: remembered(secret!), login: 'admin', name: 'Ola', password: PASSWORD };
  const used = await context.request.post(`${api}/links/use`, { data: account });
  const { person, csrf } = (await used.json()) as { person: { id: number }; csrf: string };
  onlyAdmin = await kept(context);
  const headers = { 'x-csrf-token': remembered(csrf) };
  const made = await context.request.post(`${api}/people`, {
    headers,
    data: { login: 'ala', roles: [{ role: 'analyst', authority: 'LUBLIN' }] },
  });
  const invitation = remembered(/#([\w-]{43})/.exec(await made.text())![1]!);
  expect(person.id).toBeGreaterThan(0);
  const own = await browser.newContext();
  const data = { secret: invitation, password: PASSWORD };
  expect((await own.request.post(`${api}/links/use`, { data })).status()).toBe(200);
  analyst = await kept(own);
  await Promise.all([context.close(), own.close()]);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** What a browser keeps of somebody who signed in. */
async function kept(context: BrowserContext): Promise<Kept> {
  const state = await context.storageState();
  state.origins = [{ origin: served.address, localStorage: [{ name: 'busola', value: '1' }] }];
  state.cookies.forEach(({ value }) => remembered(value));
  return state;
}

const complaints: string[] = [];
afterEach(() => expect(complaints.splice(0)).toEqual([]));

async function open(path: string, storageState: Kept | undefined, viewport = DESK): Promise<Page> {
  const context = await browser.newContext({ viewport, storageState, acceptDownloads: true });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${served.address}/`)) complaints.push(request.url());
  });
  await page.goto(served.address + path);
  return page;
}

const file = (name: string, content: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});

/** Gives a file to the page, and waits until it is shown how it reads. */
async function bring(page: Page, name: string, content: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file(name, content));
  await page.waitForURL('**/wczytaj?plik=*');
  await page.locator('.beginning').waitFor();
}

const verdict = (page: Page) => page.locator('h2.say');
const check = (page: Page) => page.getByRole('button', { name: /^Sprawdź/ });

const CSV = [
  'Sygnatura;Przedmiot konsultacji;Formy;Data rozpoczęcia;Notatka',
  'P-1;Park;ankieta, spotkanie;01.02.2026;ok',
  'P-2;"Plac',
  'Litewski";ankieta;30.02.2026;',
  'P-3;Most;ankieta;03.02.2026;',
].join('\n');

it('leads from a dropped file to a corrected import by keys alone, and back again', async () => {
  const page = await open('/zasilanie', analyst);
  await bring(page, 'rejestr.csv', CSV);
  // what cannot be tried yet says why
  expect(await page.locator('output.alarm').innerText()).toContain('Czyje to dane');
  expect(await check(page).isDisabled()).toBe(true);
  await page.getByLabel('Czyje to dane').focus();
  await page.keyboard.type('Miasto L');
  expect(await page.getByLabel('Pole: Formy').inputValue()).toBe('forms');
  expect(await page.getByLabel('Znaczenie: spotkanie').inputValue()).toBe('open_meeting');
  await check(page).focus();
  await page.keyboard.press('Enter');
  await verdict(page).waitFor();
  expect(await verdict(page).innerText()).toMatch(/2\spoprawne wiersze na\s3/);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('say');
  // its line is that of the file, with the line break inside quotes counted
  expect(await page.locator('table.findings tbody tr').allInnerTexts()).toEqual([
    expect.stringMatching(/3[^]*30\.02\.2026[^]*Nie ma takiego dnia/),
  ]);

  const [marked] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /XLSX/ }).click(),
  ]);
  expect(marked.suggestedFilename()).toBe('rejestr-busola.xlsx');
  expect(
    readFileSync((await marked.path())!)
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');

  await page.getByRole('button', { name: 'Wczytaj 2 poprawne wiersze' }).click();
  await page.getByText('Wczytano 2 wiersze.').waitFor();
  await page.getByLabel('Nazwa profilu').fill('Rejestr miasta');
  await page.keyboard.press('Enter');
  await page.getByText('Zapamiętano.').waitFor();

  await page.getByRole('link', { name: 'Wczytaj inny plik' }).first().click();
  await page.locator('.drop').waitFor();
  await bring(page, 'poprawiony.csv', CSV.replace('30.02', '20.02').replace('Most', 'Most Kultury'));
  // the profile was found and says whose data these are
  expect(await page.getByLabel('Czyje to dane').inputValue()).toBe('LUBLIN');
  await check(page).click();
  await verdict(page).waitFor();
  const changes = page.locator('table', { hasText: 'W bazie' });
  expect(await changes.innerText()).toMatch(/P-3\s+Tytuł po polsku\s+Most\s+Most Kultury/);
  await page.getByRole('button', { name: 'Wczytaj 3 poprawne wiersze' }).click();
  await page.getByText('Wczytano 3 wiersze.').waitFor();
  await page.getByRole('button', { name: 'Cofnij tę partię' }).click();
  await page.locator('dialog[open] button[type=submit]').click();
  await page.getByText('Partię cofnięto.').waitFor();
  await page.context().close();
});

it('asks what it cannot know, and reads the file anew with the answer', async () => {
  const page = await open('/wczytaj', analyst);
  await bring(page, 'jedna.csv', 'kod\nA-1\nA-2\n');
  expect(await page.locator('.alarm').innerText()).toContain('rozstrzygnij');
  expect(await check(page).count()).toBe(0);
  await page.getByLabel('Rozdzielnik').selectOption({ label: 'średnik' });
  await page.getByRole('button', { name: 'Odczytaj na nowo' }).click();
  await check(page).waitFor();
  await page.context().close();
});

const ANSWERS = [
  'Nr;Płeć;Traktowano mnie uczciwie;Wiem, na co mam wpływ;Zasady były niejasne;Uwagi',
  ...Array.from({ length: 40 }, (_, i) => {
    const answer = (i % 5) + 1;
    return `${i + 1};${i % 2 ? 'Kobieta' : 'Mężczyzna'};${answer};${Math.min(5, answer + (i % 2))};${6 - answer};${i % 7 ? '' : 'dobrze'}`;
  }),
].join('\n');

it('makes a survey of a file of answers, and points at the question that runs the other way', async () => {
  const page = await open('/wczytaj', analyst);
  await bring(page, 'ankieta.csv', ANSWERS);
  expect(await page.getByLabel('Rodzaj danych').inputValue()).toBe('survey_response');
  expect(await page.getByLabel('Rola kolumny: Płeć').inputValue()).toBe('attribute sex');
  expect(await page.getByLabel('Skala: Traktowano mnie uczciwie').inputValue()).toBe('likert5');
  expect(await page.locator('table', { hasText: 'Uwaga' }).first().innerText()).toContain(
    'Zasady były niejasne',
  );
  await page.getByLabel('Czyje to dane').selectOption('LUBLIN');
  await page.getByLabel('Kod ankiety').fill('ANK-9');
  await check(page).click();
  await verdict(page).waitFor();
  expect(await verdict(page).innerText()).toContain('wszystkie wiersze (40)');
  // the trial is kept: a page opened again goes on where it was
  await page.reload();
  await page.locator('.beginning').waitFor();
  expect(await page.getByLabel('Kod ankiety').inputValue()).toBe('ANK-9');
  expect(await page.getByRole('button', { name: 'Wczytaj 40 poprawnych wierszy' }).isEnabled()).toBe(true);
  await page.getByLabel('Skala: Traktowano mnie uczciwie').selectOption('text');
  expect(await page.getByRole('button', { name: 'Wczytaj 40 poprawnych wierszy' }).isDisabled()).toBe(true);
  await page.context().close();
});

it('says why a file cannot be read, and reads it otherwise', async () => {
  const page = await open('/wczytaj', analyst);
  await page.locator('input[type=file]').setInputFiles(file('urwany.csv', 'kod;"Tytuł\nA-1;Park\n'));
  const refusal = page.locator('.alarm', { hasText: 'Nie da się odczytać nagłówka' });
  await refusal.waitFor();
  await page.locator('summary', { hasText: words.change }).click();
  await page.getByLabel(words.options.quote!).selectOption("'");
  await page.getByRole('button', { name: words.reread }).click();
  await page.locator('.beginning').waitFor();
  expect(await refusal.count()).toBe(0);
  expect(await page.locator('.beginning tbody tr').allInnerTexts()).toEqual([
    expect.stringContaining('Park'),
  ]);
  await page.context().close();
});

/** Types a mapping and takes it up. */
async function typeMapping(page: Page, mapping: string): Promise<void> {
  const editor = page.locator('textarea.code');
  if (!(await editor.isVisible())) await page.locator('summary', { hasText: 'Mapowanie (JSON)' }).click();
  await editor.fill(mapping);
  await page.getByRole('button', { name: 'Użyj tego mapowania' }).click();
}

it('keeps standing whatever is typed as a mapping', async () => {
  const page = await open('/wczytaj', analyst);
  await bring(page, 'dowolny.csv', 'kod;wynik\nA-1;x\n');
  const wrong = page.locator('details .wrong');
  for (const mapping of [
    'null',
    '[]',
    '{"type":"consultation","fields":{"code":null}}',
    '{"type":"consultation","fields":{"matter_type":{"column":"kod","codes":"x"}}}',
    '{"type":"survey","survey":5}',
    '{"type":"survey","survey":{"code":"A","items":{"columns":{"kod":5}}}}',
  ]) {
    await typeMapping(page, mapping);
    expect(await wrong.innerText()).toContain('nie jest mapowanie');
    expect(await page.locator('.beginning').count()).toBe(1);
  }
  // the server takes a survey without these lists
  await typeMapping(page, '{"survey":{"code":"ANK-10"},"authority":"LUBLIN"}');
  expect(await page.getByLabel('Kod ankiety').inputValue()).toBe('ANK-10');
  await check(page).click();
  await verdict(page).waitFor();
  await page.context().close();
});

it.each([
  ['', DESK],
  ['/en', PHONE],
])('fits the screen and lists what one brought: %s', async (root, viewport) => {
  const page = await open(`${root}/wczytaj`, analyst, viewport);
  await page.locator('table tbody tr').first().waitFor();
  expect(await page.locator('table').innerText()).toContain('ankieta.csv');
  await page.getByRole('link', { name: 'rejestr.csv' }).click();
  await page.locator('.mapping').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.context().close();
});

it('shows nothing of it to others, and says who may bring files in', async () => {
  const reader = await open('/zasilanie', undefined);
  await reader.locator('table.batches').waitFor();
  expect(await reader.locator('.drop').count()).toBe(0);
  await reader.goto(`${served.address}/wczytaj`);
  await reader.waitForURL('**/logowanie?*');
  const admin = await open('/wczytaj', onlyAdmin);
  await admin.getByText('Twoje konto nie ma takiej roli').waitFor();
  await Promise.all([reader.context().close(), admin.context().close()]);
});
