import { readdir } from 'node:fs/promises';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source';
import { type Home, type HomeLock, openHome, Refusal, takeLock } from './home';
import { type Cluster, startCluster } from './postgres/cluster';
import type { Settings } from './settings';

/** What everything else stands on: the home, held; the database, migrated. `stop` gives both back. */
export interface Foundation {
  settings: Settings;
  home: Home;
  lock: HomeLock;
  dataSource: DataSource;
  stop(): Promise<void>;
}

/** Any number of our own: servers that migrate the same database at the same time take turns. */
const MIGRATION_LOCK = 4_202_014;

/**
 * Takes the home, starts the embedded Postgres where no server of the user's is named, brings the schema up to date.
 * Throws `HomeInUse` where another process has the home, `Refusal` where the database cannot be used.
 */
export async function layFoundation(settings: Settings, log: (line: string) => void): Promise<Foundation> {
  const home = await openHome(settings.home);
  const lock = await takeLock(home);
  let cluster: Cluster | null = null;
  let dataSource: DataSource | null = null;
  const stop = async () => {
    if (dataSource?.isInitialized) await dataSource.destroy();
    await cluster?.stop();
    lock.release();
  };
  try {
    await emptyFolder(home.work);
    if (!settings.databaseUrl) cluster = await startCluster({ home: home.folder, log });
    dataSource = await connect(settings.databaseUrl ?? cluster!.url);
    await migrate(dataSource);
    return { settings, home, lock, dataSource, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What a process that was killed left half-done. */
async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
}

async function connect(url: string): Promise<DataSource> {
  const dataSource = new DataSource(dataSourceOptions(url));
  try {
    return await dataSource.initialize();
  } catch (error) {
    const why = (error as Error).message || String(error);
    throw new Refusal(
      `Nie można połączyć się z bazą z DATABASE_URL: ${why}; sprawdź adres, hasło i czy serwer działa`,
      `The database of DATABASE_URL cannot be reached: ${why}; check the address, the password and that the server runs`,
    );
  }
}

async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await refuseOldServer(dataSource);
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewerSchema(dataSource);
    await dataSource.runMigrations();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await runner.release();
  }
}

async function refuseOldServer(dataSource: DataSource): Promise<void> {
  const [{ version }] = (await dataSource.query(`SELECT current_setting('server_version_num')::int AS version`)) as [{ version: number }];
  if (version >= 150_000) return;
  const found = Math.floor(version / 10_000);
  throw new Refusal(`Baza to Postgres ${found}; potrzebny co najmniej 15`, `The database is Postgres ${found}; allowed: 15 or newer`);
}

async function refuseNewerSchema(dataSource: DataSource): Promise<void> {
  const [{ there }] = (await dataSource.query(`SELECT to_regclass('migration') IS NOT NULL AS there`)) as [{ there: boolean }];
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
