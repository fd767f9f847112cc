'use strict';

const path = require('node:path');
const { runToEnd } = require('../launcher/child-processes.cjs');
const { pinnedNode } = require('../launcher/host-node.cjs');
const { PlainError } = require('../launcher/plain-error.cjs');
const { DIST, ROOT } = require('../launcher/root.cjs');

const SEED = path.join(DIST, 'test', 'kingston-2010', 'main.js');

/**
 * Fills a migrated, empty database with the world of the tests, in a compiled process of its own.
 *
 * @param {string} runtimeUrl as the running service signs in
 */
async function seedKingston2010(runtimeUrl) {
  const env = { ...process.env, DATABASE_RUNTIME_URL: runtimeUrl };
  const { code, output } = await runToEnd(pinnedNode(), [SEED], { cwd: ROOT, env, capture: true });
  if (code !== 0) throw new PlainError(`The world of the tests could not be made.\n${output}`);
}

module.exports = { seedKingston2010 };
