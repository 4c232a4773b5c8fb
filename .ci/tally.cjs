/** Ends every run with one line that a person and a machine can read: `N passed, N failed`. */
module.exports = class Tally {
  onRunComplete(_contexts, results) {
    const broken = results.testResults.filter((file) => file.testExecError).length;
    const skipped = results.numPendingTests + results.numTodoTests;
    // Jest prints its own summary after the last reporter
    process.on('exit', () => {
      if (skipped > 0) process.stdout.write(`${skipped} skipped\n`);
      process.stdout.write(`${results.numPassedTests} passed, ${results.numFailedTests + broken} failed\n`);
    });
  }
};
