'use strict';

const path = require('node:path');
const { DEFAULT_ROLES, keptPasswords, prepareGivenDatabase, prepareRoles } = require('../database-roles.cjs');
const { startEmbeddedPostgres } = require('../embedded-postgres.cjs');
const { PlainError } = require('./plain-error.cjs');
const { DATA } = require('./root.cjs');

/** Where the built-in database keeps its data. */
const EMBEDDED_DATABASE = path.join(DATA, 'postgres');

/**
 * Opens the database that the environment asks for and prepares its roles: the server of DATABASE_URL, or the built-in
 * one when there is no such setting.
 *
 * @param {{ purpose: 'service' | 'command', say: (text: string) => void }} options
 * @returns {Promise<{ ownerUrl: string, runtimeUrl: string, ended: Promise<unknown>, stop: () => Promise<void> }>}
 *   `ownerUrl` for migrations and the demonstration, `runtimeUrl` for everything else; `ended` resolves when a server
 *   that we started is gone
 */
async function openDatabase({ purpose, say }) {
  const { DATABASE_URL: ownerUrl, DATABASE_RUNTIME_URL: runtimeUrl, NODE_ENV } = process.env;
  if (ownerUrl) {
    const urls = await prepareGivenDatabase({ ownerUrl, runtimeUrl, passwordFolder: DATA, say });
    return { ...urls, ended: new Promise(() => {}), stop: async () => {} };
  }
  if (runtimeUrl) {
    throw new PlainError(
      'DATABASE_RUNTIME_URL is set without DATABASE_URL: migrations need the address of the owner.',
    );
  }
  if (NODE_ENV === 'production') {
    say(
      'NODE_ENV is production and there is no DATABASE_URL: using the built-in database. Back up .data yourself.',
    );
  }
  return openEmbedded({ purpose, say });
}

async function openEmbedded({ purpose, say }) {
  const server = await startEmbeddedPostgres({ directory: EMBEDDED_DATABASE, purpose, say });
  try {
    const passwords = keptPasswords(path.join(DATA, 'role-passwords.json'), Object.values(DEFAULT_ROLES));
    const urls = await prepareRoles(server.adminUrl, { database: 'tracker', passwords });
    return { ...urls, ended: server.ended, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

module.exports = { EMBEDDED_DATABASE, openDatabase };
