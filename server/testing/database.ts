import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** A new empty database in the Postgres of the test run; returns its address. Dropped with the whole cluster. */
export async function freshDatabase(): Promise<string> {
  const server = process.env['BUSOLA_TEST_POSTGRES'];
  if (!server) throw new Error('BUSOLA_TEST_POSTGRES is not set: run the tests through npm test or npx jest');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}
