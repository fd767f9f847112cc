import type { QueryRunner } from 'typeorm';
import { appendOnly, RECORDED } from './kinds-of-table.js';

/** A priority is the same from version to version; what a version says of it is its wording. */
export async function priorities(db: QueryRunner): Promise<void> {
  await db.query('alter table priority rename to priority_wording');
  for (const [before, after] of [
    ['pk_priority', 'pk_priority_wording'],
    ['fk_priority_plan_version', 'fk_priority_wording_plan_version'],
    ['fk_priority_lead_authority', 'fk_priority_wording_lead_authority'],
  ])
    await db.query(`alter table priority_wording rename constraint ${before} to ${after}`);
  await db.query(`
    create table priority (
      partnership_id uuid not null,
      id uuid not null,
      plan_id uuid not null,
      constraint pk_priority primary key (partnership_id, id),
      constraint fk_priority_plan foreign key (partnership_id, plan_id) references plan (partnership_id, id)
    )`);
  await appendOnly(db, 'priority');
  await db.query(`
    alter table priority_wording
      drop constraint uq_priority_number,
      add column priority_id uuid,
      add column narrative text,
      add column publication text not null default 'public',
      add column recorded_by uuid,
      add column recorded_at timestamptz,
      add column superseded_at timestamptz,
      add constraint ck_priority_wording_publication check (publication in ('public', 'restricted'))`);
  await db.query(`
    create table priority_contributor (
      partnership_id uuid not null,
      wording_id uuid not null,
      authority_id uuid not null,
      constraint pk_priority_contributor primary key (partnership_id, wording_id, authority_id),
      constraint fk_priority_contributor_wording foreign key (partnership_id, wording_id)
        references priority_wording (partnership_id, id),
      constraint fk_priority_contributor_authority foreign key (partnership_id, authority_id)
        references authority (partnership_id, id)
    )`);
  await appendOnly(db, 'priority_contributor');
  await db.query(`
    alter table priority_measure
      drop constraint pk_priority_measure,
      drop constraint fk_priority_measure_priority,
      add column id uuid not null default gen_random_uuid(),
      add column plan_version_id uuid,
      add column recorded_by uuid,
      add column recorded_at timestamptz,
      add column superseded_at timestamptz,
      add constraint pk_priority_measure primary key (partnership_id, id)`);
  await db.query('alter table priority_measure alter column id drop default');
}

export async function parts(db: QueryRunner): Promise<void> {
  const ofAVersion = (table: string) => `
    partnership_id uuid not null,
    id uuid not null,
    plan_version_id uuid not null,
    identity_id uuid not null,
    publication text not null,
    ${RECORDED},
    superseded_at timestamptz,
    constraint pk_${table} primary key (partnership_id, id),
    constraint fk_${table}_plan_version foreign key (partnership_id, plan_version_id)
      references plan_version (partnership_id, id),
    constraint fk_${table}_recorded_by foreign key (recorded_by) references person (id),
    constraint ck_${table}_publication check (publication in ('public', 'restricted'))`;
  await db.query(`
    create table plan_action (${ofAVersion('plan_action')},
      priority_id uuid not null,
      wording text not null,
      owner_id uuid not null,
      due_on date not null,
      tier text not null,
      constraint fk_plan_action_priority foreign key (partnership_id, priority_id)
        references priority (partnership_id, id),
      constraint fk_plan_action_owner foreign key (partnership_id, owner_id)
        references authority (partnership_id, id),
      constraint ck_plan_action_wording check (length(trim(wording)) > 0),
      constraint ck_plan_action_tier check (tier in ('primary', 'secondary', 'tertiary'))
    )`);
  await db.query(`
    create table plan_finding (${ofAVersion('plan_finding')},
      source text not null,
      document text not null,
      found_on date not null,
      wording text not null,
      constraint ck_plan_finding_source
        check (source in ('strategic-assessment', 'needs-assessment', 'consultation')),
      constraint ck_plan_finding_words check (length(trim(document)) > 0 and length(trim(wording)) > 0)
    )`);
  await db.query(`
    create table plan_finding_priority (
      partnership_id uuid not null,
      finding_id uuid not null,
      priority_id uuid not null,
      constraint pk_plan_finding_priority primary key (partnership_id, finding_id, priority_id),
      constraint fk_plan_finding_priority_finding foreign key (partnership_id, finding_id)
        references plan_finding (partnership_id, id),
      constraint fk_plan_finding_priority_priority foreign key (partnership_id, priority_id)
        references priority (partnership_id, id)
    )`);
  await appendOnly(db, 'plan_finding_priority');
  for (const table of ['plan_action', 'plan_finding']) {
    await db.query(`call keep_within_partnership('${table}')`);
    await db.query(`grant select, insert on ${table} to tracker_runtime`);
  }
}

