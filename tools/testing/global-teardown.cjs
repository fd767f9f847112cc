'use strict';

/** Runs once after all tests: closes the server that global-setup opened. */
module.exports = async function globalTeardown() {
  await globalThis.trackerTestServer?.close();
};
