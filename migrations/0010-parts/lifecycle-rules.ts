import type { QueryRunner } from 'typeorm';

/** What belongs to a plan version and may be written only while it is a draft or out for consultation. */
const OF_A_VERSION = [
  'priority_wording',
  'priority_contributor',
  'priority_measure',
  'plan_action',
  'plan_finding',
  'plan_finding_priority',
];
const SUPERSEDED = ['priority_wording', 'priority_measure', 'plan_action', 'plan_finding'];

/** The moves are those of plan-transitions.ts. A version follows its newest move and is otherwise only edited. */
export async function movesOfTheLifecycle(db: QueryRunner): Promise<void> {
  await db.query(`
    create function refuse_unless_plan_move_exists() returns trigger language plpgsql as $$
    declare before text := (select m.state from plan_version_move m
                             where m.partnership_id = new.partnership_id and m.plan_version_id = new.plan_version_id
                               and m.number = new.number - 1);
    begin
      if new.recorded_by is distinct from current_person() then
        raise exception 'a plan version is moved in one’s own name' using errcode = 'insufficient_privilege';
      end if;
      if not (before is null and new.number = 1 and new.state = 'draft')
         and (before, new.state) not in (('draft', 'consultation'), ('draft', 'adopted'),
           ('consultation', 'adopted'), ('adopted', 'revised'), ('adopted', 'superseded')) is not false
      then
        raise exception 'a plan version that is % does not become %', before, new.state
          using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$`);
  await db.query(`
    create trigger a_move_that_exists before insert on plan_version_move
      for each row execute function refuse_unless_plan_move_exists()`);
  await db.query(`
    create function keep_plan_version() returns trigger language plpgsql as $$
    declare newest record;
    begin
      if tg_op = 'INSERT' then
        if new.state <> 'draft' or new.edits <> 0 then
          raise exception 'a plan version starts as a draft' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end if;
      if (new.plan_id, new.number, new.source) is distinct from (old.plan_id, old.number, old.source) then
        raise exception 'what a plan version is does not change' using errcode = 'insufficient_privilege';
      end if;
      if (new.state, new.in_force_from, new.in_force_until)
         is not distinct from (old.state, old.in_force_from, old.in_force_until) then
        if old.state not in ('draft', 'consultation') or new.edits <> old.edits + 1 then
          raise exception 'a plan version that is % is not edited', old.state
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end if;
      select m.state, m.in_force_from, m.in_force_until into newest from plan_version_move m
       where m.partnership_id = new.partnership_id and m.plan_version_id = new.id order by m.number desc limit 1;
      if new.edits <> old.edits or (new.state, new.in_force_from, new.in_force_until)
         is distinct from (newest.state, newest.in_force_from, newest.in_force_until) then
        raise exception 'no move makes this plan version %', new.state using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$`);
  await db.query(`
    create trigger follows_its_moves before insert or update on plan_version
      for each row execute function keep_plan_version()`);
  for (const table of ['plan', 'plan_version']) {
    await db.query(`
      create trigger never_deleted before delete on ${table} for each row execute function refuse_change()`);
    await db.query(`
      create trigger never_emptied before truncate on ${table} for each statement execute function refuse_change()`);
  }
}

export async function nothingUnderAnAdoptedVersion(db: QueryRunner): Promise<void> {
  for (const table of SUPERSEDED) {
    await db.query(`call keep_superseded_rows('${table}')`);
    await db.query(`grant update (superseded_at) on ${table} to tracker_runtime`);
  }
  await db.query(`
    create function refuse_under_adopted_version() returns trigger language plpgsql as $$
    declare
      said jsonb := to_jsonb(new);
      version_id uuid := case tg_table_name
        when 'priority_contributor' then (select w.plan_version_id from priority_wording w
          where w.partnership_id = new.partnership_id and w.id = (said ->> 'wording_id')::uuid)
        when 'plan_finding_priority' then (select f.plan_version_id from plan_finding f
          where f.partnership_id = new.partnership_id and f.id = (said ->> 'finding_id')::uuid)
        else (said ->> 'plan_version_id')::uuid end;
    begin
      if not exists (select from plan_version v where v.partnership_id = new.partnership_id and v.id = version_id
                        and v.state in ('draft', 'consultation')) then
        raise exception 'nothing under an adopted plan version is changed' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$`);
  for (const table of OF_A_VERSION)
    await db.query(`
      create trigger while_the_version_is_open before insert or update on ${table}
        for each row execute function refuse_under_adopted_version()`);
}
