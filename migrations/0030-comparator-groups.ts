import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * With whom a partnership compares itself. The members of a group are dated: a version ends where the next one starts,
 * so that a figure is laid beside those who were in the group, and a rank that jumped can be explained.
 */
export class ComparatorGroups implements MigrationInterface {
  readonly name = 'ComparatorGroups2026112900030';

  async up(db: QueryRunner): Promise<void> {
    await this.groups(db);
    await this.versions(db);
    await this.choice(db);
    await db.query("call keep_append_only('comparator_group')");
    await db.query("call keep_append_only('comparator_group_member')");
    for (const table of ['comparator_group_version', 'comparator_choice']) {
      await db.query(`call keep_superseded_rows('${table}')`);
      await db.query(`grant update (superseded_at) on ${table} to tracker_runtime`);
    }
    for (const table of [
      'comparator_group',
      'comparator_group_version',
      'comparator_group_member',
      'comparator_choice',
    ]) {
      await db.query(`call keep_within_partnership('${table}')`);
      await db.query(`grant select, insert on ${table} to tracker_runtime`);
    }
    await this.membersWithTheirVersion(db);
  }

  private async groups(db: QueryRunner): Promise<void> {
    await db.query(`
      create table comparator_group (
        partnership_id uuid not null,
        id uuid not null,
        name text not null,
        purpose text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint pk_comparator_group primary key (partnership_id, id),
        constraint fk_comparator_group_partnership foreign key (partnership_id) references partnership (id),
        constraint fk_comparator_group_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_comparator_group_name check (length(trim(name)) between 1 and 100),
        constraint ck_comparator_group_purpose check (length(trim(purpose)) between 1 and 500)
      )`);
    await db.query(
      'create unique index uq_comparator_group_name on comparator_group (partnership_id, lower(trim(name)))',
    );
  }

  private async versions(db: QueryRunner): Promise<void> {
    await db.query(`
      create table comparator_group_version (
        partnership_id uuid not null,
        id uuid not null,
        group_id uuid not null,
        in_force_from date not null,
        ends boolean not null,
        reason text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_comparator_group_version primary key (partnership_id, id),
        constraint fk_comparator_group_version_group foreign key (partnership_id, group_id)
          references comparator_group (partnership_id, id),
        constraint fk_comparator_group_version_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_comparator_group_version_reason check (length(trim(reason)) between 1 and 500)
      )`);
    await db.query(`
      create unique index uq_comparator_group_version_current
        on comparator_group_version (partnership_id, group_id, in_force_from) where superseded_at is null`);
    await db.query(`
      create table comparator_group_member (
        partnership_id uuid not null,
        version_id uuid not null,
        area_code text not null,
        constraint pk_comparator_group_member primary key (partnership_id, version_id, area_code),
        constraint fk_comparator_group_member_version foreign key (partnership_id, version_id)
          references comparator_group_version (partnership_id, id),
        constraint ck_comparator_group_member_area_code check (area_code ~ '^[A-Z][0-9]{8}$')
      )`);
  }

  /** The group that measures are compared with before somebody asks for another; null for London's 32 boroughs. */
  private async choice(db: QueryRunner): Promise<void> {
    await db.query(`
      create table comparator_choice (
        partnership_id uuid not null,
        id uuid not null,
        group_id uuid,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_comparator_choice primary key (partnership_id, id),
        constraint fk_comparator_choice_partnership foreign key (partnership_id) references partnership (id),
        constraint fk_comparator_choice_group foreign key (partnership_id, group_id)
          references comparator_group (partnership_id, id),
        constraint fk_comparator_choice_recorded_by foreign key (recorded_by) references person (id)
      )`);
    await db.query(`
      create unique index uq_comparator_choice_current on comparator_choice (partnership_id)
        where superseded_at is null`);
  }

  /** The members are recorded with their version and none is added later, so that each day shows those it had. */
  private async membersWithTheirVersion(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_member_of_standing_version() returns trigger language plpgsql as $$
      begin
        if not exists (select from comparator_group_version v
                        where v.partnership_id = new.partnership_id and v.id = new.version_id and not v.ends
                          and v.xmin = pg_current_xact_id()::xid)
        then
          raise exception 'a version of a group that stands gets no more members'
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger with_its_version before insert on comparator_group_member
        for each row execute function refuse_member_of_standing_version()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
