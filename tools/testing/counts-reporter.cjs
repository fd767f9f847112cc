'use strict';

const fs = require('node:fs');

/**
 * Says how many tests passed, failed and were skipped. A file that could not even be loaded has no tests to count: it
 * counts as one failed test, or a broken file would look like an empty one.
 *
 * `tools/test.cjs` runs Jest more than once and wants the sum: it names a file in TEST_COUNTS_FILE to write to instead.
 */
class CountsReporter {
  onRunComplete(_contexts, results) {
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    const file = process.env.TEST_COUNTS_FILE;
    if (file) fs.writeFileSync(file, JSON.stringify(counts));
    else console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  }
}

module.exports = CountsReporter;
