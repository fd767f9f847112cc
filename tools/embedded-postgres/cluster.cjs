'use strict';

const { randomBytes } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { runToEnd } = require('../launcher/child-processes.cjs');
const { PlainError } = require('../launcher/plain-error.cjs');
const { isRunning } = require('../launcher/process-table.cjs');

/** The only environment the database programs get: nothing of ours concerns them, and messages come in English. */
const POSTGRES_ENVIRONMENT = { PATH: process.env.PATH, LC_ALL: 'C', LC_MESSAGES: 'C', TZ: 'UTC' };

/** Where things lie in the folder of an embedded database. */
function clusterFiles(directory) {
  return {
    cluster: path.join(directory, 'cluster'),
    password: path.join(directory, 'superuser-password'),
    log: path.join(directory, 'server.log'),
    pid: path.join(directory, 'cluster', 'postmaster.pid'),
  };
}

/**
 * Makes the cluster when there is none. It grows in a folder beside and is renamed in one step, password and all: an
 * interrupted start leaves nothing half-made behind, and of two starts at once one simply loses.
 */
async function createClusterIfMissing({ directory, binaries, identity, fast, say }) {
  clearInterruptedAttempts(directory);
  if (fs.existsSync(path.join(clusterFiles(directory).cluster, 'PG_VERSION'))) return;
  say('Creating the database (first start only)…');

  const growing = `${directory}.new-${process.pid}`;
  fs.mkdirSync(growing, { recursive: true, mode: 0o700 });
  const files = clusterFiles(growing);
  fs.writeFileSync(files.password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (identity.owner) {
    for (const file of [growing, files.password]) fs.chownSync(file, identity.owner.uid, identity.owner.gid);
  }

  const [command, ...args] = [...identity.prefix, binaries.initdb, ...initdbOptions(files, fast)];
  const { code, output } = await runToEnd(command, args, {
    ...identity.owner,
    cwd: growing,
    capture: true,
    env: POSTGRES_ENVIRONMENT,
  });
  if (code !== 0) throw new PlainError(`The database could not be created in ${directory}:\n${output}`);
  moveIntoPlace(growing, directory);
}

function initdbOptions(files, fast) {
  return [
    ...['-D', files.cluster, '-U', 'postgres', `--pwfile=${files.password}`, '--auth=scram-sha-256'],
    // The same order of words on every machine, whichever languages are installed there.
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-GB', '--no-instructions'],
    ...(fast ? ['--no-sync'] : []),
  ];
}

function moveIntoPlace(growing, directory) {
  try {
    fs.renameSync(growing, directory);
  } catch (error) {
    fs.rmSync(growing, { recursive: true, force: true });
    const anotherStartWon = fs.existsSync(path.join(clusterFiles(directory).cluster, 'PG_VERSION'));
    if (anotherStartWon) return;
    throw new PlainError(
      `${directory} exists but holds no database. Move it away and start again. (${error.message})`,
    );
  }
}

function clearInterruptedAttempts(directory) {
  const parent = path.dirname(directory);
  const prefix = `${path.basename(directory)}.new-`;
  for (const name of fs.readdirSync(parent)) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length))))
      fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

module.exports = { POSTGRES_ENVIRONMENT, clusterFiles, createClusterIfMissing };
