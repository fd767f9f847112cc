import type { MigrationInterface, QueryRunner } from 'typeorm';
import { acrossPartnerships } from './shared/across-partnerships.js';

/**
 * What ends before its time keeps what it was: a role says until when it was given, and when it ended instead; a draft
 * of the plan that is given up stays, with the reason.
 */
export class EndedBeforeItsTime implements MigrationInterface {
  readonly name = 'EndedBeforeItsTime2026112400018';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table role_assignment add column recorded_at timestamptz, add column ended_at timestamptz`);
    await this.takeOverEndedRoles(db);
    await db.query(`
      alter table role_assignment
        alter column recorded_at set not null,
        add constraint ck_role_assignment_ended check (ended_at >= recorded_at)`);
    await this.endedOnce(db);
    await this.discardedDrafts(db);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }

  /**
   * Until now the end of a role was moved when it ended early. A role of one's own never had another end. What was lent
   * has its days in the audit trail: the first event of a pair of colleagues is that of their first delegation.
   */
  private async takeOverEndedRoles(db: QueryRunner): Promise<void> {
    await acrossPartnerships(db, ['role_assignment', 'audit_event'], async () => {
      await db.query(`
        update role_assignment set recorded_at = held_from, ended_at = held_until, held_until = null
         where delegated_from is null`);
      await db.query(`
        with lent as (
          select r.*, row_number() over (partition by partnership_id, delegated_from, person_id order by id) as nth
            from role_assignment r where delegated_from is not null),
        told as (
          select e.*, row_number() over (partition by partnership_id, actor_id, subject_id order by seq) as nth
            from audit_event e where type = 'RoleDelegated'),
        planned as (
          select l.partnership_id, l.id, l.held_from, l.held_until,
                 least(t.recorded_at, l.held_from) as recorded_at,
                 ((t.content::jsonb -> 'data' ->> 'until')::date + 1)::timestamp at time zone 'Europe/London' as until,
                 (select min(e.recorded_at) from audit_event e
                   where e.partnership_id = l.partnership_id and e.seq > t.seq
                     and ((e.type = 'DelegationEnded' and e.actor_id = l.delegated_from and e.subject_id = l.person_id)
                       or (e.type = 'RoleEnded' and e.subject_id = l.delegated_from))) as taken_back_at
            from lent l
            join told t on t.partnership_id = l.partnership_id and t.actor_id = l.delegated_from
                       and t.subject_id = l.person_id and t.nth = l.nth)
        update role_assignment r
           set recorded_at = p.recorded_at, held_until = greatest(p.until, p.held_until),
               ended_at = case when p.held_until >= p.until then null
                               when p.held_until > p.held_from then p.held_until
                               else coalesce(p.taken_back_at, p.held_until) end
          from planned p
         where p.partnership_id = r.partnership_id and p.id = r.id`);
      await db.query('update role_assignment set recorded_at = held_from where recorded_at is null');
    });
  }

  private async endedOnce(db: QueryRunner): Promise<void> {
    await db.query(`
      create function allow_end_only() returns trigger language plpgsql as $$
      begin
        if old.ended_at is null and new.ended_at is not null
           and to_jsonb(new) - 'ended_at' = to_jsonb(old) - 'ended_at' then
          return new;
        end if;
        raise exception 'a row of % may end once and is never changed', tg_table_name
          using errcode = 'insufficient_privilege';
      end $$`);
    await db.query(`
      create trigger ended_once before update on role_assignment
        for each row execute function allow_end_only()`);
    await db.query(`
      create trigger never_deleted before delete on role_assignment
        for each row execute function refuse_change()`);
    await db.query(`
      create trigger never_emptied before truncate on role_assignment
        for each statement execute function refuse_change()`);
    await db.query('revoke update (held_until) on role_assignment from tracker_runtime');
    await db.query('grant update (ended_at) on role_assignment to tracker_runtime');
  }

  /** The moves are those of plan-transitions.ts. */
  private async discardedDrafts(db: QueryRunner): Promise<void> {
    for (const table of ['plan_version', 'plan_version_move'])
      await db.query(`
        alter table ${table}
          drop constraint ck_${table}_state,
          add constraint ck_${table}_state
            check (state in ('draft', 'consultation', 'adopted', 'revised', 'superseded', 'discarded')),
          drop constraint ck_${table}_force,
          add constraint ck_${table}_force
            check ((state in ('draft', 'consultation', 'discarded')) = (in_force_from is null))`);
    await db.query(`
      alter table plan_version_move
        add column reason text,
        add constraint ck_plan_version_move_reason
          check ((state = 'discarded') = (reason is not null) and length(trim(reason)) > 0)`);
    await db.query(`
      create or replace function refuse_unless_plan_move_exists() returns trigger language plpgsql as $$
      declare before text := (select m.state from plan_version_move m
                               where m.partnership_id = new.partnership_id and m.plan_version_id = new.plan_version_id
                                 and m.number = new.number - 1);
      begin
        if new.recorded_by is distinct from current_person() then
          raise exception 'a plan version is moved in one’s own name' using errcode = 'insufficient_privilege';
        end if;
        if not (before is null and new.number = 1 and new.state = 'draft')
           and (before, new.state) not in (('draft', 'consultation'), ('draft', 'adopted'), ('draft', 'discarded'),
             ('consultation', 'adopted'), ('consultation', 'discarded'),
             ('adopted', 'revised'), ('adopted', 'superseded')) is not false
        then
          raise exception 'a plan version that is % does not become %', before, new.state
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
  }
}
