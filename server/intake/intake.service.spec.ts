import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVICE } from '../access/caller';
import { Refusal } from '../store/home';
import { LOCKS } from '../store/locks';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { PLAIN_REQUEST } from './understand';
import { unwatched } from './watch';

let folder: string;
let instance: Instance;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-turns-'));
  path = join(folder, 'units.csv');
  await writeFile(path, 'code;name_pl\nA;Wydział A\n');
  instance = await startInstance(await freshDatabase());
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

const request = () => ({ ...PLAIN_REQUEST, path, name: 'units.csv', as: 'unit', authority: 'TURN' });

it('hears that it is broken off while it takes a connection', async () => {
  const { dataSource } = instance.foundation;
  const other = dataSource.createQueryRunner();
  await other.startTransaction();
  await other.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.batches]);
  const abort = new AbortController();
  jest.spyOn(dataSource, 'createQueryRunner').mockImplementationOnce(() => {
    abort.abort(new Refusal('Dość', 'Enough'));
    return dataSource.createQueryRunner();
  });
  const said = instance.intake
    .import(request(), SERVICE, { ...unwatched(), signal: abort.signal })
    .catch((error: Error) => error.message);
  const heard = await Promise.race([said, sleep(3000, 'nothing', { ref: false })]);
  await other.rollbackTransaction();
  await other.release();
  await said;
  expect(heard).toContain('Enough');
});
