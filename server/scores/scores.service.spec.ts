import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Mirror } from '../snapshot/mirror';
import { dataSourceOptions } from '../store/data-source';
import { migrate } from '../store/migrate';
import { freshDatabase } from '../testing/database';
import { ScoresService } from './scores.service';

const DAY = '2026-01-01';

let folder: string;
const opened: (() => Promise<void>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-scored-'));
});
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
  await rm(folder, { recursive: true, force: true });
});

async function database(code: string): Promise<DataSource> {
  const source = await new DataSource(dataSourceOptions(await freshDatabase())).initialize();
  opened.push(() => source.destroy());
  await migrate(source);
  await source.query(`INSERT INTO authority (code, name_pl) VALUES ('T', 'Testowo')`);
  await source.query(
    `INSERT INTO consultation (authority_id, batch_id, line, content, code, opens_on, closes_on)
     VALUES (1, 1, 1, gen_random_uuid(), '${code}', '2025-03-01', '2025-03-30')`,
  );
  return source;
}

function servedFrom(source: DataSource): { mirror: Mirror; scores: ScoresService } {
  const mirror = new Mirror(source, { mirror: folder }, { duckdbMemory: '512MB' });
  opened.push(() => mirror.onModuleDestroy());
  return { mirror, scores: new ScoresService(mirror) };
}

const codes = (scores: ScoresService) =>
  scores.read(DAY, async ({ query }) => [
    ...(await query<{ code: string }>('SELECT consultation AS code FROM scored.consultation_score')),
    ...(await query<{ code: string }>('SELECT code FROM consultation')),
  ]);

it('never takes scores of other records for those of the present ones, though both have the same number', async () => {
  const first = servedFrom(await database('OLD'));
  expect(await codes(first.scores)).toEqual([{ code: 'OLD' }, { code: 'OLD' }]);
  expect(first.mirror.snapshot()?.number).toBe(1);
  await first.mirror.onModuleDestroy();
  const second = servedFrom(await database('NEW'));
  expect(await codes(second.scores)).toEqual([{ code: 'NEW' }, { code: 'NEW' }]);
  expect(second.mirror.snapshot()?.number).toBe(1);
});

it('answers while records change faster than they are scored, with scores and records of one state', async () => {
  const source = await database('A');
  const { mirror, scores } = servedFrom(source);
  const over = new AbortController();
  const changing = (async () => {
    for (let n = 0; !over.signal.aborted; n++) {
      await source.query(`UPDATE consultation SET closes_on = date '2025-03-30' + ${n % 300}`);
      mirror.stale();
      await sleep(1);
    }
  })();
  const read = () =>
    scores.read(DAY, ({ query }) =>
      query<{ same: boolean }>(
        'SELECT s.closed = c.closes_on AS same FROM scored.consultation_score s JOIN consultation c ON c.id = s.consultation_id',
      ),
    );
  const answers = Promise.all(Array.from({ length: 8 }, read));
  const found = await Promise.race([answers, sleep(20_000, 'no answer')]);
  over.abort();
  await changing;
  await answers;
  expect(found).toEqual(Array.from({ length: 8 }, () => [{ same: true }]));
});

it('says what failed, and scores again for the next', async () => {
  const { mirror, scores } = servedFrom(await database('A'));
  jest.spyOn(mirror, 'derive').mockRejectedValueOnce(new Error('no room'));
  await expect(codes(scores)).rejects.toThrow('no room');
  expect(await codes(scores)).toHaveLength(2);
});
