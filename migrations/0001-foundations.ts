import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What every later table stands on: the runtime role, the two settings that row-level security reads, and the three
 * kinds of table (a partnership's own, append-only, and append-only but for supersession).
 */
export class Foundations implements MigrationInterface {
  readonly name = 'Foundations2026112300001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'tracker_runtime') then
          create role tracker_runtime nologin;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$`);
    await db.query('create extension if not exists btree_gist');
    await db.query('grant usage on schema public to tracker_runtime');

    await db.query(`
      create function current_partnership() returns uuid language sql stable parallel safe as
      $$ select nullif(current_setting('app.partnership_id', true), '')::uuid $$`);
    await db.query(`
      create function current_person() returns uuid language sql stable parallel safe as
      $$ select nullif(current_setting('app.person_id', true), '')::uuid $$`);

    // The scalar sub-select is worked out once a statement, so the planner sees a constant and can use an index.
    await db.query(`
      create procedure keep_within_partnership(target regclass) language plpgsql as $$
      begin
        execute format('alter table %s enable row level security', target);
        execute format('alter table %s force row level security', target);
        execute format('create policy within_partnership on %s
          using (partnership_id = (select current_partnership()))
          with check (partnership_id = (select current_partnership()))', target);
      end $$`);

    await db.query(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
          using errcode = 'insufficient_privilege';
      end $$`);
    await db.query(`
      create procedure keep_append_only(target regclass) language plpgsql as $$
      begin
        execute format('create trigger append_only before update or delete on %s
          for each row execute function refuse_change()', target);
        execute format('create trigger never_emptied before truncate on %s
          for each statement execute function refuse_change()', target);
      end $$`);

    await db.query(`
      create function allow_supersession_only() returns trigger language plpgsql as $$
      begin
        if old.superseded_at is null and new.superseded_at is not null
           and to_jsonb(new) - 'superseded_at' = to_jsonb(old) - 'superseded_at' then
          return new;
        end if;
        raise exception 'a row of % may be superseded once and is never changed', tg_table_name
          using errcode = 'insufficient_privilege';
      end $$`);
    await db.query(`
      create procedure keep_superseded_rows(target regclass) language plpgsql as $$
      begin
        execute format('create trigger superseded_once before update on %s
          for each row execute function allow_supersession_only()', target);
        execute format('create trigger never_deleted before delete on %s
          for each row execute function refuse_change()', target);
        execute format('create trigger never_emptied before truncate on %s
          for each statement execute function refuse_change()', target);
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
