import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { readSettings } from '../store/settings';
import { noteStart, shownSettings } from './started';

let instance: Instance;
beforeAll(async () => {
  instance = await startInstance(await freshDatabase());
});
afterAll(() => instance.stop());

it('says of each start which settings are others, and never a secret', async () => {
  const { dataSource } = instance.foundation;
  const first = { PORT: '3000', DATABASE_URL: 'postgres://user:geheim@db.example:5432/busola' };
  await noteStart(dataSource, '1', readSettings(first));
  await noteStart(dataSource, '1', readSettings(first));
  const secret = 'Zx81-Qw72-Er63-Ty54-Ui45-Op36-As27';
  await noteStart(dataSource, '2', readSettings({ ...first, PORT: '3001', BUSOLA_SECRET: secret }));
  const lines = (await dataSource.query(
    `SELECT action, detail FROM audit WHERE actor = 'service' AND action LIKE 's%' ORDER BY id`,
  )) as { action: string; detail: Record<string, unknown> }[];
  expect(lines.map(({ action }) => action)).toEqual([
    'service_started',
    'service_started',
    'settings_changed',
    'service_started',
  ]);
  expect(lines[2]!.detail).toEqual({
    before: { port: 3000, secret: 'file' },
    after: { port: 3001, secret: 'setting' },
  });
  expect(lines[0]!.detail).toMatchObject({ settings: { database: 'db.example:5432/busola' } });
  expect(JSON.stringify(lines)).not.toMatch(/geheim|Zx81/);
  const shown = (DATABASE_URL: string) => shownSettings(readSettings({ DATABASE_URL }))['database'];
  expect(shown('postgres://u:ge#he@im@db:5432/b?sslmode=require')).toBe('db:5432/b');
  expect(shown('postgresql://db/b')).toBe('db/b');
});
