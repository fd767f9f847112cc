'use strict';

/**
 * Makes the tracker's database on a server, migrated and with the world of the tests in it:
 *
 *   node prepare-tracker.cjs <admin's address> '{ "tracker_owner": "<password>", "tracker_web": "<password>" }'
 */
const { prepareRoles } = require('../../../tools/database-roles.cjs');
const { requireCommand } = require('../../../tools/launcher/tracker-processes.cjs');
const { seedKingston2010 } = require('../../../tools/testing/seed-kingston-2010.cjs');

async function prepare([adminUrl, passwords]) {
  const { ownerUrl, runtimeUrl } = await prepareRoles(adminUrl, {
    database: 'tracker',
    passwords: JSON.parse(passwords),
  });
  await requireCommand(['migrate'], { DATABASE_URL: ownerUrl });
  await seedKingston2010(runtimeUrl);
}

prepare(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
