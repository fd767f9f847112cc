'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { PlainError } = require('./launcher/plain-error.cjs');
const { isRunning } = require('./launcher/process-table.cjs');
const { postgresBinaries } = require('./embedded-postgres/binaries.cjs');
const { clusterFiles, createClusterIfMissing } = require('./embedded-postgres/cluster.cjs');
const { findRunningServer } = require('./embedded-postgres/running-server.cjs');
const { startServerProcess } = require('./embedded-postgres/server-process.cjs');
const { unprivileged } = require('./embedded-postgres/unprivileged.cjs');

/** Passing troubles pass within a second or two; this many tries take ten. */
const ATTEMPTS = 100;

/**
 * Runs a real PostgreSQL on a folder, for people who have none. It listens on the loopback address alone, on a port
 * that is free at the time, and ends with the process that started it.
 *
 * One folder has one server. Who comes second:
 * - a second `service` is refused;
 * - a `command` borrows the server of a running service, whose `stop` then does nothing;
 * - anybody waits for a `command` to finish, since its server ends with it;
 * - a server whose starter is gone is stopped and started anew.
 *
 * @param {object} options
 * @param {string} options.directory where the data lies; made when it does not exist
 * @param {'service' | 'command'} [options.purpose]
 * @param {boolean} [options.fast] for tests: nothing is forced to the disk
 * @param {(text: string) => void} [options.say]
 * @returns {Promise<{ adminUrl: string, port: number, pid: number, borrowed: boolean, ended: Promise<unknown>, stop: () => Promise<void> }>}
 */
async function startEmbeddedPostgres({ directory, purpose = 'service', fast = false, say = () => {} }) {
  const home = prepareFolder(directory);
  const binaries = postgresBinaries();
  const identity = unprivileged(home);
  await createClusterIfMissing({ directory: home, binaries, identity, fast, say });

  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const borrowed = await settleWithRunningServer(home, purpose, say);
    if (borrowed) return { ...borrowed, adminUrl: adminUrl(home, borrowed.port) };
    const server = await startServerProcess({ directory: home, binaries, identity, purpose, fast });
    if (!server.trouble) return { ...server, borrowed: false, adminUrl: adminUrl(home, server.port) };
    await sleep(100);
  }
  throw new PlainError(
    `The database in ${home} could not be started: processes of an earlier one do not end.`,
  );
}

/**
 * Refuses a second service on one folder. Quick and without any package, so that it can be asked before anything slow.
 */
function refuseSecondService(directory) {
  const running = findRunningServer(realPathOf(directory));
  if (running?.supervised && running.purpose === 'service') throw alreadyRunning(running);
}

/** Deals with a server that runs on the folder already; resolves with it when it may be borrowed. */
async function settleWithRunningServer(directory, purpose, say) {
  let waiting = false;
  for (;;) {
    const running = findRunningServer(directory);
    if (!running) return undefined;
    if (!running.supervised) {
      // Its starter was killed. It may be on its way out already; asking twice does no harm.
      await stopOrphan(running.pid);
    } else if (running.purpose === 'service') {
      if (purpose === 'service') throw alreadyRunning(running);
      if (running.ready)
        return { ...running, borrowed: true, ended: new Promise(() => {}), stop: async () => {} };
    } else if (!waiting) {
      say('Another command is using the database; waiting for it to finish…');
      waiting = true;
    }
    await sleep(50);
  }
}

async function stopOrphan(pid) {
  const signalled = (signal) => {
    try {
      return process.kill(pid, signal);
    } catch {
      return false; // gone meanwhile
    }
  };
  signalled('SIGINT');
  for (let waited = 0; isRunning(pid); waited += 50) {
    if (waited === 20_000) signalled('SIGQUIT');
    await sleep(50);
  }
}

function alreadyRunning({ supervisor }) {
  return new PlainError(
    `The tracker is already running from this folder (process ${supervisor}). ` +
      'Use that one, or stop it first with Ctrl-C in its terminal.',
  );
}

function prepareFolder(directory) {
  try {
    fs.mkdirSync(path.dirname(directory), { recursive: true });
    fs.accessSync(path.dirname(directory), fs.constants.W_OK);
    if (fs.existsSync(directory)) fs.accessSync(directory, fs.constants.W_OK);
  } catch (error) {
    throw new PlainError(
      `${directory} cannot be written by you (${error.code}). Was it made by another user, perhaps root? ` +
        'Start as that user, or give the folder to yourself.',
    );
  }
  return realPathOf(directory);
}

/** The one name of a folder, links resolved: the same on the command line of every server started on it. */
function realPathOf(directory) {
  const parent = path.dirname(path.resolve(directory));
  return path.join(fs.existsSync(parent) ? fs.realpathSync(parent) : parent, path.basename(directory));
}

function adminUrl(directory, port) {
  const password = fs.readFileSync(clusterFiles(directory).password, 'utf8').trim();
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

module.exports = { refuseSecondService, startEmbeddedPostgres };
