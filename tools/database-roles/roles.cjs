'use strict';

const { PlainError } = require('../launcher/plain-error.cjs');

/** The group role that migrations grant rights to. Who may sign in as the running service is a member of it. */
const RUNTIME_GROUP = 'tracker_runtime';

/** Creates the group role when it is missing. */
async function ensureGroup(client) {
  if (!(await findRole(client, RUNTIME_GROUP))) await client.query(`create role ${RUNTIME_GROUP} nologin`);
}

/** Creates a role that can sign in, or gives it this password. It gets no other right. */
async function ensureLogin(client, name, password) {
  const verb = (await findRole(client, name)) ? 'alter' : 'create';
  await client.query(
    `${verb} role ${client.escapeIdentifier(name)} login password ${client.escapeLiteral(password)}`,
  );
}

/** Makes a role a member of another. */
async function ensureMember(client, group, member) {
  if (await isMember(client, group, member)) return;
  await client.query(`grant ${client.escapeIdentifier(group)} to ${client.escapeIdentifier(member)}`);
}

/** Whether a role has the rights of a group, directly or through another. False when the group does not exist. */
async function isMember(client, group, member) {
  const { rows } = await client.query(
    `select pg_has_role($2, oid, 'usage') as yes from pg_roles where rolname = $1`,
    [group, member],
  );
  return rows[0]?.yes === true;
}

/** Refuses a role for the service that row-level security does not bind, or that could act as the owner. */
async function refuseUnboundRole(client, name, owner) {
  const { rows } = await client.query(
    `select rolsuper, rolbypassrls, pg_has_role(oid, $2::name, 'member') as acts_as_owner
       from pg_roles where rolname = $1`,
    [name, owner],
  );
  const { rolsuper, rolbypassrls, acts_as_owner: actsAsOwner } = rows[0];
  const reason =
    (rolsuper && 'is a superuser') ||
    (rolbypassrls && 'has BYPASSRLS') ||
    (actsAsOwner && `can act as ${owner}, who owns the tables`);
  if (!reason) return;
  throw new PlainError(
    `The database role ${name} ${reason}. The service must not run as such a role: ` +
      'the walls between partnerships would not hold for it.',
  );
}

async function findRole(client, name) {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  return rows[0];
}

module.exports = { RUNTIME_GROUP, ensureGroup, ensureLogin, ensureMember, isMember, refuseUnboundRole };
