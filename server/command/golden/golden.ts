import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../store/home';
import { differences } from './compare';
import { CaseError, checkCase, type GoldenCase } from './golden-case';
import { Inputs } from './inputs';
import { KINDS, LATER } from './kinds';
import { readSheet, type Sheet } from './sheet';

/** What became of a case; `problems` say what failed: key, expected, got. */
export interface CaseReport {
  id: string;
  kind: string;
  outcome: 'passed' | 'failed' | 'skipped';
  problems: string[];
}

/** What became of all of them. */
export interface GoldenReport {
  passed: number;
  failed: number;
  skipped: number;
  cases: CaseReport[];
}

const SHOWN = 5;

/**
 * Holds the product's statistics against the reference cases of a folder, cases.json and the CSV files beside it.
 * Throws `Refusal` where there is no such file, or it is not one of reference cases.
 */
export async function runGolden(folder: string): Promise<GoldenReport> {
  const sheets = new Map<string, Promise<Sheet>>();
  const sheetOf = (name: string) => {
    if (!sheets.has(name)) sheets.set(name, readFile(join(folder, name), 'utf8').then(readSheet));
    return sheets.get(name)!;
  };
  const cases: CaseReport[] = [];
  for (const one of await casesOf(folder)) cases.push(await reportOf(one, sheetOf));
  const count = (wanted: CaseReport['outcome']) => cases.filter(({ outcome }) => outcome === wanted).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped'), cases };
}

/** Whether the run shows that the statistics are right: something was compared, and nothing differed. */
export const isRight = ({ passed, failed }: GoldenReport): boolean => passed > 0 && failed === 0;

/** A line a case, and the tally; it reads the same in every language. */
export function goldenText({ passed, failed, skipped, cases }: GoldenReport): string {
  const lines = cases.map(({ id, kind, outcome, problems }) => {
    if (outcome === 'passed') return `ok    ${id}`;
    if (outcome === 'skipped') return `skip  ${id} (${kind})`;
    const more = problems.length > SHOWN ? [`… and ${problems.length - SHOWN} more`] : [];
    return `FAIL  ${id}: ${[...problems.slice(0, SHOWN), ...more].join('; ')}`;
  });
  return [...lines, `${passed} passed, ${failed} failed, ${skipped} skipped`, ''].join('\n');
}

async function reportOf(one: GoldenCase, sheetOf: (name: string) => Promise<Sheet>): Promise<CaseReport> {
  const { id, kind } = one;
  if (LATER.includes(kind)) return { id, kind, outcome: 'skipped', problems: [] };
  const problems = await problemsOf(one, sheetOf).catch((error: unknown) => [(error as Error).message]);
  return { id, kind, outcome: problems.length === 0 ? 'passed' : 'failed', problems };
}

async function problemsOf(one: GoldenCase, sheetOf: (name: string) => Promise<Sheet>): Promise<string[]> {
  const kind = Object.hasOwn(KINDS, one.kind) ? KINDS[one.kind] : undefined;
  if (!kind) throw new CaseError(`the kind ${one.kind} is not known`);
  checkCase(one, kind);
  const got = await kind.run(new Inputs(one, one.data ? await sheetOf(one.data) : null));
  return differences(one.expected, got, one.tolerance).map(
    (found) => `${found.key} expected ${shown(found.expected)}, got ${shown(found.got)}`,
  );
}

const shown = (value: unknown): string =>
  typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing');

async function casesOf(folder: string): Promise<GoldenCase[]> {
  const path = join(folder, 'cases.json');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw new Refusal(`Nie ma pliku ${path}`, `There is no file ${path}`);
  const cases = parsed(text);
  const isCase = (one: unknown) => one !== null && typeof one === 'object';
  if (Array.isArray(cases) && cases.every(isCase)) return cases as GoldenCase[];
  throw new Refusal(
    `${path} nie jest plikiem przypadków: oczekiwano {"cases": […]}`,
    `${path} is no file of reference cases: {"cases": […]} is expected`,
  );
}

function parsed(text: string): unknown {
  try {
    return (JSON.parse(text) as { cases?: unknown } | null)?.cases;
  } catch {
    return null;
  }
}
