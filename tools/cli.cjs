'use strict';

/**
 * `npm run cli -- <command> …`: a command of the command line app, after the same preparations as `npm start` makes.
 * It uses the database of a running service, or else starts the built-in one for as long as the command takes.
 *
 * Our own words go to the error output: the output is the command's.
 */
const { compile } = require('./build/compile.cjs');
const { requireRecentNode } = require('./launcher/host-node.cjs');
const { openDatabase } = require('./launcher/open-database.cjs');
const { ensurePackages } = require('./launcher/packages.cjs');
const { exitCodeOf, showFailure } = require('./launcher/plain-error.cjs');
const { runCommand } = require('./launcher/tracker-processes.cjs');

const say = (text) => console.error(text);

async function runOneCommand(args) {
  requireRecentNode();
  await ensurePackages({ say });
  await compile({ say });
  const database = await openDatabase({ purpose: 'command', say });
  try {
    const urls = { DATABASE_URL: database.ownerUrl, DATABASE_RUNTIME_URL: database.runtimeUrl };
    return (await runCommand(args, urls, { onSpawn: passSignalsOn })).code;
  } finally {
    await database.stop();
  }
}

/**
 * The command decides what a signal means to it; we stay until it has ended, to stop the database after it. Ctrl-C in a
 * terminal has reached the command already.
 */
function passSignalsOn(child) {
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
}

runOneCommand(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    showFailure(error);
    process.exit(exitCodeOf(error));
  },
);
