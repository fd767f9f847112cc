'use strict';

/**
 * Starts the embedded PostgreSQL on a folder, prints what it got as one line of JSON and holds it until SIGTERM:
 *
 *   node hold-postgres.cjs <folder> <service|command>
 */
const { startEmbeddedPostgres } = require('../../../tools/embedded-postgres.cjs');

const [, , directory, purpose] = process.argv;

startEmbeddedPostgres({ directory, purpose, say: console.log }).then(
  (server) => {
    const { adminUrl, pid, borrowed } = server;
    console.log(JSON.stringify({ adminUrl, pid, borrowed }));
    process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
    setInterval(() => {}, 60_000);
  },
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
