import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source';
import { type Home, type HomeLock, openHome, Refusal, takeLock } from './home';
import { migrate } from './migrate';
import { type Cluster, startCluster } from './postgres/cluster';
import { instanceSecret, type Secret } from './instance-secret';
import type { Settings } from './settings';

/** Milliseconds that a question may keep a connection of the pool; changes of the schema and imports take their time. */
const LONGEST_QUESTION = 15_000;

/** What everything else stands on: the home, held; the database, migrated. `stop` gives both back. */
export interface Foundation {
  settings: Settings;
  home: Home;
  lock: HomeLock;
  secret: Secret;
  dataSource: DataSource;
  stop(): Promise<void>;
}

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
    const secret = await instanceSecret(home, settings.secret);
    if (!settings.databaseUrl) cluster = await startCluster({ home: home.folder, log });
    const url = settings.databaseUrl ?? cluster!.url;
    dataSource = await connect(url, 0);
    await migrate(dataSource);
    await dataSource.destroy();
    dataSource = await connect(url, LONGEST_QUESTION);
    return { settings, home, lock, secret, dataSource, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What a process that was killed left half-done. */
async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
}

async function connect(url: string, longest: number): Promise<DataSource> {
  const dataSource = new DataSource(dataSourceOptions(url, longest));
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
