'use strict';

const path = require('node:path');
const { keptPasswords } = require('../database-roles/passwords.cjs');
const { DATA } = require('./root.cjs');

/**
 * The secret that signs session cookies: the one of the environment, or one that is made once and kept, so that people
 * stay signed in when the service is started again. Production has to bring its own, which the web process checks.
 *
 * @returns {{ SESSION_SECRET?: string }} for the environment of the web process
 */
function sessionSecret() {
  const { NODE_ENV, SESSION_SECRET } = process.env;
  if (SESSION_SECRET) return { SESSION_SECRET };
  if (NODE_ENV === 'production') return {};
  return { SESSION_SECRET: keptPasswords(path.join(DATA, 'session-secret.json'), ['cookies']).cookies };
}

module.exports = { sessionSecret };
