import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of published figures a measure is the same as: which series of a source, added up, for which area. */
export class PublishedSums implements MigrationInterface {
  readonly name = 'PublishedSums2026112900029';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table measure_published_sum (
        partnership_id uuid not null,
        id uuid not null,
        measure_id uuid not null,
        source text not null,
        means text[],
        area_code text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_measure_published_sum primary key (partnership_id, id),
        constraint fk_measure_published_sum_measure foreign key (partnership_id, measure_id)
          references measure (partnership_id, id),
        constraint fk_measure_published_sum_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_measure_published_sum_means check (cardinality(means) >= 1),
        constraint ck_measure_published_sum_area_code check (length(trim(area_code)) between 1 and 60)
      )`);
    await db.query(`
      create unique index uq_measure_published_sum_current on measure_published_sum (partnership_id, measure_id)
        where superseded_at is null`);
    await db.query("call keep_within_partnership('measure_published_sum')");
    await db.query("call keep_superseded_rows('measure_published_sum')");
    await db.query('grant select, insert on measure_published_sum to tracker_runtime');
    await db.query('grant update (superseded_at) on measure_published_sum to tracker_runtime');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
