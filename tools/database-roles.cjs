'use strict';

const { againOnCollision, urlWith, withConnection } = require('./database-roles/connection.cjs');
const { prepareGivenDatabase } = require('./database-roles/given-database.cjs');
const { keptPasswords } = require('./database-roles/passwords.cjs');
const { RUNTIME_GROUP, ensureGroup, ensureLogin, ensureMember } = require('./database-roles/roles.cjs');
const { prepareSchema } = require('./database-roles/schema.cjs');

/** Who owns the tables and changes them, and who the service signs in as. Neither is a superuser. */
const DEFAULT_ROLES = { owner: 'tracker_owner', web: 'tracker_web' };

/**
 * Prepares roles and a database on a server we administer (the embedded one, or a server for tests):
 *
 * - `tracker_runtime`, a group that migrations grant rights to;
 * - the owner, who owns the database and runs migrations;
 * - the web role, a member of the group, which owns nothing: row-level security binds it.
 *
 * Can be done again at any time, and by two processes at once.
 *
 * @param {string} adminUrl signs in as a superuser, or as a role with CREATEDB and CREATEROLE
 * @param {object} options
 * @param {string} options.database name of the database; made when it does not exist
 * @param {Record<string, string>} options.passwords by role name, see `keptPasswords`
 * @param {{ owner: string, web: string }} [options.roles]
 * @returns {Promise<{ ownerUrl: string, runtimeUrl: string }>}
 */
async function prepareRoles(adminUrl, { database, passwords, roles = DEFAULT_ROLES }) {
  await againOnCollision(() =>
    withConnection(adminUrl, async (client) => {
      await ensureGroup(client);
      await ensureLogin(client, roles.owner, passwords[roles.owner]);
      await ensureLogin(client, roles.web, passwords[roles.web]);
      await ensureMember(client, RUNTIME_GROUP, roles.web);
      for (const role of [roles.owner, roles.web]) await letAdministratorActAs(client, role);
      await ensureDatabase(client, database, roles.owner);
    }),
  );
  const urlOf = (role) =>
    urlWith(adminUrl, {
      username: role,
      password: encodeURIComponent(passwords[role]),
      pathname: `/${database}`,
    });
  const urls = { ownerUrl: urlOf(roles.owner), runtimeUrl: urlOf(roles.web) };
  await againOnCollision(() => withConnection(urls.ownerUrl, prepareSchema));
  return urls;
}

async function ensureDatabase(client, database, owner) {
  const { rows } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (rows.length > 0) return;
  await client.query(
    `create database ${client.escapeIdentifier(database)} owner ${client.escapeIdentifier(owner)} template template0`,
  );
}

/**
 * Only who can act as a role may make it the owner of something, and end its connections when a database is dropped. A
 * superuser can act as everybody.
 */
async function letAdministratorActAs(client, role) {
  const { rows } = await client.query(`select pg_has_role($1, 'usage') as can`, [role]);
  if (!rows[0].can) await client.query(`grant ${client.escapeIdentifier(role)} to current_user`);
}

module.exports = { DEFAULT_ROLES, keptPasswords, prepareGivenDatabase, prepareRoles };
