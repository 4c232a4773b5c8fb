// Before all tests: what is stale is built, and one real Postgres is started; every test file makes its own database in it.
const { execFileSync } = require('node:child_process');
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

module.exports = async () => {
  const root = join(__dirname, '..');
  execFileSync(process.execPath, ['server/launch.mjs', 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
  const { startCluster } = require(join(root, 'dist/server/store/postgres/cluster.js'));
  const { openHome } = require(join(root, 'dist/server/store/home.js'));
  const home = mkdtempSync(join(tmpdir(), 'busola-test-'));
  await openHome(home);
  // tests may be killed at any moment and their data is worth nothing
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const cluster = await startCluster({ home, settings });
  process.env.BUSOLA_TEST_POSTGRES = cluster.url;
  const secrets = (process.env.BUSOLA_TEST_SECRETS = join(home, 'secrets-of-the-tests'));
  const log = (process.env.BUSOLA_TEST_LOG = join(home, 'log-of-the-tests'));
  globalThis.busolaTests = { cluster, home, secrets, log };
};
