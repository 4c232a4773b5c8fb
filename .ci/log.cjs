// What the service says while it is tested is kept until the end, where it is searched for secrets (secrets.cjs).
const { appendFileSync } = require('node:fs');

const { BUSOLA_TEST_LOG: log } = process.env;
const write = process.stderr.write.bind(process.stderr);
process.stderr.write = (chunk, ...rest) => {
  if (log) appendFileSync(log, chunk);
  return write(chunk, ...rest);
};
