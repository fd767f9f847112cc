import type { QueryRunner } from 'typeorm';
import { appendOnly, RECORDED } from './kinds-of-table.js';

export async function decisions(db: QueryRunner): Promise<void> {
  await db.query(`
    create table board_decision (
      partnership_id uuid not null,
      id uuid not null,
      decided_on date not null,
      meeting text not null,
      wording text not null,
      ${RECORDED},
      constraint pk_board_decision primary key (partnership_id, id),
      constraint fk_board_decision_partnership foreign key (partnership_id) references partnership (id),
      constraint fk_board_decision_recorded_by foreign key (recorded_by) references person (id),
      constraint ck_board_decision_words check (length(trim(meeting)) > 0 and length(trim(wording)) > 0)
    )`);
  await appendOnly(db, 'board_decision');
}

/** The row of a version holds where its newest move has led. */
export async function versions(db: QueryRunner): Promise<void> {
  await db.query(`
    alter table plan_version
      drop column adopted_on,
      drop column decision,
      alter column in_force_from drop not null,
      add column edits integer not null default 0,
      add constraint ck_plan_version_force check ((state in ('draft', 'consultation')) = (in_force_from is null)),
      add constraint ex_plan_version_in_force exclude using gist
        (partnership_id with =, daterange(in_force_from, in_force_until) with &&) where (in_force_from is not null)`);
  await db.query('alter table plan_version alter column edits drop default');
  await db.query(`
    create unique index uq_plan_version_open on plan_version (partnership_id, plan_id)
      where state in ('draft', 'consultation')`);
  await db.query(
    'grant update (state, in_force_from, in_force_until, edits) on plan_version to tracker_runtime',
  );
  await db.query(`
    create table plan_version_move (
      partnership_id uuid not null,
      id uuid not null,
      plan_version_id uuid not null,
      number integer not null,
      state text not null,
      adopted_on date,
      decision_id uuid,
      in_force_from date,
      in_force_until date,
      nothing_changed boolean,
      ${RECORDED},
      constraint pk_plan_version_move primary key (partnership_id, id),
      constraint fk_plan_version_move_version foreign key (partnership_id, plan_version_id)
        references plan_version (partnership_id, id),
      constraint fk_plan_version_move_decision foreign key (partnership_id, decision_id)
        references board_decision (partnership_id, id),
      constraint fk_plan_version_move_recorded_by foreign key (recorded_by) references person (id),
      constraint uq_plan_version_move_number unique (partnership_id, plan_version_id, number),
      constraint ck_plan_version_move_state
        check (state in ('draft', 'consultation', 'adopted', 'revised', 'superseded')),
      constraint ck_plan_version_move_force check ((state in ('draft', 'consultation')) = (in_force_from is null)),
      constraint ck_plan_version_move_in_force check (in_force_until > in_force_from)
    )`);
  await appendOnly(db, 'plan_version_move');
}
