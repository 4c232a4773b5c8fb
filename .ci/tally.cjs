/** Ends every run with one line that a person and a machine can read: `N passed, N failed`. */
module.exports = class Tally {
  onRunComplete(_contexts, results) {
    const broken = results.testResults.filter((file) => file.testExecError).length;
    const skipped = results.numPendingTests + results.numTodoTests;
    // Jest prints its own summary after the last reporter
    process.on('exit', () => {
      if (skipped > 0) process.stdout.write(`${skipped} skipped\n`);
      const leaky = secretsTest();
      process.stdout.write(
        `${results.numPassedTests + (leaky === 0 ? 1 : 0)} passed, ${results.numFailedTests + broken + (leaky || 0)} failed\n`,
      );
    });
  }
};

/** The one test that comes after all others: no secret of theirs is in a log or a database. Null where none was used. */
function secretsTest() {
  const { count, found } = globalThis.busolaLeaks ?? { count: 0, found: [] };
  if (count === 0) return null;
  process.stdout.write(
    `${found.length ? '✕' : '✓'} ${count} secrets of the tests are in no log and no database ${found.join('; ')}\n`,
  );
  if (found.length) process.exitCode = 1;
  return found.length ? 1 : 0;
}