/** Versions from before had no moves, and their priorities no life beyond them: who recorded them is in the trail. */
export async function keepWhatWasThere(db: QueryRunner): Promise<void> {
  await db.query(`
    do $$ declare partnership record; begin
      for partnership in select id from partnership loop
        perform set_config('app.partnership_id', partnership.id::text, true);
        insert into plan_version_move (partnership_id, id, plan_version_id, number, state, in_force_from,
                                       in_force_until, recorded_by, recorded_at)
        select v.partnership_id, gen_random_uuid(), v.id, 1, v.state, v.in_force_from, v.in_force_until,
               e.actor_id, e.recorded_at
          from plan_version v
          join audit_event e on e.partnership_id = v.partnership_id and e.subject_id = v.id
                            and e.type = 'PlanVersionRecorded';
        insert into priority (partnership_id, id, plan_id)
        select w.partnership_id, w.id, v.plan_id
          from priority_wording w
          join plan_version v on v.partnership_id = w.partnership_id and v.id = w.plan_version_id;
        update priority_wording w set priority_id = w.id, recorded_by = m.recorded_by, recorded_at = m.recorded_at
          from plan_version_move m
         where m.partnership_id = w.partnership_id and m.plan_version_id = w.plan_version_id;
        update priority_measure l
           set plan_version_id = w.plan_version_id, recorded_by = w.recorded_by, recorded_at = w.recorded_at
          from priority_wording w where w.partnership_id = l.partnership_id and w.id = l.priority_id;
      end loop;
      perform set_config('app.partnership_id', '', true);
    end $$`);
  // From now on an adoption has its date and its decision; the ones from before were recorded without.
  await db.query(`
    alter table plan_version_move
      add constraint ck_plan_version_move_adoption check ((state = 'adopted') = (adopted_on is not null)
        and (state = 'adopted') = (decision_id is not null)) not valid`);
  await db.query(`
    alter table priority_wording
      alter column priority_id set not null,
      alter column publication drop default,
      alter column recorded_by set not null,
      alter column recorded_at set not null,
      add constraint fk_priority_wording_priority foreign key (partnership_id, priority_id)
        references priority (partnership_id, id),
      add constraint fk_priority_wording_recorded_by foreign key (recorded_by) references person (id)`);
  await db.query(`
    alter table priority_measure
      alter column plan_version_id set not null,
      alter column recorded_by set not null,
      alter column recorded_at set not null,
      add constraint fk_priority_measure_plan_version foreign key (partnership_id, plan_version_id)
        references plan_version (partnership_id, id),
      add constraint fk_priority_measure_priority foreign key (partnership_id, priority_id)
        references priority (partnership_id, id),
      add constraint fk_priority_measure_recorded_by foreign key (recorded_by) references person (id)`);
  for (const [table, key] of [
    ['priority_wording', 'priority_id'],
    ['priority_measure', 'priority_id, measure_id'],
    ['plan_action', 'identity_id'],
    ['plan_finding', 'identity_id'],
  ])
    await db.query(`
      create unique index uq_${table}_current on ${table} (partnership_id, plan_version_id, ${key})
        where superseded_at is null`);
}
