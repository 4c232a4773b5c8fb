import type { DataSource } from 'typeorm';
import { Refusal } from './home';
import { LOCKS } from './locks';

/**
 * Brings the schema up to date. Throws `Refusal` where the server is too old or the schema newer than this program.
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await refuseOldServer(dataSource);
    await runner.query('SELECT pg_advisory_lock($1)', [LOCKS.migrations]);
    await refuseNewerSchema(dataSource);
    await dataSource.runMigrations();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [LOCKS.migrations]).catch(() => undefined);
    await runner.release();
  }
}

async function refuseOldServer(dataSource: DataSource): Promise<void> {
  const [{ version }] = (await dataSource.query(
    `SELECT current_setting('server_version_num')::int AS version`,
  )) as [{ version: number }];
  if (version >= 150_000) return;
  const found = Math.floor(version / 10_000);
  throw new Refusal(
    `Baza to Postgres ${found}; potrzebny co najmniej 15`,
    `The database is Postgres ${found}; allowed: 15 or newer`,
  );
}

async function refuseNewerSchema(dataSource: DataSource): Promise<void> {
  const [{ there }] = (await dataSource.query(`SELECT to_regclass('migration') IS NOT NULL AS there`)) as [
    { there: boolean },
  ];
  if (!there) return;
  const known = dataSource.migrations.map(({ name, constructor }) => name ?? constructor.name);
  const applied = (await dataSource.query('SELECT name FROM migration')) as { name: string }[];
  const stranger = applied.find(({ name }) => !known.includes(name));
  if (!stranger) return;
  throw new Refusal(
    `Schemat bazy jest nowszy niż ten program (zmiana ${stranger.name}); uruchom nowszą wersję`,
    `The schema of the database is newer than this program (change ${stranger.name}); run a newer version`,
  );
}
