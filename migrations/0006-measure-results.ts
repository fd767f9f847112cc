import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the maths made of approved figures, with the inputs and the rule set it was made by. A later approval makes a
 * new row and supersedes the old one, so that what was said before can always be shown.
 */
export class MeasureResults implements MigrationInterface {
  readonly name = 'MeasureResults2026112300006';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table measure_result (
        partnership_id uuid not null,
        id uuid not null,
        measure_id uuid not null,
        financial_year integer not null,
        target_id uuid,
        rule_set text not null,
        inputs jsonb not null,
        target_status text not null,
        reason text,
        year_to_date numeric,
        quarters_held integer not null,
        difference numeric,
        computed_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_measure_result primary key (partnership_id, id),
        constraint fk_measure_result_measure foreign key (partnership_id, measure_id)
          references measure (partnership_id, id),
        constraint fk_measure_result_target foreign key (partnership_id, target_id)
          references target (partnership_id, id),
        constraint ck_measure_result_status check (target_status in
          ('met', 'on-course', 'at-risk', 'off-course', 'not-met', 'no-target', 'cannot-tell')),
        constraint ck_measure_result_reason check ((target_status = 'cannot-tell') = (reason is not null)),
        constraint ck_measure_result_quarters check (quarters_held between 0 and 4)
      )`);
    await db.query(`
      create unique index uq_measure_result_current on measure_result (partnership_id, financial_year, measure_id)
        where superseded_at is null`);
    await db.query("call keep_within_partnership('measure_result')");
    await db.query("call keep_superseded_rows('measure_result')");
    await db.query('grant select, insert on measure_result to tracker_runtime');
    await db.query('grant update (superseded_at) on measure_result to tracker_runtime');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
