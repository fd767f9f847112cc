'use strict';

const fs = require('node:fs');
const { describeProcess } = require('../launcher/process-table.cjs');
const { clusterFiles } = require('./cluster.cjs');

/**
 * What a server carries on its command line to say whom it works for: settings that PostgreSQL keeps but does not
 * read. Being part of the process they cannot go stale, as a file beside it would.
 */
function purposeSettings(purpose) {
  return { 'tracker.purpose': purpose, 'tracker.supervisor': process.pid };
}

/**
 * The server that runs on a folder now, or undefined. Needs no password and no package.
 *
 * `postmaster.pid` may be left from a server that was killed, and its number may by now belong to any program: only
 * a process that was started for this very cluster counts.
 *
 * @returns {{ pid: number, port: number, ready: boolean, purpose: string, supervised: boolean, supervisor: number } | undefined}
 */
function findRunningServer(directory) {
  const pidFile = readPidFile(directory);
  const running = pidFile && describeProcess(pidFile.pid);
  if (!running?.command.includes(clusterFiles(directory).cluster)) return undefined;
  const supervisor = Number(/tracker\.supervisor=(\d+)/.exec(running.command)?.[1]);
  return {
    ...pidFile,
    purpose: /tracker\.purpose=(\w+)/.exec(running.command)?.[1] ?? 'unknown',
    supervisor,
    // When the process that started it is gone, the system has given it another parent.
    supervised: running.parent === supervisor,
  };
}

/** PostgreSQL's lock file: process id first, port fourth, state of the server eighth. */
function readPidFile(directory) {
  try {
    const lines = fs.readFileSync(clusterFiles(directory).pid, 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

module.exports = { findRunningServer, purposeSettings, readPidFile };
