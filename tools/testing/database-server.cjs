'use strict';

const { createHash, randomBytes } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { prepareRoles } = require('../database-roles.cjs');
const { withConnection } = require('../database-roles/connection.cjs');
const { startEmbeddedPostgres } = require('../embedded-postgres.cjs');
const { requireCommand } = require('../launcher/tracker-processes.cjs');
const { seedKingston2010 } = require('./seed-kingston-2010.cjs');

/**
 * Opens the server for one run of the tests, with two template databases on it: one migrated and empty, one with
 * the world of the tests in it: Kingston's year 2010/11 (test/kingston-2010).
 *
 * What the tests get, as JSON in TEST_DATABASE_SERVER (read by `createTestDatabase` in libs/testing):
 *
 *   { adminUrl, template, demoTemplate, prefix, owner: { name, password }, web: { name, password } }
 *
 * `adminUrl` may create databases; `template` and `demoTemplate` are what they are cloned from; `prefix` begins
 * their names.
 *
 * @param {string} [givenUrl] a server to use (superuser, or CREATEDB and CREATEROLE); else an embedded one is started
 * @returns {Promise<{ description: object, close: () => Promise<void> }>}
 */
async function openTestServer(givenUrl) {
  const server = givenUrl ? givenServer(givenUrl) : await embeddedServer();
  try {
    await makeTemplates(server.description);
    return server;
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function embeddedServer() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tracker-test-'));
  fs.chmodSync(folder, 0o755); // the server may run as another user
  const server = await startEmbeddedPostgres({ directory: path.join(folder, 'postgres'), fast: true });
  return {
    description: {
      adminUrl: server.adminUrl,
      template: 'tracker_template',
      demoTemplate: 'tracker_demo_template',
      prefix: 'w_',
      owner: { name: 'tracker_owner', password: randomBytes(18).toString('base64url') },
      web: { name: 'tracker_web', password: randomBytes(18).toString('base64url') },
    },
    async close() {
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Leaves no database behind. The roles stay: another run may be using them, with the same passwords. */
function givenServer(adminUrl) {
  const run = `t${process.pid}`;
  const passwordOf = (role) => createHash('sha256').update(`${role} for tests at ${adminUrl}`).digest('hex');
  const description = {
    adminUrl,
    template: `${run}_template`,
    demoTemplate: `${run}_demo_template`,
    prefix: `${run}_`,
    owner: { name: 'tracker_test_owner', password: passwordOf('owner') },
    web: { name: 'tracker_test_web', password: passwordOf('web') },
  };
  return { description, close: () => dropDatabases(description) };
}

async function makeTemplates({ adminUrl, template, demoTemplate, owner, web }) {
  const { ownerUrl } = await prepareRoles(adminUrl, {
    database: template,
    passwords: { [owner.name]: owner.password, [web.name]: web.password },
    roles: { owner: owner.name, web: web.name },
  });
  await requireCommand(['migrate'], { DATABASE_URL: ownerUrl }, { capture: true });
  await withConnection(adminUrl, (client) =>
    client.query(
      `create database ${client.escapeIdentifier(demoTemplate)}
         template ${client.escapeIdentifier(template)} owner ${client.escapeIdentifier(owner.name)}`,
    ),
  );
  const runtimeUrl = new URL(adminUrl);
  Object.assign(runtimeUrl, { pathname: `/${demoTemplate}`, username: web.name, password: web.password });
  await seedKingston2010(String(runtimeUrl));
  for (const name of [template, demoTemplate]) await closeToConnections(adminUrl, name);
}

/** A database with a connection cannot be cloned: nobody may connect from now on. */
async function closeToConnections(adminUrl, name) {
  await withConnection(adminUrl, (client) =>
    client.query(
      `alter database ${client.escapeIdentifier(name)} with is_template true allow_connections false`,
    ),
  );
}

async function dropDatabases({ adminUrl, prefix }) {
  await withConnection(adminUrl, async (client) => {
    const { rows } = await client.query(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { name } of rows) {
      await client.query(`alter database ${client.escapeIdentifier(name)} with is_template false`);
      await client.query(`drop database ${client.escapeIdentifier(name)} with (force)`);
    }
  });
}

module.exports = { openTestServer };
