import { DataSource, type MigrationInterface } from 'typeorm';
import { dataSourceOptions } from './data-source-options.js';

/**
 * Brings a database up to date, each migration in its own transaction. Two at once take turns.
 * @param ownerUrl the database as its owner
 * @returns the names of the migrations that ran
 */
export async function runMigrations(
  ownerUrl: string,
  migrations: (new () => MigrationInterface)[],
): Promise<string[]> {
  const dataSource = new DataSource({
    ...dataSourceOptions(ownerUrl),
    migrations,
    migrationsTableName: 'schema_migration',
    poolSize: 2,
    extra: {},
  });
  await dataSource.initialize();
  try {
    const lock = dataSource.createQueryRunner();
    try {
      await lock.query("select pg_advisory_lock(hashtext('community-safety-tracker migrations'))");
      const ran = await dataSource.runMigrations({ transaction: 'each' });
      return ran.map((migration) => migration.name);
    } finally {
      await lock.query("select pg_advisory_unlock(hashtext('community-safety-tracker migrations'))");
      await lock.release();
    }
  } finally {
    await dataSource.destroy();
  }
}
