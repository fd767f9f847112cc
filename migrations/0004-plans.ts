import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The plan in versions, its priorities, measures with their definitions in versions, and pinned targets. */
export class Plans implements MigrationInterface {
  readonly name = 'Plans2026112300004';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table plan (
        partnership_id uuid not null,
        id uuid not null,
        title text not null,
        constraint pk_plan primary key (partnership_id, id),
        constraint fk_plan_partnership foreign key (partnership_id) references partnership (id)
      )`);
    await db.query(`
      create table plan_version (
        partnership_id uuid not null,
        id uuid not null,
        plan_id uuid not null,
        number integer not null,
        state text not null,
        adopted_on date,
        decision text,
        in_force_from date not null,
        in_force_until date,
        source text not null,
        constraint pk_plan_version primary key (partnership_id, id),
        constraint fk_plan_version_plan foreign key (partnership_id, plan_id) references plan (partnership_id, id),
        constraint uq_plan_version_number unique (partnership_id, plan_id, number),
        constraint ck_plan_version_state
          check (state in ('draft', 'consultation', 'adopted', 'revised', 'superseded')),
        constraint ck_plan_version_in_force check (in_force_until > in_force_from)
      )`);
    await db.query(`
      create table priority (
        partnership_id uuid not null,
        id uuid not null,
        plan_version_id uuid not null,
        number integer not null,
        title text not null,
        lead_authority_id uuid,
        constraint pk_priority primary key (partnership_id, id),
        constraint fk_priority_plan_version foreign key (partnership_id, plan_version_id)
          references plan_version (partnership_id, id),
        constraint fk_priority_lead_authority foreign key (partnership_id, lead_authority_id)
          references authority (partnership_id, id),
        constraint uq_priority_number unique (partnership_id, plan_version_id, number)
      )`);
    await db.query(`
      create table measure (
        partnership_id uuid not null,
        id uuid not null,
        slug text not null,
        authority_id uuid not null,
        constraint pk_measure primary key (partnership_id, id),
        constraint fk_measure_authority foreign key (partnership_id, authority_id)
          references authority (partnership_id, id),
        constraint uq_measure_slug unique (partnership_id, slug),
        constraint ck_measure_slug check (slug ~ '^[a-z][a-z0-9-]{1,62}$')
      )`);
    await db.query(`
      create table priority_measure (
        partnership_id uuid not null,
        priority_id uuid not null,
        measure_id uuid not null,
        number integer not null,
        constraint pk_priority_measure primary key (partnership_id, priority_id, measure_id),
        constraint fk_priority_measure_priority foreign key (partnership_id, priority_id)
          references priority (partnership_id, id),
        constraint fk_priority_measure_measure foreign key (partnership_id, measure_id)
          references measure (partnership_id, id)
      )`);
    await db.query(`
      create table measure_definition (
        partnership_id uuid not null,
        id uuid not null,
        measure_id uuid not null,
        version integer not null,
        in_force_from date not null,
        in_force_until date,
        name text not null,
        unit text not null,
        kind text not null,
        direction text not null,
        wording text not null,
        source text not null,
        recorded_at timestamptz not null,
        constraint pk_measure_definition primary key (partnership_id, id),
        constraint fk_measure_definition_measure foreign key (partnership_id, measure_id)
          references measure (partnership_id, id),
        constraint uq_measure_definition_version unique (partnership_id, measure_id, version),
        constraint ck_measure_definition_kind check (kind in ('count', 'composite')),
        constraint ck_measure_definition_direction check (direction in ('lower', 'higher', 'context')),
        constraint ck_measure_definition_in_force check (in_force_until > in_force_from),
        constraint ex_measure_definition_in_force exclude using gist
          (partnership_id with =, measure_id with =, daterange(in_force_from, in_force_until) with &&)
      )`);
    await db.query(`
      create table measure_component (
        partnership_id uuid not null,
        definition_id uuid not null,
        component_id uuid not null,
        constraint pk_measure_component primary key (partnership_id, definition_id, component_id),
        constraint fk_measure_component_definition foreign key (partnership_id, definition_id)
          references measure_definition (partnership_id, id),
        constraint fk_measure_component_component foreign key (partnership_id, component_id)
          references measure (partnership_id, id)
      )`);
    // "Reduce by r from B" is met by floor(B(1-r)) or fewer: a whole number, pinned with the baseline it came from.
    await db.query(`
      create table target (
        partnership_id uuid not null,
        id uuid not null,
        measure_id uuid not null,
        definition_id uuid not null,
        plan_version_id uuid not null,
        kind text not null,
        wording text not null,
        applies_from date not null,
        applies_until date not null,
        reduction_percent numeric(5, 2),
        baseline_from date,
        baseline_until date,
        baseline_value numeric,
        baseline_lowest numeric,
        baseline_highest numeric,
        baseline_exactness text,
        baseline_source text,
        baseline_release text,
        pass_mark numeric,
        recorded_at timestamptz not null,
        recorded_by uuid not null,
        superseded_at timestamptz,
        supersedes_id uuid,
        constraint pk_target primary key (partnership_id, id),
        constraint fk_target_measure foreign key (partnership_id, measure_id) references measure (partnership_id, id),
        constraint fk_target_definition foreign key (partnership_id, definition_id)
          references measure_definition (partnership_id, id),
        constraint fk_target_plan_version foreign key (partnership_id, plan_version_id)
          references plan_version (partnership_id, id),
        constraint fk_target_supersedes foreign key (partnership_id, supersedes_id)
          references target (partnership_id, id),
        constraint fk_target_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_target_kind check (kind in ('percentage-reduction', 'narrative')),
        constraint ck_target_applies check (applies_until > applies_from),
        constraint ck_target_reduction check (reduction_percent > 0 and reduction_percent <= 100),
        constraint ck_target_percentage check ((kind = 'percentage-reduction') = (reduction_percent is not null)),
        constraint ck_target_baseline_exactness check (baseline_exactness in ('exact', 'back-calculated')),
        constraint ck_target_baseline check (num_nulls(baseline_value, baseline_from, baseline_until,
          baseline_exactness, baseline_source, baseline_release) in (0, 6)),
        constraint ck_target_baseline_range check (baseline_value between baseline_lowest and baseline_highest),
        constraint ck_target_pass_mark check (
          (pass_mark is null) = (baseline_value is null or reduction_percent is null)
          and pass_mark = floor(baseline_value * (100 - reduction_percent) / 100))
      )`);
    await db.query(`
      create unique index uq_target_current on target (partnership_id, measure_id, applies_from)
        where superseded_at is null`);
    await db.query("call keep_superseded_rows('target')");
    await db.query('grant update (superseded_at) on target to tracker_runtime');
    for (const table of [
      'plan',
      'plan_version',
      'priority',
      'measure',
      'priority_measure',
      'measure_definition',
      'measure_component',
      'target',
    ]) {
      await db.query(`call keep_within_partnership('${table}')`);
      await db.query(`grant select, insert on ${table} to tracker_runtime`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
