import { DataSource } from 'typeorm';
import { freshDatabase } from '../testing/database';
import { dataSourceOptions } from './data-source';
import { migrate } from './migrate';
import { SEARCH_SQL, searchQuery, searchTerms } from './search';

let source: DataSource;
beforeAll(async () => {
  source = await new DataSource(dataSourceOptions(await freshDatabase())).initialize();
  await migrate(source);
});
afterAll(() => source.destroy());

const pending = async () =>
  (await source.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);

it('makes by migration exactly what the entities describe', async () => {
  expect(await pending()).toEqual([]);
});

it('would notice a column that only one of them has', async () => {
  await source.query('ALTER TABLE district DROP COLUMN population');
  expect(await pending()).toEqual([expect.stringContaining('ADD "population"')]);
  await source.query('ALTER TABLE district ADD population integer');
});

it('goes back to nothing and forth again', async () => {
  for (let left = source.migrations.length; left > 0; left--) await source.undoLastMigration();
  const [{ tables }] = await source.query(
    `SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'`,
  );
  expect(tables).toBe(0);
  await migrate(source);
  expect(await pending()).toEqual([]);
});

it('refuses a database that a newer program has changed', async () => {
  await source.query(`INSERT INTO migration (timestamp, name) VALUES (9999999999999, 'Later9999999999999')`);
  await expect(migrate(source)).rejects.toThrow('newer than this program (change Later9999999999999)');
  await source.query(`DELETE FROM migration WHERE name = 'Later9999999999999'`);
});

it('lets two servers migrate one database at the same time', async () => {
  const url = await freshDatabase();
  const two = await Promise.all([1, 2].map(() => new DataSource(dataSourceOptions(url)).initialize()));
  await Promise.all(two.map(migrate));
  const [{ n }] = await two[0]!.query('SELECT count(*)::int AS n FROM migration');
  expect(n).toBe(two[0]!.migrations.length);
  await Promise.all(two.map((one) => one.destroy()));
});

describe('search', () => {
  const found = async (typed: string) => {
    const terms = searchTerms(typed);
    return (
      (await source.query(
        `SELECT code FROM consultation WHERE ${SEARCH_SQL} @@ ${searchQuery('$1')} ORDER BY code`,
        [terms],
      )) as { code: string }[]
    ).map(({ code }) => code);
  };

  beforeAll(async () => {
    for (const [code, title] of [
      ['A-1', 'Budżet obywatelski: Łódź Śródmieście'],
      ['A-2', 'ZAŻÓŁĆ GĘŚLĄ JAŹŃ'],
    ]) {
      await source.query(
        'INSERT INTO consultation (authority_id, batch_id, line, content, code, title_pl) VALUES (1, 1, 1, gen_random_uuid(), $1, $2)',
        [code, title],
      );
    }
  });

  it.each([
    ['lodz', ['A-1']],
    ['ŁÓDŹ', ['A-1']],
    ['srod bud', ['A-1']],
    ['zazolc jazn', ['A-2']],
    ['a-1', ['A-1']],
    ['odz', []],
    [`'; DROP TABLE consultation; --`, []],
  ])('finds by %s', async (typed, codes) => expect(await found(typed)).toEqual(codes));

  it('has nothing to look for where no letter was typed', () => {
    expect(searchTerms(' !:*&| ')).toBeNull();
  });
});
