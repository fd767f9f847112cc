'use strict';

const fs = require('node:fs');
const { setTimeout: sleep } = require('node:timers/promises');
const { startBoundToUs, stopGently } = require('../launcher/child-processes.cjs');
const { PlainError } = require('../launcher/plain-error.cjs');
const { freePort } = require('../launcher/port.cjs');
const { POSTGRES_ENVIRONMENT, clusterFiles } = require('./cluster.cjs');
const { purposeSettings, readPidFile } = require('./running-server.cjs');

/** Recovery after a crash can take this long before the server is ready. */
const PATIENCE = 120_000;

/** What PostgreSQL says when a start may well work a moment later. */
const PASSING_TROUBLES = {
  'lost-the-race': /lock file "postmaster.pid" already exists/,
  'port-was-taken': /could not bind|could not create any TCP\/IP sockets/,
  'dying-predecessor': /pre-existing shared memory block/,
};

/**
 * Starts the server process and waits until it takes connections.
 *
 * @returns {Promise<{ port: number, pid: number, ended: Promise<{ code: number }>, stop: () => Promise<void> } | { trouble: string }>}
 *   a running server, or the name of the passing trouble that kept it from running
 */
async function startServerProcess({ directory, binaries, identity, purpose, fast }) {
  const files = clusterFiles(directory);
  const port = await freePort();
  const log = openLog(files.log);
  const settings = { ...serverSettings(port, fast), ...purposeSettings(purpose) };
  const args = [
    '-D',
    files.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];

  // Fast shutdown (SIGINT) when we die: it rolls back what is open and leaves a clean cluster.
  const [command, ...rest] = [...identity.prefix, binaries.postgres, ...args];
  const server = startBoundToUs(command, rest, {
    ...identity.owner,
    deathSignal: 'SIGINT',
    cwd: directory,
    stdio: ['ignore', log.descriptor, log.descriptor],
    env: { ...POSTGRES_ENVIRONMENT, ...allowStalePidFile(directory) },
  });
  fs.closeSync(log.descriptor);

  const failure = await Promise.race([whenReady(directory, server.child.pid), server.ended]);
  if (!failure) {
    const stop = () => stopGently(server, { signal: 'SIGINT', insist: 'SIGQUIT', patience: 20_000 });
    return { port, pid: server.child.pid, ended: server.ended, stop };
  }

  const message = failure.error?.message ?? fs.readFileSync(files.log, 'utf8').slice(log.start);
  for (const [trouble, pattern] of Object.entries(PASSING_TROUBLES))
    if (pattern.test(message)) return { trouble };
  throw new PlainError(`The database did not start:\n${message.slice(-4000)}`);
}

function serverSettings(port, fast) {
  return {
    // Reachable from this machine alone, and only with a password.
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    timezone: 'UTC',
    max_connections: 100,
    log_checkpoints: 'off',
    // Tests may lose everything in a power cut; nobody else may.
    ...(fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
}

/**
 * A lock file left by a killed server may name a process that lives: some program that was given the same number
 * since (in a container that is the rule), or the killed server itself while nobody has taken note of its end.
 * PostgreSQL would refuse to start. Telling it that this number is its grandparent's, as pg_ctl does, makes it look
 * further: it still refuses when a process of the old server works on the cluster.
 *
 * The caller has made sure that no server of this cluster runs under that number.
 */
function allowStalePidFile(directory) {
  const stale = readPidFile(directory);
  return stale ? { PG_GRANDPARENT_PID: String(stale.pid) } : {};
}

/** Resolves when the lock file says that this server takes connections (pg_ctl waits in the same way). */
async function whenReady(directory, pid) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const now = readPidFile(directory);
    if (now?.pid === pid && now.ready) return undefined;
    if (Date.now() > deadline) return { error: new Error('It was not ready after two minutes.') };
    await sleep(15);
  }
}

/** Opens the log to write on at its end; starts it afresh when it has grown large. */
function openLog(file) {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const startAfresh = size > 5_000_000;
  const descriptor = fs.openSync(file, startAfresh ? 'w' : 'a', 0o600);
  return { descriptor, start: startAfresh ? 0 : size };
}

module.exports = { startServerProcess };
