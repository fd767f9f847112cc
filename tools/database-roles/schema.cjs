'use strict';

const { PlainError } = require('../launcher/plain-error.cjs');

/**
 * Prepares the inside of the database, as its owner: nobody else may create anything in the schema `public`, and the
 * extension that exclusion constraints need is there. (It is a trusted one: no superuser needed.)
 */
async function prepareSchema(client) {
  const schema = await describePublicSchema(client);
  if (schema.yours) {
    await client.query('alter schema public owner to current_user');
    await client.query('revoke create on schema public from public');
  } else if (!schema.creatable || schema.open) {
    throw needsAdministrator('The schema "public" is not prepared.', [
      `alter schema public owner to ${client.escapeIdentifier(schema.user)};`,
      'revoke create on schema public from public;',
    ]);
  }

  try {
    await client.query('create extension if not exists btree_gist');
  } catch (error) {
    if (error.code === '23505') throw error; // another process is creating it now
    throw needsAdministrator(
      `The extension btree_gist is missing, and creating it failed: ${error.message}.`,
      ['create extension btree_gist;'],
    );
  }
}

/** Whether the current user owns the schema (or is the database's owner), may create in it, and whether anybody may. */
async function describePublicSchema(client) {
  const { rows } = await client.query(
    `select current_user as "user",
            pg_has_role(nspowner, 'usage') as yours,
            has_schema_privilege(oid, 'create') as creatable,
            exists (select from aclexplode(nspacl) where grantee = 0 and privilege_type = 'CREATE') as open
       from pg_namespace where nspname = 'public'`,
  );
  return rows[0];
}

/** An error that says what the administrator of the server should run. */
function needsAdministrator(problem, sql, afterwards = '') {
  return new PlainError(
    `${problem}\nAsk the administrator of the database server to run this in the tracker's database:\n\n` +
      `${sql.map((line) => `  ${line}`).join('\n')}\n${afterwards}`,
  );
}

module.exports = { needsAdministrator, prepareSchema };
