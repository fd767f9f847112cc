import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A published file is taken in by many short transactions, so that what breaks off on its way has a row already. Nobody
 * has seen it: it alone of all files may be removed.
 */
export class ArrivingFiles implements MigrationInterface {
  readonly name = 'ArrivingFiles2026112900032';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_removal_of_whole_file() returns trigger language plpgsql as $$
      begin
        if old.state = 'receiving' then return old; end if;
        raise exception 'a published file that has arrived is never deleted' using errcode = 'insufficient_privilege';
      end $$`);
    await db.query('drop trigger never_deleted on published_file');
    await db.query(`
      create trigger never_deleted_once_whole before delete on published_file
        for each row execute function refuse_removal_of_whole_file()`);
    await db.query('grant delete on published_file to tracker_runtime');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
