/** Ends every run with one line that a person and a machine can read: `N passed, N failed`. */
module.exports = class Tally {
  constructor(globalConfig) {
    this.isWhole = runsAll(globalConfig);
  }

  onRunComplete(_contexts, results) {
    const broken = results.testResults.filter((file) => file.testExecError).length;
    const skipped = results.numPendingTests + results.numTodoTests;
    // Jest prints its own summary after the last reporter
    process.on('exit', () => {
      if (skipped > 0) process.stdout.write(`${skipped} skipped\n`);
      const leaky = secretsTest(this.isWhole);
      process.stdout.write(
        `${results.numPassedTests + (leaky === 0 ? 1 : 0)} passed, ${results.numFailedTests + broken + (leaky || 0)} failed\n`,
      );
    });
  }
};

/** Whether nothing was left out by how Jest was called. */
const runsAll = (config) =>
  config.nonFlagArgs.length === 0 &&
  !config.testPathPatterns.isSet() &&
  !config.testNamePattern &&
  !config.onlyChanged &&
  !config.onlyFailures &&
  !config.findRelatedTests &&
  !config.shard;

/** The one test that comes after all others: no secret of theirs is in a log or a database. Null where none was used. */
function secretsTest(isWhole) {
  const leaks = globalThis.busolaLeaks;
  // a whole run without secrets has not looked for any
  if (!leaks || (leaks.count === 0 && isWhole)) return failed('the secrets of the tests were not looked for');
  if (leaks.count === 0) return null;
  if (leaks.found.length > 0) return failed(`secrets of the tests are in ${leaks.found.join('; ')}`);
  process.stdout.write(`✓ ${leaks.count} secrets of the tests are in no log and no database\n`);
  return 0;
}

function failed(why) {
  process.stdout.write(`✕ ${why}\n`);
  process.exitCode = 1;
  return 1;
}
