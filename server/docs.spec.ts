import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KEPT_MONTHS } from './access/retention';
import { HELP } from './command/arguments';
import { MASKS, PERSONAL } from './contracts/personal';
import { RECORD_TYPES } from './contracts/record-type';
import { CELL_RULES, ROW_RULES, WARNINGS } from './contracts/rules';
import { SURVEY_REMARKS } from './contracts/rules-survey';
import { documents } from './documents';
import { PROFILES } from './intake/profiles';
import { READ_OPTIONS } from './intake/read-options';
import { ROOT } from './root';

const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

it('holds the generated documents against the code (npm run generate writes them anew)', async () => {
  for (const [name, text] of Object.entries(await documents())) expect(read(`docs/${name}`)).toBe(text);
});

it.each(PAGES)('%s links only to what is there', (page) => {
  const targets = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, target]) => target!);
  expect(targets.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
});

it('lists every setting that the code reads, and no other', () => {
  const settings = [...read('server/store/settings.ts').matchAll(/env\['(\w+)'\]/g)].map(([, name]) => name!);
  const listed = [...read('README.md').matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name]) => name!);
  expect(listed.sort()).toEqual([...new Set(settings)].sort());
});

it('lists every command of package.json', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = (name: string) =>
    read('README.md').includes(name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`);
  expect(Object.keys(scripts).filter((name) => !named(name))).toEqual([]);
});

it('names every option of the commands and every record type', () => {
  const options = [...HELP.matchAll(/--([a-z-]+)/g)].map(([, name]) => name!);
  expect(options).toContain('dry-run');
  const documented = read('docs/intake.md') + read('docs/access.md');
  expect(options.filter((name) => !documented.includes(`--${name}`))).toEqual([]);
  for (const { name } of RECORD_TYPES) expect(read('docs/intake.md')).toContain(`\`${name}\``);
});

it('explains every option of reading', () => {
  const page = read('docs/intake.md').split('| key of `read`')[1]!.split('\n\n')[0]!;
  expect(READ_OPTIONS.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

it('explains every rule', () => {
  const rules = Object.keys({ ...CELL_RULES, ...ROW_RULES, ...WARNINGS, ...SURVEY_REMARKS });
  expect(rules.filter((rule) => !read('docs/intake.md').includes(`\`${rule}\``))).toEqual([]);
});

it('explains every profile', () => {
  expect(PROFILES.filter(({ name }) => !read('docs/intake.md').includes(`\`${name}\``))).toEqual([]);
});

it('lists every kind of personal data that an import leaves out, and every mask, in both languages', () => {
  const parts = read('docs/data-protection.md').split('\n## ').slice(1);
  const listed = parts.map((part) =>
    [...part.matchAll(/^\| `(\w+)` +\| ([^|]+?) +\|/gm)].map(([, kind, label]) => [kind, label]),
  );
  const kinds = Object.entries(PERSONAL);
  expect(listed).toEqual([
    kinds.map(([kind, { pl }]) => [kind, pl]),
    kinds.map(([kind, { en }]) => [kind, en]),
  ]);
  for (const part of parts)
    expect(Object.values(MASKS).filter((mask) => !part.includes(`\`${mask}\``))).toEqual([]);
});

it('runs in CI exactly what the README says', () => {
  const [command] = /^npm ci && npm test$/m.exec(read('README.md')) ?? [];
  expect(command).toBeDefined();
  expect(
    read('.ci/run')
      .split('\n')
      .filter((line) => line.startsWith('npm')),
  ).toEqual([command]);
});

it('locks no address of a registry', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved": "http/);
});

it('says how long what may speak of a person is kept', () => {
  const page = read('docs/data-protection.md');
  const rows = (name: string) =>
    [...page.matchAll(new RegExp(`^\\| .*\`${name}\`.*`, 'gm'))].map(([row]) => row);
  for (const [name, months] of [
    ['audit', KEPT_MONTHS.audit],
    ['access_token', KEPT_MONTHS.tokens],
    ['BUSOLA_HOME/uploads', KEPT_MONTHS.uploads],
  ] as const) {
    expect([name, rows(name).length]).toEqual([name, 2]);
    for (const row of rows(name)) expect(row).toMatch(new RegExp(`${months} (miesi|months)`));
  }
});
