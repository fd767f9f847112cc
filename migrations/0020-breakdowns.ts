import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which measures together break another one down: by offence, by ward, by a protected characteristic. */
export class Breakdowns implements MigrationInterface {
  readonly name = 'Breakdowns2026112800020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table breakdown (
        partnership_id uuid not null,
        id uuid not null,
        measure_id uuid not null,
        by text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_breakdown primary key (partnership_id, id),
        constraint fk_breakdown_measure foreign key (partnership_id, measure_id)
          references measure (partnership_id, id),
        constraint fk_breakdown_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_breakdown_by check (length(trim(by)) between 1 and 60)
      )`);
    await db.query(`
      create unique index uq_breakdown_current on breakdown (partnership_id, measure_id, lower(trim(by)))
        where superseded_at is null`);
    await db.query(`
      create table breakdown_category (
        partnership_id uuid not null,
        breakdown_id uuid not null,
        measure_id uuid not null,
        constraint pk_breakdown_category primary key (partnership_id, breakdown_id, measure_id),
        constraint fk_breakdown_category_breakdown foreign key (partnership_id, breakdown_id)
          references breakdown (partnership_id, id),
        constraint fk_breakdown_category_measure foreign key (partnership_id, measure_id)
          references measure (partnership_id, id)
      )`);
    await db.query("call keep_superseded_rows('breakdown')");
    await db.query('grant update (superseded_at) on breakdown to tracker_runtime');
    await db.query("call keep_append_only('breakdown_category')");
    for (const table of ['breakdown', 'breakdown_category']) {
      await db.query(`call keep_within_partnership('${table}')`);
      await db.query(`grant select, insert on ${table} to tracker_runtime`);
    }
    await this.categoriesWithTheirBreakdown(db);
  }

  /** The categories are recorded with their breakdown and none is added later, so that each day shows those it had. */
  private async categoriesWithTheirBreakdown(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_category_of_standing_breakdown() returns trigger language plpgsql as $$
      begin
        if not exists (select from breakdown b
                        where b.partnership_id = new.partnership_id and b.id = new.breakdown_id
                          and b.xmin = pg_current_xact_id()::xid)
        then
          raise exception 'a breakdown that stands gets no more categories' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger with_its_breakdown before insert on breakdown_category
        for each row execute function refuse_category_of_standing_breakdown()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
