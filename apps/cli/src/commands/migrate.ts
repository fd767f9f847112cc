import { runMigrations } from '@lib/persistence';
import { MIGRATIONS } from '../../../../migrations/index.js';
import type { Command } from '../command.js';

export const migrate: Command = {
  name: 'migrate',
  summary: 'Brings the database up to date (needs DATABASE_URL, the owner)',
  async run(_, { env, print }) {
    if (!env.DATABASE_URL) throw new Error('Set DATABASE_URL to the database as its owner.');
    const ran = await runMigrations(env.DATABASE_URL, MIGRATIONS);
    print(
      ran.length === 0 ? 'The database is up to date.' : `Ran ${ran.length} migrations: ${ran.join(', ')}.`,
    );
  },
};
