import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { dataSourceOptions } from './data-source-options.js';
import { runMigrations } from './run-migrations.js';

/** There while an empty database is being filled; what finds it there afterwards knows that this broke off. */
const MARK = 'seeding_under_way';
const NOT_ITS_OWNER = '42501';
const LOCK = "hashtext('community-safety-tracker seeding')";

export interface Seeding<Result> {
  readonly migrations: (new () => MigrationInterface)[];
  /** A question to the database: whether there is nothing but what a seeding that broke off has left. */
  readonly holdsNothingElse: (ask: Ask) => Promise<boolean>;
  /** Fills the database, on connections of its own. @param isAnew whether an earlier one broke off */
  readonly seed: (isAnew: boolean) => Promise<Result>;
}

/** Asks the database a yes-or-no question. */
export type Ask = (sql: string, values?: readonly unknown[]) => Promise<boolean>;

/** A seeding broke off, and what it has left may not be taken away; the message says why. */
export class LeftHalfMade extends Error {}

/**
 * Fills an empty database, in as many transactions as that takes, as a whole or not at all: what an earlier seeding left
 * half-way is emptied first, if there is nothing else in the database. A database that was not empty when its seeding
 * began is never emptied. Two at once take turns.
 *
 * @param ownerUrl the database as its owner
 * @throws LeftHalfMade and changes nothing
 */
export async function seedAsAWhole<Result>(
  ownerUrl: string,
  { migrations, holdsNothingElse, seed }: Seeding<Result>,
): Promise<Result> {
  const dataSource = new DataSource({ ...dataSourceOptions(ownerUrl), poolSize: 1, extra: {} });
  await dataSource.initialize();
  const session = dataSource.createQueryRunner();
  const ask: Ask = async (sql, values = []) => {
    const [row] = (await session.query(`select (${sql}) as is_so`, [...values])) as { is_so: boolean }[];
    return row!.is_so;
  };
  try {
    await session.query(`select pg_advisory_lock(${LOCK})`);
    const brokeOff = await ask(`to_regclass('public.${MARK}') is not null`);
    if (brokeOff) {
      if (!(await holdsNothingElse(ask))) throw new LeftHalfMade('the database has been used since');
      await emptyDatabase(session);
      await runMigrations(ownerUrl, migrations);
    }
    if (await ask('not exists (select from partnership) and not exists (select from person)'))
      await session.query(`create table ${MARK} ()`);
    const result = await seed(brokeOff);
    await session.query(`drop table if exists ${MARK}`);
    return result;
  } finally {
    // With its connection the lock goes too.
    await session.release();
    await dataSource.destroy();
  }
}

/** As it was before the first migration. In one transaction: the mark goes last, with everything. */
async function emptyDatabase(session: QueryRunner): Promise<void> {
  await session.startTransaction();
  try {
    await session.query('drop schema public cascade');
    await session.query('create schema public');
    await session.query('grant usage on schema public to public');
    await session.query('create extension btree_gist');
    await session.commitTransaction();
  } catch (error) {
    await session.rollbackTransaction();
    if ((error as { code?: unknown }).code !== NOT_ITS_OWNER) throw error;
    throw new LeftHalfMade('the role of DATABASE_URL may not empty the database', { cause: error });
  }
}
