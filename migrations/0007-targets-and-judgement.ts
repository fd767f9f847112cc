import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Targets of every kind with the course they take over the year, and what a measure is judged by: marks on its chart
 * (breaks in the series, events, new limits), the rules that colour its status, and statuses that somebody declares.
 */
export class TargetsAndJudgement implements MigrationInterface {
  readonly name = 'TargetsAndJudgement2026112400007';

  async up(db: QueryRunner): Promise<void> {
    await this.definitions(db);
    await this.targets(db);
    await this.marks(db);
    await this.statuses(db);
    // A measure's figures over all its quarters are read by measure.
    await db.query('create index ix_return_line_measure on return_line (partnership_id, measure_id)');
  }

  private async definitions(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table measure_definition
        add column sensitivity text not null default 'ordinary',
        add column rolling_twelve_months boolean not null default false,
        drop constraint ck_measure_definition_direction,
        add constraint ck_measure_definition_which_way
          check (direction in ('lower', 'higher', 'range', 'reporting', 'context')),
        add constraint ck_measure_definition_sensitivity
          check (sensitivity in ('ordinary', 'sensitive', 'restricted'))`);
    // The rows that were there have their value; from now on it is said.
    await db.query(`
      alter table measure_definition
        alter column sensitivity drop default,
        alter column rolling_twelve_months drop default`);
  }

  /** A pass mark follows from what is pinned beside it, whoever writes the row. */
  private async targets(db: QueryRunner): Promise<void> {
    await db.query('alter table target rename column reduction_percent to change_percent');
    await db.query('alter table target rename column pass_mark to at_most');
    await db.query(`
      alter table target
        add column at_least numeric,
        add column course text not null default 'usual-shares',
        add column course_parts numeric[],
        add column course_reading text,
        add column baseline_definition_id uuid,
        add column baseline_restated boolean not null default false,
        add column reason text,
        drop constraint ck_target_kind,
        drop constraint ck_target_percentage,
        drop constraint ck_target_pass_mark,
        add constraint fk_target_baseline_definition foreign key (partnership_id, baseline_definition_id)
          references measure_definition (partnership_id, id),
        add constraint ck_target_kinds check (kind in ('percentage-reduction', 'percentage-increase', 'ceiling',
          'floor', 'range', 'gap', 'maintain', 'rank', 'milestone', 'narrative')),
        add constraint ck_target_change_percent
          check ((kind in ('percentage-reduction', 'percentage-increase')) = (change_percent is not null)),
        add constraint ck_target_reduction_met_by check (kind <> 'percentage-reduction' or (at_least is null
          and (at_most is null) = (baseline_value is null)
          and at_most in (floor(baseline_value * (100 - change_percent) / 100),
                          baseline_value * (100 - change_percent) / 100))),
        add constraint ck_target_increase_met_by check (kind <> 'percentage-increase' or (at_most is null
          and (at_least is null) = (baseline_value is null)
          and at_least in (ceil(baseline_value * (100 + change_percent) / 100),
                           baseline_value * (100 + change_percent) / 100))),
        add constraint ck_target_maintain_met_by check (kind <> 'maintain'
          or (baseline_value is null and num_nulls(at_least, at_most) = 2)
          or (num_nulls(at_least, at_most) = 1 and coalesce(at_least, at_most) = baseline_value)),
        add constraint ck_target_level_met_by check (case
          when kind in ('ceiling', 'gap', 'rank') then at_most is not null and at_least is null
          when kind = 'floor' then at_least is not null and at_most is null
          when kind = 'range' then at_least is not null and at_most is not null and at_least <= at_most
          when kind in ('milestone', 'narrative') then at_least is null and at_most is null
          else true end),
        add constraint ck_target_course check (case course
          when 'usual-shares' then num_nulls(course_parts, course_reading) = 2
          when 'flat' then num_nulls(course_parts, course_reading) = 2
          when 'seasonal' then coalesce(cardinality(course_parts), 0) = 4 and course_reading is null
          when 'explicit' then coalesce(cardinality(course_parts), 0) = 4
            and coalesce(course_reading, '') in ('point', 'cumulative')
          else false end),
        add constraint ck_target_reason check (supersedes_id is null or length(trim(reason)) > 0)`);
    await db.query(`
      alter table target
        alter column course drop default,
        alter column baseline_restated drop default`);
  }

  private async marks(db: QueryRunner): Promise<void> {
    await db.query(`
      create table chart_mark (
        partnership_id uuid not null,
        id uuid not null,
        measure_id uuid not null,
        quarter_first_day date not null,
        kind text not null,
        words text not null,
        approved_by text,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_chart_mark primary key (partnership_id, id),
        constraint fk_chart_mark_measure foreign key (partnership_id, measure_id)
          references measure (partnership_id, id),
        constraint fk_chart_mark_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_chart_mark_kind check (kind in ('series-break', 'event', 'new-limits')),
        constraint ck_chart_mark_words check (length(trim(words)) between 1 and 80),
        constraint ck_chart_mark_approved_by check ((kind = 'new-limits') = (length(trim(approved_by)) > 0)),
        constraint ck_chart_mark_quarter check (extract(day from quarter_first_day) = 1
          and extract(month from quarter_first_day) in (1, 4, 7, 10))
      )`);
    await db.query(`
      create unique index uq_chart_mark_current on chart_mark (partnership_id, measure_id, quarter_first_day, kind)
        where superseded_at is null`);
    await this.facts(db, 'chart_mark');
  }

  private async statuses(db: QueryRunner): Promise<void> {
    await db.query(`
      create table measure_status_rules (
        partnership_id uuid not null,
        id uuid not null,
        measure_id uuid not null,
        rule_set jsonb not null,
        reason text not null,
        chosen_by uuid not null,
        chosen_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_measure_status_rules primary key (partnership_id, id),
        constraint fk_measure_status_rules_measure foreign key (partnership_id, measure_id)
          references measure (partnership_id, id),
        constraint fk_measure_status_rules_chosen_by foreign key (chosen_by) references person (id),
        constraint ck_measure_status_rules_set check (rule_set ?& array['name', 'version', 'rules']),
        constraint ck_measure_status_rules_reason check (length(trim(reason)) > 0)
      )`);
    await db.query(`
      create unique index uq_measure_status_rules_current on measure_status_rules (partnership_id, measure_id)
        where superseded_at is null`);
    await this.facts(db, 'measure_status_rules');
    await db.query(`
      create table declared_status (
        partnership_id uuid not null,
        id uuid not null,
        measure_id uuid not null,
        financial_year integer not null,
        rag text not null,
        reason text not null,
        expires_on date not null,
        declared_by uuid not null,
        declared_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_declared_status primary key (partnership_id, id),
        constraint fk_declared_status_measure foreign key (partnership_id, measure_id)
          references measure (partnership_id, id),
        constraint fk_declared_status_declared_by foreign key (declared_by) references person (id),
        constraint ck_declared_status_rag check (rag in ('red', 'amber', 'green', 'grey')),
        constraint ck_declared_status_reason check (length(trim(reason)) > 0),
        constraint ck_declared_status_expires check (expires_on >= (declared_at at time zone 'Europe/London')::date)
      )`);
    await db.query(`
      create unique index uq_declared_status_current on declared_status (partnership_id, measure_id, financial_year)
        where superseded_at is null`);
    await this.facts(db, 'declared_status');
  }

  /** A table of facts of a partnership: rows are superseded, never changed. */
  private async facts(db: QueryRunner, table: string): Promise<void> {
    await db.query(`call keep_within_partnership('${table}')`);
    await db.query(`call keep_superseded_rows('${table}')`);
    await db.query(`grant select, insert on ${table} to tracker_runtime`);
    await db.query(`grant update (superseded_at) on ${table} to tracker_runtime`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
