import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DataSource } from 'typeorm';
import { SERVICE } from './access/caller';
import type { IntakeService } from './intake/intake.service';
import { readMapping } from './intake/mapping';
import { PLAIN_REQUEST } from './intake/understand';
import { ROOT } from './root';

type FileAndMapping = readonly [file: string, mapping: string];

const LAW = ['legal-rules/legal-rules.csv', 'legal-rules/mapping.json'] as const;
const PUBLIC_RECORD: FileAndMapping[] = [
  ['lublin/consultations.csv', 'lublin/mapping.json'],
  ['lublin/districts.csv', 'lublin/mapping-districts.json'],
  ['lublin/districts.csv', 'lublin/mapping-district_population.json'],
];
const ofDemonstration = (name: string): FileAndMapping => [`demo/${name}.csv`, `demo/mapping-${name}.json`];

/** Wide files, one a survey, in a folder for each way in which people were found. */
const SURVEYS = ['open_link', 'srs', 'stratified', 'event'].flatMap((design) =>
  readdirSync(join(ROOT, 'seed-data/demo/surveys', design))
    .sort()
    .map((file): FileAndMapping => [`demo/surveys/${design}/${file}`, `demo/mapping-survey-${design}.json`]),
);

/** What is referred to comes before what refers to it. */
const DEMONSTRATION: FileAndMapping[] = [
  ofDemonstration('units'),
  ofDemonstration('districts'),
  ['demo/districts.csv', 'demo/mapping-district_population.json'],
  ...['reference_distributions', 'organisations', 'consultations', 'consultation_events'].map(
    ofDemonstration,
  ),
  ...['contributions', 'participants', 'codings', 'council_opinions'].map(ofDemonstration),
  ...SURVEYS,
  ...['training_editions', 'training_modules', 'training_sessions', 'enrolments'].map(ofDemonstration),
  ...['attendance', 'training_tests', 'advice_sessions', 'events', 'targets', 'notes'].map(ofDemonstration),
];

/**
 * Fills the store with what the project ships: the legal rules always (they are law, not data of a city, and a newer
 * version of the file brings newer rules), the public record of Lublin and the demonstration city into a database that
 * never held consultations.
 */
export async function seed(
  dataSource: DataSource,
  intake: IntakeService,
  withCities: boolean,
): Promise<void> {
  await takeIn(dataSource, intake, LAW, 'in force');
  await dataSource.query(`UPDATE authority SET kind = 'state' WHERE code = 'PL' AND kind IS NULL`);
  if (!withCities || (await holdsOther(dataSource))) return;
  for (const set of PUBLIC_RECORD) await takeIn(dataSource, intake, set);
  await dataSource.query(`UPDATE authority SET kind = 'gmina' WHERE code = 'LUBLIN' AND kind IS NULL`);
  if (!(await madeDemonstration(dataSource)) || (await wasUndone(dataSource))) return;
  for (const set of DEMONSTRATION) await takeIn(dataSource, intake, set);
}

/** Whether consultations came from elsewhere. A start that was killed half-way through the cities goes on with them. */
async function holdsOther(dataSource: DataSource): Promise<boolean> {
  const shipped = [...PUBLIC_RECORD, ...DEMONSTRATION].map(([file]) => digestOf(file));
  const found = (await dataSource.query(
    `SELECT 1 FROM batch WHERE type = 'consultation' AND sha256 <> ALL ($1) LIMIT 1`,
    [shipped],
  )) as unknown[];
  return found.length > 0;
}

/**
 * Makes the authority of the demonstration before its first record, so that at no moment a generated figure stands
 * without the word. False where somebody else's authority has its code: nothing generated may mix with its records.
 */
async function madeDemonstration(dataSource: DataSource): Promise<boolean> {
  const { authority, authority_name: name } = mappingOf(DEMONSTRATION[0]![1]) as {
    authority: string;
    authority_name: { pl: string; en: string };
  };
  await dataSource.query(
    `INSERT INTO authority (code, name_pl, name_en, kind, demonstration) VALUES ($1, $2, $3, 'gmina', true) ON CONFLICT (code) DO NOTHING`,
    [authority, name.pl, name.en],
  );
  const [{ demonstration }] = (await dataSource.query(`SELECT demonstration FROM authority WHERE code = $1`, [
    authority,
  ])) as [{ demonstration: boolean }];
  return demonstration;
}

/** Whether somebody took a part of the demonstration back: what a newer version adds may refer to what is gone. */
async function wasUndone(dataSource: DataSource): Promise<boolean> {
  const found = (await dataSource.query(
    `SELECT 1 FROM batch b JOIN authority a ON a.id = b.authority_id
     WHERE a.demonstration AND b.sha256 = ANY ($1) AND b.reverted_at IS NOT NULL LIMIT 1`,
    [DEMONSTRATION.map(([file]) => digestOf(file))],
  )) as unknown[];
  return found.length > 0;
}

const read = (file: string) => readFileSync(join(ROOT, 'seed-data', file));
const digestOf = (file: string) => createHash('sha256').update(read(file)).digest('hex');
const mappingOf = (file: string) => JSON.parse(read(file).toString('utf8')) as Record<string, unknown>;

async function takeIn(
  dataSource: DataSource,
  intake: IntakeService,
  [file, mapping]: FileAndMapping,
  known: 'ever' | 'in force' = 'ever',
): Promise<void> {
  const given = mappingOf(mapping);
  const found = (await dataSource.query(
    `SELECT 1 FROM batch WHERE sha256 = $1 AND type = $2 AND ($3 OR reverted_at IS NULL) LIMIT 1`,
    [digestOf(file), readMapping(given, basename(file)).type.name, known === 'ever'],
  )) as unknown[];
  if (found.length > 0) return;
  const receipt = await intake.import(
    {
      ...PLAIN_REQUEST,
      path: join(ROOT, 'seed-data', file),
      name: basename(file),
      mapping: given,
      allOrNothing: true,
    },
    SERVICE,
  );
  const [first] = receipt.issues;
  if (first) throw new Error(`${file}, line ${first.line}: ${first.message.en}`);
}
