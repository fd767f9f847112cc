import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which ready measure of the catalogue a measure was made from, so that the catalogue can say what is in use. */
export class ReadyMeasures implements MigrationInterface {
  readonly name = 'ReadyMeasures2026112400016';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table measure
        add column catalogue_key text,
        add constraint ck_measure_catalogue_key check (catalogue_key ~ '^[A-Z][0-9]{1,2}[a-z]?$')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
