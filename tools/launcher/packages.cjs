'use strict';

const { createHash } = require('node:crypto');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { runToEnd } = require('./child-processes.cjs');
const { PlainError } = require('./plain-error.cjs');
const { ROOT } = require('./root.cjs');

const MARK = path.join(ROOT, 'node_modules', '.lock-hash');
const WITH_DEVELOPMENT_TOOLS = ' with development tools';

/**
 * Installs the packages when the lock file is not the one they were installed from. This file and what it requires
 * use Node's built-in modules alone: on a fresh clone there is nothing else.
 *
 * `npm install`, not `npm ci`: `ci` refuses a lock file that names a package for another platform which the registry
 * in use does not carry. Install scripts stay off: no package of ours needs one, and none may run code unasked.
 *
 * @param {{ say: (text: string) => void, developmentTools?: boolean }} options
 *   `developmentTools`: also need what only tests and checks use (NODE_ENV=production leaves it out)
 */
async function ensurePackages({ say, developmentTools = false }) {
  const includeDevelopment = developmentTools || process.env.NODE_ENV !== 'production';
  const lock = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`) // a folder shared between machines needs other binaries
    .digest('hex');
  const installed = existsSync(MARK) ? readFileSync(MARK, 'utf8').trim() : '';
  if (installed === lock + WITH_DEVELOPMENT_TOOLS || (installed === lock && !developmentTools)) return;

  say(installed ? 'Installing changed packages…' : 'Installing packages (first start only, about a minute)…');
  const started = Date.now();
  const progress = setInterval(() => say(`  still installing, ${seconds(started)} so far…`), 15_000);
  const { code } = await npm([
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    includeDevelopment ? '--include=dev' : '--omit=dev',
  ]).finally(() => clearInterval(progress));
  if (code !== 0) throw new PlainError(`npm install ended with code ${code}: its own message is above.`);

  // Written last: an interrupted install is done again.
  writeFileSync(MARK, lock + (includeDevelopment ? WITH_DEVELOPMENT_TOOLS : ''));
  say(`Packages are installed (${seconds(started)}).`);
}

/** Runs npm: the very one that started us when there is one, so that no second npm is needed on the PATH. */
function npm(args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('npm-cli.js')
    ? runToEnd(process.execPath, [script, ...args], { cwd: ROOT })
    : runToEnd('npm', args, { cwd: ROOT, shell: process.platform === 'win32' });
}

function seconds(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

module.exports = { ensurePackages };
