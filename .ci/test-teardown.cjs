const { rmSync } = require('node:fs');
const { leaks } = require('./secrets.cjs');

module.exports = async () => {
  const { cluster, home, secrets, log } = globalThis.busolaTests;
  // read by the tally, which counts it as one test
  try {
    globalThis.busolaLeaks = await leaks({ url: cluster.url, secrets, log });
  } finally {
    await cluster.stop();
    rmSync(home, { recursive: true, force: true });
  }
};
