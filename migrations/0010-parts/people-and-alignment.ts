import type { QueryRunner } from 'typeorm';
import { appendOnly, RECORDED, supersededOnly } from './kinds-of-table.js';

/** Who answers for a priority from which day on; the next one ends the one before, and needs no new version. */
export async function people(db: QueryRunner): Promise<void> {
  await db.query(`
    create table priority_senior_person (
      partnership_id uuid not null,
      id uuid not null,
      priority_id uuid not null,
      name text not null,
      post text not null,
      from_on date not null,
      ${RECORDED},
      superseded_at timestamptz,
      constraint pk_priority_senior_person primary key (partnership_id, id),
      constraint fk_priority_senior_person_priority foreign key (partnership_id, priority_id)
        references priority (partnership_id, id),
      constraint fk_priority_senior_person_recorded_by foreign key (recorded_by) references person (id),
      constraint ck_priority_senior_person_words check (length(trim(name)) > 0 and length(trim(post)) > 0)
    )`);
  await db.query(`
    create unique index uq_priority_senior_person_current
      on priority_senior_person (partnership_id, priority_id, from_on) where superseded_at is null`);
  await supersededOnly(db, 'priority_senior_person');
}

/** Plans above ours, while they are in force, and the regard that was had to them: it needs no new version either. */
export async function alignment(db: QueryRunner): Promise<void> {
  await db.query(`
    create table upper_plan (
      partnership_id uuid not null,
      id uuid not null,
      title text not null,
      owner text not null,
      in_force_from date not null,
      in_force_until date,
      succeeds_id uuid,
      source text not null,
      ${RECORDED},
      constraint pk_upper_plan primary key (partnership_id, id),
      constraint fk_upper_plan_partnership foreign key (partnership_id) references partnership (id),
      constraint fk_upper_plan_succeeds foreign key (partnership_id, succeeds_id)
        references upper_plan (partnership_id, id),
      constraint fk_upper_plan_recorded_by foreign key (recorded_by) references person (id),
      constraint uq_upper_plan_succeeds unique (partnership_id, succeeds_id),
      constraint ck_upper_plan_in_force check (in_force_until > in_force_from),
      constraint ck_upper_plan_words check (length(trim(title)) > 0 and length(trim(owner)) > 0)
    )`);
  await appendOnly(db, 'upper_plan');
  await db.query(`
    create table regard_note (
      partnership_id uuid not null,
      id uuid not null,
      priority_id uuid not null,
      upper_plan_id uuid not null,
      regarded_on date not null,
      regarded_by text not null,
      wording text not null,
      ${RECORDED},
      superseded_at timestamptz,
      constraint pk_regard_note primary key (partnership_id, id),
      constraint fk_regard_note_priority foreign key (partnership_id, priority_id)
        references priority (partnership_id, id),
      constraint fk_regard_note_upper_plan foreign key (partnership_id, upper_plan_id)
        references upper_plan (partnership_id, id),
      constraint fk_regard_note_recorded_by foreign key (recorded_by) references person (id),
      constraint ck_regard_note_words check (length(trim(regarded_by)) > 0 and length(trim(wording)) > 0)
    )`);
  await db.query(`
    create unique index uq_regard_note_current on regard_note (partnership_id, priority_id, upper_plan_id)
      where superseded_at is null`);
  await supersededOnly(db, 'regard_note');
}
