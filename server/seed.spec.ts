import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVICE } from './access/caller';
import type { IntakeService } from './intake/intake.service';
import type { AuthorityListView } from './publish/authority.view';
import { seed } from './seed';
import { freshDatabase } from './testing/database';
import { type Instance, startInstance } from './testing/instance';

let folder: string;
let instance: Instance;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-seed-'));
  instance = await startInstance(await freshDatabase());
});
afterEach(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

const seeding = (intake: IntakeService = instance.intake) =>
  seed(instance.foundation.dataSource, intake, true);
const authorities = async () =>
  (await instance.get<AuthorityListView>('/api/v1/authorities')).items.map((one) => [
    one.code,
    one.consultations,
    one.demonstration,
    one.default,
  ]);
const batches = async () =>
  (
    (await instance.foundation.dataSource.query(
      `SELECT a.code || ' ' || b.type AS one FROM batch b JOIN authority a ON a.id = b.authority_id ORDER BY b.id`,
    )) as { one: string }[]
  ).map(({ one }) => one);
const BOTH = [
  ['LUBLIN', 36, false, false],
  ['DEMO', 120, true, true],
];
/** After consultations, and after events. */
const SURVEYS = 59 + 4;
const ALL = [
  'PL legal_rule',
  'LUBLIN consultation',
  'LUBLIN district',
  'LUBLIN reference_distribution',
  'DEMO unit',
  'DEMO district',
  'DEMO reference_distribution',
  'DEMO reference_distribution',
  'DEMO organisation',
  'DEMO consultation',
  'DEMO consultation_event',
  'DEMO contribution',
  'DEMO participant',
  'DEMO coding',
  'DEMO council_opinion',
  ...Array<string>(SURVEYS).fill('DEMO survey_response'),
  'DEMO training_edition',
  'DEMO training_module',
  'DEMO training_session',
  'DEMO enrolment',
  'DEMO attendance',
  'DEMO training_test',
  'DEMO advice_session',
  'DEMO event',
  'DEMO target',
  'DEMO note',
];

/** An intake that is killed before its import of this number. */
const killedBefore = (number: number) => {
  let imports = 0;
  const dying = async (request: Parameters<IntakeService['import']>[0]) => {
    if (++imports === number) throw new Error('killed');
    return instance.intake.import(request, SERVICE);
  };
  return { import: dying } as unknown as IntakeService;
};

async function bringIn(type: string, authority: string, rows: string) {
  const path = join(folder, `${type}.csv`);
  await writeFile(path, rows);
  const fields = Object.fromEntries(
    rows
      .split('\n')[0]!
      .split(',')
      .map((name) => [name, name]),
  );
  return instance.import(path, { mapping: { type, authority, fields } });
}

it('brings in the law, the public record and the demonstration city, once, and finds but the keys of people and what is alike', async () => {
  await seeding();
  await seeding();
  expect(await batches()).toEqual(ALL);
  expect(await authorities()).toEqual(BOTH);
  const demo = `FROM finding f JOIN batch b ON b.id = f.batch_id JOIN authority a ON a.id = b.authority_id WHERE a.code = 'DEMO'`;
  const found = await instance.foundation.dataSource.query(
    `SELECT DISTINCT b.type, rule ${demo} ORDER BY 1, 2`,
  );
  expect(found.map((one: { type: string; rule: string }) => [one.type, one.rule])).toEqual([
    ['contribution', 'copied_text'],
    ['contribution', 'duplicate_person'],
    ['contribution', 'personal_column_keyed'],
    ['enrolment', 'personal_column_keyed'],
    ['participant', 'personal_column_keyed'],
  ]);
});

it('goes on where a start was killed, whichever file it had come to', async () => {
  // every start brings in one file and is killed before the next; of the surveys, which are all alike, a third
  const survey = ALL.indexOf('DEMO survey_response');
  const isStop = (done: number) =>
    done <= survey || done >= survey + SURVEYS || (done - survey) % (SURVEYS / 3) === 0;
  let before = 0;
  for (const done of ALL.map((_type, i) => i + 1).filter(isStop)) {
    await expect(seeding(killedBefore(done - before + 1)))
      .rejects.toThrow('killed')
      .catch(() => undefined);
    before = done;
    expect(await batches()).toEqual(ALL.slice(0, done));
    for (const [code, , demonstration] of await authorities()) expect(demonstration).toBe(code === 'DEMO');
  }
  await seeding();
  expect(await batches()).toEqual(ALL);
  expect(await authorities()).toEqual(BOTH);
});

it('leaves a database alone that holds consultations of its own', async () => {
  await bringIn('consultation', 'X', 'code,title_pl\nX-1,Własne\n');
  await seeding();
  expect(await batches()).toEqual(['X consultation', 'PL legal_rule']);
});

it('does not bring back what was undone', async () => {
  await seeding();
  const { dataSource } = instance.foundation;
  const demo = (await dataSource.query(
    `SELECT b.id FROM batch b JOIN authority a ON a.id = b.authority_id WHERE a.code = 'DEMO' ORDER BY b.id DESC`,
  )) as { id: number }[];
  for (const { id } of demo) await instance.intake.revert(id, SERVICE);
  await seeding();
  expect(await batches()).toEqual(ALL);
  expect(await authorities()).toEqual([['LUBLIN', 36, false, true]]);
});

it('adds nothing to a demonstration of which a part was undone', async () => {
  const events = ALL.indexOf('DEMO consultation_event');
  await expect(seeding(killedBefore(events + 2))).rejects.toThrow('killed');
  const { dataSource } = instance.foundation;
  for (const type of ['consultation_event', 'consultation']) {
    const [{ id }] = (await dataSource.query(
      `SELECT max(b.id) AS id FROM batch b JOIN authority a ON a.id = b.authority_id WHERE a.code = 'DEMO' AND b.type = $1`,
      [type],
    )) as [{ id: number }];
    await instance.intake.revert(id, SERVICE);
  }
  await seeding();
  expect(await batches()).toEqual(ALL.slice(0, events + 1));
});

it('mixes nothing generated into an authority of somebody else that has the same code', async () => {
  await bringIn('unit', 'DEMO', 'code,name_pl\nA,Prawdziwa komórka\n');
  await seeding();
  expect(await authorities()).toEqual([['LUBLIN', 36, false, true]]);
  expect(await batches()).toEqual(['DEMO unit', ...ALL.slice(0, 4)]);
});
