import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import * as access from './access.entities';
import * as imports from './import.entities';
import * as intake from './intake.entities';
import * as records from './record.entities';
import * as snapshots from './snapshot.entities';

/**
 * The connection of a database.
 * @param url `postgres://…` of Postgres 15 or newer
 * @param longest milliseconds after which a statement is broken off; 0 for never, whatever the role or the server says
 */
export function dataSourceOptions(url: string, longest = 0): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [records, intake, imports, snapshots, access].flatMap((tables) => Object.values(tables)),
    migrations: [join(__dirname, '../../migrations/*.{ts,js}')],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    applicationName: 'busola',
    poolSize: 10,
    // nobody waits for a connection longer than for an answer
    extra: {
      connectionTimeoutMillis: 15_000,
      onConnect: (client: PoolClient) => client.query(`SET statement_timeout = ${longest}`),
    },
  };
}

/** For the migration commands of TypeORM: `DATABASE_URL` names the server. */
export default new DataSource(
  dataSourceOptions(process.env['DATABASE_URL'] ?? 'postgres://localhost/busola'),
);
