import 'reflect-metadata';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { PLAIN_REQUEST } from '../server/intake/understand';
import { Refusal } from '../server/store/home';
import { type Instance, startInstance } from '../server/testing/instance';
import { type Check, runCheck } from './conformance-check';
import { compareTable } from './conformance-table';

interface ExpectedImport {
  file: string;
  mapping: string | null;
  expect: string;
  checks?: Check[];
}

interface Expected {
  about?: string;
  why?: string;
  imports: ExpectedImport[];
}

const tally = { passed: 0, failed: 0 };
/** How files that are compared with a twin were read. */
const read = { exactly: 0, asked: 0, refused: 0, misread: 0 };

function report(name: string, problem: string | null): void {
  tally[problem === null ? 'passed' : 'failed']++;
  process.stdout.write(problem === null ? `ok    ${name}\n` : `FAIL  ${name}: ${problem}\n`);
}

/** Imports every set below the named folders that has an expected.json, each into an empty home, and checks it. */
async function main(folders: string[]): Promise<void> {
  const sets = folders.flatMap((folder) => setsBelow(resolve(folder)));
  if (sets.length === 0)
    report(folders.join(' ') || '(no folder named)', 'no set with an expected.json was found');
  for (const set of sets) await runSet(set);
  if (Object.values(read).some((count) => count > 0))
    process.stdout.write(
      `tables: ${Object.entries(read)
        .map(([how, count]) => `${count} ${how}`)
        .join(', ')}\n`,
    );
  process.stdout.write(`${tally.passed} passed, ${tally.failed} failed\n`);
  process.exitCode = tally.failed === 0 ? 0 : 1;
}

function setsBelow(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  if (existsSync(join(folder, 'expected.json'))) return [folder];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => setsBelow(join(folder, name)));
}

async function runSet(folder: string): Promise<void> {
  const name = folder.split('/').at(-1)!;
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
  if (expected.imports.length === 0) {
    if (expected.why) process.stdout.write(`      ${name}: ${expected.why}\n`);
    else report(name, 'no import is expected and no reason given');
    return;
  }
  const before = tally.passed + tally.failed;
  const tables = expected.imports.filter((wanted) => isTable(folder, wanted));
  await withInstance(tables, async (instance, wanted) => runTable(instance, folder, name, wanted));
  // records of one import are not to be seen by the next
  for (const wanted of expected.imports.filter((other) => !tables.includes(other)))
    await withInstance([wanted], async (instance) => runImport(instance, folder, name, wanted));
  if (tally.passed + tally.failed === before) report(name, 'no check ran');
}

async function withInstance(
  imports: ExpectedImport[],
  run: (instance: Instance, wanted: ExpectedImport) => Promise<void>,
): Promise<void> {
  if (imports.length === 0) return;
  const instance = await startInstance(null);
  try {
    for (const wanted of imports) await run(instance, wanted);
  } finally {
    await instance.stop();
  }
}

const subjectOf = ({ field, code, item, attribute }: Check) => field ?? code ?? item ?? attribute ?? '';

function mappingOf(folder: string, { mapping }: ExpectedImport): Record<string, unknown> | null {
  if (mapping === null) return null;
  return JSON.parse(readFileSync(join(folder, mapping), 'utf8')) as Record<string, unknown>;
}

/** Without a record type the table itself is what is expected. */
const isTable = (folder: string, wanted: ExpectedImport): boolean =>
  (mappingOf(folder, wanted)?.['type'] ?? 'table') === 'table';

async function runTable(
  instance: Instance,
  folder: string,
  set: string,
  wanted: ExpectedImport,
): Promise<void> {
  const path = join(folder, wanted.file);
  const request = { ...PLAIN_REQUEST, path, name: basename(path), mapping: mappingOf(folder, wanted) };
  const outcome = await refusable(() => instance.intake.preview(request, Number.MAX_SAFE_INTEGER));
  const title = `${set}/${wanted.file} ${wanted.expect}`;
  if (outcome instanceof Refusal) {
    read.refused++;
    return refused(title, outcome, wanted);
  }
  if (outcome.doubts.length > 0) {
    read.asked++;
    const asked = outcome.doubts.map(({ about, en }) => `${about}: ${en}`).join('; ');
    report(`${title}: asked`, wanted.expect === 'import' ? asked : null);
    return;
  }
  if (['refuse', 'confirm'].includes(wanted.expect)) report(title, 'it was read');
  for (const check of wanted.checks ?? []) {
    if (check.what !== 'table') continue;
    const problem = compareTable(folder, outcome, check);
    read[problem === null ? 'exactly' : 'misread']++;
    report(`${title} ${check.what}`, problem);
  }
}

async function runImport(
  instance: Instance,
  folder: string,
  set: string,
  wanted: ExpectedImport,
): Promise<void> {
  const mapping = mappingOf(folder, wanted);
  // whose data a set is may be said by the command, as with any file
  const authority = typeof mapping?.['authority'] === 'string' ? null : 'SET';
  const outcome = await refusable(() => instance.import(join(folder, wanted.file), { mapping, authority }));
  const title = `${set}/${wanted.file} ${wanted.expect}`;
  if (outcome instanceof Refusal) return refused(title, outcome, wanted);
  if (['refuse', 'confirm'].includes(wanted.expect)) report(title, 'it was imported');
  for (const check of wanted.checks ?? []) {
    if (check.what === 'refusal_names') continue;
    report(
      `${set}/${wanted.file} ${check.what} ${subjectOf(check)}`.trim(),
      await runCheck(instance.foundation.dataSource, outcome, check),
    );
  }
}

/** A refusal is right where the set allows for one, and names what it has to name. */
function refused(title: string, { en, pl }: Refusal, { expect, checks = [] }: ExpectedImport): void {
  report(`${title}: refused`, expect === 'import' ? en : null);
  for (const { what, value } of checks) {
    if (what !== 'refusal_names') continue;
    const named = [en, pl].every((text) => text.toLowerCase().includes(String(value).toLowerCase()));
    report(`${title} ${what} ${String(value)}`, named ? null : en);
  }
}

async function refusable<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error)?.stack ?? String(error)}\n`);
  process.exitCode = 1;
});
