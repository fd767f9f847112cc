'use strict';

const { setTimeout: sleep } = require('node:timers/promises');

/**
 * Connects, does the work, disconnects. `pg` is loaded only now: on a fresh clone it comes with the packages.
 *
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withConnection(url, work) {
  const { Client } = require('pg');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // a connection lost while idle shows in the next query
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same address with other parts, for example `{ username, password }` or `{ pathname: '/other' }`. */
function urlWith(url, parts) {
  return Object.assign(new URL(url), parts).toString();
}

/** What two processes that prepare one server at the same time can do to each other; a second look settles it. */
const COLLISIONS = [
  ['42710', 'duplicate_object'],
  ['42P04', 'duplicate_database'],
  ['23505', 'unique_violation in a system catalogue'],
  ['55006', 'object_in_use: the template of a new database'],
  ['XX000', 'tuple concurrently updated'],
].map(([code]) => code);

/** Does idempotent work again when another process got in between. Roles belong to the whole server: no lock spans it. */
async function againOnCollision(work, attempts = 20) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!COLLISIONS.includes(error.code) || attempt === attempts) throw error;
      await sleep(10 + Math.random() * 90);
    }
  }
}

module.exports = { againOnCollision, urlWith, withConnection };
