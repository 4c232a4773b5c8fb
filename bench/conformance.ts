import 'reflect-metadata';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Receipt } from '../server/intake/receipt';
import { Refusal } from '../server/store/home';
import { type Instance, startInstance } from '../server/testing/instance';
import { type Check, runCheck } from './conformance-check';

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
  for (const wanted of expected.imports) await runImport(folder, name, wanted);
  if (tally.passed + tally.failed === before) report(name, 'no check ran');
}

async function runImport(folder: string, set: string, wanted: ExpectedImport): Promise<void> {
  const instance = await startInstance(null);
  try {
    const outcome = await importOf(instance, folder, wanted);
    const title = `${set}/${wanted.file}`;
    if (outcome instanceof Refusal) {
      report(`${title} ${wanted.expect}`, wanted.expect === 'import' ? outcome.en : null);
      return;
    }
    if (wanted.expect === 'refuse' || wanted.expect === 'confirm')
      report(`${title} ${wanted.expect}`, 'it was imported');
    for (const check of wanted.checks ?? []) {
      report(
        `${title} ${check.what} ${subjectOf(check)}`.trim(),
        await runCheck(instance.foundation.dataSource, outcome, check),
      );
    }
  } finally {
    await instance.stop();
  }
}

const subjectOf = ({ field, code, item, attribute }: Check) => field ?? code ?? item ?? attribute ?? '';

async function importOf(
  instance: Instance,
  folder: string,
  { file, mapping }: ExpectedImport,
): Promise<Receipt | Refusal> {
  const given =
    mapping === null
      ? null
      : (JSON.parse(readFileSync(join(folder, mapping), 'utf8')) as Record<string, unknown>);
  try {
    return await instance.import(join(folder, file), { mapping: given });
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error)?.stack ?? String(error)}\n`);
  process.exitCode = 1;
});
