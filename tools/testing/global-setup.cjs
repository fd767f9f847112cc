'use strict';

const { compile } = require('../build/compile.cjs');
const { openTestServer } = require('./database-server.cjs');

/**
 * Runs once before all tests, in Jest's own process.
 *
 * - `dist` is made to hold what the sources say: migrations and browser journeys run compiled processes.
 * - A database server is opened: the one of TEST_DATABASE_URL, or an embedded one. NO_DATABASE=1 does without, for a
 *   quick run of pure tests.
 */
module.exports = async function globalSetup() {
  await compile({ say: (text) => process.stderr.write(`${text}\n`) });
  if (process.env.NO_DATABASE === '1') return;
  const server = await openTestServer(process.env.TEST_DATABASE_URL);
  globalThis.trackerTestServer = server;
  process.env.TEST_DATABASE_SERVER = JSON.stringify(server.description); // workers inherit the environment
};
