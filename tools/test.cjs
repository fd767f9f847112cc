'use strict';

/**
 * `npm test`: installs and compiles what is missing, checks (see check.cjs) and runs the tests. With arguments
 * (`npm test -- libs/kernel`) only those tests, for work on one thing.
 *
 * TEST_DATABASE_URL names a second PostgreSQL server (superuser, or CREATEDB and CREATEROLE): the database tests run
 * against it too. A version we did not develop on finds what we took for granted.
 */
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { compile } = require('./build/compile.cjs');
const { runToEnd } = require('./launcher/child-processes.cjs');
const { pinnedNode, requireRecentNode } = require('./launcher/host-node.cjs');
const { ensurePackages } = require('./launcher/packages.cjs');
const { exitCodeOf, showFailure } = require('./launcher/plain-error.cjs');
const { ROOT } = require('./launcher/root.cjs');

const say = (text) => console.log(text);

async function runTests(args) {
  requireRecentNode();
  await ensurePackages({ say, developmentTools: true });
  await compile({ say });

  const results = [];
  if (args.length === 0) results.push(await runChecks());
  results.push(await runJest(args, { TEST_DATABASE_URL: undefined }));
  if (process.env.TEST_DATABASE_URL) {
    say('\nThe database tests once more, on the server of TEST_DATABASE_URL:');
    const onlyDatabaseTests = ['--testMatch', '<rootDir>/**/*.db-spec.ts', '--passWithNoTests'];
    results.push(await runJest([...args, ...onlyDatabaseTests], {}));
  }

  const sum = (count) => results.reduce((total, result) => total + result[count], 0);
  say(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') === 0 ? 0 : 1;
}

/** All checks together count as one test. */
async function runChecks() {
  const { code } = await runToEnd(pinnedNode(), [path.join(__dirname, 'check.cjs')], { cwd: ROOT });
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

async function runJest(args, environment) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tracker-counts-'));
  const countsFile = path.join(folder, 'counts.json');
  try {
    const { code } = await runToEnd(
      pinnedNode(),
      [path.join('node_modules', 'jest', 'bin', 'jest.js'), ...args],
      {
        cwd: ROOT,
        env: { ...process.env, ...environment, TEST_COUNTS_FILE: countsFile },
      },
    );
    return countsOf(countsFile, code);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** What Jest counted. A Jest that failed without a failed test (its set-up broke, no test was found) is a failure too. */
function countsOf(file, code) {
  const counts = fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0 };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

runTests(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    showFailure(error);
    console.log('\n0 passed, 1 failed, 0 skipped');
    process.exit(exitCodeOf(error));
  },
);
