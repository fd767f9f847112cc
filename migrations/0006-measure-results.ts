import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the maths made of approved figures, with the inputs and the rule set it was made by, and the year totals of
 * years that were reported as a whole. A later approval makes a new row and supersedes the old one, so that what was
 * said before can always be shown.
 */
export class MeasureResults implements MigrationInterface {
  readonly name = 'MeasureResults2026112300006';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table annual_count (
        partnership_id uuid not null,
        id uuid not null,
        measure_id uuid not null,
        financial_year integer not null,
        count numeric not null,
        lowest numeric not null,
        highest numeric not null,
        exactness text not null,
        source text not null,
        release text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_annual_count primary key (partnership_id, id),
        constraint fk_annual_count_measure foreign key (partnership_id, measure_id)
          references measure (partnership_id, id),
        constraint fk_annual_count_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_annual_count_range check (lowest >= 0 and count between lowest and highest),
        constraint ck_annual_count_exactness check (exactness in ('exact', 'back-calculated'))
      )`);
    await db.query(`
      create unique index uq_annual_count_current on annual_count (partnership_id, measure_id, financial_year)
        where superseded_at is null`);
    await db.query(`
      create table measure_result (
        partnership_id uuid not null,
        id uuid not null,
        measure_id uuid not null,
        financial_year integer not null,
        definition_id uuid not null,
        target_id uuid,
        rule_set text not null,
        inputs jsonb not null,
        facts jsonb not null,
        target_status text not null,
        sentence text not null,
        computed_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_measure_result primary key (partnership_id, id),
        constraint fk_measure_result_measure foreign key (partnership_id, measure_id)
          references measure (partnership_id, id),
        constraint fk_measure_result_definition foreign key (partnership_id, definition_id)
          references measure_definition (partnership_id, id),
        constraint fk_measure_result_target foreign key (partnership_id, target_id)
          references target (partnership_id, id),
        constraint ck_measure_result_status check (target_status in
          ('met', 'on-course', 'at-risk', 'off-course', 'not-met', 'no-target', 'cannot-tell'))
      )`);
    await db.query(`
      create unique index uq_measure_result_current on measure_result (partnership_id, financial_year, measure_id)
        where superseded_at is null`);
    for (const table of ['annual_count', 'measure_result']) {
      await db.query(`call keep_within_partnership('${table}')`);
      await db.query(`call keep_superseded_rows('${table}')`);
      await db.query(`grant select, insert on ${table} to tracker_runtime`);
      await db.query(`grant update (superseded_at) on ${table} to tracker_runtime`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
