import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { IntakeService } from './intake/intake.service';
import { PLAIN_REQUEST } from './intake/understand';
import { ROOT } from './root';

const LAW = ['legal-rules/legal-rules.csv', 'legal-rules/mapping.json'] as const;
const PUBLIC_RECORD = [
  ['lublin/consultations.csv', 'lublin/mapping.json'],
  ['lublin/districts.csv', 'lublin/mapping-districts.json'],
  ['lublin/districts.csv', 'lublin/mapping-district_population.json'],
] as const;

/**
 * Fills the store with what the project ships: the legal rules always (they are law, not data of a city, and a newer
 * version of the file brings newer rules), the public record of Lublin into a database that never held consultations.
 */
export async function seed(
  dataSource: DataSource,
  intake: IntakeService,
  withPublicRecord: boolean,
): Promise<void> {
  await takeIn(dataSource, intake, LAW, 'in force');
  await dataSource.query(`UPDATE authority SET kind = 'state' WHERE code = 'PL' AND kind IS NULL`);
  if (!withPublicRecord || (await holdsOther(dataSource))) return;
  for (const set of PUBLIC_RECORD) await takeIn(dataSource, intake, set);
  await dataSource.query(`UPDATE authority SET kind = 'gmina' WHERE code = 'LUBLIN' AND kind IS NULL`);
}

/** Whether consultations came from elsewhere. A start that was killed half-way through the record goes on with it. */
async function holdsOther(dataSource: DataSource): Promise<boolean> {
  const found = (await dataSource.query(
    `SELECT 1 FROM batch WHERE type = 'consultation' AND sha256 <> $1 LIMIT 1`,
    [digestOf(PUBLIC_RECORD[0][0])],
  )) as unknown[];
  return found.length > 0;
}

const digestOf = (file: string) =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, 'seed-data', file)))
    .digest('hex');

async function takeIn(
  dataSource: DataSource,
  intake: IntakeService,
  [file, mapping]: readonly [string, string],
  known: 'ever' | 'in force' = 'ever',
): Promise<void> {
  const path = join(ROOT, 'seed-data', file);
  const given = JSON.parse(readFileSync(join(ROOT, 'seed-data', mapping), 'utf8')) as Record<string, unknown>;
  const sha256 = digestOf(file);
  const found = (await dataSource.query(
    `SELECT 1 FROM batch WHERE sha256 = $1 AND type = $2 AND ($3 OR reverted_at IS NULL) LIMIT 1`,
    [sha256, given['type'], known === 'ever'],
  )) as unknown[];
  if (found.length > 0) return;
  const receipt = await intake.import({
    ...PLAIN_REQUEST,
    path,
    name: basename(file),
    mapping: given,
    allOrNothing: true,
  });
  const [first] = receipt.issues;
  if (first) throw new Error(`${file}, line ${first.line}: ${first.message.en}`);
}
