const { rmSync } = require('node:fs');

module.exports = async () => {
  const { cluster, home } = globalThis.busolaTests;
  await cluster.stop();
  rmSync(home, { recursive: true, force: true });
};
