import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Receipt } from '../server/intake/receipt';
import { databaseOf, type Ended } from '../server/testing/process';

/** What an import may leave behind: all of it, or nothing. */
export type State = 'whole' | 'absent';

/** What the file holds: rows to be taken and rows to be refused, one finding each. */
export interface Wanted {
  good: number;
  bad: number;
  /** Type of its batch; a new home holds one of another type. */
  type: string;
  /** Rows that a whole import leaves, by table. */
  tables: Record<string, number>;
}

/** Authority of every file. */
export const AUTHORITY = 'PROOF';

/** Success was said only of what is there; a refusal is one sentence and one object, never a stack trace. */
export function lie({ code, stdout, stderr }: Ended, state: State): string | null {
  if (code === 0) return state === 'whole' ? null : 'it said success';
  if (code !== 1 || !/^\{"error":\{"pl":.*\}\n$/.test(stdout) || /^\s+at /m.test(stderr))
    return `it ended with ${code}, ${stdout}, ${stderr}`;
  return state === 'whole' && stdout.includes('nothing was written')
    ? 'it said that nothing was written'
    : null;
}

/** What is wrong with the import that follows: null where it completed what was absent, or found all of it there. */
export function againProblem(
  { good, bad }: Wanted,
  { code, stdout, stderr }: Ended,
  before: State,
): string | null {
  if (code !== 0) return `it ended with ${code}: ${stderr}`;
  const receipt = JSON.parse(stdout) as Receipt;
  const wanted = before === 'whole' ? receipt.unchanged : receipt.new;
  const right =
    wanted === good && receipt.rejected === bad && (receipt.batch === null) === (before === 'whole');
  return right ? null : JSON.stringify({ ...receipt, issues: receipt.issues.length });
}

/** What differs from the state in the store itself, not in what the API says of it; null where nothing does. */
export async function problemOf(wanted: Wanted, home: string, state: State): Promise<string | null> {
  const counted = [...ofBatch(wanted), ...ofTables(wanted)];
  const client = new Client(databaseOf(home));
  await client.connect();
  const { rows } = await client.query<Record<string, number>>(
    `SELECT ${counted.map(([name, sql]) => `(SELECT ${sql})::int AS ${name}`).join(', ')}`,
  );
  await client.end();
  const right = counted.map(([name, , whole]) => [name, state === 'whole' ? whole : 0]);
  const found = JSON.stringify(rows[0]);
  return found === JSON.stringify(Object.fromEntries(right)) ? null : `not ${state}: ${found}`;
}

type Counted = [name: string, sql: string, whole: number];

const ofTables = ({ tables }: Wanted): Counted[] =>
  Object.entries(tables).map(([table, whole]) => [table, `count(*) FROM ${table}`, whole]);

const ofBatch = ({ good, bad, type }: Wanted): Counted[] => [
  ['authorities', `count(*) FROM authority WHERE code = '${AUTHORITY}'`, 1],
  ['batches', `count(*) FROM batch WHERE type = '${type}'`, 1],
  ['new', `coalesce(sum(new), 0) FROM batch WHERE type = '${type}'`, good],
  ['rejected', `coalesce(sum(rejected), 0) FROM batch WHERE type = '${type}'`, bad],
  ['findings', 'count(DISTINCT line) FROM finding', bad],
  ['history', 'count(*) FROM history', 0],
];

/** How far the import is, by the files that it is working with. */
export function phaseOf(home: string): string {
  const files = readdirSync(join(home, 'work'), { recursive: true, encoding: 'utf8' });
  if (files.length === 0) return 'answered';
  if (files.some((name) => name.endsWith('findings.csv'))) return 'findings and commit';
  if (files.some((name) => /(slice|fresh)-\d\.csv$/.test(name))) return 'copy of the rows';
  return files.some((name) => !name.startsWith('upload-')) ? 'reading and checking' : 'upload or answer';
}
