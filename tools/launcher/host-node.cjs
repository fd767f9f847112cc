'use strict';

const { existsSync } = require('node:fs');
const path = require('node:path');
const { PlainError } = require('./plain-error.cjs');
const { ROOT } = require('./root.cjs');

/** The oldest Node.js that can load Nest's ES modules from our CommonJS. Node's own `engines` check only warns. */
const OLDEST = [20, 19];

/** Refuses a Node.js that would fail later with a message nobody understands. */
function requireRecentNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new PlainError(
    `This is Node.js ${version}; the tracker needs ${OLDEST.join('.')} or later. Install it from https://nodejs.org.`,
  );
}

/**
 * The Node.js to run our processes on: the one that came as a package, so that everybody runs the same, or this one
 * where there is no such package for the platform.
 */
function pinnedNode() {
  const packaged = path.join(ROOT, 'node_modules', '.bin', 'node');
  return existsSync(packaged) && process.platform !== 'win32' ? packaged : process.execPath;
}

module.exports = { pinnedNode, requireRecentNode };
