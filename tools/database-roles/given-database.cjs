'use strict';

const path = require('node:path');
const { PlainError } = require('../launcher/plain-error.cjs');
const { againOnCollision, urlWith, withConnection } = require('./connection.cjs');
const { keptPasswords } = require('./passwords.cjs');
const {
  RUNTIME_GROUP,
  ensureGroup,
  ensureLogin,
  ensureMember,
  isMember,
  refuseUnboundRole,
} = require('./roles.cjs');
const { needsAdministrator, prepareSchema } = require('./schema.cjs');

const OLDEST_SERVER = 15;

/**
 * Prepares a database that somebody else runs. `ownerUrl` signs in as the owner of the tables. With `runtimeUrl` that
 * role is used for the service and only checked; without, one is made: `<database>_web`, its password kept in
 * `passwordFolder`.
 *
 * @returns {Promise<{ ownerUrl: string, runtimeUrl: string }>}
 */
async function prepareGivenDatabase({ ownerUrl, runtimeUrl, passwordFolder, say }) {
  const { owner, database } = await connecting('DATABASE_URL', () =>
    withConnection(ownerUrl, describeServer),
  );
  const webUrl = runtimeUrl ?? ownWebUrl(ownerUrl, database, passwordFolder);

  if (!runtimeUrl)
    await againOnCollision(() => withConnection(ownerUrl, (client) => makeRoles(client, webUrl, say)));
  await againOnCollision(() => withConnection(ownerUrl, prepareSchema));

  const setting = runtimeUrl ? 'DATABASE_RUNTIME_URL' : 'The database role that was made for the service';
  await connecting(setting, () => withConnection(webUrl, (client) => checkRuntimeRole(client, owner)));
  return { ownerUrl, runtimeUrl: webUrl };
}

async function describeServer(client) {
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as version,
            current_user as owner, current_database() as database`,
  );
  const { major, version, owner, database } = rows[0];
  if (major < OLDEST_SERVER) {
    throw new PlainError(
      `DATABASE_URL is a PostgreSQL ${version}; the tracker needs ${OLDEST_SERVER} or later.`,
    );
  }
  return { owner, database };
}

function ownWebUrl(ownerUrl, database, passwordFolder) {
  if (!new URL(ownerUrl).hostname) {
    throw new PlainError(
      'DATABASE_URL names no host (a local socket?): please set DATABASE_RUNTIME_URL beside it.',
    );
  }
  const role = `${database}_web`;
  // One file for each server and database: the same folder may be used with several.
  const place = new URL(ownerUrl).host.replaceAll(/[^\w.-]/g, '_');
  const passwords = keptPasswords(path.join(passwordFolder, `passwords-${place}-${database}.json`), [role]);
  return urlWith(ownerUrl, { username: encodeURIComponent(role), password: passwords[role] });
}

async function makeRoles(client, webUrl, say) {
  const { username, password } = new URL(webUrl);
  const role = decodeURIComponent(username);
  try {
    await ensureGroup(client);
    if (!(await canSignIn(webUrl))) {
      await ensureLogin(client, role, password);
      say(`The database role ${role} has a new password (kept in .data).`);
    }
    await ensureMember(client, RUNTIME_GROUP, role);
  } catch (error) {
    if (error.code !== '42501') throw error;
    throw needsAdministrator(
      `DATABASE_URL signs in as a role that may not make roles (${error.message}).`,
      [
        `create role ${RUNTIME_GROUP} nologin; -- once for the whole server`,
        `create role ${client.escapeIdentifier(role)} login password 'choose one';`,
        `grant ${RUNTIME_GROUP} to ${client.escapeIdentifier(role)};`,
      ],
      `\nThen set both addresses, for example:\n\n  DATABASE_RUNTIME_URL=${urlWith(webUrl, { password: 'the-password' })}\n`,
    );
  }
}

async function checkRuntimeRole(client, owner) {
  const { rows } = await client.query('select current_user as name');
  const { name } = rows[0];
  await refuseUnboundRole(client, name, owner);
  if (await isMember(client, RUNTIME_GROUP, name)) return;
  throw needsAdministrator(`The role ${name} of DATABASE_RUNTIME_URL is not in the group ${RUNTIME_GROUP}.`, [
    `create role ${RUNTIME_GROUP} nologin; -- unless it is there`,
    `grant ${RUNTIME_GROUP} to ${client.escapeIdentifier(name)};`,
  ]);
}

async function canSignIn(url) {
  try {
    await withConnection(url, (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}

/** Says which of the two addresses did not work. Errors of a query say enough by themselves. */
async function connecting(setting, work) {
  try {
    return await work();
  } catch (error) {
    const couldNotSignIn = !error.code || /^(E[A-Z_]+|28...|3D000|08...|53...|57P..)$/.test(error.code);
    if (error instanceof PlainError || !couldNotSignIn) throw error;
    throw new PlainError(`${setting} cannot be connected to: ${error.message || error.code}`);
  }
}

module.exports = { prepareGivenDatabase };
